using NotebookKit.Display;

// How the core's own types show themselves stands here, beside the views: the core itself knows nothing of showing.
namespace NotebookKit;

/// <content>Shows itself as the table of its first examples.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class Dataset : IView
{
    /// <inheritdoc/>
    public string ToText() => this.ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => this.ToTable().ToHtml();
}

/// <content>Shows itself as the table of its stages; no text of rows is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed partial class History : IView
{
    /// <inheritdoc/>
    public string ToText() => this.ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => this.ToTable().ToHtml();
}

/// <content>Shows itself as its numbers and reasons; no text of rows is in it.</content>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public partial class StageResult : IView
{
    /// <inheritdoc/>
    public string ToText() => string.Join("\n\n", Tables().Select(t => t.ToText()));

    /// <inheritdoc/>
    public string ToHtml() => string.Concat(Tables().Select(t => t.ToHtml()));

    /// <summary>What it shows, one table below the other.</summary>
    private protected virtual IEnumerable<Table> Tables()
    {
        yield return new[] { Report }.ToTable();
        if (Report.Reasons.Count > 0) yield return Counted("removed because", Report.Reasons, Report.Received);
        if (Report.Flagged.Count > 0) yield return Counted("kept with the remark", Report.Flagged, Report.Kept);
        if (Report.Findings.Count > 0) yield return Report.Findings.ToTable();
    }

    private static Table Counted(string heading, IReadOnlyDictionary<string, long> counts, long whole) => new()
    {
        Columns = [new(heading), new("count", ColumnKind.Number), new("share", ColumnKind.Share)],
        Rows = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (IReadOnlyList<string?>)[c.Key, Text.Numbers.Count(c.Value), Text.Numbers.Share(c.Value, whole)])],
    };
}
