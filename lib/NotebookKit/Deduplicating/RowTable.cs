using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>All rows of a dataset by id: their rank, and how many input rows each stood for. About 15 bytes a row and its id.</summary>
internal sealed class RowTable
{
    private readonly IdColumn ids;
    private readonly List<int> occurrences;

    // Rank and one more by the hash of the id, 0 where free; at most half full.
    private readonly int[] slots;

    private RowTable(int count, long size = 256)
    {
        (ids, occurrences) = (new(count, size), new(count));
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + (count / 2)))];
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
        for (var slot = (int)StableHash.Of(id) & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var rank = slots[slot] - 1;
            if (rank < 0 || ids.Is(rank, id)) return rank;
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
        var slot = (int)StableHash.Of(id) & (slots.Length - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = Count;
    }
}
