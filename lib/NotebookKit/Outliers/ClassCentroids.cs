using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>The centre of each class: the sum of its sampled vectors. Sums run in the order of ids, on one thread.</summary>
internal sealed class ClassCentroids
{
    private readonly Dictionary<string, Centroid> centroids = new(StringComparer.Ordinal);

    public ClassCentroids(IReadOnlyList<SampledRow> rows, SparseVector[] vectors, int terms)
    {
        var sums = new double[terms];
        foreach (var group in Enumerable.Range(0, rows.Count).Where(r => rows[r].Label is not null).GroupBy(r => rows[r].Label!, StringComparer.Ordinal))
        {
            var members = group.ToArray();
            if (members.Length < OutlierScorer.MinClassRows) continue;
            foreach (var row in members)
                for (var i = 0; i < vectors[row].Terms.Length; i++) sums[vectors[row].Terms[i]] += vectors[row].Weights[i];
            var used = members.SelectMany(r => vectors[r].Terms).Distinct().Order().ToArray();
            centroids.Add(group.Key, new(used, [.. used.Select(t => (float)sums[t])]));
            foreach (var term in used) sums[term] = 0;
        }
    }

    /// <summary>How many classes have a centre.</summary>
    public int Count => centroids.Count;

    /// <summary>Cosine of a row to the centre of its class; <paramref name="own"/> tells that the row is in the sum and must be taken
    /// out of it. Null where the class has no centre.</summary>
    public double? Similarity(SparseVector vector, string label, bool own)
    {
        if (!centroids.TryGetValue(label, out var centroid)) return null;
        double dot = 0, self = 0;
        var from = 0;
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            // Both lists rise: what lies before the last term that was looked for is behind us.
            var at = centroid.Terms.AsSpan(from).BinarySearch(vector.Terms[i]);
            if (at >= 0) dot += (double)vector.Weights[i] * centroid.Sums[from + at];
            from += at >= 0 ? at + 1 : ~at;
            self += (double)vector.Weights[i] * vector.Weights[i];
        }

        var square = own ? centroid.Square - (2 * dot) + self : centroid.Square;
        if (own) dot -= self;
        return square <= 1e-9 ? 0 : Math.Clamp(Math.Round(dot / Math.Sqrt(square), 6), 0, 1);
    }

    private sealed class Centroid(int[] terms, float[] sums)
    {
        public int[] Terms { get; } = terms;

        public float[] Sums { get; } = sums;

        public double Square { get; } = SquareOf(sums);

        private static double SquareOf(float[] sums)
        {
            var square = 0.0;
            foreach (var sum in sums) square += (double)sum * sum;
            return square;
        }
    }
}
