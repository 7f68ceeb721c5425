using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>Duplicates: how much was said more than once; and contradictions, side by side.</summary>
internal static class TwinSection
{
    public static IEnumerable<ReportSection> Of(ReportData data, ShownRows rows)
    {
        var parts = new List<IView>();
        var twins = data.Result.History.Stages.SelectMany(s => s.Removed.Where(r => r.CauseId is not null && OutsideCause.Of(r.CauseId) is null).GroupBy(r => r.Reason, StringComparer.Ordinal)
            .Select(g => (s.Report.Name, g.Key, Count: g.LongCount(), Kept: g.Select(r => r.CauseId).Distinct(StringComparer.Ordinal).LongCount()))).ToList();
        if (twins.Count > 0)
            parts.Add(new Card("Rows that left in favour of another", new Table
            {
                Columns = [new("stage"), new("reason"), new("rows that left", true), new("rows kept instead", true)],
                Rows = [.. twins.OrderByDescending(t => t.Count).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => (IReadOnlyList<string>)[t.Name, t.Key, Numbers.Count(t.Count), Numbers.Count(t.Kept)])],
            }, Occurrences(data)));
        parts.AddRange(ContestedParts.Of(data, rows));
        if (parts.Count > 0) yield return new("twins", "Duplicates and contradictions", null, parts);
    }

    private static Prose Occurrences(ReportData data)
    {
        var several = data.Result.Examples.Count(e => e.Occurrences > 1);
        var most = data.Result.Examples.Select(e => e.Occurrences).DefaultIfEmpty().Max();
        return new(several == 0 ? "Every kept example stands for one input row."
            : $"{Numbers.Count(several, "kept example stands", "kept examples stand")} for several input rows, at most for {Numbers.Count(most)}.", "lead");
    }
}

/// <summary>The rows that lie farthest from the others, with the rows that are nearest to them.</summary>
internal static class OutlierSection
{
    private const int MostRows = 10, Preview = 160;

    public static IEnumerable<ReportSection> Of(ReportData data, ShownRows rows)
    {
        var near = data.Result.History.Stages.SelectMany(s => s.Report.Relations).Where(r => r.Kind == Relation.Neighbour).GroupBy(r => r.Id, StringComparer.Ordinal).ToList();
        var parts = new List<IView>();
        if (data.After.Scores.Any(s => s.Key == ScoreNames.OutlierKnn)) parts.Add(Spread(data));
        var shown = near.Take(MostRows).Select(g => (IReadOnlyList<string>)
        [
            g.Key, Input(rows, g.Key), rows.Fate(g.Key), string.Join('\n', g.Select(n => FormattableString.Invariant($"{n.Similarity:0.00}  {Input(rows, n.Other)}"))),
        ]).ToList();
        if (shown.Count > 0)
            parts.Add(new Card("The strangest rows and what is nearest to them", new Table { Columns = [new("id"), new("input"), new("what became of it"), new("nearest rows (cosine)")], Rows = shown }));
        if (parts.Count > 0) yield return new("outliers", "Outliers", "Rows unlike the rest: look whether they belong to the task. Requests in the wrong domain may be wanted, with the right answer.", parts);
    }

    private static Card Spread(ReportData data)
    {
        var distances = data.Result.Examples.Select(e => e.Scores[ScoreNames.OutlierDistance]).OfType<double>().ToList();
        var flagged = data.Result.Examples.SelectMany(e => e.Flags).FirstOrDefault(f => f.Reason == "out-of-distribution");
        var note = flagged?.Limit is { } limit ? FormattableString.Invariant($"Rows beyond {limit:0.###} are listed as out-of-distribution.") : null;
        return new("How far rows are from their neighbours", Chart.Histogram("Distance to the nearest rows, −ln of the mean cosine", distances, new() { ShowTitle = false, Width = 900, Note = note, YTitle = "examples" }));
    }

    private static string Input(ShownRows rows, string id) => rows.Of(id) is { } row ? Visible.Cut(Visible.Line(row.Input), Preview) : id;
}
