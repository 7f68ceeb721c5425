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
            var clusters = VectorClusters.Of(vectors, (int)Math.Sqrt(firsts.Length), run);
            foreach (var (found, overfull) in Chunks.Run(firsts.Length, run, (first, last) => Search(clusters, from, first, last, run))) near.Add(found, overfull);
        }

        crowded = near.Crowded;
        foreach (var edge in near.Kept) edges.Add(new(firsts[edge.A], firsts[edge.B], edge.Jaccard));
        return SimilarityJoin.Distinct(edges);
    }

    private static (List<SimilarEdge> Edges, List<int> Overfull) Search(VectorClusters clusters, double from, int first, int last, RunContext run)
    {
        run.Cancel.ThrowIfCancellationRequested();
        var (edges, overfull) = (new List<SimilarEdge>(), new List<int>());
        var (search, found, query) = (new GroupSearch(clusters, from), new List<(int Row, double Cosine)>(), new short[clusters.Packed.Stride]);
        // Group by group, so that what one row is compared with is still at hand for the next.
        for (var at = first; at < last; at++)
        {
            clusters.Packed.Widen(at, query);
            var (row, start) = (clusters.Row(at), edges.Count);
            var isWhole = search.Find(query, clusters.Packed.Norm(at), row, found);
            foreach (var (other, cosine) in found) edges.Add(new(other, row, cosine));
            if (NearestEdges.Thin(edges, start) || !isWhole) overfull.Add(row);
        }

        return (edges, overfull);
    }
}
