using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Text;

// How proofs of anonymizing show themselves stands here, beside the views: a stage knows nothing of showing.
namespace NotebookKit.Anonymizing;

/// <content>Shows itself as a table of types; no text is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class SpanScore : IView
{
    /// <summary>One row a type: marked, found, precision, recall, F1, F2, recall by whatever type, recall of words and numbers; all types together below.</summary>
    public Table ToTable() => new()
    {
        Columns = [new("type"), .. ((string[])["gold", "found", "precision", "recall", "F1", "F2", "any-type recall", "token recall"]).Select(n => new Column(n, ColumnKind.Number))],
        Rows = [.. ByType.Select(Row)],
        Foot = Row(Overall),
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    private static IReadOnlyList<string?> Row(SpanCounts counts)
    {
        string? Share(double share, long of) => of == 0 ? null : share.ToString("0.000", CultureInfo.InvariantCulture);
        return
        [
            counts.Type, Numbers.Count(counts.Gold), Numbers.Count(counts.Found), Share(counts.Precision, counts.Found), Share(counts.Recall, counts.Gold),
            Share(counts.F1, counts.Gold), Share(counts.F2, counts.Gold), Share(counts.AnyRecall, counts.Gold), Share(counts.TokenRecall, counts.Tokens),
        ];
    }
}
