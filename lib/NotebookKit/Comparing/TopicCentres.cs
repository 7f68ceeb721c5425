using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Finds the centres of topics: spherical k-means, begun as k-means++ begins (Arthur and Vassilvitskii 2007). A cluster whose parts have the two sets in other shares than chance has it is divided into its parts,
/// so that what one set lacks does not hide in a larger topic. All distances are whole millionths, so the centres are the same on every machine.</summary>
internal static class TopicCentres
{
    private const int Moves = 8, Rounds = 3, Parts = 4, LeastRows = 40, MostCentres = 400;

    private const double Millionths = 1e6;

    /// <summary>χ² with 3 degrees of freedom that one of ten thousand undivided clusters exceeds by chance.</summary>
    private const double Unlikely = 21.1;

    /// <summary>Finds them.</summary>
    /// <param name="vectors">Rows to fit on, at least one: those of the first set, then those of the second, each in the order of their keys.</param>
    /// <param name="first">How many are of the first set.</param>
    /// <param name="count">Clusters to begin with.</param>
    /// <param name="divide">Whether clusters are divided.</param>
    /// <param name="run">Seed and threads.</param>
    public static VectorClusters Of(ByteVectors vectors, int first, int count, bool divide, RunContext run)
    {
        var clusters = Fit(vectors, Math.Min(count, vectors.Count), run);
        for (var round = 0; divide && round < Rounds && Divided(vectors, first, clusters, run) is { } centres; round++) clusters = VectorClusters.Around(vectors, centres, 0, run);
        return clusters;
    }

    private static VectorClusters Fit(ByteVectors vectors, int count, RunContext run) => VectorClusters.Around(vectors, ByteVectors.Of(vectors, Seeds(vectors, count, run.Seed)), Moves, run);

    /// <summary>The centres with some of them replaced by those of their parts; null where no cluster is to be divided.</summary>
    private static ByteVectors? Divided(ByteVectors vectors, int first, VectorClusters clusters, RunContext run)
    {
        var parts = Chunks.Run(clusters.Count, run, (from, to) =>
        {
            var centres = new List<sbyte[]>();
            for (var c = from; c < to; c++) centres.AddRange(PartsOf(vectors, first, clusters, c, run with { Threads = 1 }));
            return centres;
        }, ranges: clusters.Count).SelectMany(p => p).ToList();
        return parts.Count == clusters.Count || parts.Count > MostCentres ? null : ByteVectors.Of(parts);
    }

    private static sbyte[][] PartsOf(ByteVectors vectors, int first, VectorClusters clusters, int cluster, RunContext run)
    {
        sbyte[][] whole = [clusters.Centres[cluster].ToArray()];
        var (from, to) = clusters.Group(cluster);
        if (to - from < LeastRows) return whole;
        // In the order of keys, so that the parts do not depend on the distances to the middle of the whole.
        var rows = Enumerable.Range(from, to - from).Select(clusters.Row).Order().ToArray();
        var parts = Fit(ByteVectors.Of(vectors, rows), Parts, run);
        var counts = new (long First, long All)[parts.Count];
        for (var p = 0; p < parts.Count; p++)
        {
            var (start, end) = parts.Group(p);
            for (var i = start; i < end; i++) counts[p] = (counts[p].First + (rows[parts.Row(i)] < first ? 1 : 0), counts[p].All + 1);
        }

        return ChiSquare(counts) > Unlikely ? [.. Enumerable.Range(0, parts.Count).Where(p => counts[p].All > 0).Select(p => parts.Centres[p].ToArray())] : whole;
    }

    private static double ChiSquare((long First, long All)[] parts)
    {
        double first = parts.Sum(p => p.First), all = parts.Sum(p => p.All), sum = 0;
        if (first == 0 || first == all) return 0;
        foreach (var part in parts.Where(p => p.All > 0))
        {
            var (expected, other) = (part.All * first / all, part.All * (all - first) / all);
            sum += ((part.First - expected) * (part.First - expected) / expected) + ((part.All - part.First - other) * (part.All - part.First - other) / other);
        }

        return Math.Round(sum, 6);
    }

    /// <summary>The first centres: each row is the likelier to become one the further it is from those that are.</summary>
    private static int[] Seeds(ByteVectors vectors, int count, ulong seed)
    {
        var far = new long[vectors.Count];
        Array.Fill(far, (long)Millionths * 2);
        var query = new short[vectors.Stride];
        var seeds = new List<int>(count) { 0 };
        while (true)
        {
            vectors.Widen(seeds[^1], query);
            var norm = vectors.Norm(seeds[^1]);
            var all = 0L;
            for (var i = 0; i < far.Length; i++)
            {
                // 1 − cosine is half the squared distance of two vectors of length 1: the weight that k-means++ asks for.
                far[i] = Math.Max(0, Math.Min(far[i], (long)Math.Round((1 - vectors.Cosine(query, norm, i)) * Millionths)));
                all += far[i];
            }

            if (seeds.Count == count || all == 0) return [.. seeds];
            var at = (long)((UInt128)KeyedRandom.Bits(seed, "gap-seeds", "", (ulong)seeds.Count) * (ulong)all >> 64);
            var next = 0;
            while (at >= far[next]) at -= far[next++];
            seeds.Add(next);
        }
    }
}
