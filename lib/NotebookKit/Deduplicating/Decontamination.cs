using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Removes rows that are, or hold, or nearly are an item of a reference set: a test set, an evaluation file, a public benchmark. A model that was trained on them
/// is tested on its memory. Every row is judged by itself; only how common a word group is in the data is counted over all rows.</summary>
/// <remarks>Words are folded as everywhere in the kit (case, accents, punctuation, white space); a character of a script without spaces is a word. What 64-bit hashes find is
/// verified by the words themselves. No n-gram is missed, and no pair at or above the threshold; a paraphrase is not found.</remarks>
public sealed record Decontamination : CorpusStage<CommonRuns, DecontaminationPlan>
{
    /// <summary>A whole turn is, word for word, the question of an item; measured is how many words it has, limit the least number, cause the item.</summary>
    public const string ContaminatedTurn = "contaminated-turn";

    /// <summary>It holds n words in a row of an item's questions; measured is the share of their n-grams that it holds, limit the least share, cause the item.</summary>
    public const string ContaminatedNGram = "contaminated-ngram";

    /// <summary>It holds much of an item's answers, n words in a row each; measured is the share of their n-grams, limit the least share, cause the item.</summary>
    public const string ContaminatedAnswer = "contaminated-answer";

    /// <summary>It is nearly an item, by its questions or as a whole; measured is the Jaccard similarity, limit the threshold, cause the item.</summary>
    public const string ContaminatedNear = "contaminated-near";

    /// <summary>The n-gram of GPT-3; a text with fewer words is short.</summary>
    internal const int UsualNGram = 13;

    private const string OnlyCommon = "common-text-only";

    private ReferenceIndex? index;

    /// <summary>What the data must not hold. Default: nothing, and the stage does nothing.</summary>
    /// <exception cref="ArgumentException">Two sets have one name.</exception>
    public IReadOnlyList<ReferenceSet> Against
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.DistinctBy(s => s.Name, StringComparer.Ordinal).Count() < value.Count) throw new ArgumentException("Two reference sets have the same name.", nameof(value));
            field = [.. value];
        }
    } = [];

    /// <summary>Which texts of an item count: questions and answers, or questions alone. Default QuestionsAndAnswers. Source: GPT-3; datatrove leaves questions out unless asked.</summary>
    public ReferenceTexts Texts { get; init => field = Guard.Defined(value); } = ReferenceTexts.QuestionsAndAnswers;

    /// <summary>Words in a row that tell an item. 5–50, default 13 (GPT-3, lm-evaluation-harness, NeMo Curator; datatrove has 12, Tülu 3 8); null: off.</summary>
    public int? NGram { get; init => field = value is { } n ? Guard.InRange(n, 5, 50) : null; } = UsualNGram;

    /// <summary>Least share of the n-grams of an item's questions that a row must hold. Ratio 0–1, default 0: one is enough (GPT-3).</summary>
    public double MinShare { get; init => field = Guard.Ratio(value); }

    /// <summary>Least share of the n-grams of an item's answers that a row must hold. Ratio 0–1, default 0.5, near Tülu 3's rule for whole items: one sentence of an answer is often a set phrase; 0: one n-gram is enough (GPT-3).</summary>
    public double MinAnswerShare { get; init => field = Guard.Ratio(value); } = 0.5;

    /// <summary>Least number of words of a question that a whole turn may not be. 2–50, default 5. Source: own choice; shorter ones ("thank you", "yes") are no item's alone.</summary>
    public int LeastWords { get; init => field = Guard.InRange(value, 2, 50); } = 5;

    /// <summary>Least Jaccard similarity of a row and an item, by word triples of the questions or of the whole. Ratio 0.5–1, default 0.8 (Nemotron); null: off.</summary>
    public double? Threshold { get; init => field = value is { } t ? Guard.InRange(t, 0.5, 1) : null; } = 0.8;

    /// <summary>An n-gram or short question in more rows of the data, or in more items, is common text (signatures, templates, thanks) and is ignored. At least 1, default 10 (GPT-3, NeMo Curator); null: none is.</summary>
    public int? MostRows { get; init => field = Guard.AtLeast(value, 1); } = 10;

    /// <summary>What happens to contaminated rows: Remove or Flag. Default Remove.</summary>
    public FilterPolicy Policy { get; init => field = Guard.Defined(value); } = FilterPolicy.Remove;

    /// <inheritdoc/>
    public override string Name => "Decontamination";

    /// <inheritdoc/>
    protected internal override CorpusStage<CommonRuns, DecontaminationPlan> Prepare(RunContext run) => this with { index = new(this, run) };

    /// <inheritdoc/>
    protected internal override CommonRuns Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(part);
        var counts = new Dictionary<ulong, int>();
        var items = Index(run);
        if (MostRows is not null && items.Count > 0)
            foreach (var example in part) items.AddTo(counts, example);
        return CommonRuns.Of(counts);
    }

    /// <inheritdoc/>
    protected internal override CommonRuns Merge(IReadOnlyList<CommonRuns> summaries) => CommonRuns.Merge(summaries);

    /// <inheritdoc/>
    protected internal override DecontaminationPlan Plan(CommonRuns whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new(MostRows is { } most ? whole.Above(most) : []);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, DecontaminationPlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var items = Index(new());
        if (items.Count == 0) return Outcome.Keep(example);
        var found = items.Find(example, plan, all: false, out var onlyCommon);
        if (onlyCommon) tally.Add(OnlyCommon);
        foreach (var overlap in found)
        {
            if (!items.Holds(example, overlap)) continue;
            var (reason, limit) = Reason(overlap.Kind);
            return Policy == FilterPolicy.Flag
                ? Outcome.Keep(example.WithFlag(new(Name, reason, overlap.Measured, limit)))
                : Outcome.Remove(example, reason, overlap.Measured, limit, Cause(items, overlap.Item).Id);
        }

        return Outcome.Keep(example);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(DecontaminationPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(outcome);
        if (Against.Count == 0)
            return [new(Severity.Note, "nothing-to-compare", "No test set, evaluation file or benchmark was given (--against), so nothing was compared with one.")];
        var items = Index(new());
        return ContaminationFindings.Of(this, ContaminationAccount.Of(this, items, plan, outcome.Kept, outcome.Removed), items.CommonRuns + plan.Common, outcome.Tally.Counts.GetValueOrDefault(OnlyCommon));
    }

    /// <inheritdoc/>
    protected override StageResult Result(DecontaminationPlan plan, Dataset input, StageResult account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var items = Index(new());
        return new DecontaminationResult(this, ContaminationAccount.Of(this, items, plan, account.Kept.Examples, account.Removed), items.CommonRuns + plan.Common, account);
    }

    /// <summary>Reason and limit of an overlap.</summary>
    internal (string Reason, double? Limit) Reason(OverlapKind kind) => kind switch
    {
        OverlapKind.Turn => (ContaminatedTurn, LeastWords),
        OverlapKind.Asked => (ContaminatedNGram, MinShare),
        OverlapKind.Answered => (ContaminatedAnswer, MinAnswerShare),
        _ => (ContaminatedNear, Threshold),
    };

    internal OutsideCause Cause(ReferenceIndex items, int item)
    {
        var (set, example) = items[item];
        return new(Against[set].Name, example.Id);
    }

    private ReferenceIndex Index(RunContext run) => index ?? new(this, run);
}
