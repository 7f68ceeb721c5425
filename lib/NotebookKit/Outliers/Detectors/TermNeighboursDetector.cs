using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>Strange is what shares few weighty words with its nearest neighbours: −ln of the mean cosine similarity to the k nearest examples that belong, over TF-IDF of words and character trigrams. Needs no labels and no embedder.</summary>
/// <remarks>The distance of <see cref="OutlierScorer"/>, on rows that are known to belong. An example with the same words as a row it learned from is not its own neighbour. Scores are 0 (the same) to 6.907755 (nothing in common).</remarks>
public sealed record TermNeighboursDetector : OutlierDetector
{
    /// <inheritdoc/>
    public override string Name => "knn-terms";

    /// <summary>Nearest neighbours that make a distance. 1 to 100, default 3. Source: own measurement (mean AUROC over left-out intents and domains, clean and damaged: 0.807 with 3, 0.802 with 1).</summary>
    public int Neighbours { get; init => field = Guard.InRange(value, 1, 100); } = 3;

    /// <summary>Rows that are kept to compare with; of more, those with the smallest keyed hashes of their ids. 100 to 1,000,000, default 20,000. Source: own choice; the time of a score grows with it.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 1_000_000); } = 20_000;

    /// <inheritdoc/>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        return FitRows(KnownRows.Of(inDomain, SampleSize, run), run);
    }

    internal override FittedDetector FitRows(KnownRows rows, RunContext run) => new FittedTermNeighbours(new(rows.Rows, Neighbours, 0, null, null, run));

    /// <inheritdoc/>
    internal override double[] HeldOutScores(KnownRows rows, FittedDetector fitted, int[] wanted, RunContext run) => ((PreparedDetector)fitted).Score(rows.Prepared(null, wanted, run), run);
}

/// <summary>Rows and their index.</summary>
internal sealed class FittedTermNeighbours(OutlierPlan plan) : PreparedDetector
{
    public override string Name => "knn-terms";

    public override double Score(PreparedInput input) => plan.Distance(input.Features) ?? OutlierPlan.Farthest;

    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        var score = Score(example);
        var neighbours = plan.Near(example, count, count);
        return new(score, neighbours.Length == 0 ? null : plan.LabelOf(neighbours[0].Id), neighbours, WordShares.Of(this, example, score, count));
    }

    protected internal override void Write(BinaryWriter writer) => plan.Write(writer);

    public static FittedTermNeighbours Read(DetectorReader reader) => new(OutlierPlan.Read(reader.Bytes));
}
