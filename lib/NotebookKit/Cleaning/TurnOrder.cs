namespace NotebookKit.Cleaning;

/// <summary>Removes conversations whose turns cannot be trained on in their order: system turns first, then user and assistant in turn,
/// tool results right after the call, the assistant last. Source: the formats' own rules (OpenAI's chat format, LLaMA-Factory).</summary>
/// <remarks>Cleaning never edits: turns after the last answer are not cut off and two turns of one speaker are not joined here, because
/// what belongs together is known where the data is read.</remarks>
public sealed record TurnOrder : ExampleStage
{
    /// <summary>A turn stands where its role cannot. <c>measured</c>: index of the first such turn, from 0 (the number of turns where the
    /// last answer is missing); <c>limit</c>: none.</summary>
    public const string Reason = "broken-turn-order";

    /// <inheritdoc/>
    public override string Name => "Turn order";

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        return FirstBroken(example.Messages) is { } turn ? Outcome.Remove(example, Reason, turn) : Outcome.Keep(example);
    }

    private static int? FirstBroken(IReadOnlyList<Message> turns)
    {
        Message? before = null;
        var calls = before;
        for (var i = 0; i < turns.Count; i++)
        {
            var turn = turns[i];
            if (!MayFollow(before, turn, calls)) return i;
            if (turn.Role == Role.Assistant) calls = turn;
            before = turn;
        }

        return before?.Role == Role.Assistant ? null : turns.Count;
    }

    private static bool MayFollow(Message? before, Message turn, Message? calls) => turn.Role switch
    {
        Role.System => before is null or { Role: Role.System },
        Role.User => before is null or { Role: Role.System } or { Role: Role.Assistant, ToolCalls.Count: 0 },
        Role.Assistant => before is { Role: Role.User or Role.Tool },
        _ => before is { Role: Role.Assistant or Role.Tool } && IsAnswerTo(turn, calls!),
    };

    /// <summary>A tool turn answers one of the calls just made; where ids are missing, any.</summary>
    private static bool IsAnswerTo(Message turn, Message calls)
    {
        if (calls.ToolCalls.Count == 0) return false;
        if (turn.ToolCallId is null) return true;
        foreach (var call in calls.ToolCalls)
            if (call.Id is null || string.Equals(call.Id, turn.ToolCallId, StringComparison.Ordinal)) return true;
        return false;
    }
}
