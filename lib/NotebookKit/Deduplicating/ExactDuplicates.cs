using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Removes rows that say the same as another row once case, accents, white space and closing marks are folded. The best row of each
/// group stays and counts how many it stands for.</summary>
/// <remarks>Best: real before synthetic, user-edited, accepted, better rated, longest, newest, smallest id. Rows with another label are never duplicates; rows
/// with the same input and another answer are contradictions, not duplicates.</remarks>
public sealed record ExactDuplicates : CorpusStage<RowSketches, ExactPlan>, ISketchingStage
{
    /// <summary>The same text as the row that is kept instead; measured and limit are 1.</summary>
    public const string ExactDuplicate = "exact-duplicate";

    /// <summary>Which view of a row is compared. Default Whole; with any other view rows whose answers differ both stay.</summary>
    public DuplicateKey Key { get; init => field = Guard.Defined(value); } = DuplicateKey.Whole;

    /// <summary>What earlier runs kept: new rows like one of those leave, and are told the row and the run. Default null: nothing.</summary>
    [ReferenceOption]
    public EarlierRuns? Earlier { get; init; }

    /// <inheritdoc/>
    public override string Name => "ExactDuplicates";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => Earlier?.References ?? [];

    IReadOnlyList<string> ISketchingStage.SketchOptions => ["key"];

    Stage ISketchingStage.After(EarlierRuns earlier) => this with { Earlier = earlier };

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) => RowSketches.Of(Sketch(part, run));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override ExactPlan Plan(RowSketches whole, RunContext run)
    {
        var rows = new RankedRows(whole);
        var plan = ExactPlan.Of(Name, rows, Earlier?.For(this, run));
        run.Sketches?.Take(this, rows, plan.Table, run);
        return plan;
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, ExactPlan plan, Tally tally) => plan.Table.Decide(example, ExactDuplicate, 1);

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(ExactPlan plan, StageOutcome outcome) =>
        [.. EarlierFindings.Of(Name, outcome), .. EarlierFindings.Changed(outcome), .. (Earlier?.Forgotten() ?? []).Select(text => new Finding(Severity.Warning, EarlierRuns.LeftOut, text))];

    private SketchBlock Sketch(IReadOnlyList<Example> part, RunContext run)
    {
        var block = new SketchBlock(run.Scratch);
        foreach (var example in part) block.Add(RowRank.Of(example), example.Occurrences, DuplicateView.Hash(example, Key), [], AnswerKey(example), []);
        return block;
    }

    /// <summary>An answer is part of every key but Output, so that contradictions are never collapsed.</summary>
    private ulong AnswerKey(Example example) =>
        Key is DuplicateKey.Whole or DuplicateKey.Output ? 0 : DuplicateView.Hash(example, DuplicateKey.Output);
}
