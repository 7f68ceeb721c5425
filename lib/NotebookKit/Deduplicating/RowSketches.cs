using System.Runtime.InteropServices;

namespace NotebookKit.Deduplicating;

/// <summary>What duplicates need to know about the rows of a part: hashes and ranks. Written in ordinal order of ids, so that parts merge to the same
/// bytes in any order. Where they are many the hashes stand in temporary files, and a merged summary is a handle to them.</summary>
public sealed class RowSketches : IPersisted<RowSketches>
{
    /// <summary>Hashes that the blocks of a merged summary hold in memory at most; 256 MB.</summary>
    private const long MostHeld = 32L << 20;

    private RowSketches(IReadOnlyList<SketchBlock> blocks) => Blocks = blocks;

    /// <inheritdoc/>
    public static int FormatVersion => 2;

    internal IReadOnlyList<SketchBlock> Blocks { get; }

    internal static RowSketches Of(SketchBlock block) => new([block.Done()]);

    internal static RowSketches Merge(IReadOnlyList<RowSketches> parts)
    {
        SketchBlock[] blocks = [.. parts.SelectMany(p => p.Blocks).Where(b => b.Count > 0)];
        if (blocks.Sum(b => (long)b.Held) > MostHeld)
        {
            HashFile? shared = null;
            foreach (var block in blocks.Where(b => b.Held > 0)) shared = block.Spill(shared);
        }

        return new(blocks);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var rows = Blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(r => (Block: b, Row: r))).ToArray();
        Array.Sort(rows, (x, y) => x.Block.Ids.Compare(x.Row, y.Block.Ids, y.Row));
        ulong[] buffer = [];
        writer.WriteList(rows, row =>
        {
            row.Block.Rank(row.Row).Write(writer);
            writer.Write(row.Block.Occurrences(row.Row));
            writer.Write(row.Block.Key(row.Row));
            WriteSet(writer, row.Block.Set(row.Row, ref buffer));
            writer.Write(row.Block.AnswerKey(row.Row));
            WriteSet(writer, row.Block.AnswerWords(row.Row, ref buffer));
        });
    }

    /// <inheritdoc/>
    public static RowSketches Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var block = new SketchBlock(new RunContext().Scratch);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            block.Add(RowRank.Read(reader), reader.ReadInt32(), reader.ReadUInt64(), ReadSet(reader), reader.ReadUInt64(), ReadSet(reader));
        return Of(block);
    }

    internal static void WriteSet(BinaryWriter writer, ReadOnlySpan<ulong> set)
    {
        writer.Write7BitEncodedInt(set.Length);
        writer.Write(MemoryMarshal.AsBytes(set));
    }

    internal static ulong[] ReadSet(BinaryReader reader)
    {
        var set = new ulong[reader.Read7BitEncodedInt()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(set.AsSpan()));
        return set;
    }
}
