using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Formatting;

/// <summary>OpenAI messages. Tool calls that came without an id get one, since the format ties answers to calls by it; bare
/// tool definitions are wrapped as <c>{"type":"function","function":…}</c>.</summary>
internal sealed class ChatMlFormatter : RowFormatter
{
    public override ChatFormat Format => ChatFormat.ChatMl;

    public override string? Obstacle(Example example)
    {
        if (example.Tools is null) return null;
        using var tools = Parse(example.Tools);
        return tools?.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? null : FormatCheck.ToolsNotJson;
    }

    public override void Write(Utf8JsonWriter writer, Example example)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("messages");
        WriteMessages(writer, example.Messages);
        if (example.Tools is not null) WriteTools(writer, example.Tools);
        writer.WriteEndObject();
    }

    /// <summary>Writes the list of turns.</summary>
    public static void WriteMessages(Utf8JsonWriter writer, IReadOnlyList<Message> messages)
    {
        var ids = new CallIds(messages);
        writer.WriteStartArray();
        foreach (var message in messages) WriteMessage(writer, message, ids);
        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, Message message, CallIds ids)
    {
        writer.WriteStartObject();
        writer.WriteString("role", NameOf(message.Role));
        writer.WriteString("content", message.Content);
        if (message.Name is not null) writer.WriteString("name", message.Name);
        if (message.ToolCalls.Count > 0) WriteCalls(writer, message.ToolCalls, ids);
        if (message.Role == Role.Tool && ids.Answered(message.ToolCallId) is { } id) writer.WriteString("tool_call_id", id);
        if (message.Weight is { } weight && double.IsFinite(weight)) writer.WriteNumber("weight", weight);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, IReadOnlyList<ToolCall> calls, CallIds ids)
    {
        writer.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", ids.Called(call.Id));
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", call.Arguments);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Tools that are no JSON list are left out: the check has removed such rows.</summary>
    private static void WriteTools(Utf8JsonWriter writer, string json)
    {
        using var tools = Parse(json);
        if (tools?.RootElement is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } root) return;
        writer.WriteStartArray("tools");
        if (root.ValueKind == JsonValueKind.Object) WriteTool(writer, root);
        else foreach (var tool in root.EnumerateArray()) WriteTool(writer, tool);
        writer.WriteEndArray();
    }

    private static void WriteTool(Utf8JsonWriter writer, JsonElement tool)
    {
        var bare = tool.ValueKind == JsonValueKind.Object && tool.TryGetProperty("name", out _) && !tool.TryGetProperty("function", out _);
        if (!bare)
        {
            tool.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WritePropertyName("function");
        tool.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(JsonEscapes.Repair(json));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(Role role) => role switch
    {
        Role.System => "system",
        Role.User => "user",
        Role.Assistant => "assistant",
        Role.Tool => "tool",
        _ => "unknown",
    };

    /// <summary>Ids of calls in the order they are made and answered. A call without an id gets the next free <c>call_n</c>; an answer
    /// without one answers the oldest open call.</summary>
    private sealed class CallIds(IReadOnlyList<Message> messages)
    {
        private readonly List<string> open = [];
        private int next;

        public string Called(string? given)
        {
            var id = given;
            while (id is null || (given is null && messages.Any(m => m.ToolCalls.Any(c => string.Equals(c.Id, id, StringComparison.Ordinal)))))
                id = "call_" + (++next).ToString(System.Globalization.CultureInfo.InvariantCulture);
            open.Add(id);
            return id;
        }

        public string? Answered(string? given)
        {
            var at = given is null ? 0 : open.IndexOf(given);
            if (at < 0 || at >= open.Count) return given;
            var id = open[at];
            open.RemoveAt(at);
            return id;
        }
    }
}
