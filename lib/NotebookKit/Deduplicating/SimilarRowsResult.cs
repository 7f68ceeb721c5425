namespace NotebookKit.Deduplicating;

/// <summary>A row that was kept, and the rows that left because they are like it.</summary>
/// <param name="Kept">The kept row, with the <see cref="Example.Occurrences"/> it stands for.</param>
/// <param name="Left">The rows that left for it, in the order of the input; one at least.</param>
public sealed record DuplicateCluster(Example Kept, IReadOnlyList<Removal> Left)
{
    /// <summary>Similarity of the row that is least like the kept one, 0–1.</summary>
    public double Least => Left.Min(r => r.Measured ?? 1);

    /// <summary>Similarity of the row that is most like the kept one, 0–1.</summary>
    public double Most => Left.Max(r => r.Measured ?? 1);
}

/// <summary>How many rows a threshold would remove.</summary>
/// <param name="Threshold">Least similarity, 0–1.</param>
/// <param name="Removed">Rows that would leave.</param>
public readonly record struct ThresholdCount(double Threshold, int Removed);

/// <summary>What the removal of rows that are like others kept and removed: its clusters, and what other thresholds would do, without measuring again.</summary>
public abstract partial class SimilarRowsResult : StageResult
{
    /// <summary>Thresholds that <see cref="Sweep"/> tries.</summary>
    private const int Steps = 20;

    private readonly Lazy<IReadOnlyList<DuplicateCluster>> clusters;

    private protected SimilarRowsResult(NearPlan plan, Dataset input, StageResult account)
        : base(account.Kept, account.Removed, account.Report)
    {
        (Plan, Input) = (plan, input);
        clusters = new(Find);
    }

    /// <summary>The measured similarities and the decision.</summary>
    public NearPlan Plan { get; }

    /// <summary>The kept rows that stand for others, with these: the largest cluster first, of equal ones by the id of the kept row.</summary>
    public IReadOnlyList<DuplicateCluster> Clusters => clusters.Value;

    private protected Dataset Input { get; }

    /// <summary>How many rows each of some thresholds would remove, from the least that was measured to 1; a step where the count falls steeply parts two kinds of pairs.</summary>
    /// <param name="steps">Steps between the least and 1, at least 1. Default 20.</param>
    public IReadOnlyList<ThresholdCount> Sweep(int steps = Steps)
    {
        Guard.AtLeast(steps, 1);
        return [.. Enumerable.Range(0, steps + 1).Select(step =>
        {
            var threshold = Math.Round(Plan.MeasuredFrom + ((1 - Plan.MeasuredFrom) * step / steps), 6);
            return new ThresholdCount(threshold, Plan.RemovedAt(threshold));
        })];
    }

    private List<DuplicateCluster> Find()
    {
        var byKept = Removed.Where(r => r.CauseId is not null).GroupBy(r => r.CauseId!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return [.. Kept.Examples.Where(e => byKept.ContainsKey(e.Id)).Select(e => new DuplicateCluster(e, byKept[e.Id])).OrderByDescending(c => c.Left.Count).ThenBy(c => c.Kept.Id, StringComparer.Ordinal)];
    }
}
