using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Finds pairs of vectors with a cosine of at least a limit. Up to a number of rows all pairs are found: groups and members that the triangle inequality of angles rules out are left
/// out. Above it rows are compared that meet in a band of random signs. Every pair that is given was measured; the result depends on the vectors and their order alone.</summary>
internal static class CosineJoin
{
    /// <summary>From so many different vectors on rows are compared that meet in a band, not all that could be a pair.</summary>
    public const int ExactBelow = 50_000;

    /// <summary>Cosine of different vectors at most, as it is told.</summary>
    public const double MostAlike = 0.999999;

    /// <summary>Rows that a row is compared with at most, in each group; more are a template's, and told.</summary>
    private const int MostCompared = 16_384;

    /// <summary>More than the inexactness of angles as numbers of single precision.</summary>
    private const float Slack = 1e-4f;

    /// <summary>All edges, ordered by (A, B), of rows whose sets are vectors. Equal vectors are one star: each is joined to the first of them with 1, and only the first has edges to others.</summary>
    /// <param name="rows">The rows, the best first.</param>
    /// <param name="from">Least cosine, above 0.</param>
    /// <param name="run">Threads.</param>
    /// <param name="crowded">Rows with more neighbours than are kept or compared.</param>
    /// <param name="exactBelow">From so many different vectors on the search is approximate.</param>
    public static IReadOnlyList<SimilarEdge> Edges(HashSets rows, double from, RunContext run, out int crowded, int exactBelow = ExactBelow)
    {
        var edges = new List<SimilarEdge>();
        var firsts = SimilarityJoin.FirstOfEach(rows, edges);
        var vectors = ByteVectors.Of(rows, firsts, run);
        var near = new NearestEdges();
        if (firsts.Length < 2) crowded = 0;
        else if (firsts.Length >= exactBelow) new BandedCosines(vectors, from, run).AddTo(near);
        else
        {
            var search = new Search(VectorClusters.Of(vectors, (int)Math.Sqrt(firsts.Length), run), from);
            foreach (var (found, overfull) in Chunks.Run(firsts.Length, run, (first, last) => search.Find(first, last, run))) near.Add(found, overfull);
        }

        crowded = near.Crowded;
        foreach (var edge in near.Kept) edges.Add(new(firsts[edge.A], firsts[edge.B], edge.Jaccard));
        return SimilarityJoin.Distinct(edges);
    }

    private sealed class Search(VectorClusters clusters, double from)
    {
        private readonly float reach = (float)Math.Acos(from) + Slack;

        private readonly double[] least = clusters.LeastCosines((float)Math.Acos(from) + Slack);

        public (List<SimilarEdge> Edges, List<int> Overfull) Find(int first, int last, RunContext run)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var (edges, overfull) = (new List<SimilarEdge>(), new List<int>());
            var vectors = clusters.Packed;
            var query = new short[vectors.Stride];
            var (groups, angles) = (new int[clusters.Count], new float[clusters.Count]);
            // Group by group, so that what one row is compared with is still at hand for the next.
            for (var at = first; at < last; at++)
            {
                vectors.Widen(at, query);
                var norm = vectors.Norm(at);
                var count = clusters.Within(query, norm, least, groups, angles);
                var (start, isOverfull) = (edges.Count, false);
                for (var g = 0; g < count; g++) isOverfull |= InGroup(at, query, norm, groups[g], angles[g], edges);
                if (NearestEdges.Thin(edges, start) || isOverfull) overfull.Add(clusters.Row(at));
            }

            return (edges, overfull);
        }

        /// <summary>Compares a row with the better ones of a group whose angle to the centre leaves a pair possible.</summary>
        private bool InGroup(int own, ReadOnlySpan<short> query, double norm, int group, float angle, List<SimilarEdge> found)
        {
            var row = clusters.Row(own);
            var to = clusters.Group(group).To;
            var compared = 0;
            for (var at = clusters.From(group, angle - reach); at < to && clusters.Angle(at) <= angle + reach; at++)
            {
                var other = clusters.Row(at);
                if (other >= row) continue;
                if (++compared > MostCompared) return true;
                // Rounding must not make two different vectors equal.
                if (Math.Min(Math.Round(clusters.Packed.Cosine(query, norm, at), 6), MostAlike) is var cosine && cosine >= from) found.Add(new(other, row, cosine));
            }

            return false;
        }
    }
}
