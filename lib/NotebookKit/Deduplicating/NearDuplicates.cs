using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Removes rows that are nearly the same as a kept row: MinHash finds candidates, every candidate is verified by exact Jaccard similarity
/// of word shingles, and star clusters form around the best rows, so each removed row is at least Threshold similar to a row that stays.</summary>
/// <remarks>Rows whose inputs are alike but whose answers differ are contradictions and stay. Candidate recall at the threshold is at least .999 (32 bands of 4 rows);
/// precision is 1 by construction.</remarks>
public sealed record NearDuplicates : CorpusStage<RowSketches, NearPlan>, ISketchingStage
{
    /// <summary>Too similar to the row that is kept instead; measured is their Jaccard similarity, limit the threshold.</summary>
    public const string NearDuplicate = "near-duplicate";

    /// <summary>Which view of a row is compared. Default Whole.</summary>
    public DuplicateKey Key { get; init => field = Guard.Defined(value); } = DuplicateKey.Whole;

    /// <summary>Least Jaccard similarity of two rows that are the same. Ratio 0.5–1, default 0.8 (Nemotron's decontamination; FineWeb's bands have their midpoint at .72).</summary>
    public double Threshold { get; init => field = Guard.InRange(value, 0.5, 1); } = 0.8;

    /// <summary>Similarities from here on are measured and kept, so that another threshold down to it needs no new run. Ratio 0.5–1; off means Threshold − 0.1.</summary>
    public double? MeasureFrom { get; init => field = value is { } v ? Guard.InRange(v, 0.5, 1) : null; }

    /// <summary>Words in a shingle. 1–20, default 3, fit for chat; 5 for documents (FineWeb).</summary>
    public int ShingleWords { get; init => field = Guard.InRange(value, 1, 20); } = 3;

    /// <summary>Two answers are the same from this Jaccard similarity of their words on; below, the rows contradict each other and both stay. Ratio, default 0.8. Source: own choice.</summary>
    public double AnswerSimilarity { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>What earlier runs kept: new rows like one of those leave, and are told the row and the run. Default null: nothing.</summary>
    [ReferenceOption]
    public EarlierRuns? Earlier { get; init; }

    /// <inheritdoc/>
    public override string Name => "NearDuplicates";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => Earlier?.References ?? [];

    IReadOnlyList<string> ISketchingStage.SketchOptions => ["key", "shingleWords"];

    Stage ISketchingStage.After(EarlierRuns earlier) => this with { Earlier = earlier };

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) => RowSketches.Of(new Sketcher(run, Key, ShingleWords).Sketch(part));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override NearPlan Plan(RowSketches whole, RunContext run)
    {
        var rows = new RankedRows(whole);
        var from = Math.Min(Threshold, MeasureFrom ?? Math.Max(0.5, Math.Round(Threshold - 0.1, 6)));
        var edges = SimilarityJoin.EdgesAndKeys(rows, from, run, out var keys);
        var linked = Linked(rows, edges, keys, from, run, out var met);
        var plan = new NearPlan(Name, RowTable.Of(rows), linked, from, Threshold, AnswerSimilarity, keys.Crowded + met);
        run.Sketches?.Take(this, rows, plan.Table, run, keys, edges);
        return plan;
    }

    /// <summary>What another plan of the same measures makes of the rows.</summary>
    internal NearDuplicatesResult At(NearPlan plan, Dataset input) => (NearDuplicatesResult)Carry(plan, input);

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, NearPlan plan, Tally tally) => plan.Table.Decide(example, NearDuplicate, plan.Threshold);

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(NearPlan plan, StageOutcome outcome) =>
    [
        .. plan.Crowded == 0 ? Array.Empty<Finding>() : [new(Severity.Note, "crowded-template", $"{plan.Crowded} rows share templates so common that each was compared with the best rows, but not with every other.")],
        .. EarlierFindings.Of(Name, outcome),
    ];

    /// <inheritdoc/>
    protected override StageResult Result(NearPlan plan, Dataset input, StageResult account) => new NearDuplicatesResult(this, plan, input, account);

    private LinkedRows Linked(RankedRows rows, IReadOnlyList<SimilarEdge> edges, BandKeys keys, double from, RunContext run, out int crowded)
    {
        crowded = 0;
        if (Earlier?.For(this, run) is not { Count: > 0 } earlier) return LinkedRows.Of(rows, edges);
        return LinkedRows.Of(rows, edges, earlier, new FrozenJoin(earlier, earlier.Bands, rows, keys, from, run).Edges(out crowded));
    }
}
