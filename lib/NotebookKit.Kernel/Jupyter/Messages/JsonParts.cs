using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>Parts of messages that many have.</summary>
internal static class JsonParts
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>An object's bytes.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A text that may hold anything: half a surrogate pair, which is no text, becomes the replacement character.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteString(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Texts in an array.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(Encoding.UTF8.GetBytes(text));
        json.WriteEndArray();
    }

    /// <summary>An empty object.</summary>
    public static void WriteEmpty(this Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }

    /// <summary>The renderings of a value, and no metadata.</summary>
    public static void WriteBundle(this Utf8JsonWriter json, MimeBundle data)
    {
        json.WriteStartObject("data");
        foreach (var (type, text) in data.Renderings)
        {
            if (MimeBundle.IsJson(type) && IsJson(text))
            {
                json.WritePropertyName(type);
                json.WriteRawValue(text, skipInputValidation: true);
            }
            else
            {
                json.WriteText(type, text);
            }
        }

        json.WriteEndObject();
        json.WriteEmpty("metadata");
    }

    /// <summary>An error as replies and outputs have it.</summary>
    public static void WriteError(this Utf8JsonWriter json, string name, string value, ImmutableArray<string> traceback)
    {
        json.WriteText("ename", name);
        json.WriteText("evalue", value);
        json.WriteTexts("traceback", traceback);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return false;
        }
    }
}
