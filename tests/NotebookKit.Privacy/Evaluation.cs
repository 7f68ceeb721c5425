using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>Scores the recognizers, or a file of spans, on sets with marked personal data. Prints counts and shares; with <c>--list</c> also what is missed and found wrongly in
/// dev_v2, whose people are invented. The texts of dev_large stay unseen: they stand for those that nobody saw.</summary>
internal static class Evaluation
{
    public static void Run(EvaluationArguments asked)
    {
        var theirs = asked.Score is null ? null : SpanFiles.Read(asked.Score).GroupBy(t => t.Id).ToDictionary(t => t.Key, t => t.First().Spans);
        using var predictions = asked.Predictions is null ? null : new StreamWriter(asked.Predictions);
        using var gold = asked.Gold is null ? null : new StreamWriter(asked.Gold);
        Console.WriteLine(theirs is null ? $"all types, {Words(asked.Sensitivity)}, finds from {new Anonymizer { Sensitivity = asked.Sensitivity }.MinScore.ToString(CultureInfo.InvariantCulture)} on" : $"spans of {asked.Score}");
        var both = new List<(GoldText, IReadOnlyList<Span>)>();
        foreach (var name in asked.Sets)
        {
            var scored = new List<(GoldText Text, IReadOnlyList<Span> Found)>();
            List<GoldText> texts = [.. name == "generated" ? Generated.Texts(asked.Seed) : PublicSets.Read(name)];
            var masker = new Anonymizer { Types = Asked(texts), Sensitivity = asked.Sensitivity }.For();
            var wide = texts.Exists(t => t.Spans.Any(s => s.Type == "ADDRESS"));
            foreach (var text in texts)
            {
                var found = theirs is null ? masker.Find(text.Text) : theirs.GetValueOrDefault(text.Id, []);
                if (predictions is not null) SpanFiles.Write(predictions, text, found, withText: false);
                if (gold is not null) SpanFiles.Write(gold, text with { Spans = Labels.Of(text.Spans) }, Labels.Of(text.Spans), withText: true);
                scored.Add((text with { Spans = Labels.Of(text.Spans) }, wide ? Labels.WithinAddresses(Labels.Of(found)) : Labels.Of(found)));
            }

            Print(name, scored);
            if (asked.List && name == "dev_v2") ListErrors([.. scored.Select(Neighbours.AsPresidioCounts)]);
            if (name.StartsWith("dev_", StringComparison.Ordinal)) both.AddRange(scored);
            if (name == "dev_large" && asked.Sets.Contains("dev_v2"))
            {
                Print("presidio_split (both)", both);
                Print("both, neighbours joined", [.. both.Select(Neighbours.Joined)]);
                Print("both, as Presidio counts", [.. both.Select(Neighbours.AsPresidioCounts)]);
            }
        }
    }

    /// <summary>All types. A set that marks no places and no postcodes marks addresses whole, so they are looked for whole there.</summary>
    private static IReadOnlyList<string> Asked(List<GoldText> texts)
    {
        var marked = texts.SelectMany(t => Labels.Of(t.Spans)).Select(s => s.Type).ToHashSet();
        return marked.Contains(EntityTypes.Location) || marked.Contains(EntityTypes.Postcode) ? EntityTypes.All : [.. EntityTypes.All.Except([EntityTypes.Location, EntityTypes.Postcode])];
    }

    private static void Print(string name, List<(GoldText Text, IReadOnlyList<Span> Found)> scored)
    {
        var score = SpanScore.Of(scored);
        var marked = score.ByType.Where(c => c.Gold > 0).ToList();
        var covered = marked.Where(c => Labels.IsCovered(c.Type)).Select(c => c.Type).ToList();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {"gold",6} {"found",6} {"P",7} {"R",6} {"F1",6} {"F2",6} | {"any R",6} {"token R",7}"));
        foreach (var counts in marked.Where(c => covered.Contains(c.Type)).OrderByDescending(c => c.Gold)) Line(counts);
        Console.WriteLine(new string('-', 82));
        if (score.Of("structured", Labels.Structured) is { Gold: > 0 } structured) Line(structured);
        Line(score.Of("covered types", covered));
        Line(score.Of("all marked types", [.. marked.Select(c => c.Type)]));
        Line(score.Overall with { Type = "all marked or found" });
        Line(score.AnyType);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Texts} texts; {score.CleanFinds} finds touch nothing that is marked"));
        List("uncovered (no type of ours)", marked.Where(c => !covered.Contains(c.Type)).Select(c => (c.Type, c.Gold)));
        List("found, but not marked in this set", score.ByType.Where(c => c.Gold == 0).Select(c => (c.Type, c.Found)));
        List("marked words that the text does not have (not scored)", PublicSets.NotInText.Select(p => (p.Key, (long)p.Value)));
    }

    private static void ListErrors(List<(GoldText Text, IReadOnlyList<Span> Found)> scored)
    {
        foreach (var (text, found) in scored)
        {
            foreach (var span in text.Spans.Where(s => !found.Any(f => f.Type == s.Type && SpanMatch.Overlap(f, s) >= SpanMatch.LeastOverlap))) Tell("missed", span);
            foreach (var span in found.Where(f => !text.Spans.Any(s => f.Type == s.Type && SpanMatch.Overlap(f, s) >= SpanMatch.LeastOverlap))) Tell("wrong", span);

            void Tell(string what, Span span) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what} {span.Type} {text.Id}: {text.Text[Math.Max(0, span.Start - 50)..span.Start]}»{text.Text[span.Start..span.End]}«{text.Text[span.End..Math.Min(text.Text.Length, span.End + 40)]}").ReplaceLineEndings("⏎"));
        }
    }

    private static void List(string title, IEnumerable<(string Type, long Count)> counts)
    {
        var listed = counts.OrderByDescending(c => c.Count).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Type} {c.Count}")).ToList();
        if (listed.Count > 0) Console.WriteLine($"{title}: {string.Join(", ", listed)}");
    }

    private static void Line(SpanCounts c) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{c.Type,-24} {c.Gold,6} {c.Found,6} {c.Precision,7:F3} {c.Recall,6:F3} {c.F1,6:F3} {c.F2,6:F3} | {c.AnyRecall,6:F3} {c.TokenRecall,7:F3}"));

    private static string Words(Sensitivity sensitivity) => sensitivity switch { Sensitivity.RecallFirst => "recall-first", Sensitivity.PrecisionFirst => "precision-first", _ => "balanced" };
}
