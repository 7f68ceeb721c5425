namespace NotebookKit.Comparing;

/// <summary>A live row that people should label.</summary>
/// <param name="Id">Id of the live row.</param>
/// <param name="Cluster">Number of its topic cluster.</param>
public sealed record RowToLabel(string Id, int Cluster);

/// <summary>What the plan does about one topic cluster.</summary>
/// <param name="Number">Its number.</param>
/// <param name="LiveShare">Its share of the live lines, 0–1: what train should have.</param>
/// <param name="Before">Training lines now.</param>
/// <param name="After">Training lines once rows are repeated.</param>
/// <param name="Lack">Training lines that it still lacks then against its live share, or against the rows that make it not thin, whichever is more;
/// against the latter alone where the topics differ by no more than chance.</param>
/// <param name="ToLabel">Live rows of it that should be labelled.</param>
public sealed record PlannedCluster(int Number, double LiveShare, long Before, long After, long Lack, int ToLabel);

/// <summary>How to bring train closer to live: which live rows to label, and which training rows to repeat. Rows are never removed, and
/// none is repeated for a difference that chance alone makes.</summary>
/// <param name="ToLabel">Live rows to label, cluster by cluster, those that lack most first; in each first the most central one, then always the one that is least like those before it.</param>
/// <param name="Repeats">How many copies of a training row should go into training, by id; rows that are not named stay as they are.</param>
/// <param name="Clusters">What is done about each cluster.</param>
/// <param name="PsiBefore">Population stability index of the topics now.</param>
/// <param name="PsiRepeated">What it is once rows are repeated.</param>
/// <param name="PsiLabelled">What it is expected to be once the labelled rows are there as well.</param>
public sealed record SamplingPlan(
    IReadOnlyList<RowToLabel> ToLabel, IReadOnlyDictionary<string, int> Repeats, IReadOnlyList<PlannedCluster> Clusters, double PsiBefore, double PsiRepeated, double PsiLabelled)
{
    /// <summary>Training lines now.</summary>
    public long LinesBefore => Clusters.Sum(c => c.Before);

    /// <summary>Training lines once rows are repeated.</summary>
    public long LinesAfter => Clusters.Sum(c => c.After);

    /// <summary>Repeats training rows as planned (<see cref="Example.Repeat"/>). Rows of validation and test pass untouched. After Splitting, before Formatting.</summary>
    /// <param name="train">The set that the plan was made for, or one with more rows.</param>
    public StageResult Apply(Dataset train)
    {
        ArgumentNullException.ThrowIfNull(train);
        return train.Change("SamplingPlan", row => row.Split is null or Split.Train && Repeats.TryGetValue(row.Id, out var copies) && copies > row.Repeat ? row with { Repeat = copies } : row);
    }

    /// <summary>The live rows to label, in the order of the plan.</summary>
    /// <param name="live">The set that the plan was made for.</param>
    public IReadOnlyList<Example> RowsToLabel(Dataset live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var byId = live.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return [.. ToLabel.Where(r => byId.ContainsKey(r.Id)).Select(r => byId[r.Id])];
    }
}
