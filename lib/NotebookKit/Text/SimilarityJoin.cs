namespace NotebookKit.Text;

/// <summary>Two similar sets, by index; <paramref name="A"/> is the smaller index.</summary>
internal readonly record struct SimilarEdge(int A, int B, double Jaccard);

/// <summary>Finds all pairs of sets with Jaccard similarity of at least a limit: candidates by MinHash bands, every candidate verified exactly. The one
/// engine under near-duplicates, contradictions and split groups. The result depends on the sets and their order alone.</summary>
internal static class SimilarityJoin
{
    /// <summary>A bucket above this size is split by the keys of further bands, so that rows of one template do not cost n².</summary>
    private const int MaxBucket = 1000;

    /// <summary>How many further bands split a bucket before what is left is compared with its first rows only.</summary>
    private const int MaxSplits = 3;

    /// <summary>Every row of an overfull bucket is compared with so many of its first rows before the bucket is split.</summary>
    private const int Leaders = 10;

    /// <summary>All edges, ordered by (A, B).</summary>
    public static IReadOnlyList<SimilarEdge> Edges(IReadOnlyList<ulong[]> sets, double measureFrom, RunContext run) =>
        Edges(sets, measureFrom, run, out _);

    /// <summary>All edges, ordered by (A, B). Equal sets are one star: each is joined to the first of them with 1, and only the first has edges to others
    /// (what holds for it holds for all). <paramref name="crowded"/> counts the rows
    /// in overfull buckets: not all their pairs were compared.</summary>
    public static IReadOnlyList<SimilarEdge> Edges(IReadOnlyList<ulong[]> sets, double measureFrom, RunContext run, out int crowded)
    {
        var edges = new List<SimilarEdge>();
        var firsts = FirstOfEach(sets, edges);
        var keys = new ulong[firsts.Length * MinHash.Bands];
        Chunks.Run(firsts.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) MinHash.Keys(sets[firsts[i]], keys.AsSpan(i * MinHash.Bands, MinHash.Bands));
            return 0;
        });

        var bands = Chunks.Run(MinHash.Bands, run, (band, _) => new Band(keys, band), ranges: MinHash.Bands);
        var found = Chunks.Run(MinHash.Bands, run, (band, _) => new BandSearch(sets, firsts, keys, bands, band, measureFrom, run).Find(), ranges: MinHash.Bands);
        foreach (var search in found) edges.AddRange(search.Edges);
        crowded = bands.SelectMany(b => b.Buckets).Where(b => b.Length > MaxBucket).SelectMany(b => b).Distinct().Count();
        return Distinct(edges);
    }

    /// <summary>Indices of the first of equal sets; joins the others to it.</summary>
    private static int[] FirstOfEach(IReadOnlyList<ulong[]> sets, List<SimilarEdge> edges)
    {
        var firsts = new List<int>(sets.Count);
        var seen = new Dictionary<ulong[], int>(sets.Count, SetComparer.Instance);
        for (var i = 0; i < sets.Count; i++)
        {
            if (sets[i].Length == 0) continue;
            if (seen.TryAdd(sets[i], i)) firsts.Add(i);
            else edges.Add(new(seen[sets[i]], i, 1));
        }

        return [.. firsts];
    }

    /// <summary>A pair may be found in several bands of a split bucket.</summary>
    private static List<SimilarEdge> Distinct(List<SimilarEdge> edges)
    {
        edges.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var distinct = 0;
        for (var i = 0; i < edges.Count; i++)
            if (i == 0 || edges[i] != edges[distinct - 1]) edges[distinct++] = edges[i];
        edges.RemoveRange(distinct, edges.Count - distinct);
        return edges;
    }

    /// <summary>The buckets of one band: rows with the same key, at least two.</summary>
    private sealed class Band
    {
        public Band(ulong[] keys, int band)
        {
            var rows = new int[keys.Length / MinHash.Bands];
            for (var i = 0; i < rows.Length; i++) rows[i] = i;
            Buckets = [.. Cut(keys, band, rows)];
            Overfull = [.. Buckets.Where(b => b.Length > MaxBucket).Select(b => keys[(b[0] * MinHash.Bands) + band])];
        }

        public List<int[]> Buckets { get; }

        /// <summary>Keys of buckets that were split, so that two rows that met in them may not have been compared.</summary>
        public HashSet<ulong> Overfull { get; }

        public static IEnumerable<int[]> Cut(ulong[] keys, int band, int[] rows)
        {
            var sorted = new ulong[rows.Length];
            for (var i = 0; i < rows.Length; i++) sorted[i] = keys[(rows[i] * MinHash.Bands) + band];
            Array.Sort(sorted, rows);
            for (int from = 0, to; from < rows.Length; from = to)
            {
                for (to = from + 1; to < rows.Length && sorted[to] == sorted[from];) to++;
                if (to - from < 2) continue;
                var bucket = rows[from..to];
                Array.Sort(bucket);
                yield return bucket;
            }
        }
    }

    /// <summary>Compares the candidates of one band.</summary>
    private sealed class BandSearch(IReadOnlyList<ulong[]> sets, int[] firsts, ulong[] keys, IReadOnlyList<Band> bands, int band, double measureFrom, RunContext run)
    {
        public List<SimilarEdge> Edges { get; } = [];

        public BandSearch Find()
        {
            foreach (var bucket in bands[band].Buckets) Search(bucket, 0);
            return this;
        }

        /// <summary>Compares all pairs of a bucket; an overfull one is first cut by the keys of further bands.</summary>
        private void Search(int[] bucket, int depth)
        {
            run.Cancel.ThrowIfCancellationRequested();
            if (bucket.Length > MaxBucket && depth < MaxSplits)
            {
                CompareWithFirst(bucket, Leaders);
                foreach (var part in Band.Cut(keys, (band + depth + 1) % MinHash.Bands, (int[])bucket.Clone())) Search(part, depth + 1);
                return;
            }

            CompareWithFirst(bucket, MaxBucket);
        }

        /// <summary>Compares the first rows, which are the best ones where rows come best first, with all rows behind them.</summary>
        private void CompareWithFirst(int[] bucket, int count)
        {
            for (var i = 0; i < bucket.Length && i < count; i++)
                for (var j = i + 1; j < bucket.Length; j++)
                    Compare(bucket[i], bucket[j]);
        }

        private void Compare(int x, int y)
        {
            if (MetEarlier(x, y)) return;
            int a = firsts[x], b = firsts[y];
            var similarity = Shingles.Jaccard(sets[a], sets[b], measureFrom);
            if (similarity >= 0) Edges.Add(new(a, b, similarity));
        }

        /// <summary>True where an earlier band has compared the pair for certain.</summary>
        private bool MetEarlier(int x, int y)
        {
            for (var earlier = 0; earlier < band; earlier++)
            {
                var key = keys[(x * MinHash.Bands) + earlier];
                if (key == keys[(y * MinHash.Bands) + earlier] && !bands[earlier].Overfull.Contains(key)) return true;
            }

            return false;
        }
    }

    private sealed class SetComparer : IEqualityComparer<ulong[]>
    {
        public static readonly SetComparer Instance = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] set)
        {
            var hash = (ulong)set.Length;
            foreach (var member in set) hash = StableHash.Combine(hash, member);
            return (int)hash;
        }
    }
}
