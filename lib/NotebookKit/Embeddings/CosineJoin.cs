using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Finds pairs of vectors with a cosine of at least a limit. Up to a number of rows all pairs are found: groups and members that the triangle inequality of angles rules out are left
/// out. Above it the nearest groups of each row are searched. Every pair that is given was measured; the result depends on the vectors and their order alone.</summary>
internal static class CosineJoin
{
    /// <summary>From so many different vectors on the nearest groups are searched, not all that could hold a pair.</summary>
    public const int ExactBelow = 50_000;

    /// <summary>Groups that are searched for a row; measured: see docs/embeddings.md.</summary>
    public const int Probes = 12;

    /// <summary>Pairs that a row keeps with better rows: so many of the best ones, and so many of the most similar ones.</summary>
    private const int BestKept = 32, NearestKept = 32;

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
        crowded = 0;
        if (firsts.Length > 1)
        {
            var exact = firsts.Length < exactBelow;
            var groups = (int)((exact ? 1 : 4) * Math.Sqrt(firsts.Length));
            var search = new Search(VectorClusters.Of(vectors, groups, run), from, exact);
            var parts = Chunks.Run(firsts.Length, run, (first, last) => search.Find(first, last, run));
            foreach (var part in parts)
            {
                crowded += part.Crowded;
                foreach (var edge in part.Edges) edges.Add(new(firsts[edge.A], firsts[edge.B], edge.Jaccard));
            }
        }

        return SimilarityJoin.Distinct(edges);
    }

    private sealed class Search(VectorClusters clusters, double from, bool exact)
    {
        private readonly float reach = (float)Math.Acos(from) + Slack;

        private readonly SignBits? signs = exact ? null : new(clusters.Packed);

        private readonly int mostSigns = SignBits.Most(clusters.Packed.Stride, Math.Acos(from));

        private readonly double[] least = exact ? clusters.LeastCosines((float)Math.Acos(from) + Slack) : [];

        public (List<SimilarEdge> Edges, int Crowded) Find(int first, int last, RunContext run)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var edges = new List<SimilarEdge>();
            var crowded = 0;
            var vectors = clusters.Packed;
            var query = new short[vectors.Stride];
            var (nearest, angles) = (new int[exact ? clusters.Count : Probes], new float[exact ? clusters.Count : Probes]);
            var found = new List<SimilarEdge>();
            // Group by group, so that what one row is compared with is still at hand for the next.
            for (var at = first; at < last; at++)
            {
                vectors.Widen(at, query);
                var norm = vectors.Norm(at);
                var groups = exact ? clusters.Within(query, norm, least, nearest, angles) : clusters.Nearest(query, norm, nearest, angles);
                found.Clear();
                var isCrowded = false;
                for (var g = 0; g < groups; g++) isCrowded |= InGroup(at, query, norm, nearest[g], angles[g], found);
                isCrowded |= Thin(found);
                if (isCrowded) crowded++;
                edges.AddRange(found);
            }

            return (edges, crowded);
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
                if (signs?.Difference(own, at) > mostSigns) continue;
                if (++compared > MostCompared) return true;
                var cosine = clusters.Packed.Cosine(query, norm, at);
                // Rounding must not make two different vectors equal.
                if (cosine >= from - 1e-6 && Math.Min(Math.Round(cosine, 6), 0.999999) is var similarity && similarity >= from) found.Add(new(other, row, similarity));
            }

            return false;
        }

        /// <summary>Leaves the best rows and the most similar ones, where there are more.</summary>
        private static bool Thin(List<SimilarEdge> found)
        {
            if (found.Count <= BestKept + NearestKept) return false;
            found.Sort((x, y) => x.A.CompareTo(y.A));
            var rest = found[BestKept..];
            rest.Sort((x, y) => x.Jaccard != y.Jaccard ? y.Jaccard.CompareTo(x.Jaccard) : x.A.CompareTo(y.A));
            found.RemoveRange(BestKept, found.Count - BestKept);
            found.AddRange(rest[..NearestKept]);
            return true;
        }
    }
}
