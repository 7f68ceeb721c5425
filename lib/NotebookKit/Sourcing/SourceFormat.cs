namespace NotebookKit.Sourcing;

/// <summary>What a record is taken for. Each record of a file is recognized by its own fields, so a file may hold several.</summary>
public enum SourceFormat
{
    /// <summary>OpenAI chat rows (<c>messages</c>, prompt and completion, DPO and KTO rows).</summary>
    OpenAiMessages,

    /// <summary>ShareGPT rows (<c>conversations</c> with <c>from</c> and <c>value</c>).</summary>
    ShareGpt,

    /// <summary>Alpaca rows (<c>instruction</c>, <c>input</c>, <c>output</c>, <c>history</c>), and self-instruct tasks with <c>instances</c>.</summary>
    Alpaca,

    /// <summary>Support tickets: a customer's message and an agent's reply, or a list of messages.</summary>
    Tickets,

    /// <summary>What users did with suggestions of an app: input, output, edited output, events.</summary>
    Interactions,

    /// <summary>Search queries and the events that followed, in the form of OpenSearch User Behavior Insights.</summary>
    SearchLogs,

    /// <summary>Requests to a language model and its responses (OpenAI chat and Responses, Anthropic messages).</summary>
    LlmLogs,

    /// <summary>Message trees with ranked replies (Open Assistant); the best path is read.</summary>
    MessageTrees,

    /// <summary>Two fields with well-known names: question and answer, note and summary, text and label.</summary>
    Pairs,

    /// <summary>Fields named by a <see cref="FieldMap"/>.</summary>
    Mapped,
}

/// <summary>The written names of formats.</summary>
public static class SourceFormats
{
    private static readonly string[] Names =
    [
        "openai-messages", "sharegpt", "alpaca", "tickets", "interactions", "search-logs", "llm-logs", "message-trees", "pairs", "mapped",
    ];

    /// <summary>The name in reports and on command lines: <c>openai-messages</c>, <c>tickets</c> …</summary>
    public static string Code(this SourceFormat format) => Names[(int)format];

    /// <summary>True for what a product in use records.</summary>
    internal static bool IsLog(this SourceFormat format) =>
        format is SourceFormat.Tickets or SourceFormat.Interactions or SourceFormat.SearchLogs or SourceFormat.LlmLogs;

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Codes => Names;

    /// <summary>Reads a name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static SourceFormat Parse(string code)
    {
        var index = Array.FindIndex(Names, n => string.Equals(n, code?.Trim(), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? (SourceFormat)index
            : throw new ArgumentException($"There is no format '{code}'; there are {string.Join(", ", Names)}.", nameof(code));
    }
}
