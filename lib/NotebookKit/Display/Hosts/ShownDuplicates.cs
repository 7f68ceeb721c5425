using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Text;

// How duplicates show themselves stands here, beside the views: a stage knows nothing of showing.
namespace NotebookKit.Deduplicating;

/// <content>Shows its clusters as a table and its thresholds as a chart. Texts of rows that no stage has anonymized are masked.</content>
public abstract partial class SimilarRowsResult
{
    private const int MostClusters = 20, Preview = 120;

    /// <summary>The clusters, the largest first: the kept row, how many rows left for it, how like it they are, and for how many input rows it stands.</summary>
    /// <param name="clusters">Clusters to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToClusterTable(int clusters = MostClusters, TextMask? mask = null) => new()
    {
        Caption = "Rows kept for others that are like them",
        Columns = [new("kept"), new("rows that left", ColumnKind.Number), new("stands for", ColumnKind.Number), new("least alike", ColumnKind.Number), new("most alike", ColumnKind.Number), new("input of the kept row"), new("input of the least alike")],
        Rows = [.. Clusters.Take(Guard.AtLeast(clusters, 0)).Select(c => (IReadOnlyList<string?>)
        [
            c.Kept.Id, Numbers.Count(c.Left.Count), Numbers.Count(c.Kept.Occurrences), Table.Cell(c.Least), Table.Cell(c.Most), Line(TextMask.Shown(c.Kept, mask)), Line(TextMask.Shown(c.Left.MinBy(r => r.Measured ?? 1)!, mask)),
        ])],
        Total = Clusters.Count,
    };

    /// <summary>How many rows each threshold would remove, as a line; the threshold that was taken is in the title.</summary>
    /// <param name="steps">Steps between the least similarity that was measured and 1, at least 1. Default 20.</param>
    public Chart ToThresholdChart(int steps = Steps) => Chart.Line(
        $"Rows that leave, by threshold ({Numbers.Value(Plan.Threshold)} was taken: {Numbers.Count(Removed.Count)})",
        Sweep(steps).Select(s => new ChartPoint(s.Threshold, s.Removed)),
        new() { XTitle = "threshold", YTitle = "rows that leave" });

    private static string? Line(Example? example) => example is null ? null : Visible.Cut(Visible.Line(example.Input), Preview);
}
