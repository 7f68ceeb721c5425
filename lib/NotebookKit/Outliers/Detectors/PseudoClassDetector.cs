using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Linear;

namespace NotebookKit.Outliers;

/// <summary>Strange is what no group claims: examples that belong are put into groups by their embeddings, a linear model over words and letters learns to tell the groups apart, and the
/// claims of all groups on a text are added up. Needs no labels.</summary>
/// <remarks>The score is −Σ ln(1 + e^logit) over the groups: near 0 where none claims the text, lower otherwise, 100 for an input without words. Groups are k-means of vectors as bytes from fixed starts. Sources: Caron and others, Deep Clustering for
/// Unsupervised Learning of Visual Features (2018), for labels by clusters; Wang and others, Can multi-label classification networks know what they don't know? (2021), for the score.</remarks>
public sealed record PseudoClassDetector : OutlierDetector
{
    internal const string PseudoName = "pseudo-classes";

    /// <inheritdoc/>
    public override string Name => PseudoName;

    /// <summary>Groups. 2 to 1,000, default 64; at most one for each five rows. Source: own measurement.</summary>
    public int Groups { get; init => field = Guard.InRange(value, 2, 1_000); } = 64;

    /// <summary>Rows that are learned from; of more, those with the smallest keyed hashes of their ids. 100 to 1,000,000, default 20,000. Source: own choice.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 1_000_000); } = 20_000;

    /// <summary>What makes the vectors that groups are made of. Default: the built-in embedder. A score needs none.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        return FitRows(KnownRows.Of(inDomain, SampleSize, run), run);
    }

    internal override FittedDetector FitRows(KnownRows rows, RunContext run)
    {
        // Starts are rows at even steps: in the order of contents neighbours have nothing to do with each other.
        int[] order = [.. Enumerable.Range(0, rows.Count).OrderBy(i => rows.Rows[i].Features.Content)];
        var vectors = rows.Vectors(Embedder, run);
        var clusters = VectorClusters.Of(KnownRows.Bytes([.. order.Select(i => vectors[i])]), Math.Min(Groups, rows.Count / 5), run);
        var labels = new string[rows.Count];
        for (var group = 0; group < clusters.Count; group++)
        {
            var (from, to) = clusters.Group(group);
            for (var at = from; at < to; at++) labels[order[clusters.Row(at)]] = group.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
        }

        return new FittedPseudoClasses(LinearClassifier.Train([.. rows.Examples.Select(e => e.Input)], labels, null, run));
    }
}

/// <summary>A linear model of groups and the sum of their claims.</summary>
internal sealed class FittedPseudoClasses(LinearClassifier model) : PreparedDetector
{
    /// <summary>A text without words is claimed by nothing, however strong the weight that a group has by itself.</summary>
    private const double NoWords = 100;

    public override string Name => PseudoClassDetector.PseudoName;

    public override double Score(PreparedInput input)
    {
        if (!input.HasWords) return NoWords;
        var claims = 0.0;
        // In the order of the groups, so that every machine rounds alike.
        foreach (var logit in model.Logits(input.Example.Input)) claims += logit > 30 ? logit : Math.Log(1 + Math.Exp(logit));
        return Math.Round(-claims, 6);
    }

    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        var score = Score(example);
        return new(score, null, [], WordShares.Of(this, example, score, count));
    }

    protected internal override void Write(BinaryWriter writer) => model.Write(writer);

    public static FittedPseudoClasses Read(DetectorReader reader) => new(LinearClassifier.Read(reader.Bytes));
}
