using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>The keys of all sets' bands, and which buckets are too full to compare all their pairs.</summary>
internal sealed class BandKeys
{
    private readonly int[] rows;
    private readonly uint[] keys;

    // For each row the bands in which its bucket will be split, so that rows that meet there may not be compared.
    private readonly uint[] overfull;
    private readonly ConcurrentBag<(ulong[] Entries, ulong[] Spare)> spare = [];

    /// <summary>Makes the keys of the given rows, which ascend.</summary>
    public BandKeys(HashSets sets, int[] rows, RunContext run)
    {
        this.rows = rows;
        keys = new uint[(long)sets.Count * MinHash.Bands];
        var wanted = new uint[(sets.Count / 32) + 1];
        foreach (var row in rows) wanted[row >> 5] |= 1u << row;
        sets.Each(run, (row, members) =>
        {
            if ((wanted[row >> 5] >> row & 1) != 0) MinHash.Keys(members, Of(row));
        });
        overfull = new uint[sets.Count];
        Chunks.Run(MinHash.Bands, run, (band, _) => MarkOverfull(band), ranges: MinHash.Bands);
        Crowded = overfull.Count(bands => bands != 0);
    }

    /// <summary>The rows that have keys.</summary>
    public ReadOnlySpan<int> All => rows;

    /// <summary>Rows in overfull buckets.</summary>
    public int Crowded { get; }

    /// <summary>Hands out the rows of one band by key, and those of one key ascending: the key in the upper half, the row in the lower.</summary>
    public void Sorted(int band, Action<ulong[]> use)
    {
        // The arrays are large: as many as there are threads, used again for each band.
        if (!spare.TryTake(out var pair)) pair = (new ulong[rows.Length], new ulong[rows.Length]);
        for (var i = 0; i < rows.Length; i++) pair.Entries[i] = Entry(rows[i], band);
        use(HashSort.ByUpperHalf(pair.Entries, pair.Spare, rows.Length));
        spare.Add(pair);
    }

    /// <summary>To be called after the last band: gives back what sorting took, 16 bytes a row and thread.</summary>
    public void EndSorting() => spare.Clear();

    /// <summary>Cuts rows, which ascend, into those with the same key of a band, at least two.</summary>
    public IEnumerable<int[]> Cut(int[] some, int band)
    {
        var sorted = Array.ConvertAll(some, row => Entry(row, band));
        Array.Sort(sorted);
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = End(sorted, from);
            if (to - from > 1) yield return Rows(sorted, from, to);
        }
    }

    /// <summary>Where the rows with the key of entry <paramref name="from"/> end.</summary>
    public static int End(ulong[] sorted, int from)
    {
        var to = from + 1;
        while (to < sorted.Length && sorted[to] >> 32 == sorted[from] >> 32) to++;
        return to;
    }

    /// <summary>The rows of some entries.</summary>
    public static int[] Rows(ulong[] sorted, int from, int to) => Array.ConvertAll(sorted[from..to], entry => (int)entry);

    /// <summary>True where a band before <paramref name="band"/> has compared the pair for certain.</summary>
    public bool MetEarlier(int x, int y, int band)
    {
        var one = MemoryMarshal.Cast<uint, Vector256<uint>>(Of(x));
        var other = MemoryMarshal.Cast<uint, Vector256<uint>>(Of(y));
        var equal = 0u;
        for (var lane = 0; lane * Vector256<uint>.Count < band; lane++)
            equal |= Vector256.Equals(one[lane], other[lane]).ExtractMostSignificantBits() << (lane * Vector256<uint>.Count);
        return (equal & ((1u << band) - 1) & ~overfull[x]) != 0;
    }

    /// <summary>The keys of a row's bands.</summary>
    public Span<uint> Of(int row) => keys.AsSpan(row * MinHash.Bands, MinHash.Bands);

    private uint Key(int row, int band) => keys[(row * MinHash.Bands) + band];

    private ulong Entry(int row, int band) => ((ulong)Key(row, band) << 32) | (uint)row;

    /// <summary>Marks the rows of one band's overfull buckets; how many they are.</summary>
    private int MarkOverfull(int band)
    {
        // Only where too many keys end alike can too many be equal: few rows are left to sort.
        var counts = ArrayPool<int>.Shared.Rent(1 << 16);
        Array.Clear(counts);
        foreach (var row in rows) counts[(ushort)Key(row, band)]++;
        var some = new List<ulong>();
        if (counts.AsSpan().ContainsAnyInRange(SimilarityJoin.MaxBucket + 1, int.MaxValue))
            foreach (var row in rows)
                if (counts[(ushort)Key(row, band)] > SimilarityJoin.MaxBucket) some.Add(Entry(row, band));
        ArrayPool<int>.Shared.Return(counts);
        var sorted = some.ToArray();
        Array.Sort(sorted);
        var marked = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = End(sorted, from);
            if (to - from <= SimilarityJoin.MaxBucket) continue;
            foreach (var entry in sorted.AsSpan(from, to - from)) Interlocked.Or(ref overfull[(int)entry], 1u << band);
            marked += to - from;
        }

        return marked;
    }
}
