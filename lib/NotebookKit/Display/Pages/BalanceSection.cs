using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>What goes into training: how the labels weigh, how much a model made, and whether it is enough.</summary>
internal static class BalanceSection
{
    private static readonly string[] AboutBalance = ["Balancing", "SyntheticShare", "Formatting"];

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var train = data.Result.Examples.Where(e => RunNumbers.SplitOf(e) == Split.Train).ToList();
        if (train.Count == 0) yield break;
        var parts = new List<IView>();
        var labels = Lines(train, e => e.Label).ToList();
        if (labels.Count > 1)
            parts.Add(new Card("Training lines by label", Chart.BeforeAfter("Training lines by label", Masked(Rows(train, e => e.Label), data), Masked(labels, data),
                new() { ShowTitle = false, Width = 460, Before = "examples", After = "lines with copies" })));
        parts.Add(new Card("Training lines by origin", Chart.Bar("Training lines by origin", Lines(train, e => Numbers.Words(e.Origin)), new() { Horizontal = true, Sorted = true, ShowTitle = false, Width = 460 })));
        var said = data.Findings.Where(f => AboutBalance.Contains(f.Stage)).ToList();
        var body = new List<IView> { new Grid(parts) };
        if (said.Count > 0)
            body.Add(new Graded([.. said.Select(f => (Numbers.Words(f.Finding.Severity), data.Mask.Text(f.Finding.Text), $"{f.Stage} · {f.Finding.Code}"))]));
        yield return new("balance", "Balance, synthetic share and size", "What the trainer sees: training lines, copies included.", body);
    }

    private static IEnumerable<KeyValuePair<string, long>> Lines(List<Example> train, Func<Example, string?> key) =>
        train.GroupBy(e => key(e) ?? DatasetProfile.None, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(e => (long)RunNumbers.CopiesOf(e))));

    private static IEnumerable<KeyValuePair<string, long>> Rows(List<Example> train, Func<Example, string?> key) =>
        train.CountBy(e => key(e) ?? DatasetProfile.None, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (long)g.Value));

    private static IEnumerable<KeyValuePair<string, long>> Masked(IEnumerable<KeyValuePair<string, long>> counts, ReportData data) =>
        counts.GroupBy(c => data.Mask.Text(c.Key), StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Value)));
}
