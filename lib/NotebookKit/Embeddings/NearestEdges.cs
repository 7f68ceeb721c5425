using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Edges to better rows, of which a row keeps those to the best rows and those to the most similar ones. What is kept is the same in whatever order edges are added.</summary>
internal sealed class NearestEdges
{
    /// <summary>Edges that a row keeps: so many to the best rows, and so many of the most similar of the others.</summary>
    private const int BestKept = 32, NearestKept = 32;

    private static readonly Comparer<SimilarEdge> ByOrder = Comparer<SimilarEdge>.Create(Order),
        ByLikeness = Comparer<SimilarEdge>.Create((x, y) => x.Jaccard != y.Jaccard ? y.Jaccard.CompareTo(x.Jaccard) : x.A.CompareTo(y.A));

    private readonly HashSet<int> crowded = [];
    private List<SimilarEdge> kept = [];

    /// <summary>Rows with more neighbours than are kept, or than were compared.</summary>
    public int Crowded => crowded.Count;

    /// <summary>These rows, in no order.</summary>
    public IEnumerable<int> CrowdedRows => crowded;

    /// <summary>The edges, by the worse row and then the better one.</summary>
    public IReadOnlyList<SimilarEdge> Kept => kept;

    /// <summary>Adds edges, each more than once perhaps.</summary>
    /// <param name="edges">The edges; they are sorted.</param>
    /// <param name="overfull">Rows that were not compared with all others that could be near.</param>
    public void Add(List<SimilarEdge> edges, IEnumerable<int> overfull)
    {
        crowded.UnionWith(overfull);
        if (edges.Count == 0) return;
        edges.Sort(ByOrder);
        var merged = new List<SimilarEdge>(kept.Count + edges.Count);
        var start = 0;
        for (int i = 0, k = 0; i < edges.Count || k < kept.Count;)
        {
            var takeKept = i == edges.Count || (k < kept.Count && Order(kept[k], edges[i]) <= 0);
            var next = takeKept ? kept[k++] : edges[i++];
            if (merged.Count > 0 && merged[^1] == next) continue;
            if (merged.Count > 0 && merged[^1].B != next.B)
            {
                Close(merged, start);
                start = merged.Count;
            }

            merged.Add(next);
        }

        Close(merged, start);
        kept = merged;
    }

    /// <summary>Thins the different edges of one row, which begin at an index; true where some were left out. An edge that is left out here would be left out among more edges, too.</summary>
    public static bool Thin(List<SimilarEdge> edges, int start)
    {
        var count = edges.Count - start;
        if (count <= BestKept + NearestKept) return false;
        edges.Sort(start, count, ByOrder);
        edges.Sort(start + BestKept, count - BestKept, ByLikeness);
        edges.RemoveRange(start + BestKept + NearestKept, count - BestKept - NearestKept);
        edges.Sort(start, BestKept + NearestKept, ByOrder);
        return true;
    }

    private void Close(List<SimilarEdge> edges, int start)
    {
        if (Thin(edges, start)) crowded.Add(edges[start].B);
    }

    private static int Order(SimilarEdge x, SimilarEdge y) => x.B != y.B ? x.B.CompareTo(y.B) : x.A.CompareTo(y.A);
}
