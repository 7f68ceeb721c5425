namespace NotebookKit;

/// <summary>Who speaks in a turn of a conversation.</summary>
public enum Role
{
    /// <summary>Instructions that stand above the conversation.</summary>
    System,

    /// <summary>The person, or the program, that asks.</summary>
    User,

    /// <summary>The side that the model will learn to be.</summary>
    Assistant,

    /// <summary>The result of a tool call, given back to the assistant.</summary>
    Tool,
}

/// <summary>A call of a tool that the assistant asked for.</summary>
/// <param name="Id">The id that the tool's answer refers to; null where the source had none.</param>
/// <param name="Name">The name of the function.</param>
/// <param name="Arguments">The arguments as JSON text, as received (it may be broken JSON).</param>
public sealed record ToolCall(string? Id, string Name, string Arguments);

/// <summary>One turn of a conversation. Immutable; two messages with equal fields are equal, except that
/// <see cref="ToolCalls"/> compares by reference.</summary>
public sealed record Message
{
    /// <summary>Makes a turn.</summary>
    public Message() { }

    /// <summary>Makes a turn with text.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Message(Role role, string? content)
    {
        Role = role;
        Content = content;
    }

    /// <summary>Who speaks.</summary>
    public required Role Role { get; init; }

    /// <summary>What is said; null where the turn is only tool calls.</summary>
    public string? Content { get; init; }

    /// <summary>The speaker's name as the source gave it (OpenAI's <c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>The tools that this turn calls; empty for most turns.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>For <see cref="Role.Tool"/>: the call that this is the answer to.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>Training weight of an assistant turn, 0–1 (OpenAI's <c>weight</c>); null means 1.</summary>
    public double? Weight { get; init; }

    /// <summary>True where the turn says nothing and calls nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Content) && ToolCalls.Count == 0;
}
