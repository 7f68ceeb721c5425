using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>Joins spans of one type with nothing but white space and punctuation between them, on both sides. Presidio's evaluator counts so (docs/span_evaluation.md of
/// presidio-research, "Span Merging"), and its sets are marked for that: house number, street and flat are three marks there, "Jane Doe, John Roe" is one.</summary>
internal static class Neighbours
{
    /// <summary>A text with its marks and finds joined.</summary>
    public static (GoldText Text, IReadOnlyList<Span> Found) Joined((GoldText Text, IReadOnlyList<Span> Found) scored) =>
        (scored.Text with { Spans = Join(scored.Text.Text, scored.Text.Spans) }, Join(scored.Text.Text, scored.Found));

    /// <summary>The same, with addresses and places as one type: Presidio's evaluation brings GPE and STREET_ADDRESS to LOCATION, since Presidio has one type for both
    /// (presidio_entities_map in presidio_evaluator/models/presidio_analyzer_wrapper.py of presidio-research). A postcode beside a place or a street is part of it, as the set
    /// marks it there; alone it stays what it is.</summary>
    public static (GoldText Text, IReadOnlyList<Span> Found) AsPresidioCounts((GoldText Text, IReadOnlyList<Span> Found) scored) =>
        Joined((scored.Text with { Spans = Places(scored.Text.Text, scored.Text.Spans) }, Places(scored.Text.Text, scored.Found)));

    private static List<Span> Places(string text, IReadOnlyList<Span> spans)
    {
        List<Span> places = [.. spans.Select(s => s.Type == EntityTypes.StreetAddress ? s with { Type = EntityTypes.Location } : s).OrderBy(s => s.Start).ThenBy(s => s.End)];
        for (var i = 0; i < places.Count; i++)
            if (places[i].Type == EntityTypes.Postcode && (IsBeside(text, places, i, i - 1) || IsBeside(text, places, i, i + 1))) places[i] = places[i] with { Type = EntityTypes.Location };
        return places;
    }

    private static bool IsBeside(string text, List<Span> spans, int i, int other) =>
        (uint)other < (uint)spans.Count && spans[other].Type == EntityTypes.Location && IsGap(text, Math.Min(spans[i].End, spans[other].End), Math.Max(spans[i].Start, spans[other].Start));

    private static List<Span> Join(string text, IReadOnlyList<Span> spans)
    {
        var joined = new List<Span>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (joined is [.., var last] && last.Type == span.Type && IsGap(text, last.End, span.Start)) joined[^1] = last with { End = Math.Max(last.End, span.End) };
            else joined.Add(span);
        }

        return joined;
    }

    private static bool IsGap(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(text[i])) return false;
        return true;
    }
}
