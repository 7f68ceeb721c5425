namespace NotebookKit.Splitting;

/// <summary>The split and the group of each row, and what was found on the way.</summary>
public sealed class SplitPlan : IPersisted<SplitPlan>
{
    private readonly string[] ids;
    private readonly byte[] splits;
    private readonly ulong[] groups;
    private readonly Dictionary<string, int> index;

    /// <param name="ids">Ids of the rows, in ordinal order.</param>
    /// <param name="splits">Split of each row.</param>
    /// <param name="groups">Code of the row's group; 0 for a row that is alone.</param>
    /// <param name="findings">What to tell people.</param>
    internal SplitPlan(string[] ids, byte[] splits, ulong[] groups, IReadOnlyList<Finding> findings)
    {
        (this.ids, this.splits, this.groups, Findings) = (ids, splits, groups, findings);
        index = new(ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++) index.Add(ids[i], i);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>What was found about the whole.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The split of an example, and the code of its group: null where it is alone.</summary>
    /// <exception cref="KeyNotFoundException">The plan was made without that example.</exception>
    public (Split Split, string? Group) Of(string id) => index.TryGetValue(id, out var row)
        ? ((Split)splits[row], groups[row] == 0 ? null : $"g{groups[row]:x16}")
        : throw new KeyNotFoundException("The split was planned without this example; plan again over all of them.");

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(ids, writer.Write);
        writer.WriteList(splits, writer.Write);
        writer.WriteList(groups, writer.Write);
        writer.WriteFindings(Findings);
    }

    /// <inheritdoc/>
    public static SplitPlan Read(BinaryReader reader) => new(
        reader.ReadList(reader.ReadString), reader.ReadList(reader.ReadByte), reader.ReadList(reader.ReadUInt64), reader.ReadFindings());
}
