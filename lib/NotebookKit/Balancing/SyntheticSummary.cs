namespace NotebookKit.Balancing;

/// <summary>The synthetic training rows of a part, in ordinal order of ids, and how many lines the others make.</summary>
public sealed class SyntheticSummary : IPersisted<SyntheticSummary>
{
    internal SyntheticSummary(IEnumerable<(string Id, int Lines)> synthetic, long real, long unknown)
    {
        (string Id, int Lines)[] sorted = [.. synthetic];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        (Synthetic, Real, Unknown) = (sorted, real, unknown);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal (string Id, int Lines)[] Synthetic { get; }

    /// <summary>Lines of all other rows, those of unknown origin among them.</summary>
    internal long Real { get; }

    /// <summary>Rows of unknown origin.</summary>
    internal long Unknown { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(Synthetic, row =>
        {
            writer.Write(row.Id);
            writer.Write(row.Lines);
        });
        writer.Write(Real);
        writer.Write(Unknown);
    }

    /// <inheritdoc/>
    public static SyntheticSummary Read(BinaryReader reader) =>
        new(reader.ReadList(() => (reader.ReadString(), reader.ReadInt32())), reader.ReadInt64(), reader.ReadInt64());
}

/// <summary>The share of synthetic lines, and the rows that leave to reach the policy's.</summary>
public sealed class SyntheticPlan : IPersisted<SyntheticPlan>
{
    private readonly HashSet<string> leaving;

    internal SyntheticPlan(IEnumerable<string> leaving, double share, IReadOnlyList<Finding> findings)
    {
        this.leaving = new(leaving, StringComparer.Ordinal);
        (Share, Findings) = (share, findings);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>Share of synthetic lines among the training lines before anything left, 0–1, rounded to 6 digits.</summary>
    public double Share { get; }

    /// <summary>What was found about the whole.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>True where the row leaves.</summary>
    internal bool Leaves(string id) => leaving.Contains(id);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList([.. leaving.Order(StringComparer.Ordinal)], writer.Write);
        writer.Write(Share);
        writer.WriteFindings(Findings);
    }

    /// <inheritdoc/>
    public static SyntheticPlan Read(BinaryReader reader) => new(reader.ReadList(reader.ReadString), reader.ReadDouble(), reader.ReadFindings());
}
