using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Formatting;

/// <summary>ShareGPT as LLaMA-Factory reads it: an optional system turn, then human or observation and gpt or function_call in turns;
/// a call is <c>{"name","arguments"}</c> as text, several calls of one turn are a list of them; <c>tools</c> is JSON text.
/// Names of speakers, ids of calls and weights have no place in it.</summary>
internal sealed class ShareGptFormatter : RowFormatter
{
    public override ChatFormat Format => ChatFormat.ShareGpt;

    public override string? Obstacle(Example example)
    {
        foreach (var message in example.Messages)
            if (message.ToolCalls.Count > 0 && (message.Role != Role.Assistant || !string.IsNullOrWhiteSpace(message.Content)))
                return FormatCheck.CannotHoldToolCalls;
        return IsInPairs(example.Messages, toolsAsk: true) ? null : FormatCheck.CannotHoldTurnOrder;
    }

    public override void Write(Utf8JsonWriter writer, Example example)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("conversations");
        foreach (var message in example.Messages)
        {
            var calls = message.ToolCalls.Count > 0;
            writer.WriteStartObject();
            writer.WriteString("from", calls ? "function_call" : NameOf(message.Role));
            writer.WriteString("value", calls ? CallsAsText(message.ToolCalls) : message.Content ?? "");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (example.Tools is not null) writer.WriteString("tools", example.Tools);
        writer.WriteEndObject();
    }

    private static string CallsAsText(IReadOnlyList<ToolCall> calls)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonTexts.Writing))
        {
            if (calls.Count > 1) writer.WriteStartArray();
            foreach (var call in calls)
            {
                writer.WriteStartObject();
                writer.WriteString("name", call.Name);
                writer.WritePropertyName("arguments");
                var arguments = JsonEscapes.Repair(call.Arguments);
                if (IsJson(arguments)) writer.WriteRawValue(arguments, skipInputValidation: true);
                else writer.WriteStringValue(arguments);
                writer.WriteEndObject();
            }

            if (calls.Count > 1) writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>JSON objects stay as received, to the character; anything else becomes a JSON string.</summary>
    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string NameOf(Role role) => role switch
    {
        Role.System => "system",
        Role.User => "human",
        Role.Assistant => "gpt",
        Role.Tool => "observation",
        _ => "unknown",
    };
}
