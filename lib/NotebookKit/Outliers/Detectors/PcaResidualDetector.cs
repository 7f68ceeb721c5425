using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Outliers;

/// <summary>Strange is what points where the examples that belong do not: the length of what is left of an embedding when its principal components over these examples are taken out. Needs no labels.</summary>
/// <remarks>Source: Jackson and Mudholkar, Control Procedures for Residuals Associated With Principal Component Analysis (1979). Scores are 0 to 2; 2 is that of an input without words.</remarks>
public sealed record PcaResidualDetector : OutlierDetector
{
    /// <inheritdoc/>
    public override string Name => "pca-residual";

    /// <summary>Principal components that are taken out, as a share of the numbers of a vector. Above 0, at most 0.95; default 0.5. Source: own measurement.</summary>
    public double Components { get; init => field = Guard.InRange(value, 0.001, 0.95); } = 0.5;

    /// <summary>Rows that are learned from; of more, those with the smallest keyed hashes of their ids. 100 to 1,000,000, default 20,000. Source: own choice.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 1_000_000); } = 20_000;

    /// <summary>What makes vectors of texts. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        return FitRows(KnownRows.Of(inDomain, SampleSize, run), run);
    }

    internal override FittedDetector FitRows(KnownRows rows, RunContext run)
    {
        var vectors = rows.Vectors(Embedder, run);
        return new FittedPcaResidual(PrincipalAxes.Of(vectors, Math.Max(1, (int)(Components * vectors[0].Length)), run), Embedder);
    }
}

/// <summary>The middle of vectors and the axes along which they are spread most.</summary>
internal sealed class FittedPcaResidual(PrincipalAxes axes, IEmbeddingGenerator<string, Embedding<float>> embedder) : PreparedDetector
{
    /// <summary>The length of a vector less that of a middle is never more.</summary>
    private const double NoWords = 2;

    public override string Name => "pca-residual";

    public override IEmbeddingGenerator<string, Embedding<float>> Embedder { get; } = embedder;

    public override double Score(PreparedInput input) => input.HasWords ? Math.Round(Math.Sqrt(axes.SquaredResidual(input.Vector)), 6) : NoWords;

    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        var score = Score(example);
        return new(score, null, [], WordShares.Of(this, example, score, count));
    }

    protected internal override void Write(BinaryWriter writer)
    {
        writer.WriteEmbedder(Embedder);
        axes.Write(writer);
    }

    public static FittedPcaResidual Read(DetectorReader reader)
    {
        var embedder = reader.Embedder();
        return new(PrincipalAxes.Read(reader.Bytes), embedder);
    }
}
