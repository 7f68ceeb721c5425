using System.Runtime.InteropServices;

namespace NotebookKit.Deduplicating;

/// <summary>What duplicates need to know about one row: how good it is, its view as a hash and as shingles, and its answer.</summary>
internal sealed record RowSketch(RowRank Rank, int Occurrences, ulong Key, ulong[] Shingles, ulong AnswerKey, ulong[] AnswerWords)
{
    public string Id => Rank.Id;

    /// <summary>True where both answers are the same text, or share enough words.</summary>
    public bool AnswersLike(RowSketch other, double atLeast) =>
        AnswerKey == other.AnswerKey || Text.Shingles.Jaccard(AnswerWords, other.AnswerWords, atLeast) >= 0;

    public void Write(BinaryWriter writer)
    {
        Rank.Write(writer);
        writer.Write(Occurrences);
        writer.Write(Key);
        WriteSet(writer, Shingles);
        writer.Write(AnswerKey);
        WriteSet(writer, AnswerWords);
    }

    public static RowSketch Read(BinaryReader reader) =>
        new(RowRank.Read(reader), reader.ReadInt32(), reader.ReadUInt64(), ReadSet(reader), reader.ReadUInt64(), ReadSet(reader));

    private static void WriteSet(BinaryWriter writer, ulong[] set)
    {
        writer.Write7BitEncodedInt(set.Length);
        writer.Write(MemoryMarshal.AsBytes(set.AsSpan()));
    }

    private static ulong[] ReadSet(BinaryReader reader)
    {
        var set = new ulong[reader.Read7BitEncodedInt()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(set.AsSpan()));
        return set;
    }
}

/// <summary>What duplicates need to know about the rows of a part: hashes and ranks, in ordinal order of ids, so that parts merge to the same
/// bytes in any order.</summary>
public sealed class RowSketches : IPersisted<RowSketches>
{
    private RowSketches(RowSketch[] rows) => Rows = rows;

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal IReadOnlyList<RowSketch> Rows { get; }

    internal static RowSketches Of(IReadOnlyList<Example> part, Func<Example, RowSketch> sketch) => Sorted([.. part.Select(sketch)]);

    internal static RowSketches Merge(IReadOnlyList<RowSketches> parts) => Sorted([.. parts.SelectMany(p => p.Rows)]);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer) => writer.WriteList(Rows, row => row.Write(writer));

    /// <inheritdoc/>
    public static RowSketches Read(BinaryReader reader) => new(reader.ReadList(() => RowSketch.Read(reader)));

    /// <summary>Best row first.</summary>
    internal RowSketch[] ByRank()
    {
        var rows = Rows.ToArray();
        Array.Sort(rows, (x, y) => x.Rank.CompareTo(y.Rank));
        return rows;
    }

    private static RowSketches Sorted(RowSketch[] rows)
    {
        Array.Sort(rows, (x, y) => string.CompareOrdinal(x.Id, y.Id));
        return new(rows);
    }
}
