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
    private readonly HashSet<uint>[] overfull;
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
        var crowded = new uint[wanted.Length];
        overfull = [.. Chunks.Run(MinHash.Bands, run, (band, _) => Overfull(band, crowded), ranges: MinHash.Bands)];
        foreach (var bits in crowded) Crowded += BitOperations.PopCount(bits);
    }

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
        equal &= (1u << band) - 1;
        for (; equal != 0; equal &= equal - 1)
        {
            var earlier = BitOperations.TrailingZeroCount(equal);
            if (overfull[earlier].Count == 0 || !overfull[earlier].Contains(Of(x)[earlier])) return true;
        }

        return false;
    }

    private Span<uint> Of(int row) => keys.AsSpan(row * MinHash.Bands, MinHash.Bands);

    private ulong Entry(int row, int band) => ((ulong)keys[(row * MinHash.Bands) + band] << 32) | (uint)row;

    /// <summary>False where not even all rows whose keys end alike are too many: that is sure long before the band is sorted.</summary>
    private bool MayBeOverfull(int band)
    {
        var counts = ArrayPool<int>.Shared.Rent(1 << 16);
        Array.Clear(counts);
        var most = 0;
        foreach (var row in rows) most = Math.Max(most, ++counts[(ushort)keys[(row * MinHash.Bands) + band]]);
        ArrayPool<int>.Shared.Return(counts);
        return most > SimilarityJoin.MaxBucket;
    }

    /// <summary>Keys of buckets that will be split, so that two rows that meet in them may not be compared.</summary>
    private HashSet<uint> Overfull(int band, uint[] crowded)
    {
        var found = new HashSet<uint>();
        if (!MayBeOverfull(band)) return found;
        Sorted(band, sorted =>
        {
            for (int from = 0, to; from < sorted.Length; from = to)
            {
                to = End(sorted, from);
                if (to - from <= SimilarityJoin.MaxBucket) continue;
                found.Add((uint)(sorted[from] >> 32));
                for (var i = from; i < to; i++) Interlocked.Or(ref crowded[(int)sorted[i] >> 5], 1u << (int)sorted[i]);
            }
        });
        return found;
    }
}
