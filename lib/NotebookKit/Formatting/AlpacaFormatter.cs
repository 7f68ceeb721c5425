using System.Text.Json;

namespace NotebookKit.Formatting;

/// <summary>Alpaca with <c>system</c> and <c>history</c>: the last pair of turns is instruction and output, earlier pairs are history.
/// The instruction is the whole last user turn and <c>input</c> is empty, because trainers join the two again.</summary>
internal sealed class AlpacaFormatter : RowFormatter
{
    public override ChatFormat Format => ChatFormat.Alpaca;

    public override string? Obstacle(Example example)
    {
        if (example.Tools is not null) return FormatCheck.CannotHoldToolCalls;
        foreach (var message in example.Messages)
            if (message.ToolCalls.Count > 0 || message.Role == Role.Tool) return FormatCheck.CannotHoldToolCalls;
        return IsInPairs(example.Messages, toolsAsk: false) ? null : FormatCheck.CannotHoldTurnOrder;
    }

    public override void Write(Utf8JsonWriter writer, Example example)
    {
        var messages = example.Messages;
        var first = FirstTurn(messages);
        var last = messages.Count - 2;
        writer.WriteStartObject();
        writer.WriteString("instruction", last < first ? "" : messages[last].Content ?? "");
        writer.WriteString("input", "");
        writer.WriteString("output", example.Output);
        if (first == 1) writer.WriteString("system", messages[0].Content ?? "");
        if (last > first)
        {
            writer.WriteStartArray("history");
            for (var i = first; i < last; i += 2)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(messages[i].Content ?? "");
                writer.WriteStringValue(messages[i + 1].Content ?? "");
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
