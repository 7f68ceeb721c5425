using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Puts the edges of new rows and those to earlier ones into one graph, in which rows with equal views are one star again: around an earlier row where there is one.</summary>
internal static class FrozenEdges
{
    /// <summary>The edges; a new row has its rank behind the number of earlier rows.</summary>
    /// <param name="earlier">How many earlier rows there are.</param>
    /// <param name="edges">Edges of new rows: each of equal ones is joined to the first with 1, and only the first has edges to others.</param>
    /// <param name="before">Edges of an earlier row and the first of equal new ones.</param>
    public static List<SimilarEdge> Of(int earlier, IReadOnlyList<SimilarEdge> edges, IReadOnlyList<SimilarEdge> before)
    {
        // The middle of the star that a row belongs to, where that is another one. An earlier row is equal to one first at most: firsts are different.
        var middles = new Dictionary<int, int>();
        foreach (var edge in before)
        {
            if (edge.Jaccard < 1) continue;
            var first = earlier + edge.B;
            // They come in ascending order: the first one is the best.
            if (!middles.TryAdd(first, edge.A)) middles[edge.A] = middles[first];
        }

        foreach (var edge in edges)
            if (edge.Jaccard >= 1) middles[earlier + edge.B] = Middle(earlier + edge.A);
        var joined = new List<SimilarEdge>(edges.Count + before.Count);
        foreach (var (row, middle) in middles) joined.Add(new(middle, row, 1));
        foreach (var edge in edges) Add(earlier + edge.A, earlier + edge.B, edge.Jaccard);
        foreach (var edge in before) Add(edge.A, earlier + edge.B, edge.Jaccard);
        return SimilarityJoin.Distinct(joined);

        int Middle(int row) => middles.GetValueOrDefault(row, row);

        void Add(int a, int b, double similarity)
        {
            if (similarity >= 1) return;
            (a, b) = (Middle(a), Middle(b));
            joined.Add(a < b ? new(a, b, similarity) : new(b, a, similarity));
        }
    }
}
