using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKit.Kernel.Documents;

/// <summary>Writes JSON as Jupyter does: an indent of one space, <c>\n</c>, every character as itself that JSON allows. The encoders of the base library
/// escape emoji and some spaces, so a notebook that was only read and written would differ.</summary>
internal static class JsonText
{
    /// <summary>The text, with a line end after it.</summary>
    public static string Indented(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject { Count: 0 }: text.Append("{}"); break;
            case JsonArray { Count: 0 }: text.Append("[]"); break;
            case JsonObject fields:
                text.Append('{');
                foreach (var (name, value) in fields)
                {
                    NewLine(text, depth + 1);
                    Quoted(text, name);
                    Write(text.Append(": "), value, depth + 1);
                    text.Append(',');
                }

                Close(text, '}', depth);
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    NewLine(text, depth + 1);
                    Write(text, item, depth + 1);
                    text.Append(',');
                }

                Close(text, ']', depth);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String: Quoted(text, value.GetValue<string>()); break;
            // Numbers keep the digits that they were read with.
            default: text.Append(node.ToJsonString()); break;
        }
    }

    private static void Close(StringBuilder text, char bracket, int depth)
    {
        text.Length--;
        NewLine(text, depth);
        text.Append(bracket);
    }

    private static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth);

    private static void Quoted(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                // Half a pair is no text, and no reader would take it.
                _ when char.IsSurrogate(c) && !pair => text.Append('\uFFFD'),
                _ when c < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
            if (pair) text.Append(value[++i]);
        }

        text.Append('"');
    }
}
