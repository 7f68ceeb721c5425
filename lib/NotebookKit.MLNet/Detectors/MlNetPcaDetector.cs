using Microsoft.Extensions.AI;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using NotebookKit.Embeddings;
using NotebookKit.Outliers;

namespace NotebookKit.MLNet;

/// <summary>Strange is what is left of an embedding when its principal components over the examples that belong are taken out, to ML.NET's randomized PCA. Needs no labels.</summary>
/// <remarks>Scores are 0 to 1: the part of the distance from the mean that the components do not explain; 1 is also that of an input without words. A single extreme row among the examples that belong becomes a component
/// and hides its like.</remarks>
public sealed record MlNetPcaDetector : OutlierDetector
{
    private const int FewestRows = 30;

    /// <inheritdoc/>
    public override string Name => FittedMlNetPca.KindName;

    /// <summary>Components that are taken out, as a share of the numbers of a vector. Above 0, at most 0.9 (with all of them ML.NET's scores are no numbers); default 0.5. Source: own measurement.</summary>
    public double Components { get; init => field = Options.InRange(value, 0.001, 0.9); } = 0.5;

    /// <summary>Further directions that are looked at to find the components. 0 to 1,000, default 20, ML.NET's own.</summary>
    public int Oversampling { get; init => field = Options.InRange(value, 0, 1_000); } = 20;

    /// <summary>What makes vectors of texts. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than 30 rows with words.</exception>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        return new FittedMlNetPca(VectorModel<PcaScore>.Train(inDomain, Embedder, Name, FewestRows, run, (ml, dimensions, rows) => ml.AnomalyDetection.Trainers.RandomizedPca(new RandomizedPcaTrainer.Options
        {
            // More components than rows have no direction.
            Rank = Math.Clamp((int)(Components * dimensions), 1, Math.Min(dimensions, rows) - 1),
            Oversampling = Oversampling,
            Seed = (int)(run.Seed & int.MaxValue),
        })));
    }
}

/// <summary>What ML.NET says of a vector.</summary>
internal sealed class PcaScore
{
    public float Score { get; set; }
}

/// <summary>What <see cref="MlNetPcaDetector"/> learned.</summary>
internal sealed class FittedMlNetPca(VectorModel<PcaScore> model) : FittedMlNet
{
    public const string KindName = "mlnet-pca";

    private const double NoWords = 1;

    public static readonly DetectorKind OwnKind = new(KindName, reader => new FittedMlNetPca(VectorModel<PcaScore>.Read(reader, reader.Embedder())));

    public override string Name => KindName;

    public override ITransformer Model => model.Model;

    protected override DetectorKind? Kind => OwnKind;

    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var score = Score(example);
        return new(score, null, [], SharesOfWords(example, score, count));
    }

    protected override void ScoreRange(IReadOnlyList<Example> examples, int from, int to, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(scores);
        // No number is what ML.NET says at the mean itself, and where rounding makes what is left negative: nothing is left.
        model.Of(examples, from, to, (i, said) => scores[i] = said is null ? NoWords : float.IsFinite(said.Score) ? Math.Round((double)said.Score, 6) : 0);
    }

    protected override void Write(BinaryWriter writer)
    {
        WriteEmbedder(writer, model.Embedder);
        model.Write(writer);
    }
}
