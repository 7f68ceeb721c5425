namespace NotebookKit.Cleaning;

/// <summary>Removes examples that no assistant answers: there is nothing to learn from them. Source: S4.</summary>
public sealed record NoAnswer : ExampleStage
{
    /// <summary>No turn is the assistant's. <c>measured</c>: turns of the conversation; <c>limit</c>: none.</summary>
    public const string Reason = "no-answer";

    /// <inheritdoc/>
    public override string Name => "No answer";

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Answers.Last(example) is null
            ? Outcome.Remove(example, Reason, example.Messages.Count)
            : Outcome.Keep(example);
    }
}
