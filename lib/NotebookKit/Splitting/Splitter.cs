namespace NotebookKit.Splitting;

/// <summary>Puts each example into train, validation or test: stratified by label, and without a leak, because rows that belong together are never cut
/// apart. Together are: one conversation, one subject, parent and child, and inputs that are equal or similar, also through a third row.</summary>
/// <remarks>No synthetic or distilled row is put into validation or test; whatever belongs to one goes into train with it, and the ratios hold for
/// the other rows. A group larger than every held-out split stays in train. Ratios count rows, not occurrences. The split depends on ids, content and
/// seed, not on the order of rows.</remarks>
public sealed record Splitter : CorpusStage<SplitSummary, SplitPlan>
{
    /// <summary>How many rows each split gets: BySize, Train90Eval10 (S0), Train85Validation10Test5 (S4), Train80Validation10Test10 (S4),
    /// Train80Test20 (S2), or percentages such as 70/15/15. Default BySize: S4's 80/10/10 below 1,000 rows that may be held out, else its 85/10/5.</summary>
    public SplitPolicy Policy { get; init => field = value ?? throw new ArgumentNullException(nameof(Policy)); } = SplitPolicy.BySize;

    /// <summary>Puts the newest groups into test, the next into validation, so that the test is the future. A group is as new as its newest row.
    /// Default false: stratified by label. Groups without a date stay in train.</summary>
    public bool ByTime { get; init; }

    /// <summary>Inputs from this Jaccard similarity of their word 3-shingles on stay together. Ratio 0.5–1, default 0.8 (the threshold of near-duplicates);
    /// off: only equal inputs stay together.</summary>
    public double? Similarity { get; init => field = value is { } v ? Guard.InRange(v, 0.5, 1) : null; } = 0.8;

    /// <summary>Keeps the rows of one conversation together. Default true.</summary>
    public bool GroupByConversation { get; init; } = true;

    /// <summary>Keeps the rows about one person together. Default true; set false where one account holds most rows.</summary>
    public bool GroupBySubject { get; init; } = true;

    /// <summary>Rows that a test must have for its figures to mean something; fewer are a warning. At least 0, default 50 (S4).</summary>
    public int MinTest { get; init => field = Guard.AtLeast(value, 0); } = 50;

    /// <inheritdoc/>
    public override string Name => "Splitting";

    /// <inheritdoc/>
    protected internal override SplitSummary Summarize(IReadOnlyList<Example> part, RunContext run) => new(part.Select(Summarize));

    /// <inheritdoc/>
    protected internal override SplitSummary Merge(IReadOnlyList<SplitSummary> summaries) => new(summaries.SelectMany(s => s.Rows));

    /// <inheritdoc/>
    protected internal override SplitPlan Plan(SplitSummary whole, RunContext run) => new SplitPlanner(this, whole.Rows, run).Plan();

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, SplitPlan plan, Tally tally)
    {
        var (split, group) = plan.Of(example.Id);
        tally.Add(split.ToString().ToLowerInvariant());
        return Outcome.Keep(example with { Split = split, Cluster = example.Cluster ?? group });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(SplitPlan plan, StageOutcome outcome) => plan.Findings;

    private SplitRow Summarize(Example example)
    {
        var (keys, shingles) = JoinKeys.Of(example, this);
        return new(example.Id, example.Label, keys, shingles, example.CreatedAt?.UtcTicks, example.Origin is Origin.Synthetic or Origin.Distilled);
    }
}
