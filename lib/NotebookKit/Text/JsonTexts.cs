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
    public static string Map(string json, Func<string, string> map) => Map(json, (_, text) => map(text));

    /// <summary>The same with the name of the property that a text is the value of; null for names themselves and for text that is not JSON.</summary>
    public static string Map(string json, Func<string?, string, string> map)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(JsonEscapes.Repair(json));
        }
        catch (JsonException)
        {
            return map(null, json);
        }

        using (document)
        {
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                var changed = false;
                using var bytes = new MemoryStream();
                using (var writer = new Utf8JsonWriter(bytes, Writing))
                    Write(document.RootElement, null, writer, map, ref changed);
                return changed ? Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) : json;
            }

            return map(null, json);
        }
    }

    private static void Write(JsonElement element, string? key, Utf8JsonWriter writer, Func<string?, string, string> map, ref bool changed)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                HashSet<string>? taken = null;
                foreach (var property in element.EnumerateObject())
                {
                    var name = Mapped(null, property.Name, map, ref changed);
                    writer.WritePropertyName(string.Equals(name, property.Name, StringComparison.Ordinal) ? name : Unique(name, element, ref taken));
                    Write(property.Value, property.Name, writer, map, ref changed);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(item, key, writer, map, ref changed);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Mapped(key, element.GetString()!, map, ref changed));
                break;
            case JsonValueKind.Number when element.GetRawText() is { Length: >= LongNumber } digits:
                var before = changed;
                changed = false;
                var mapped = Mapped(key, digits, map, ref changed);
                if (!changed) element.WriteTo(writer);
                else if (IsNumber(mapped)) writer.WriteRawValue(mapped);
                else writer.WriteStringValue(mapped);
                changed |= before;
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    /// <summary>Two names that became the same would hide one value behind the other: later ones get a number, inside the brackets of a placeholder.</summary>
    private static string Unique(string name, JsonElement owner, ref HashSet<string>? taken)
    {
        taken ??= owner.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        if (taken.Add(name)) return name;
        for (var number = 2; ; number++)
        {
            var other = name.EndsWith(']') ? FormattableString.Invariant($"{name[..^1]}_{number}]") : FormattableString.Invariant($"{name}_{number}");
            if (taken.Add(other)) return other;
        }
    }

    /// <summary>True for what JSON writes as a whole number: a number whose digits changed stays one.</summary>
    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length is > 0 and < 300 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || digits.Length == 1);
    }

    private static string Mapped(string? key, string text, Func<string?, string, string> map, ref bool changed)
    {
        var mapped = map(key, text);
        changed |= !string.Equals(mapped, text, StringComparison.Ordinal);
        return mapped;
    }
}
