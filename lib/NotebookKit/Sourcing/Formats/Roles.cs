using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>The words for who speaks.</summary>
internal static class Roles
{
    /// <summary>The side a word stands for; null where it is unknown.</summary>
    public static Role? Of(string word) => word switch
    {
        "user" or "human" => Role.User,
        "assistant" or "gpt" => Role.Assistant,
        "system" or "developer" => Role.System,
        "tool" or "function" or "observation" or "ipython" => Role.Tool,
        _ => Slow(Fields.Key(word.Trim())),
    };

    /// <summary>True for turns of a ticket that nobody said to anybody: notes, actions, status changes.</summary>
    public static bool IsNote(string word) =>
        Fields.Key(word.Trim()) is "action" or "note" or "internal" or "internal_note" or "system" or "event" or "log" or "workflow";

    /// <summary>True where the word says that a program answered.</summary>
    public static bool IsBot(string word) =>
        Fields.Key(word.Trim()) is "bot" or "ai" or "chatbot" or "virtual_agent" or "assistant" or "model" or "automated" or "ai_agent";

    /// <summary>True for ShareGPT's and others' turns that only call tools.</summary>
    public static bool IsCall(string word) => word is "function_call" or "tool_call" or "tool_calls" or "function-call";

    private static Role? Slow(string key) => key switch
    {
        "user" or "human" or "prompter" or "customer" or "client" or "end_user" or "enduser" or "requester" or "visitor" or "patient" or "guest"
            or "inbound" or "incoming" or "question" or "consumer" or "buyer" or "caller" => Role.User,
        "assistant" or "gpt" or "chatgpt" or "bing" or "bard" or "bot" or "chatbot" or "model" or "ai" or "agent" or "human_agent" or "support" or "operator"
            or "representative" or "rep" or "staff" or "advisor" or "outbound" or "outgoing" or "answer" or "ai_agent" or "virtual_agent" or "employee" => Role.Assistant,
        "system" or "developer" => Role.System,
        "tool" or "function" or "observation" or "tool_response" or "function_response" or "tool_result" or "function_output" => Role.Tool,
        _ => null,
    };
}

/// <summary>Tool calls in the forms that vendors write.</summary>
internal static class Calls
{
    /// <summary>A list of calls, or one call.</summary>
    public static IReadOnlyList<ToolCall> Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) return One(value) is { } only ? [only] : [];
        if (value.ValueKind != JsonValueKind.Array) return [];
        var calls = new List<ToolCall>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
            if (One(item) is { } call) calls.Add(call);
        return calls;
    }

    /// <summary>Calls written as JSON text (ShareGPT's <c>function_call</c>); empty where it is none.</summary>
    public static IReadOnlyList<ToolCall> Parse(string text) => JsonValues.Parse(text) is { } value ? Read(value) : [];

    /// <summary>One call: <c>{id, function: {name, arguments}}</c>, or name and arguments side by side.</summary>
    public static ToolCall? One(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var inner = value.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object ? function : value;
        if (!inner.TryGetProperty("name", out var name) || name.Text() is not { Length: > 0 } called) return null;
        var arguments = "{}";
        foreach (var key in (ReadOnlySpan<string>)["arguments", "input", "parameters"])
        {
            if (!inner.TryGetProperty(key, out var given) || given.ValueKind is JsonValueKind.Null) continue;
            arguments = given.Json();
            break;
        }

        string? id = null;
        foreach (var key in (ReadOnlySpan<string>)["call_id", "id"])
            if (id is null && value.TryGetProperty(key, out var found)) id = found.Text();
        return new(id, called, arguments);
    }
}
