using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>The sources side by side, and what was read from each input.</summary>
internal static class SourceSection
{
    private const int MostRows = 200;

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        data = data with { Matrix = new() { Sources = [.. data.Matrix.Sources.Select(s => s with { Source = data.Mask.Text(s.Source), Notes = [.. s.Notes.Select(data.Mask.Text)] })] } };
        if (data.Matrix.Sources.Length > 0)
            yield return new("sources", "Sources", "Points from 1 (poor) to 5 (good) for each source, and the mixture weighted by its shares.",
            [
                new Card("Source matrix", Heat(data), data.Matrix.ToTable()),
                .. Notes(data),
            ]);
        var history = data.Result.History;
        if (history.Inputs.Count > 0) yield return new("inputs", "Inputs", null, [Inputs(data), .. Rejected(data)]);
    }

    private static Chart Heat(ReportData data) => Chart.HeatMap("Points by source", data.Matrix.Sources.Select(s => s.Source), SourceMatrix.Dimensions,
        data.Matrix.Points.Select(row => (IReadOnlyList<double>)[.. row.Select(p => p ?? double.NaN)]), new() { ShowTitle = false, Low = 1, High = 5, Width = 700 });

    private static IEnumerable<IView> Notes(ReportData data)
    {
        var notes = data.Matrix.Sources.Where(s => s.Notes.Count > 0).ToList();
        if (notes.Count == 0) yield break;
        yield return new Disclosure("What the points rest on", null, new Table
        {
            Columns = [new("source"), new("grounds")],
            Rows = [.. notes.Select(s => (IReadOnlyList<string>)[s.Source, string.Join(" ", s.Notes)])],
        });
    }

    private static Table Inputs(ReportData data)
    {
        var inputs = data.Result.History.Inputs;
        return new()
        {
            Caption = inputs.Count > MostRows ? $"The first {MostRows} of {Numbers.Count(inputs.Count, "input")}" : null,
            Columns = [new("file"), new("taken for"), .. new[] { "records", "examples", "joined", "rejected", "expanded" }.Select(n => new Column(n, true))],
            Rows = [.. inputs.Take(MostRows).Select(i => (IReadOnlyList<string>)
                [data.Mask.Text(i.File), i.Format, .. new[] { i.Records, i.Examples, i.Joined, i.Rejected, i.Expanded }.Select(Numbers.Count)])],
        };
    }

    private static IEnumerable<IView> Rejected(ReportData data)
    {
        var reasons = data.Result.History.Rejected.GroupBy(r => (r.File, Reason: r.Reason.Split(' ', ':')[0], r.Field)).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.File, StringComparer.Ordinal).ThenBy(g => g.Key.Reason, StringComparer.Ordinal).ThenBy(g => g.Key.Field, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0) yield break;
        yield return new Card("Records that could not be read", new Table
        {
            Columns = [new("file"), new("reason"), new("field"), new("records", true), new("first line", true)],
            Rows = [.. reasons.Take(MostRows).Select(g => (IReadOnlyList<string>)
                [data.Mask.Text(g.Key.File), g.Key.Reason, data.Mask.Text(g.Key.Field ?? ""), Numbers.Count(g.LongCount()), Numbers.Count(g.Min(r => r.Line))])],
        });
    }
}
