namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose last answer stops in the middle. Source: S4's checklist, "No truncated or incomplete
/// responses".</summary>
/// <remarks>Conservative on purpose: a missing full stop is no sign, because titles, lists and code have none either.</remarks>
public sealed record TruncatedAnswers : ExampleStage
{
    /// <summary>The answer has no end. <c>measured</c>: the sign: 1 the model reported that it reached its length limit, 2 JSON that is not
    /// closed, 3 a code fence that is not closed, 4 a long answer that ends with a comma, a hyphen or a conjunction; <c>limit</c>:
    /// none.</summary>
    public const string Reason = "truncated-answer";

    /// <inheritdoc/>
    public override string Name => "Truncated answers";

    /// <summary>Shortest answer, in characters, whose last word or mark is a sign. Range 1 and up, default 80: short answers end as they
    /// like. Source: own choice, from reading chats.</summary>
    public int MinLength { get; init => field = Guard.AtLeast(value, 1); } = 80;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (Answers.Last(example) is not { } answer) return Outcome.Keep(example);
        if (FinishReason.IsLength(example.Metadata)) return Outcome.Remove(example, Reason, 1);
        if (answer.Content is not { Length: > 0 } text || answer.ToolCalls.Count > 0) return Outcome.Keep(example);
        if (JsonAnswer.IsCut(text)) return Outcome.Remove(example, Reason, 2);
        if (CodeFences.IsOpen(text)) return Outcome.Remove(example, Reason, 3);
        return text.Length >= MinLength && OpenEnd.Is(text) ? Outcome.Remove(example, Reason, 4) : Outcome.Keep(example);
    }
}
