using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotebookKit.MLNet;

/// <summary>Conversations in one cell: a JSON list of turns with the names of OpenAI's chat form, nothing lost.</summary>
internal static class FrameMessages
{
    /// <summary>Letters of all languages stay as they are.</summary>
    public static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Roles = ["system", "user", "assistant", "tool"];

    public static string ToJson(IReadOnlyList<Message> turns)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var turn in turns) Write(json, turn);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="FormatException">It is no list of turns.</exception>
    public static Message[] Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("It is no list of turns.", error);
        }
    }

    private static void Write(Utf8JsonWriter json, Message turn)
    {
        json.WriteStartObject();
        json.WriteString("role", Roles[(int)turn.Role]);
        json.WriteString("content", turn.Content);
        if (turn.Name is not null) json.WriteString("name", turn.Name);
        if (turn.ToolCallId is not null) json.WriteString("tool_call_id", turn.ToolCallId);
        if (turn.Weight is { } weight) json.WriteNumber("weight", weight);
        if (turn.ToolCalls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in turn.ToolCalls)
            {
                json.WriteStartObject();
                if (call.Id is not null) json.WriteString("id", call.Id);
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", call.Name);
                json.WriteString("arguments", call.Arguments);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Message Read(JsonElement turn)
    {
        var role = Array.IndexOf(Roles, turn.GetProperty("role").GetString());
        if (role < 0) throw new FormatException("A role is unknown.");
        return new Message((Role)role, Text(turn, "content"))
        {
            Name = Text(turn, "name"),
            ToolCallId = Text(turn, "tool_call_id"),
            Weight = turn.TryGetProperty("weight", out var weight) && weight.ValueKind != JsonValueKind.Null ? weight.GetDouble() : null,
            ToolCalls = turn.TryGetProperty("tool_calls", out var calls) && calls.ValueKind != JsonValueKind.Null ? [.. calls.EnumerateArray().Select(Call)] : [],
        };
    }

    private static ToolCall Call(JsonElement call)
    {
        var function = call.GetProperty("function");
        return new(Text(call, "id"), function.GetProperty("name").GetString() ?? throw new FormatException("A tool has no name."), Text(function, "arguments") ?? "");
    }

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
