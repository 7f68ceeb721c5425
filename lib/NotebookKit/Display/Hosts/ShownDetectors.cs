using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Text;

// How detectors of outliers show themselves stands here, beside the views: they know nothing of showing.
namespace NotebookKit.Outliers;

/// <content>Shows itself as its measures; no text of rows is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class DetectionQuality : IView
{
    /// <summary>One row: normal and strange examples, AUROC, AUPR, FPR95.</summary>
    public Table ToTable() => new()
    {
        Columns = [.. ((string[])["normal", "strange", "AUROC", "AUPR", "FPR95"]).Select(n => new Column(n, ColumnKind.Number))],
        Rows = [[Numbers.Count(Normal.Count), Numbers.Count(Strange.Count), Told(Auroc), Told(Aupr), Told(Fpr95)]],
    };

    /// <summary>The ROC curve, beside the line of chance.</summary>
    public Chart ToRocChart()
    {
        // Corners are enough: a step that goes on in the direction of the one before says nothing new.
        var corners = new List<ChartPoint>();
        for (var i = 0; i < Roc.Count; i++)
        {
            var isCorner = i == 0 || i == Roc.Count - 1 || !((Roc[i - 1].FalseAlarms == Roc[i].FalseAlarms && Roc[i].FalseAlarms == Roc[i + 1].FalseAlarms) || (Roc[i - 1].Found == Roc[i].Found && Roc[i].Found == Roc[i + 1].Found));
            if (isCorner) corners.Add(new(Roc[i].FalseAlarms, Roc[i].Found));
        }

        return Chart.Line($"ROC: AUROC {Told(Auroc)}, FPR95 {Told(Fpr95)}", [new PointSeries("scores", corners), new PointSeries("chance", [new(0, 0), new(1, 1)])],
            new() { XTitle = "share of normal examples called strange", YTitle = "share of strange examples found", Markers = false });
    }

    /// <summary>How the scores of normal and of strange examples are spread, as shares of each.</summary>
    /// <param name="bins">About how many bins, 1 to 200; null for a rule.</param>
    public Chart ToHistogram(int? bins = null) =>
        Chart.Histogram("Scores of normal and strange examples", [new NumberSeries("normal", Normal), new NumberSeries("strange", Strange)], new() { XTitle = "score (higher is stranger)", Bins = bins });

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml() + ToRocChart().ToHtml() + ToHistogram().ToHtml();

    private static string Told(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}

/// <content>Shows what it calls odd.</content>
public abstract partial class FittedDetector
{
    private const int MostFlagged = 20, Preview = 120;

    /// <summary>The examples that a decision calls odd, the strangest first: id, score, the nearest examples that belong with their similarity, the terms that carry the score, and the input.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="decision">Where normal ends.</param>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="mask">Masks what is shown; null masks, by the defaults of the anonymizer, what no stage has anonymized.</param>
    public Table ToFlaggedTable(Dataset examples, OutlierDecision decision, int rows = MostFlagged, TextMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(decision);
        return ToFlaggedTable(examples, Score(examples.Examples), decision, rows, mask);
    }

    /// <summary>The same of scores that are there.</summary>
    internal Table ToFlaggedTable(Dataset examples, double[] scores, OutlierDecision decision, int rows = MostFlagged, TextMask? mask = null)
    {
        var odd = Strangest(examples, scores, decision);
        return new()
        {
            Caption = $"Stranger than {decision.Rule}",
            Columns = [new("id"), new("score", ColumnKind.Number), new("nearest that belong"), new("strange for"), new("input")],
            Rows = [.. odd.Take(Guard.AtLeast(rows, 0)).Select(i => Row(examples.Examples[i], scores[i], TextMask.Shown(examples.Examples[i], mask)))],
            Total = odd.Length,
        };
    }

    /// <summary>Places of the examples that a decision calls odd, the strangest first.</summary>
    internal static int[] Strangest(Dataset examples, double[] scores, OutlierDecision decision) =>
        [.. Enumerable.Range(0, scores.Length).Where(i => decision.IsOdd(scores[i])).OrderByDescending(i => scores[i]).ThenBy(i => examples.Examples[i].Id, StringComparer.Ordinal)];

    private IReadOnlyList<string?> Row(Example example, double score, Example shown)
    {
        // Words come from the text as it is shown: what is masked is not among them.
        var why = Explain(shown, 3);
        return
        [
            example.Id, Numbers.Value(score), string.Join(", ", why.Neighbours.Select(n => $"{n.Id} ({Numbers.Value(n.Similarity)})")),
            string.Join(", ", why.Terms.Where(t => t.Share > 0).Select(t => Visible.Line(t.Term))), Visible.Cut(Visible.Line(shown.Input), Preview),
        ];
    }
}
