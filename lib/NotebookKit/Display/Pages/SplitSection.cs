using System.Globalization;
using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>The splits: their sizes, whether they are alike, and the evidence that nothing leaks between them.</summary>
internal static class SplitSection
{
    private const int MostLabels = 15;

    private static readonly string[] AboutSplits = ["Splitting", "Leakage"];

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var splits = Enum.GetValues<Split>().Where(s => data.Numbers.Rows[s] > 0).ToList();
        if (splits.Count == 0) yield break;
        var groups = splits.ToDictionary(s => s, s => DatasetProfile.Of([.. data.Result.Examples.Where(e => RunNumbers.SplitOf(e) == s)]));
        List<IView> parts = [new Card("Sizes", Sizes(data, splits, groups))];
        if (data.After.Labels.Length > 1) parts.Add(new Card("Share of each label", Labels(data, splits, groups)));
        if (data.Drift.Count > 0) parts.Add(new Card("Drift against the inputs before cleaning", Drifts(data), new Prose(
            "Population stability index: up to .1 alike, up to .25 to look at, above it different.", "lead")));
        var evidence = data.Findings.Where(f => AboutSplits.Contains(f.Stage)).ToList();
        if (evidence.Count > 0)
            parts.Add(new Card("Evidence", new Graded([.. evidence.Select(f => (Numbers.Words(f.Finding.Severity), data.Mask.Text(f.Finding.Text), $"{f.Stage} · {f.Finding.Code}"))])));
        yield return new("splits", "Splits", "No conversation, person, near-same input or synthetic parent is in two of them.", parts);
    }

    private static Table Sizes(ReportData data, List<Split> splits, Dictionary<Split, DatasetProfile> groups) => new()
    {
        Columns = [new("split"), new("examples", true), new("share", true), new("lines", true), new("≈ tokens", true), new("median answer, characters", true)],
        Rows = [.. splits.Select(s => (IReadOnlyList<string>)
        [
            Numbers.Words(s), Numbers.Count(data.Numbers.Rows[s]), Numbers.Share(data.Numbers.Rows[s], data.Numbers.Kept), Numbers.Count(data.Numbers.Lines[s]),
            Numbers.Count(groups[s].Tokens.Sum), Numbers.Count(groups[s].OutputCharacters.Median),
        ])],
    };

    private static Chart Labels(ReportData data, List<Split> splits, Dictionary<Split, DatasetProfile> groups)
    {
        var labels = data.After.Labels.Take(MostLabels).Select(l => l.Key).ToList();
        double Share(Split split, string label) =>
            groups[split].Count == 0 ? double.NaN : Math.Round((double)groups[split].Labels.FirstOrDefault(l => l.Key == label).Value / groups[split].Count, 6);
        return Chart.HeatMap("Share of each label in each split", labels.Select(l => data.Mask.Text(l)), splits.Select(s => Numbers.Words(s)),
            labels.Select(l => (IReadOnlyList<double>)[.. splits.Select(s => Share(s, l))]), new() { ShowTitle = false, Percent = true, Low = 0, Width = 700 });
    }

    private static Table Drifts(ReportData data) => new()
    {
        Columns = [new("what"), new("split"), new("PSI", true), new("verdict")],
        Rows = [.. data.Drift.Select(d => (IReadOnlyList<string>)
            [d.Feature, Numbers.Words(d.Split), d.Psi is { } psi ? psi.ToString("0.000", CultureInfo.InvariantCulture) : "too few rows", Checklist.Word(d.State)])],
    };
}
