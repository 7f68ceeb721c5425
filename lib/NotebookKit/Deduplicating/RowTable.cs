using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>All rows of a dataset by id: their rank, and how many input rows each stood for. About 15 bytes a row and its id.</summary>
internal sealed class RowTable
{
    private readonly IdColumn ids;
    private readonly List<int> occurrences;

    // Rank and one more by the hash of the id, 0 where free; at most two thirds full. The bits that no rank needs hold bits of the hash, so that hardly any other id is ever looked at.
    private readonly uint[] slots;
    private readonly int rankBits;

    private RowTable(int count, long size = 256)
    {
        (ids, occurrences) = (new(count, size), new(count));
        slots = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + (count / 2)))];
        rankBits = BitOperations.Log2((uint)count + 1) + 1;
    }

    public int Count => ids.Count;

    /// <summary>The rows of a summary, by rank.</summary>
    public static RowTable Of(RankedRows rows)
    {
        var table = new RowTable(rows.Count, rows.IdSize);
        for (var rank = 0; rank < rows.Count; rank++) table.Add(rows.Id(rank), rows.Occurrences(rank));
        return table;
    }

    public string Id(int rank) => ids[rank];

    public int Occurrences(int rank) => occurrences[rank];

    /// <summary>The rank of a row; −1 where the id is unknown.</summary>
    public int Find(string id)
    {
        var hash = StableHash.Of(id);
        for (var slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var held = slots[slot];
            if (held == 0) return -1;
            if (held >> rankBits != Mark(hash)) continue;
            var rank = (int)(held & ((1u << rankBits) - 1)) - 1;
            if (ids.Is(rank, id)) return rank;
        }
    }

    public void Write(BinaryWriter writer) => writer.WriteList([.. Enumerable.Range(0, Count)], rank =>
    {
        writer.Write(Id(rank));
        writer.Write(Occurrences(rank));
    });

    public static RowTable Read(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var table = new RowTable(count);
        for (var rank = 0; rank < count; rank++) table.Add(reader.ReadString(), reader.ReadInt32());
        return table;
    }

    private void Add(string id, int times)
    {
        ids.Add(id);
        occurrences.Add(times);
        var hash = StableHash.Of(id);
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = (Mark(hash) << rankBits) | (uint)Count;
    }

    /// <summary>Bits of a hash that the place of a slot does not hold.</summary>
    private uint Mark(ulong hash) => (uint)(hash >> 32) >> rankBits;
}
