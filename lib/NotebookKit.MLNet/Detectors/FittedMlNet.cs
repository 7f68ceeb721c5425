using Microsoft.ML;
using NotebookKit.Outliers;

namespace NotebookKit.MLNet;

/// <summary>What a detector made with ML.NET learned. Immutable and thread-safe: ML.NET's prediction engines, which are not, are lent to one thread at a time.</summary>
public abstract class FittedMlNet : FittedDetector
{
    private protected FittedMlNet() { }

    /// <summary>The model, for use in ML.NET itself. It reads a column <c>Text</c>, or a vector <c>Features</c> of an embedding.</summary>
    public abstract ITransformer Model { get; }

    /// <inheritdoc/>
    public override double Score(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var score = new double[1];
        ScoreRange([example], 0, 1, score);
        return score[0];
    }
}

/// <summary>The kinds of this package, for <see cref="FittedDetector.Load(string, IEnumerable{DetectorKind}, Microsoft.Extensions.AI.IEmbeddingGenerator{string, Microsoft.Extensions.AI.Embedding{float}})"/>.</summary>
public static class MlNetDetectors
{
    /// <summary>All of them: <c>FittedDetector.Load(path, MlNetDetectors.Kinds)</c>.</summary>
    public static IReadOnlyList<DetectorKind> Kinds { get; } = [FittedMlNetDomain.OwnKind, FittedMlNetLabels.OwnKind, FittedMlNetPca.OwnKind, FittedMlNetKMeans.OwnKind];
}
