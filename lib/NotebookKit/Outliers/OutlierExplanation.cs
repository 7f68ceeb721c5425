namespace NotebookKit.Outliers;

/// <summary>What the scorer measured on one example.</summary>
internal sealed record OutlierMeasures(double Distance, double Knn, double? Centroid, double? Domain);

/// <summary>Why an example has its distance.</summary>
/// <param name="Distance">The distance; null where the input has no words or the sample is too small.</param>
/// <param name="Median">Median distance of the sample.</param>
/// <param name="Neighbours">The nearest rows of the sample, nearest first; rows that share no term are not among them.</param>
public sealed record OutlierExplanation(double? Distance, double Median, IReadOnlyList<OutlierNeighbour> Neighbours);

/// <summary>A row near an example.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Similarity">Cosine similarity, 0–1.</param>
/// <param name="Terms">The shared terms that carry most of it, strongest first; _ marks the end of a word in a trigram. Text from the
/// explained example: show it where the example itself may be shown.</param>
public sealed record OutlierNeighbour(string Id, double Similarity, IReadOnlyList<string> Terms);

/// <summary>The result of <see cref="OutlierScorer"/>: it can say why an example has its score.</summary>
public sealed class OutlierResult : StageResult
{
    internal OutlierResult(OutlierPlan plan, StageResult account)
        : base(account.Kept, account.Removed, account.Report) => Plan = plan;

    /// <summary>What was fitted.</summary>
    public OutlierPlan Plan { get; }

    /// <summary>Why an example has its score.</summary>
    public OutlierExplanation Explain(Example example) => Plan.Explain(example);
}
