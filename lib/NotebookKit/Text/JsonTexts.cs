using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotebookKit.Text;

/// <summary>Replaces texts inside JSON text so that it stays JSON.</summary>
internal static class JsonTexts
{
    /// <summary>JSON for files of ours: letters of every script as they are, no HTML escapes (what goes into HTML is encoded there).</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Numbers this long may be phone, card or account numbers, so they are offered as text too.</summary>
    private const int LongNumber = 7;

    /// <summary>Calls <paramref name="map"/> for each property name, string and long number; returns the same instance
    /// where nothing changed. Text that is not JSON is mapped as one text.</summary>
    public static string Map(string json, Func<string, string> map)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(JsonEscapes.Repair(json));
        }
        catch (JsonException)
        {
            return map(json);
        }

        using (document)
        {
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                var changed = false;
                using var bytes = new MemoryStream();
                using (var writer = new Utf8JsonWriter(bytes, Writing))
                    Write(document.RootElement, writer, map, ref changed);
                return changed ? Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) : json;
            }

            return map(json);
        }
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer, Func<string, string> map, ref bool changed)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(Mapped(property.Name, map, ref changed));
                    Write(property.Value, writer, map, ref changed);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(item, writer, map, ref changed);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Mapped(element.GetString()!, map, ref changed));
                break;
            case JsonValueKind.Number when element.GetRawText() is { Length: >= LongNumber } digits:
                var before = changed;
                changed = false;
                var mapped = Mapped(digits, map, ref changed);
                if (changed) writer.WriteStringValue(mapped);
                else element.WriteTo(writer);
                changed |= before;
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Mapped(string text, Func<string, string> map, ref bool changed)
    {
        var mapped = map(text);
        changed |= !string.Equals(mapped, text, StringComparison.Ordinal);
        return mapped;
    }
}
