using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Finds the pairs of an earlier vector and a new one with a cosine of at least a limit. The new vectors are grouped, and each earlier one is led past the groups that could hold a pair;
/// no earlier vector is compared with another. Every pair that is given was measured; the result depends on the vectors and their order alone.</summary>
internal static class FrozenCosines
{
    /// <summary>Pairs that a new row keeps: so many with the best rows, and so many with the most similar ones.</summary>
    private const int BestKept = 32, NearestKept = 32;

    /// <summary>Rows that an earlier one is compared with at most, in each group.</summary>
    private const int MostCompared = 16_384;

    /// <summary>Pairs that are held before those that are too many for a row are left out.</summary>
    private const int MostHeld = 1 << 20;

    private const float Slack = 1e-4f;

    /// <summary>Earlier vectors that are read together.</summary>
    private const int Batch = 4096;

    /// <summary>The pairs, A the earlier row and B the new one, ordered by (A, B). Of equal new vectors only the first has pairs.</summary>
    /// <param name="earlier">Earlier vectors, the best rows first.</param>
    /// <param name="rows">New vectors.</param>
    /// <param name="from">Least cosine, above 0.</param>
    /// <param name="run">Threads.</param>
    /// <param name="crowded">New rows with more neighbours than are kept, and earlier ones with more than are compared.</param>
    /// <param name="exactBelow">From so many vectors on the nearest groups are searched, not all that could hold a pair.</param>
    public static IReadOnlyList<SimilarEdge> Edges(HashSets earlier, HashSets rows, double from, RunContext run, out int crowded, int exactBelow = CosineJoin.ExactBelow)
    {
        crowded = 0;
        var firsts = SimilarityJoin.FirstOfEach(rows, []);
        var olds = Enumerable.Range(0, earlier.Count).Where(o => earlier.Length(o) > 0).ToArray();
        if (firsts.Length == 0 || olds.Length == 0) return [];
        if (earlier.Length(olds[0]) != rows.Length(firsts[0]))
            throw new EmbeddingException($"The embedder gave vectors of about {rows.Length(firsts[0]) * sizeof(ulong)} numbers, and of {earlier.Length(olds[0]) * sizeof(ulong)} in an earlier run: it is not the same model.");
        var exact = olds.Length + firsts.Length < exactBelow;
        var clusters = VectorClusters.Of(ByteVectors.Of(rows, firsts, run), (int)((exact ? 1 : 4) * Math.Sqrt(firsts.Length)), run);
        var search = new Search(earlier, olds, clusters, from, exact);
        var parts = Chunks.Run(olds.Length, run, (first, last) => search.Find(first, last, run), ranges: (olds.Length + Batch - 1) / Batch);
        var full = parts.SelectMany(p => p.Full).ToHashSet();
        var edges = Thin([.. parts.SelectMany(p => p.Edges)], full);
        crowded = full.Count + parts.Sum(p => p.Crowded);
        ulong[] one = [], other = [];
        var found = edges.ConvertAll(e =>
        {
            var row = firsts[e.B];
            // Only equal vectors are wholly alike, whatever rounding makes of their cosine.
            var same = e.Jaccard >= 0.999999 && earlier.Read(e.A, ref one).SequenceEqual(rows.Read(row, ref other));
            return new SimilarEdge(e.A, row, same ? 1 : e.Jaccard);
        });
        return SimilarityJoin.Distinct(found);
    }

    /// <summary>Leaves each new row its pairs with the best earlier rows and with the most similar ones, where there are more.</summary>
    private static List<SimilarEdge> Thin(List<SimilarEdge> edges, HashSet<int> full)
    {
        edges.Sort((x, y) => x.B != y.B ? x.B.CompareTo(y.B) : x.A.CompareTo(y.A));
        var kept = new List<SimilarEdge>(edges.Count);
        for (int at = 0, to; at < edges.Count; at = to)
        {
            for (to = at + 1; to < edges.Count && edges[to].B == edges[at].B;) to++;
            if (to - at <= BestKept + NearestKept)
            {
                kept.AddRange(edges[at..to]);
                continue;
            }

            full.Add(edges[at].B);
            kept.AddRange(edges[at..(at + BestKept)]);
            kept.AddRange(edges[(at + BestKept)..to].OrderByDescending(e => e.Jaccard).ThenBy(e => e.A).Take(NearestKept));
        }

        return kept;
    }

    private sealed class Search(HashSets earlier, int[] olds, VectorClusters clusters, double from, bool exact)
    {
        private readonly float reach = (float)Math.Acos(from) + Slack;

        private readonly double[] least = exact ? clusters.LeastCosines((float)Math.Acos(from) + Slack) : [];

        private readonly SignBits? signs = exact ? null : new(clusters.Packed);

        private readonly int mostSigns = SignBits.Most(clusters.Packed.Stride, Math.Acos(from));

        public (List<SimilarEdge> Edges, HashSet<int> Full, int Crowded) Find(int first, int last, RunContext run)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var edges = new List<SimilarEdge>();
            var full = new HashSet<int>();
            var (crowded, most) = (0, MostHeld);
            var vectors = ByteVectors.Of(earlier, olds[first..last], run with { Threads = 1 });
            var own = signs is null ? null : new SignBits(vectors);
            var query = new short[vectors.Stride];
            var (nearest, angles) = (new int[exact ? clusters.Count : CosineJoin.Probes], new float[exact ? clusters.Count : CosineJoin.Probes]);
            for (var at = 0; at < last - first; at++)
            {
                vectors.Widen(at, query);
                var norm = vectors.Norm(at);
                var groups = exact ? clusters.Within(query, norm, least, nearest, angles) : clusters.Nearest(query, norm, nearest, angles);
                var isCrowded = false;
                for (var g = 0; g < groups; g++) isCrowded |= InGroup(olds[first + at], own, at, query, norm, nearest[g], angles[g], edges);
                if (isCrowded) crowded++;
                if (edges.Count <= most) continue;
                edges = Thin(edges, full);
                most = Math.Max(MostHeld, 2 * edges.Count);
            }

            return (edges, full, crowded);
        }

        private bool InGroup(int old, SignBits? oldSigns, int oldAt, ReadOnlySpan<short> query, double norm, int group, float angle, List<SimilarEdge> edges)
        {
            var to = clusters.Group(group).To;
            var compared = 0;
            for (var at = clusters.From(group, angle - reach); at < to && clusters.Angle(at) <= angle + reach; at++)
            {
                if (oldSigns?.Difference(oldAt, signs!, at) > mostSigns) continue;
                if (++compared > MostCompared) return true;
                var cosine = clusters.Packed.Cosine(query, norm, at);
                if (cosine >= from - 1e-6 && Math.Min(Math.Round(cosine, 6), 0.999999) is var similarity && similarity >= from) edges.Add(new(old, clusters.Row(at), similarity));
            }

            return false;
        }
    }
}
