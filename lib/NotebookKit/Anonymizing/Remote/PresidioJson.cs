using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds in the JSON that Presidio's analyzer gives and its anonymizer takes: <c>[{"entity_type":"PERSON","start":0,"end":4,"score":0.85}]</c>. Its offsets count code points,
/// as Python does; ours count UTF-16 units, so an emoji is one there and two here. The text itself is not in it.</summary>
public static class PresidioJson
{
    /// <summary>Writes finds of a text for Presidio's anonymizer, under Presidio's names; a type that Presidio has no name for keeps ours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    public static string Write(IEnumerable<Span> spans, string text)
    {
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(text);
        var points = new CodePoints(text);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing))
        {
            json.WriteStartArray();
            foreach (var span in spans)
            {
                if (span.Start < 0 || span.End < span.Start || span.End > text.Length) throw new ArgumentOutOfRangeException(nameof(spans), string.Create(CultureInfo.InvariantCulture, $"A span at {span.Start}–{span.End} lies outside its text of {text.Length} units."));
                json.WriteStartObject();
                json.WriteString("entity_type", PresidioNames.ToPresidio(span.Type) ?? span.Type);
                json.WriteNumber("start", points.FromUnits(span.Start));
                // A span that ends inside a pair ends behind it.
                json.WriteNumber("end", span.End > span.Start ? points.FromUnits(span.End - 1) + 1 : points.FromUnits(span.End));
                json.WriteNumber("score", span.Score);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads finds of a text, under our names; further fields do not count.</summary>
    /// <exception cref="FormatException">It is no such list, or a find lies outside the text. The message holds nothing of the text.</exception>
    public static IReadOnlyList<Span> Read(string json, string text)
    {
        ArgumentNullException.ThrowIfNull(json);
        return [.. Parse(Encoding.UTF8.GetBytes(json), text).Select(f => new Span(f.Start, f.End, f.Type, f.Score, "Presidio"))];
    }

    internal static IReadOnlyList<RemoteFind> Parse(ReadOnlyMemory<byte> json, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // Its message may quote what it could not read.
            throw new FormatException("no JSON");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Array) throw new FormatException("no JSON array of finds");
            var points = new CodePoints(text);
            var finds = new List<RemoteFind>();
            foreach (var element in document.RootElement.EnumerateArray())
            {
                var number = finds.Count + 1;
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("entity_type", out var type) || type.ValueKind != JsonValueKind.String) throw Fault(number, "without the field \"entity_type\"");
                var (start, end) = (Offset(element, "start", number), Offset(element, "end", number));
                if (start < 0 || end <= start || end > points.Count) throw Fault(number, $"at {start}–{end} of {points.Count} code points");
                var score = element.TryGetProperty("score", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Fault(number, "without the number \"score\"");
                var find = new RemoteFind(points.ToUnits(start), points.ToUnits(end), PresidioNames.FromPresidio(type.GetString()!), score);
                finds.Add(find.Fault(text.Length) is { } fault ? throw Fault(number, $"that is {fault}") : find);
            }

            return finds;
        }
    }

    private static int Offset(JsonElement element, string field, int number) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var offset) ? offset : throw Fault(number, $"without the whole number \"{field}\"");

    private static FormatException Fault(int number, FormattableString what) => new(string.Create(CultureInfo.InvariantCulture, $"find {number} {what.ToString(CultureInfo.InvariantCulture)}"));

    private static FormatException Fault(int number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"find {number} {what}"));
}
