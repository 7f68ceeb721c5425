using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What is done about rows that answer the same question differently.</summary>
public enum ContradictionPolicy
{
    /// <summary>Flag them all; a person decides.</summary>
    List,

    /// <summary>Keep the best answer: user-edited, accepted, better rated, longest, newest.</summary>
    KeepBest,

    /// <summary>Keep the newest answer.</summary>
    KeepNewest,

    /// <summary>Keep the version of the answer that was given most often; of two that were as often, the newer one, then the better one.</summary>
    KeepMostFrequent,

    /// <summary>Remove them all: no answer is better than two that disagree.</summary>
    RemoveAll,
}

/// <summary>Finds rows whose inputs are nearly the same and whose answers differ: the model would learn the average of them (S3). They are listed before
/// any duplicate is removed; the result says which questions are contested, in which versions they are answered, and by whom.</summary>
/// <remarks>A row leaves only for a row that stays, whose input is at least Threshold similar and whose answer differs; RemoveAll alone keeps none, and its removals name no cause.</remarks>
public sealed record Contradictions : CorpusStage<RowSketches, ContradictionPlan>
{
    /// <summary>Another row gives another answer to nearly the same input; measured is the similarity of the inputs, limit the threshold.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>Least Jaccard similarity of two inputs that ask the same. Ratio 0.5–1, default 0.8. Source: own choice, that of near-duplicates.</summary>
    public double Threshold { get; init => field = Guard.InRange(value, 0.5, 1); } = 0.8;

    /// <summary>Similarities from here on are measured and kept, so that another threshold down to it needs no new run. Ratio 0.5–1; off means Threshold − 0.1.</summary>
    public double? MeasureFrom { get; init => field = value is { } v ? Guard.InRange(v, 0.5, 1) : null; }

    /// <summary>Two answers are the same from this Jaccard similarity of their words on. Ratio, default 0.8. Source: own choice.</summary>
    public double AnswerSimilarity { get; init => field = Guard.Ratio(value); } = 0.8;

    /// <summary>Words in a shingle of the input. 1–20, default 3. Source: own choice, fit for chat.</summary>
    public int ShingleWords { get; init => field = Guard.InRange(value, 1, 20); } = 3;

    /// <summary>What is done: List, KeepBest, KeepNewest, KeepMostFrequent or RemoveAll. Default List.</summary>
    public ContradictionPolicy Policy { get; init => field = Guard.Defined(value); } = ContradictionPolicy.List;

    /// <inheritdoc/>
    public override string Name => "Contradictions";

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) =>
        RowSketches.Of(new Sketcher(run, DuplicateKey.Input, ShingleWords).Sketch(part.Where(HasAnswer)));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override ContradictionPlan Plan(RowSketches whole, RunContext run)
    {
        var from = Math.Min(Threshold, MeasureFrom ?? Math.Max(0.5, Math.Round(Threshold - 0.1, 6)));
        return ContradictionPlan.Of(new(whole, newestFirst: Policy == ContradictionPolicy.KeepNewest), this, from, run);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, ContradictionPlan plan, Tally tally)
    {
        if (!plan.Rows.TryGetValue(example.Id, out var found)) return Outcome.Keep(example);
        if (found.Leaves) return Outcome.Remove(example, Contradiction, found.Measured, plan.Threshold, found.Kept);
        return Outcome.Keep(plan.Policy == ContradictionPolicy.List ? example.WithFlag(new(Name, Contradiction, found.Similarity, plan.Threshold)) : example);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(ContradictionPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var findings = new List<Finding>();
        if (plan.Rows.Count > 0)
        {
            var questions = plan.Rows.Values.Select(r => r.Question).Distinct().Count();
            var versions = plan.Rows.Values.Select(r => (r.Question, r.Version)).Distinct().Count();
            var leaving = plan.Rows.Values.Count(r => r.Leaves);
            findings.Add(new(Severity.Warning, Contradiction,
                $"{Numbers.Count(questions, "question is", "questions are")} answered in more than one way: {Numbers.Count(plan.Rows.Count)} rows give {Numbers.Count(versions)} answers"
                + (plan.Policy == ContradictionPolicy.List ? "; decide which are right." : $"; {Numbers.Count(leaving, "row")} left by the policy.")));
        }

        if (plan.Crowded > 0)
            findings.Add(new(Severity.Note, "crowded-template", $"{Numbers.Count(plan.Crowded)} rows share templates so common that each was compared with the best rows, but not with every other."));
        return findings;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Relation> Relations(ContradictionPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var relations = new List<Relation>();
        var versions = new Dictionary<(int, int), string>();
        foreach (var (id, row) in plan.Rows)
        {
            // Of two rows that are each other's, one says it for both.
            var mutual = plan.Rows.TryGetValue(row.Other, out var other) && other.Other == id;
            if (!mutual || string.CompareOrdinal(id, row.Other) < 0) relations.Add(new(Relation.Contradiction, id, row.Other, row.Similarity));
            if (!versions.TryAdd((row.Question, row.Version), id)) relations.Add(new(Relation.SameAnswer, id, versions[(row.Question, row.Version)], AnswerSimilarity));
        }

        return relations;
    }

    /// <inheritdoc/>
    protected override StageResult Result(ContradictionPlan plan, Dataset input, StageResult account) => new ContradictionsResult(this, plan, input, account);

    /// <summary>True for a row that has an answer, and so can contradict another.</summary>
    internal static bool HasAnswer(Example example) => example.Messages.Any(m => m.Role == Role.Assistant && !m.IsEmpty);

    /// <summary>The result of a plan that is already made.</summary>
    internal ContradictionsResult At(ContradictionPlan plan, Dataset input) => (ContradictionsResult)Carry(plan, input);
}
