namespace NotebookKit.Cleaning;

/// <summary>Lists (or removes) answers that users rejected or gave a thumbs-down, unless an edit became the target.</summary>
/// <remarks>Listed by default: people also reject a right answer that they did not like, and a reviewer sees which it was.</remarks>
public sealed record RejectedAnswers : ExampleStage
{
    /// <summary>The answer was rejected or got a thumbs-down, and nobody edited it. <c>measured</c> and <c>limit</c>: none.</summary>
    public const string Reason = "rejected-answer";

    /// <inheritdoc/>
    public override string Name => "Rejected answers";

    /// <summary>What happens to a rejected answer: <c>List</c> or <c>Remove</c>. Default <c>List</c>. Source: S0 scores such signals
    /// rather than removing.</summary>
    public CleaningPolicy Policy { get; init => field = Guard.Defined(value); } = CleaningPolicy.List;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var events = example.Signals.Events;
        var rejected = (events & (Events.Rejected | Events.ThumbsDown)) != 0;
        var answered = (events & (Events.Edited | Events.Accepted | Events.ThumbsUp)) != 0 || example.Signals.AnsweredBy == AnsweredBy.EditedModel;
        if (!rejected || answered) return Outcome.Keep(example);
        return Policy == CleaningPolicy.Remove ? Outcome.Remove(example, Reason) : Flag(example, Reason);
    }
}
