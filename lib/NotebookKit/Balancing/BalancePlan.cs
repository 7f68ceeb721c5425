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
    private readonly CountedNames labels;
    private readonly CountedNames sources;

    internal BalancePlan(
        IEnumerable<KeyValuePair<string, BalanceVerdict>> verdicts, IEnumerable<string> labels, IEnumerable<string> sources, IReadOnlyList<Finding> findings)
    {
        this.verdicts = new(verdicts, StringComparer.Ordinal);
        this.labels = new("label", labels);
        this.sources = new("source", sources);
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
        writer.WriteList(labels.Names, writer.Write);
        writer.WriteList(sources.Names, writer.Write);
        writer.WriteFindings(Findings);
    }

    /// <inheritdoc/>
    public static BalancePlan Read(BinaryReader reader) => new(
        reader.ReadList(() => KeyValuePair.Create(
            reader.ReadString(), new BalanceVerdict(reader.ReadInt32(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()))),
        reader.ReadList(reader.ReadString), reader.ReadList(reader.ReadString), reader.ReadFindings());

    /// <summary>What becomes of a row; null where it just stays.</summary>
    internal BalanceVerdict? Of(string id) => verdicts.TryGetValue(id, out var verdict) ? verdict : null;

    /// <summary>Adds to the counts of the example's label and source.</summary>
    internal void Count(Tally tally, Example example, CountedWhen when, long by)
    {
        tally.Add(labels.Of(example.Label, when), by);
        tally.Add(sources.Of(example.Source, when), by);
    }
}

/// <summary>Which of the counts of a name.</summary>
internal enum CountedWhen
{
    Before,
    After,
    Occurrences,
}

/// <summary>The names of counts: <c>before:label:billing</c>. They are made once, not once a row.</summary>
internal sealed class CountedNames
{
    private readonly string field;
    private readonly Dictionary<string, string[]> known = new(StringComparer.Ordinal);
    private readonly string[] none;
    private readonly string[] other;

    public CountedNames(string field, IEnumerable<string> names)
    {
        this.field = field;
        foreach (var name in names) known.Add(name, Keys(name));
        (none, other) = (Keys("(none)"), Keys("(other)"));
    }

    /// <summary>The names that are counted one by one, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => [.. known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The count that a value of the field goes into.</summary>
    public string Of(string? value, CountedWhen when) => (value is null ? none : known.GetValueOrDefault(value, other))[(int)when];

    private string[] Keys(string name) => [$"before:{field}:{name}", $"after:{field}:{name}", $"occurrences:{field}:{name}"];
}
