namespace NotebookKit.Embeddings;

/// <summary>Finds all grouped vectors with a cosine of at least a limit to a vector: groups and members that the triangle inequality of angles rules out are left out. One thread.</summary>
internal sealed class GroupSearch(VectorClusters clusters, double from)
{
    /// <summary>Rows that a vector is compared with at most, in each group; more are a template's, and told.</summary>
    private const int MostCompared = 16_384;

    /// <summary>More than the inexactness of angles as numbers of single precision.</summary>
    private const float Slack = 1e-4f;

    private readonly float reach = (float)Math.Acos(from) + Slack;
    private readonly double[] least = clusters.LeastCosines((float)Math.Acos(from) + Slack);
    private readonly int[] groups = new int[clusters.Count];
    private readonly float[] angles = new float[clusters.Count];

    /// <summary>Looks for rows.</summary>
    /// <param name="query">The vector, made ready.</param>
    /// <param name="norm">Its length.</param>
    /// <param name="before">Rows from here on are not wanted.</param>
    /// <param name="found">Takes row and cosine.</param>
    /// <returns>False where a group had too many to compare.</returns>
    public bool Find(ReadOnlySpan<short> query, double norm, int before, List<(int Row, double Cosine)> found)
    {
        found.Clear();
        var count = clusters.Within(query, norm, least, groups, angles);
        var isWhole = true;
        for (var g = 0; g < count; g++) isWhole &= InGroup(query, norm, before, groups[g], angles[g], found);
        return isWhole;
    }

    private bool InGroup(ReadOnlySpan<short> query, double norm, int before, int group, float angle, List<(int Row, double Cosine)> found)
    {
        var to = clusters.Group(group).To;
        var compared = 0;
        for (var at = clusters.From(group, angle - reach); at < to && clusters.Angle(at) <= angle + reach; at++)
        {
            var row = clusters.Row(at);
            if (row >= before) continue;
            if (++compared > MostCompared) return false;
            if (clusters.Packed.Told(query, norm, at) is var cosine && cosine >= from) found.Add((row, cosine));
        }

        return true;
    }
}
