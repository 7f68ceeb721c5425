using Microsoft.Extensions.AI;
using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>The topics of two sets together: centres are found on up to 5,000 rows of each set, so that a small set is not drowned by a large one; then every row goes to its nearest centre.</summary>
internal sealed class GapTopics
{
    private const int MostFitted = 5_000, RowsPerCluster = 50, MostClusters = 100, Batch = 512;

    private readonly int[] trainOf, liveOf;

    private GapTopics(IReadOnlyList<Example> train, IReadOnlyList<Example> live, (int Group, double Cosine)[] places, ByteVectors vectors, int[] vectorOf)
    {
        (Train, Live) = (train, live);
        var (vector, split) = (vectorOf, train.Count);
        // Most live rows first: a cluster's number says how much of what a model meets is in it.
        var counts = places.Select((p, i) => (p.Group, IsLive: i >= split)).GroupBy(p => p.Group)
            .OrderByDescending(g => g.Count(p => p.IsLive)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key).Select((g, number) => (g.Key, number)).ToDictionary(g => g.Key, g => g.number);
        Count = counts.Count;
        trainOf = [.. places.Take(split).Select(p => counts[p.Group])];
        liveOf = [.. places.Skip(split).Select(p => counts[p.Group])];
        Cosines = [.. places.Skip(split).Select(p => p.Cosine)];
        (TrainLines, LiveLines) = (new long[Count], new long[Count]);
        for (var i = 0; i < trainOf.Length; i++) TrainLines[trainOf[i]] += RunNumbers.CopiesOf(train[i]);
        for (var i = 0; i < liveOf.Length; i++) LiveLines[liveOf[i]] += RunNumbers.CopiesOf(live[i]);
        Vectors = vectors;
        VectorOfLive = vector.AsSpan(split).ToArray();
    }

    /// <summary>Rows of the first set.</summary>
    public IReadOnlyList<Example> Train { get; }

    /// <summary>Rows of the second set.</summary>
    public IReadOnlyList<Example> Live { get; }

    /// <summary>How many clusters there are.</summary>
    public int Count { get; }

    /// <summary>Lines of the first set in each cluster, copies included.</summary>
    public long[] TrainLines { get; }

    /// <summary>Lines of the second set in each cluster.</summary>
    public long[] LiveLines { get; }

    /// <summary>The cosine of each live row to its centre; 0 for a row without a known word.</summary>
    public double[] Cosines { get; }

    /// <summary>The vectors of rows that have one.</summary>
    public ByteVectors Vectors { get; }

    /// <summary>Where the vector of a live row is; −1 where it has none.</summary>
    public int[] VectorOfLive { get; }

    /// <summary>The cluster of a training row.</summary>
    public int OfTrain(int row) => trainOf[row];

    /// <summary>The cluster of a live row.</summary>
    public int OfLive(int row) => liveOf[row];

    /// <summary>Finds the clusters.</summary>
    /// <exception cref="EmbeddingException">The embedder gave too few vectors, or vectors of different lengths.</exception>
    public static GapTopics Of(IReadOnlyList<Example> train, IReadOnlyList<Example> live, GapOptions options, RunContext run)
    {
        var all = train.Concat(live).ToArray();
        var bytes = Embed(all, options.Embedder, run);
        var vectorOf = new int[all.Length];
        var rows = new List<sbyte[]>(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            vectorOf[i] = bytes[i] is null ? -1 : rows.Count;
            if (bytes[i] is not { } row) continue;
            if (rows.Count > 0 && row.Length != rows[0].Length) throw new EmbeddingException($"The embedder gave vectors of different lengths: about {row.Length} numbers after {rows[0].Length}.");
            rows.Add(row);
        }

        var vectors = ByteVectors.Of(rows);
        var places = new (int Group, double Cosine)[all.Length];
        if (vectors.Count == 0) return new(train, live, places, vectors, vectorOf);
        var (left, right) = (Fitted(train, 0, vectorOf, run).ToArray(), Fitted(live, train.Count, vectorOf, run).ToArray());
        var wanted = options.Clusters ?? Math.Clamp((left.Length + right.Length) / RowsPerCluster, 2, MostClusters);
        var clusters = TopicCentres.Of(ByteVectors.Of(vectors, [.. left, .. right]), left.Length, wanted, divide: options.Clusters is null, run);
        Chunks.Run(all.Length, run, (from, to) =>
        {
            var query = new short[vectors.Stride];
            for (var i = from; i < to; i++)
            {
                // Rows without a known word are a cluster of their own.
                places[i] = (clusters.Count, 0);
                if (vectorOf[i] < 0) continue;
                vectors.Widen(vectorOf[i], query);
                var (group, cosine) = clusters.GroupOf(query, vectors.Norm(vectorOf[i]));
                places[i] = (group, Math.Round(cosine, 6));
            }

            return 0;
        });
        return new(train, live, places, vectors, vectorOf);
    }

    /// <summary>Vectors of the rows of one set that clusters are fitted on, in the order of their keys.</summary>
    private static IEnumerable<int> Fitted(IReadOnlyList<Example> rows, int offset, int[] vectorOf, RunContext run)
    {
        var with = Enumerable.Range(0, rows.Count).Where(i => vectorOf[offset + i] >= 0).ToList();
        return KeyedDraw.Of(with, MostFitted, run.Seed, "gap-topics", i => rows[i].Id).Select(i => vectorOf[offset + i]);
    }

    private static sbyte[]?[] Embed(Example[] rows, IEmbeddingGenerator<string, Embedding<float>> embedder, RunContext run)
    {
        var vectors = new sbyte[]?[rows.Length];
        Chunks.Run(rows.Length, run, (from, to) =>
        {
            ulong[] buffer = [];
            for (var start = from; start < to; start += Batch)
            {
                var texts = rows[start..Math.Min(to, start + Batch)].Select(TextOf).ToList();
                // A text that several rows share is paid for once.
                var different = texts.Distinct(StringComparer.Ordinal).ToList();
                var made = embedder.GenerateAsync(different, cancellationToken: run.Cancel).GetAwaiter().GetResult();
                if (made.Count != different.Count) throw new EmbeddingException($"The embedder was given {different.Count} texts and answered with {made.Count} vectors.");
                var byText = new Dictionary<string, sbyte[]?>(StringComparer.Ordinal);
                for (var i = 0; i < different.Count; i++)
                {
                    var words = ByteVectors.Quantize(made[i].Vector.Span, ref buffer);
                    byText.Add(different[i], words.IsEmpty ? null : System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, sbyte>(words).ToArray());
                }

                for (var i = 0; i < texts.Count; i++) vectors[start + i] = byText[texts[i]];
            }

            return 0;
        });
        return vectors;
    }

    private static string TextOf(Example row)
    {
        var text = InputMess.TextOf(row);
        return text.Length <= TextFeatures.MaxChars ? text : text[..TextFeatures.MaxChars];
    }
}
