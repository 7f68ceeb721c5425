namespace NotebookKit.Linear;

/// <summary>How a <see cref="LinearClassifier"/> is trained.</summary>
internal sealed record LinearOptions
{
    /// <summary>What errors cost against the size of the weights (C of LIBLINEAR). 0.001 to 1,000, default 8.</summary>
    public double Cost { get; init => field = Guard.InRange(value, 0.001, 1_000); } = 8;

    /// <summary>Times that each row is looked at, at most. 1 to 1,000, default 15.</summary>
    public int Epochs { get; init => field = Guard.InRange(value, 1, 1_000); } = 15;

    /// <summary>Training ends where no step of an epoch is larger. 0 to 1, default 0.02.</summary>
    public double Tolerance { get; init => field = Guard.Ratio(value); } = 0.02;

    /// <summary>An n-gram must be in so many texts. 1 to 1,000, default 1: a rare n-gram speaks for one class, too. Source: own measurement (AUROC of intents left out of HWU64 .823 with 2, .828 with 1).</summary>
    public int MinTexts { get; init => field = Guard.InRange(value, 1, 1_000); } = 1;

    /// <summary>N-grams of a model at most, the most frequent. 1,000 to 4,000,000, default 200,000.</summary>
    public int MaxTerms { get; init => field = Guard.InRange(value, 1_000, 4_000_000); } = 200_000;

    /// <summary>Share of words and pairs of words in the squared length of a row; the rest is characters'. 0 to 1, default 0.5.</summary>
    public double WordShare { get; init => field = Guard.Ratio(value); } = 0.5;
}
