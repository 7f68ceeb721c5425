using Microsoft.Extensions.AI;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using NotebookKit.Embeddings;
using NotebookKit.Outliers;

namespace NotebookKit.MLNet;

/// <summary>Strange is what is far from the centre of every group of similar examples, to ML.NET's k-means over embeddings. Needs no labels.</summary>
/// <remarks>Scores are 0 to 2: the distance to the nearest centre; 2 is that of an input without words.</remarks>
public sealed record MlNetKMeansDetector : OutlierDetector
{
    private const int FewestRows = 30;

    /// <inheritdoc/>
    public override string Name => FittedMlNetKMeans.KindName;

    /// <summary>How many groups. 2 to 10,000, default 200; no more than a third of the rows. Source: own measurement.</summary>
    public int Groups { get; init => field = Options.InRange(value, 2, 10_000); } = 200;

    /// <summary>Most passes over the rows. 1 to 100,000, default 1,000, ML.NET's own.</summary>
    public int Iterations { get; init => field = Options.InRange(value, 1, 100_000); } = 1_000;

    /// <summary>What makes vectors of texts. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than 30 rows with words.</exception>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        var model = VectorModel<KMeansScore>.Train(inDomain, Embedder, Name, FewestRows, run, (ml, _, rows) => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            NumberOfClusters = Math.Min(Groups, rows / 3),
            MaximumNumberOfIterations = Iterations,
            // ML.NET's own choice fails ("too few examples") where groups are many and rows few.
            InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            // With several threads sums, and so centres, would hang on their timing.
            NumberOfThreads = 1,
        }));
        return new FittedMlNetKMeans(model, Labels(model, KnownTexts.Of(inDomain)));
    }

    /// <summary>The most common label of each group that has one.</summary>
    private static SortedDictionary<int, string> Labels(VectorModel<KMeansScore> model, Example[] known)
    {
        var pairs = new List<(int Group, string Label)>();
        model.Of(known, 0, known.Length, (i, said) =>
        {
            if (said is not null && known[i].Label is { } label) pairs.Add((said.Nearest, label));
        });
        return new(pairs.GroupBy(p => p.Group).ToDictionary(g => g.Key, g => g.GroupBy(p => p.Label, StringComparer.Ordinal).OrderByDescending(l => l.Count()).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key));
    }
}

/// <summary>What ML.NET says of a vector: squared distances to all centres.</summary>
internal sealed class KMeansScore
{
    public float[] Score { get; set; } = [];

    public int Nearest => Array.IndexOf(Score, Score.Min());
}

/// <summary>What <see cref="MlNetKMeansDetector"/> learned.</summary>
internal sealed class FittedMlNetKMeans(VectorModel<KMeansScore> model, SortedDictionary<int, string> labels) : FittedMlNet
{
    public const string KindName = "mlnet-kmeans";

    private const double NoWords = 2;

    public static readonly DetectorKind OwnKind = new(KindName, Read);

    public override string Name => KindName;

    public override ITransformer Model => model.Model;

    protected override DetectorKind? Kind => OwnKind;

    /// <summary>The label is the most common one of the nearest group.</summary>
    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (score, label) = (Score(example), default(string));
        model.Of([example], 0, 1, (_, said) => label = said is null ? null : labels.GetValueOrDefault(said.Nearest));
        return new(score, label, [], SharesOfWords(example, score, count));
    }

    protected override void ScoreRange(IReadOnlyList<Example> examples, int from, int to, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(scores);
        // Rounding can make the square of nothing negative.
        model.Of(examples, from, to, (i, said) => scores[i] = said is null ? NoWords : Math.Round(Math.Sqrt(Math.Max(0, (double)said.Score.Min())), 6));
    }

    protected override void Write(BinaryWriter writer)
    {
        WriteEmbedder(writer, model.Embedder);
        writer.Write(labels.Count);
        foreach (var (group, label) in labels)
        {
            writer.Write(group);
            writer.Write(label);
        }

        model.Write(writer);
    }

    private static FittedMlNetKMeans Read(DetectorReader reader)
    {
        var embedder = reader.Embedder();
        var labels = new SortedDictionary<int, string>();
        var count = reader.Bytes.ReadInt32();
        for (var i = 0; i < count; i++) labels.Add(reader.Bytes.ReadInt32(), reader.Bytes.ReadString());
        return new(VectorModel<KMeansScore>.Read(reader, embedder), labels);
    }
}
