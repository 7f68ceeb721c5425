namespace NotebookKit.Splitting;

/// <summary>What splitting knows about one row: no text, only hashes.</summary>
/// <param name="Id">Id of the example.</param>
/// <param name="Label">Its class.</param>
/// <param name="Keys">Rows with one of these in common stay together.</param>
/// <param name="Shingles">Shingles of its input.</param>
/// <param name="Date">UTC ticks; null where it has no date.</param>
/// <param name="MadeByModel">True for synthetic and distilled rows.</param>
internal sealed record SplitRow(string Id, string? Label, ulong[] Keys, ulong[] Shingles, long? Date, bool MadeByModel);

/// <summary>The rows of a part, in ordinal order of ids.</summary>
public sealed class SplitSummary : IPersisted<SplitSummary>
{
    internal SplitSummary(IEnumerable<SplitRow> rows)
    {
        SplitRow[] sorted = [.. rows];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Rows = sorted;
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal SplitRow[] Rows { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer) => writer.WriteList(Rows, row =>
    {
        writer.Write(row.Id);
        writer.WriteOptional(row.Label);
        writer.WriteList(row.Keys, writer.Write);
        writer.WriteList(row.Shingles, writer.Write);
        writer.Write(row.Date ?? -1);
        writer.Write(row.MadeByModel);
    });

    /// <inheritdoc/>
    public static SplitSummary Read(BinaryReader reader) => new(reader.ReadList(() => new SplitRow(
        reader.ReadString(), reader.ReadOptional(), reader.ReadList(reader.ReadUInt64), reader.ReadList(reader.ReadUInt64),
        reader.ReadInt64() is >= 0 and var ticks ? ticks : null, reader.ReadBoolean())));
}
