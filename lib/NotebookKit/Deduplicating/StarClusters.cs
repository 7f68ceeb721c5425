using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The kept row that stands for another, and how similar the two are.</summary>
/// <param name="By">Index of the kept row.</param>
/// <param name="Similarity">Jaccard similarity, 0–1.</param>
internal readonly record struct Replacement(int By, double Similarity);

/// <summary>Greedy star clusters: rows are visited best first; a row leaves only for a row that is <b>kept</b> and similar enough, so no chain
/// A~B~C can take out a C that is unlike A.</summary>
internal static class StarClusters
{
    /// <summary>So many kept rows with equal views are looked at for each row: enough for any honest data, a bound for hostile data.</summary>
    private const int MaxKeptPerGroup = 1000;

    /// <summary>For each row (best first) the kept row that replaces it, or null where it is kept itself.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="edges">Edges from <see cref="SimilarityJoin"/> over the rows' views.</param>
    /// <param name="threshold">Least similarity.</param>
    /// <param name="joins">What must hold besides, for (row, kept row).</param>
    /// <param name="frozen">So many of the first rows are kept whatever they are similar to: those of earlier runs.</param>
    /// <param name="order">The rows that take part, the first to keep first; null for all as they stand.</param>
    public static Replacement?[] Choose(int count, IReadOnlyList<SimilarEdge> edges, double threshold, Func<int, int, bool> joins, int frozen = 0, IReadOnlyList<int>? order = null)
    {
        var groups = Groups(count, edges);
        var near = Neighbours(edges, threshold);
        var kept = new Dictionary<int, List<int>>();
        var chosen = new Replacement?[count];
        for (var place = 0; place < (order?.Count ?? count); place++)
        {
            var row = Row(place);
            var best = row < frozen ? null : Best(row, groups[row], 1, null);
            if (row >= frozen && near.TryGetValue(groups[row], out var others))
                foreach (var (group, similarity) in others) best = Best(row, group, similarity, best);
            if (best is { } found)
            {
                chosen[row] = new(Row(found.Place), found.Similarity);
                continue;
            }

            if (!kept.TryGetValue(groups[row], out var list)) kept[groups[row]] = list = [];
            if (list.Count < MaxKeptPerGroup) list.Add(place);
        }

        return chosen;

        int Row(int place) => order?[place] ?? place;

        (int Place, double Similarity)? Best(int row, int group, double similarity, (int Place, double Similarity)? best)
        {
            if (!kept.TryGetValue(group, out var candidates)) return best;
            foreach (var candidate in candidates)
            {
                // Ascending, so the first that joins is the best of this group.
                if (best is { } known && known.Place < candidate) break;
                if (joins(row, Row(candidate))) return (candidate, similarity);
            }

            return best;
        }
    }

    /// <summary>Rows with equal views are one group, named by its first row.</summary>
    public static int[] Groups(int count, IReadOnlyList<SimilarEdge> edges)
    {
        var groups = new int[count];
        for (var i = 0; i < count; i++) groups[i] = i;
        foreach (var edge in edges)
            if (edge.Jaccard >= 1) groups[edge.B] = edge.A;
        return groups;
    }

    /// <summary>For each group the groups that are similar to it.</summary>
    public static Dictionary<int, List<(int Group, double Similarity)>> Neighbours(IReadOnlyList<SimilarEdge> edges, double threshold)
    {
        var near = new Dictionary<int, List<(int, double)>>();
        foreach (var edge in edges)
        {
            if (edge.Jaccard < threshold || edge.Jaccard >= 1) continue;
            Add(edge.A, edge.B, edge.Jaccard);
            Add(edge.B, edge.A, edge.Jaccard);
        }

        return near;

        void Add(int from, int to, double similarity)
        {
            if (!near.TryGetValue(from, out var list)) near[from] = list = [];
            list.Add((to, similarity));
        }
    }
}
