using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Finds the pairs of an earlier vector and a new one with a cosine of at least a limit; no earlier vector is compared with another. Few vectors: the new ones are grouped, and each earlier one is
/// led past the groups that could hold a pair. Many: those are compared that meet in a band of random signs. Every pair that is given was measured; the result depends on the vectors and their order alone.</summary>
internal static class FrozenCosines
{
    /// <summary>Pairs that are held before those that are too many for a row are left out.</summary>
    private const int MostHeld = 1 << 20;

    /// <summary>Earlier vectors that are read together.</summary>
    private const int Batch = 4096;

    /// <summary>The pairs, A the earlier row and B the new one, ordered by (A, B). Of equal new vectors only the first has pairs.</summary>
    /// <param name="earlier">Earlier vectors, the best rows first.</param>
    /// <param name="rows">New vectors.</param>
    /// <param name="from">Least cosine, above 0.</param>
    /// <param name="run">Threads.</param>
    /// <param name="crowded">New rows with more neighbours than are kept or compared, and earlier ones with more than are compared.</param>
    /// <param name="exactBelow">From so many vectors on those are compared that meet in a band, not all that could be a pair.</param>
    public static IReadOnlyList<SimilarEdge> Edges(HashSets earlier, HashSets rows, double from, RunContext run, out int crowded, int exactBelow = CosineJoin.ExactBelow)
    {
        crowded = 0;
        var firsts = SimilarityJoin.FirstOfEach(rows, []);
        var olds = Enumerable.Range(0, earlier.Count).Where(o => earlier.Length(o) > 0).ToArray();
        if (firsts.Length == 0 || olds.Length == 0) return [];
        if (earlier.Length(olds[0]) != rows.Length(firsts[0]))
            throw new EmbeddingException($"The embedder gave vectors of about {rows.Length(firsts[0]) * sizeof(ulong)} numbers, and of {earlier.Length(olds[0]) * sizeof(ulong)} in an earlier run: it is not the same model.");
        var near = new NearestEdges();
        if (olds.Length + firsts.Length >= exactBelow) new BandedCosines(ByteVectors.Of(earlier, olds, rows, firsts, run), from, run, olds.Length).AddTo(near);
        else
        {
            var search = new Search(earlier, olds, VectorClusters.Of(ByteVectors.Of(rows, firsts, run), (int)Math.Sqrt(firsts.Length), run), from);
            foreach (var part in Chunks.Run(olds.Length, run, (first, last) => search.Find(first, last, run), ranges: (olds.Length + Batch - 1) / Batch)) near.Add([.. part.Kept], part.CrowdedRows);
        }

        crowded = near.Crowded;
        ulong[] one = [], other = [];
        return SimilarityJoin.Distinct([.. near.Kept.Select(e =>
        {
            var (old, row) = (olds[e.A], firsts[e.B - olds.Length]);
            // Only equal vectors are wholly alike, whatever rounding makes of their cosine.
            var same = e.Jaccard >= CosineJoin.MostAlike && earlier.Read(old, ref one).SequenceEqual(rows.Read(row, ref other));
            return new SimilarEdge(old, row, same ? 1 : e.Jaccard);
        })]);
    }

    /// <summary>Finds pairs of places among the earlier vectors and, behind these, the new ones.</summary>
    private sealed class Search(HashSets earlier, int[] olds, VectorClusters clusters, double from)
    {
        public NearestEdges Find(int first, int last, RunContext run)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var (near, edges) = (new NearestEdges(), new List<SimilarEdge>());
            var vectors = ByteVectors.Of(earlier, olds[first..last], run with { Threads = 1 });
            var (search, found, query) = (new GroupSearch(clusters, from), new List<(int Row, double Cosine)>(), new short[vectors.Stride]);
            for (var at = 0; at < last - first; at++)
            {
                vectors.Widen(at, query);
                var isWhole = search.Find(query, vectors.Norm(at), int.MaxValue, found);
                foreach (var (row, cosine) in found) edges.Add(new(first + at, olds.Length + row, cosine));
                if (edges.Count <= MostHeld && isWhole && at + 1 < last - first) continue;
                near.Add(edges, isWhole ? [] : [first + at]);
                edges.Clear();
            }

            return near;
        }
    }
}
