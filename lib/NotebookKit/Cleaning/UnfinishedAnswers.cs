namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose answer breaks off in a sentence, by comparison with the rest of the corpus: answers here end with an end mark, this
/// one does not, and its last word is one that sentences go on after. Source: S4's checklist, "No truncated or incomplete
/// responses".</summary>
/// <remarks>Judged: the last assistant turn, where its last line is prose; not titles, closings, verse, code, and lists without end marks. Where
/// writers leave the full stop out, as in chats, few rows or none are sure enough. Runs on rows
/// without copies: in a dataset with many, one answer that its source repeats would count as so many witnesses for its last word.</remarks>
public sealed record UnfinishedAnswers : CorpusStage<EndCounts, UnfinishedPlan>
{
    /// <summary>The answer was very likely cut off. <c>measured</c>: how likely, 0–1; <c>limit</c>: <see cref="MinCertainty"/>.</summary>
    public const string Reason = TruncatedAnswers.Reason;

    /// <inheritdoc/>
    public override string Name => "UnfinishedAnswers";

    /// <inheritdoc/>
    public override int Version => 2;

    /// <summary>Least probability that an answer was cut off. Ratio 0–1, default 0.9. Source: own measurement, answers of public sets read one by
    /// one.</summary>
    public double MinCertainty { get; init => field = Guard.Ratio(value); } = 0.9;

    /// <summary>Fewest finished sentences in the answers of the dataset from which their ends say something. Range 1 and up, default 200.
    /// Source: own choice, a few hundred last words show which words stand there.</summary>
    public int MinSentences { get; init => field = Guard.AtLeast(value, 1); } = 200;

    /// <summary>What happens to such an example: <c>List</c> or <c>Remove</c>. Default <c>Remove</c>, as S4's checklist asks.</summary>
    public CleaningPolicy Policy { get; init => field = Guard.Defined(value); } = CleaningPolicy.Remove;

    /// <inheritdoc/>
    protected internal override EndCounts Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(part);
        var counts = new EndCounts();
        foreach (var example in part)
            if (Judged(example) is { } answer) counts.Add(example, answer);
        return counts;
    }

    /// <inheritdoc/>
    protected internal override EndCounts Merge(IReadOnlyList<EndCounts> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var all = new EndCounts();
        foreach (var summary in summaries) all.Add(summary);
        return all;
    }

    /// <inheritdoc/>
    protected internal override UnfinishedPlan Plan(EndCounts whole, RunContext run) => UnfinishedPlan.Of(whole, MinSentences);

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, UnfinishedPlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(plan);
        if (Judged(example) is not { } answer || EndMarks.Ends(answer) || OpenSentence.Of(answer) is not { } end) return Outcome.Keep(example);
        if (plan.Certainty(EndCounts.Group(example, end), end) is not { } certainty || certainty < MinCertainty) return Outcome.Keep(example);
        return Policy == CleaningPolicy.Remove
            ? Outcome.Remove(example, Reason, certainty, MinCertainty)
            : Outcome.Keep(example.WithFlag(new(Name, Reason, certainty, MinCertainty)));
    }

    private static string? Judged(Example example) =>
        Answers.Last(example) is { Content: { Length: > 0 } text, ToolCalls.Count: 0 } && !Answers.AreFields(example) ? text : null;
}
