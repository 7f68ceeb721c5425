namespace NotebookKit.Balancing;

/// <summary>What becomes of a row that does not just stay.</summary>
/// <param name="Copies">How often it goes into training; 0: it is removed.</param>
/// <param name="Reason">Why it is removed; empty where it stays.</param>
/// <param name="Measured">Rows of its class.</param>
/// <param name="Limit">Rows that its class may have.</param>
internal readonly record struct BalanceVerdict(int Copies, string Reason, int Measured, int Limit);

/// <summary>The rows that leave or are repeated, and the names that are counted one by one.</summary>
public sealed class BalancePlan : IPersisted<BalancePlan>
{
    private readonly Dictionary<string, BalanceVerdict> verdicts;
    private readonly HashSet<string> labels;
    private readonly HashSet<string> sources;

    internal BalancePlan(IEnumerable<KeyValuePair<string, BalanceVerdict>> verdicts, IEnumerable<string> labels, IEnumerable<string> sources, IReadOnlyList<Finding> findings)
    {
        this.verdicts = new(verdicts, StringComparer.Ordinal);
        this.labels = new(labels, StringComparer.Ordinal);
        this.sources = new(sources, StringComparer.Ordinal);
        Findings = findings;
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>What was found about the whole.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList([.. verdicts.OrderBy(v => v.Key, StringComparer.Ordinal)], pair =>
        {
            writer.Write(pair.Key);
            writer.Write(pair.Value.Copies);
            writer.Write(pair.Value.Reason);
            writer.Write(pair.Value.Measured);
            writer.Write(pair.Value.Limit);
        });
        writer.WriteList([.. labels.Order(StringComparer.Ordinal)], writer.Write);
        writer.WriteList([.. sources.Order(StringComparer.Ordinal)], writer.Write);
        writer.WriteFindings(Findings);
    }

    /// <inheritdoc/>
    public static BalancePlan Read(BinaryReader reader) => new(
        reader.ReadList(() => KeyValuePair.Create(reader.ReadString(), new BalanceVerdict(reader.ReadInt32(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()))),
        reader.ReadList(reader.ReadString), reader.ReadList(reader.ReadString), reader.ReadFindings());

    /// <summary>What becomes of a row; null where it just stays.</summary>
    internal BalanceVerdict? Of(string id) => verdicts.TryGetValue(id, out var verdict) ? verdict : null;

    /// <summary>The name under which a label is counted.</summary>
    internal string CountedLabel(string? label) => Counted(labels, label);

    /// <summary>The name under which a source is counted.</summary>
    internal string CountedSource(string? source) => Counted(sources, source);

    private static string Counted(HashSet<string> names, string? name) => name is null ? "(none)" : names.Contains(name) ? name : "(other)";
}
