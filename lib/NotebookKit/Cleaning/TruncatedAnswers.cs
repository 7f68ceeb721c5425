namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose last answer stops in the middle. Source: S4's checklist, "No truncated or incomplete
/// responses".</summary>
/// <remarks>Each sign is sure by itself: a missing full stop is none here, because titles, lists and code have none either. What the rest
/// of the corpus makes of a missing full stop is for <see cref="UnfinishedAnswers"/>.</remarks>
public sealed record TruncatedAnswers : ExampleStage
{
    /// <summary>The answer has no end. <c>measured</c>: the sign: 1 the model reported that it reached its length limit, 2 JSON that is not
    /// closed, 3 a code fence that is not closed, 4 the last word or mark is one that something must follow, 5 a bracket, quotation, bold
    /// type or inline code that is not closed, 6 a list whose last item is empty, or alone without an end mark, 7 fewer steps or reasons than announced, or a part that is
    /// continued elsewhere; <c>limit</c>: none.</summary>
    public const string Reason = "truncated-answer";

    /// <inheritdoc/>
    public override string Name => "Truncated answers";

    /// <inheritdoc/>
    public override int Version => 4;

    /// <summary>Shortest answer, in characters, whose last word or mark is a sign. Range 1 and up, default 12: shorter answers end as they
    /// like. Source: own choice, from reading chats.</summary>
    public int MinLength { get; init => field = Guard.AtLeast(value, 1); } = 12;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Answers.Last(example) is { } answer && Sign(example, answer) is > 0 and var sign ? Outcome.Remove(example, Reason, sign) : Outcome.Keep(example);
    }

    private int Sign(Example example, Message answer)
    {
        if (FinishReason.IsLength(example.Metadata)) return 1;
        if (answer.Content is not { Length: > 0 } text || answer.ToolCalls.Count > 0) return 0;
        if (JsonAnswer.IsCut(text) || JsonAnswer.EndsCut(text)) return 2;
        if (CodeFences.IsOpen(text)) return 3;
        if (text.Length < MinLength || Answers.AreFields(example)) return 0;
        if (OpenEnd.Is(text) || OpenClause.Is(text)) return 4;
        if (OpenPair.Is(text)) return 5;
        return ListItems.EndsBare(text) || ListItems.EndsInOpenItem(text) || OpenList.Is(text) ? 6 : OpenPromise.Is(text) ? 7 : 0;
    }
}
