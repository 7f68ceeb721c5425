using System.Text.Json;
using NotebookKit.Formatting;

namespace NotebookKit.Tests.Formatting;

/// <summary>Reads rows back the way trainers do, independently of the library, to prove that nothing was lost.</summary>
internal static class FormatReader
{
    public static (IReadOnlyList<Message> Messages, string? Tools) Read(ChatFormat format, string row)
    {
        using var json = JsonDocument.Parse(row);
        return format switch
        {
            ChatFormat.ChatMl => (ChatMl(json.RootElement), json.RootElement.TryGetProperty("tools", out var t) ? t.GetRawText() : null),
            ChatFormat.ShareGpt => (ShareGpt(json.RootElement), json.RootElement.TryGetProperty("tools", out var s) ? s.GetString() : null),
            _ => (Alpaca(json.RootElement), null),
        };
    }

    private static List<Message> ChatMl(JsonElement row) =>
    [
        .. row.GetProperty("messages").EnumerateArray().Select(m => new Message(Enum.Parse<Role>(m.GetProperty("role").GetString()!, true), m.GetProperty("content").GetString())
        {
            Name = m.TryGetProperty("name", out var name) ? name.GetString() : null,
            ToolCallId = m.TryGetProperty("tool_call_id", out var id) ? id.GetString() : null,
            Weight = m.TryGetProperty("weight", out var weight) ? weight.GetDouble() : null,
            ToolCalls = m.TryGetProperty("tool_calls", out var calls)
                ? [.. calls.EnumerateArray().Select(c => new ToolCall(c.GetProperty("id").GetString(), c.GetProperty("function").GetProperty("name").GetString()!, c.GetProperty("function").GetProperty("arguments").GetString()!))]
                : [],
        }),
    ];

    private static List<Message> ShareGpt(JsonElement row) =>
    [
        .. row.GetProperty("conversations").EnumerateArray().Select(m => (From: m.GetProperty("from").GetString(), Value: m.GetProperty("value").GetString()!)).Select(m => m.From switch
        {
            "system" => new Message(Role.System, m.Value),
            "human" => new Message(Role.User, m.Value),
            "gpt" => new Message(Role.Assistant, m.Value),
            "observation" => new Message(Role.Tool, m.Value),
            "function_call" => new Message(Role.Assistant, null) { ToolCalls = Calls(m.Value) },
            _ => throw new InvalidDataException(m.From),
        }),
    ];

    private static List<ToolCall> Calls(string value)
    {
        using var json = JsonDocument.Parse(value);
        var root = json.RootElement;
        IEnumerable<JsonElement> calls = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root];
        return [.. calls.Select(c => new ToolCall(null, c.GetProperty("name").GetString()!, c.GetProperty("arguments") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : c.GetProperty("arguments").GetRawText()))];
    }

    private static List<Message> Alpaca(JsonElement row)
    {
        var messages = new List<Message>();
        if (row.TryGetProperty("system", out var system)) messages.Add(new(Role.System, system.GetString()));
        if (row.TryGetProperty("history", out var history))
            foreach (var pair in history.EnumerateArray())
            {
                messages.Add(new(Role.User, pair[0].GetString()));
                messages.Add(new(Role.Assistant, pair[1].GetString()));
            }

        var input = row.GetProperty("input").GetString();
        messages.Add(new(Role.User, row.GetProperty("instruction").GetString() + (input is { Length: > 0 } ? "\n" + input : "")));
        messages.Add(new(Role.Assistant, row.GetProperty("output").GetString()));
        return messages;
    }
}
