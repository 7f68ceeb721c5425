namespace NotebookKit.Cleaning;

/// <summary>Removes examples in which a user or assistant turn says nothing and calls nothing. Source: S4.</summary>
/// <remarks>A call of a tool without text is an answer, and a tool may well return nothing: neither is empty.</remarks>
public sealed record EmptyTurns : ExampleStage
{
    /// <summary>A turn has no readable character and no tool call. <c>measured</c>: index of the first such turn, from 0; <c>limit</c>:
    /// none.</summary>
    public const string Reason = "empty";

    /// <inheritdoc/>
    public override string Name => "Empty turns";

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        for (var i = 0; i < example.Messages.Count; i++)
        {
            var turn = example.Messages[i];
            if (turn.Role is Role.User or Role.Assistant && turn.ToolCalls.Count == 0 && Answers.IsBlank(turn.Content))
                return Outcome.Remove(example, Reason, i);
        }

        return Outcome.Keep(example);
    }
}
