using System.Numerics;

namespace NotebookKit.Text;

/// <summary>Finds the pairs of an earlier set and a new one with Jaccard similarity of at least a limit: candidates by the band keys that both have, every candidate verified exactly.
/// No earlier set is compared with another, and of an earlier one nothing is read but the sets of candidates. The result depends on the sets and their order alone.</summary>
/// <param name="earlier">The earlier sets, the best first.</param>
/// <param name="earlierKeys">The keys of their bands, band by band.</param>
/// <param name="sets">The new sets.</param>
/// <param name="keys">The keys of their bands.</param>
/// <param name="measureFrom">Least similarity.</param>
/// <param name="run">Threads.</param>
internal sealed class FrozenJoin(HashSets earlier, uint[][] earlierKeys, HashSets sets, BandKeys keys, double measureFrom, RunContext run)
{
    /// <summary>A bucket with more pairs than this is split by the keys of further bands.</summary>
    private const long MostPairs = (long)SimilarityJoin.MaxBucket * SimilarityJoin.MaxBucket;

    private const int MaxSplits = 3, Leaders = 10;

    /// <summary>Hashes of new sets that are at hand while a bucket is searched; 8 MB.</summary>
    private const int MostAtHand = 1 << 20;

    // For each new set the bands in which its bucket is split, so that not all its pairs are compared there.
    private readonly uint[] overfull = new uint[sets.Count];

    /// <summary>All pairs, A the earlier set and B the new one, ordered by (A, B). Of equal new sets only the first has pairs.</summary>
    /// <param name="crowded">New sets in buckets so full that not all pairs were compared.</param>
    public IReadOnlyList<SimilarEdge> Edges(out int crowded)
    {
        crowded = 0;
        if (earlier.Count == 0 || keys.All.Length == 0) return [];
        if ((long)earlier.Count * keys.All.Length > MostPairs)
        {
            Chunks.Run(MinHash.Bands, run, (band, _) => Each(band, Mark), ranges: MinHash.Bands);
            crowded = overfull.Count(bands => bands != 0);
        }

        var found = Chunks.Run(MinHash.Bands, run, (band, _) =>
        {
            var edges = new List<SimilarEdge>();
            Each(band, (_, rows, olds) => Search(edges, band, rows, olds, 0));
            return edges;
        }, ranges: MinHash.Bands);
        keys.EndSorting();
        return SimilarityJoin.Distinct([.. found.SelectMany(f => f)]);
    }

    private uint KeyOf(int old, int band) => earlierKeys[band][old];

    /// <summary>Hands out the buckets of a band in which new sets meet earlier ones; both ascend.</summary>
    private int Each(int band, Action<int, int[], int[]> use)
    {
        keys.Sorted(band, sorted =>
        {
            // One bit for each key, sixteen times as many as there are: nearly all earlier sets are passed over with one look.
            var count = keys.All.Length;
            var mask = (uint)Math.Min(1L << 31, (long)BitOperations.RoundUpToPowerOf2((ulong)count * 16)) - 1;
            var bits = new ulong[(mask / 64) + 1];
            for (var i = 0; i < count; i++)
            {
                var key = (uint)(sorted[i] >> 32) & mask;
                bits[key / 64] |= 1UL << (int)key;
            }

            var met = new List<ulong>();
            var column = earlierKeys[band];
            for (var old = 0; old < column.Length; old++)
            {
                if ((old & 0xFFFFF) == 0) run.Cancel.ThrowIfCancellationRequested();
                var key = column[old];
                if ((bits[(key & mask) / 64] >> (int)(key & mask) & 1) != 0 && earlier.Length(old) > 0) met.Add(((ulong)key << 32) | (uint)old);
            }

            var olds = met.ToArray();
            Array.Sort(olds);
            for (int from = 0, at = 0; from < olds.Length;)
            {
                var to = BandKeys.End(olds, from);
                while (at < count && sorted[at] >> 32 < olds[from] >> 32) at++;
                var start = at;
                while (at < count && sorted[at] >> 32 == olds[from] >> 32) at++;
                if (at > start) use(band, BandKeys.Rows(sorted, start, at), BandKeys.Rows(olds, from, to));
                from = to;
            }
        });
        return 0;
    }

    private void Mark(int band, int[] rows, int[] olds)
    {
        if ((long)rows.Length * olds.Length <= MostPairs) return;
        foreach (var row in rows) Interlocked.Or(ref overfull[row], 1u << band);
    }

    private void Search(List<SimilarEdge> edges, int band, int[] rows, int[] olds, int depth)
    {
        if ((long)rows.Length * olds.Length <= MostPairs)
        {
            Compare(edges, band, rows, olds);
            return;
        }

        Compare(edges, band, rows, olds[..Math.Min(Leaders, olds.Length)]);
        if (depth == MaxSplits) return;
        var next = (band + depth + 1) % MinHash.Bands;
        var parts = olds.ToLookup(old => KeyOf(old, next));
        foreach (var part in rows.GroupBy(row => keys.Of(row)[next]))
            if (parts[part.Key].ToArray() is { Length: > 0 } met) Search(edges, band, [.. part], met, depth + 1);
    }

    private void Compare(List<SimilarEdge> edges, int band, int[] rows, int[] olds)
    {
        ulong[] one = [], other = [];
        var held = rows.Sum(row => (long)sets.Length(row)) <= MostAtHand ? new ulong[rows.Length][] : null;
        foreach (var old in olds)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var read = false;
            scoped ReadOnlySpan<ulong> members = default;
            for (var i = 0; i < rows.Length; i++)
            {
                var (length, oldLength) = (sets.Length(rows[i]), earlier.Length(old));
                if (Math.Min(length, oldLength) < Shingles.Needed(length, oldLength, measureFrom) || MetEarlier(old, rows[i], band)) continue;
                if (!read) members = earlier.Read(old, ref one);
                read = true;
                var row = held is null ? sets.Read(rows[i], ref other) : held[i] ??= sets.Read(rows[i], ref other).ToArray();
                if (Shingles.Jaccard(members, row, measureFrom) is >= 0 and var similarity) edges.Add(new(old, rows[i], similarity));
            }
        }
    }

    /// <summary>True where a band before has compared the pair for certain.</summary>
    private bool MetEarlier(int old, int row, int band)
    {
        var own = keys.Of(row);
        for (var b = 0; b < band; b++)
            if (own[b] == KeyOf(old, b) && (overfull[row] >> b & 1) == 0) return true;
        return false;
    }
}
