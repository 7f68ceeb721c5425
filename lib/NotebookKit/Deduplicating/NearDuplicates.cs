using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Removes rows that are nearly the same as a kept row: MinHash finds candidates, every candidate is verified by exact Jaccard similarity
/// of word shingles, and star clusters form around the best rows, so each removed row is at least Threshold similar to a row that stays.</summary>
/// <remarks>Rows whose inputs are alike but whose answers differ are contradictions and stay. Candidate recall at the threshold is at least .999 (32 bands of 4 rows);
/// precision is 1 by construction.</remarks>
public sealed record NearDuplicates : CorpusStage<RowSketches, NearPlan>
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

    /// <inheritdoc/>
    public override string Name => "NearDuplicates";

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) => RowSketches.Of(new Sketcher(run, Key, ShingleWords).Sketch(part));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override NearPlan Plan(RowSketches whole, RunContext run)
    {
        var rows = new RankedRows(whole);
        var from = Math.Min(Threshold, MeasureFrom ?? Math.Max(0.5, Math.Round(Threshold - 0.1, 6)));
        var edges = SimilarityJoin.Edges(rows, from, run, out var crowded);
        return new(RowTable.Of(rows), LinkedRows.Of(rows, edges), from, Threshold, AnswerSimilarity, crowded);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, NearPlan plan, Tally tally) => plan.Table.Decide(example, NearDuplicate, plan.Threshold);

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(NearPlan plan, StageOutcome outcome) => plan.Crowded == 0 ? [] :
        [new(Severity.Note, "crowded-template", $"{plan.Crowded} rows share templates so common that each was compared with the best rows, but not with every other.")];

    /// <inheritdoc/>
    protected override StageResult Result(NearPlan plan, Dataset input, StageResult account) => new NearDuplicatesResult(this, plan, input, account);
}
