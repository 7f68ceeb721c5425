namespace NotebookKit.Balancing;

/// <summary>Brings the classes of the training rows into proportion: small classes are repeated, large ones are cut, or a given distribution is
/// matched. Rows of validation and test pass untouched, because they must look like real use.</summary>
/// <remarks>Which rows leave is a keyed choice: it depends on seed, id and weight, not on the order of rows. The report's counts are
/// <c>before:label:NAME</c> (training rows that came in), <c>after:label:NAME</c> (training lines that go out, repeats included) and <c>occurrences:label:NAME</c> (input
/// rows before deduplication), and the same with <c>source</c>. The 100 most frequent names are counted one by one, others as <c>(other)</c>, none as <c>(none)</c>.
/// Rows that are in no split are taken for training rows.</remarks>
public sealed record Balancer : CorpusStage<BalanceSummary, BalancePlan>
{
    /// <summary>Its class has more rows than it may keep; measured is the rows of the class, limit those that stay.</summary>
    public const string Downsampled = "downsampled";

    /// <summary>Its class has more rows than the cap; measured is the rows of the class, limit the cap.</summary>
    public const string OverCap = "over-cap";

    /// <summary>Its kind of source has more rows than the mix gives it; measured is the rows of that kind, limit those that stay.</summary>
    public const string OverMix = "over-mix";

    /// <summary>Its class has no share in the wanted distribution; measured is the rows of the class, limit 0.</summary>
    public const string NotInTarget = "not-in-target";

    /// <summary>Uses of one row that upsampling makes at most where nothing else is set.</summary>
    internal const int UpsampleFactor = 5;

    /// <summary>How classes are brought into proportion: None (default), Upsample (S4), Downsample (S4), Cap or Target (S0: the distribution of real use).</summary>
    public BalanceMethod Method { get; init => field = Guard.Defined(value); } = BalanceMethod.None;

    /// <summary>What makes a class: Label (default), Source, Cluster or LengthBand.</summary>
    public BalanceBy By { get; init => field = Guard.Defined(value); } = BalanceBy.Label;

    /// <summary>The distribution that method Target reaches, such as billing=0.4,technical=0.6. Shares 0–1; what they leave goes to the other classes,
    /// which leave where nothing is left. Default off: all classes alike.</summary>
    public Shares? Target { get; init; }

    /// <summary>The share of each kind of source, reached before the classes are balanced: S1 (50% production, 20% public, 20% human, 10% synthetic), or
    /// production=0.5,public=0.2,human=0.2,synthetic=0.1. Default off.</summary>
    public SourceMix? Mix { get; init; }

    /// <summary>How often one row may be used at most. At least 1; default off: 5 for Upsample, 1 (no repeats) for Target and Mix.</summary>
    public int? MaxFactor { get; init => field = Guard.AtLeast(value, 1); }

    /// <summary>Rows that a class may have at most with method Cap. At least 1, default 1,000. Source: own choice.</summary>
    public int Cap { get; init => field = Guard.AtLeast(value, 1); } = 1000;

    /// <summary>Rows that a class must have to set the size that Downsample cuts to, so that one stray label does not take everything. At least 1, default 1 (S4: the
    /// minority class, however small).</summary>
    public int MinClass { get; init => field = Guard.AtLeast(value, 1); } = 1;

    /// <summary>Chooses by the score quality: a row of twice the score is twice as likely to stay or to be repeated (S1: "Balance by quality"). Default false:
    /// all rows alike.</summary>
    public bool QualityWeighted { get; init; }

    /// <inheritdoc/>
    public override string Name => "Balancing";

    /// <inheritdoc/>
    protected internal override BalanceSummary Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        var rows = new List<BalanceRow>(part.Count);
        var labels = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var sources = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var unsplit = 0;
        foreach (var example in part)
        {
            if (!IsTrain(example)) continue;
            if (example.Split is null) unsplit++;
            rows.Add(new(example.Id, ClassOf(example), SourceMix.KindOf(example.Origin), QualityWeighted ? example.Scores[ScoreNames.Quality] ?? double.NaN : double.NaN));
            if (example.Label is { } label) labels[label] = labels.GetValueOrDefault(label) + 1;
            if (example.Source is { } source) sources[source] = sources.GetValueOrDefault(source) + 1;
        }

        return new(rows, labels, sources, unsplit);
    }

    /// <inheritdoc/>
    protected internal override BalanceSummary Merge(IReadOnlyList<BalanceSummary> summaries) => BalanceSummary.Merge(summaries);

    /// <inheritdoc/>
    protected internal override BalancePlan Plan(BalanceSummary whole, RunContext run) => new BalancePlanner(this, whole, run.Seed).Plan();

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, BalancePlan plan, Tally tally)
    {
        if (!IsTrain(example)) return Outcome.Keep(example);
        plan.Count(tally, example, CountedWhen.Before, 1);
        plan.Count(tally, example, CountedWhen.Occurrences, example.Occurrences);
        if (plan.Of(example.Id) is { } verdict)
        {
            if (verdict.Copies == 0) return Outcome.Remove(example, verdict.Reason, verdict.Measured, verdict.Limit);
            example = example with { Repeat = verdict.Copies };
        }

        plan.Count(tally, example, CountedWhen.After, example.Repeat);
        return Outcome.Keep(example);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(BalancePlan plan, StageOutcome outcome) => plan.Findings;

    private static bool IsTrain(Example example) => example.Split is null or Split.Train;

    private string? ClassOf(Example example) => By switch
    {
        BalanceBy.Label => example.Label,
        BalanceBy.Source => example.Source,
        BalanceBy.Cluster => example.Cluster,
        _ => example.Length switch { < 200 => "0-199", < 1000 => "200-999", < 4000 => "1000-3999", _ => "4000+" },
    };
}
