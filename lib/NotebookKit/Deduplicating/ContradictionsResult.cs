namespace NotebookKit.Deduplicating;

/// <summary>What contradicts what: the contested questions with the versions of their answers, the authors with their part in them, and what another
/// threshold would find. Made of what was measured once; texts are read again only for <see cref="Authors"/>.</summary>
public sealed partial class ContradictionsResult : StageResult
{
    private readonly Contradictions stage;
    private readonly Dataset input;
    private readonly Lazy<IReadOnlyList<ContestedQuestion>> questions;
    private readonly Lazy<IReadOnlyList<AnswerAuthor>> authors;

    internal ContradictionsResult(Contradictions stage, ContradictionPlan plan, Dataset input, StageResult account)
        : base(account.Kept, account.Removed, account.Report)
    {
        this.stage = stage;
        this.input = input;
        Plan = plan;
        questions = new(Find);
        authors = new(() => AnswerAuthor.Of(input.Examples, Questions));
    }

    /// <summary>The measured inputs and answers and the decision.</summary>
    public ContradictionPlan Plan { get; }

    /// <summary>The contested questions: that with the most occurrences first, then by id.</summary>
    public IReadOnlyList<ContestedQuestion> Questions => questions.Value;

    /// <summary>All authors of answers: those with the most contested ones first.</summary>
    public IReadOnlyList<AnswerAuthor> Authors => authors.Value;

    /// <summary>The result that another threshold gives, in both directions, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was measured; run the stage with a lower MeasureFrom.</exception>
    public ContradictionsResult At(double threshold) =>
        (stage with { Threshold = threshold, MeasureFrom = Plan.MeasuredFrom }).At(Plan.At(threshold), input);

    private IReadOnlyList<ContestedQuestion> Find() => ContestedQuestions.Of(
        input.Examples.Where(e => Plan.Rows.ContainsKey(e.Id)).GroupBy(e => Plan.Rows[e.Id].Question)
            .Select(q => (IReadOnlyList<IReadOnlyList<Example>>)[.. q.GroupBy(e => Plan.Rows[e.Id].Version).Select(v => (IReadOnlyList<Example>)[.. v])]),
        e => !Plan.Rows[e.Id].Leaves);
}
