using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>How alike two inputs must be to ask the same.</summary>
public enum SemanticPolicy
{
    /// <summary>Cosine 0.95. Source: S4.</summary>
    Careful,

    /// <summary>Cosine 0.9, what tools take: semhash, distilabel. Fit for real embeddings of sentences; with tables of words it takes together what differs in one word that matters.</summary>
    Aggressive,
}

/// <summary>Removes rows that ask the same as a kept row in other words, and are answered alike: cosine of embeddings, verified, in star clusters around the best rows, so that each removed row is
/// at least Threshold similar to a row that stays.</summary>
/// <remarks>Cosines are of vectors as signed bytes, so that they are the same on every machine. Below 50,000 different inputs all pairs are found, above it nearly all: .985 of those at the lowest cosine that is measured, more of those above (docs/embeddings.md).
/// Rows whose inputs are alike but whose answers differ are contradictions and stay.</remarks>
public sealed record SemanticDuplicates : CorpusStage<RowSketches, NearPlan>, ISketchingStage
{
    /// <summary>Asks the same as the row that is kept instead; measured is the cosine of their embeddings, limit the threshold.</summary>
    public const string SemanticDuplicate = "semantic-duplicate";

    /// <summary>How far below the threshold pairs are measured, where nothing else is asked for: the careful policy then knows what the aggressive one would do.</summary>
    private const double Below = 0.05;

    /// <summary>Texts that the embedder gets at a time.</summary>
    private const int Batch = 256;

    /// <summary>Which view of a row is compared. Default Input (S4).</summary>
    public DuplicateKey Key { get; init => field = Guard.Defined(value); } = DuplicateKey.Input;

    /// <summary>How alike two rows must be: Careful (cosine 0.95, S4) or Aggressive (0.9, semhash and distilabel). Default Careful.</summary>
    public SemanticPolicy Policy { get; init => field = Guard.Defined(value); } = SemanticPolicy.Careful;

    /// <summary>Least cosine of two rows that ask the same. Ratio 0.5–1; off means that of Policy.</summary>
    public double? Threshold { get; init => field = value is { } v ? Guard.InRange(v, 0.5, 1) : null; }

    /// <summary>Cosines from here on are measured and kept, so that another threshold down to it needs no new run. Ratio 0.5–1; off means Threshold − 0.05.</summary>
    public double? MeasureFrom { get; init => field = value is { } v ? Guard.InRange(v, 0.5, 1) : null; }

    /// <summary>Two answers are the same from this Jaccard similarity of their words on; below, the rows contradict each other and both stay. Ratio, default 0.8, 0 where answers do not matter. Source: own choice.</summary>
    public double AnswerSimilarity { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>What makes vectors of texts. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <summary>What earlier runs kept: new rows like one of those leave, and are told the row and the run. Default null: nothing.</summary>
    [ReferenceOption]
    public EarlierRuns? Earlier { get; init; }

    /// <inheritdoc/>
    public override string Name => "SemanticDuplicates";

    private double Least => Threshold ?? (Policy == SemanticPolicy.Careful ? 0.95 : 0.9);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References => Earlier?.References ?? [];

    IReadOnlyList<string> ISketchingStage.SketchOptions => ["embedder", "key"];

    Stage ISketchingStage.After(EarlierRuns earlier) => this with { Earlier = earlier };

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(run);
        var block = new SketchBlock(run.Scratch);
        ulong[] buffer = [];
        var answer = new List<ulong>();
        for (var from = 0; from < part.Count; from += Batch)
        {
            var rows = new Example[Math.Min(Batch, part.Count - from)];
            for (var i = 0; i < rows.Length; i++) rows[i] = part[from + i];
            // A text that several rows share is paid for once.
            var texts = rows.Select(View).ToList();
            var different = texts.Distinct(StringComparer.Ordinal).ToList();
            var made = Embedder.GenerateAsync(different, cancellationToken: run.Cancel).GetAwaiter().GetResult();
            if (made.Count != different.Count) throw new EmbeddingException($"The embedder was given {different.Count} texts and answered with {made.Count} vectors.");
            var byText = different.Zip(made).ToDictionary(p => p.First, p => p.Second.Vector, StringComparer.Ordinal);
            for (var i = 0; i < rows.Length; i++) Add(block, rows[i], ByteVectors.Quantize(byText[texts[i]].Span, ref buffer), answer);
        }

        return RowSketches.Of(block);
    }

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override NearPlan Plan(RowSketches whole, RunContext run)
    {
        var rows = new RankedRows(whole);
        var from = Math.Min(Least, MeasureFrom ?? Math.Max(0.5, Math.Round(Least - Below, 6)));
        var edges = CosineJoin.Edges(rows, from, run, out var crowded);
        var linked = Linked(rows, edges, from, run, out var met);
        var plan = new NearPlan(Name, RowTable.Of(rows), linked, from, Least, AnswerSimilarity, crowded + met);
        run.Sketches?.Take(this, rows, plan.Table, run);
        return plan;
    }

    /// <summary>What another plan of the same measures makes of the rows.</summary>
    internal SemanticDuplicatesResult At(NearPlan plan, Dataset input) => (SemanticDuplicatesResult)Carry(plan, input);

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, NearPlan plan, Tally tally) => plan.Table.Decide(example, SemanticDuplicate, plan.Threshold);

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(NearPlan plan, StageOutcome outcome) =>
    [
        .. plan.Crowded == 0 ? Array.Empty<Finding>() : [new(Severity.Note, "crowded-neighbourhood", $"{plan.Crowded} rows have so many neighbours that only the best and the most similar ones were kept in mind.")],
        .. EarlierFindings.Of(Name, outcome),
    ];

    /// <inheritdoc/>
    protected override StageResult Result(NearPlan plan, Dataset input, StageResult account) => new SemanticDuplicatesResult(this, plan, input, account);

    private LinkedRows Linked(RankedRows rows, IReadOnlyList<SimilarEdge> edges, double from, RunContext run, out int crowded)
    {
        crowded = 0;
        if (Earlier?.For(this, run) is not { Count: > 0 } earlier) return LinkedRows.Of(rows, edges);
        return LinkedRows.Of(rows, edges, earlier, FrozenCosines.Edges(earlier, rows, from, run, out crowded));
    }

    private string View(Example example) => string.Join('\n', DuplicateView.Turns(example, Key).Select(t => t.Text));

    private static void Add(SketchBlock block, Example example, ReadOnlySpan<ulong> vector, List<ulong> answer)
    {
        Sketcher.ReadAnswer(example, answer);
        block.Add(RowRank.Of(example), example.Occurrences, HashSets.HashOf(vector), vector, Sketcher.KeyOf(example, answer), CollectionsMarshal.AsSpan(answer));
    }
}

/// <summary>What the removal of semantic duplicates kept and removed, and what another threshold would.</summary>
public sealed class SemanticDuplicatesResult : SimilarRowsResult
{
    private readonly SemanticDuplicates stage;

    internal SemanticDuplicatesResult(SemanticDuplicates stage, NearPlan plan, Dataset input, StageResult account)
        : base(plan, input, account) => this.stage = stage;

    /// <summary>The result that another threshold gives, in both directions, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was measured; run the stage with a lower MeasureFrom.</exception>
    public SemanticDuplicatesResult At(double threshold) =>
        (stage with { Threshold = threshold, MeasureFrom = Plan.MeasuredFrom }).At(Plan.At(threshold), Input);
}
