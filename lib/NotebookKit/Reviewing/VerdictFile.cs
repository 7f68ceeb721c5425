using System.Text;
using System.Text.Json;

namespace NotebookKit.Reviewing;

/// <summary>Reads a filled-in review file. Nothing is passed over in silence: a line is a verdict, open, or an error.</summary>
internal static class VerdictFile
{
    /// <summary>Reads the file; adds the rows that nobody has filled in to <paramref name="open"/>.</summary>
    public static List<Verdict> Read(string file, ref int open)
    {
        string text;
        try
        {
            text = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException error)
        {
            throw new BadInputException($"{file}: the file is not UTF-8; save it as UTF-8.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(file) ? "is a folder, not a file" : File.Exists(file) ? "cannot be read" : "does not exist";
            throw new BadInputException($"Verdicts: '{file}' {why}.", error);
        }

        var verdicts = new List<Verdict>();
        foreach (var row in Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? VerdictCsv.Rows(file, text) : Lines(file, text))
        {
            if (VerdictRow.Parse(row) is { } verdict) verdicts.Add(verdict);
            else open++;
        }

        return verdicts;
    }

    private static IEnumerable<VerdictRow> Lines(string file, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var fields = Fields(file, number, line);
            // The first line of the file says how to fill it in.
            if (fields.ContainsKey("about") && !fields.ContainsKey("id")) continue;
            yield return new(file, number, fields);
        }
    }

    private static Dictionary<string, string> Fields(string file, int number, string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, new() { AllowTrailingCommas = true });
        }
        catch (JsonException error)
        {
            throw BadInputException.At(file, number, null, "this is no JSON object; each line is one row of the review sample, with quotes and commas as they were.", error);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw BadInputException.At(file, number, null, "a JSON object was expected: one row of the review sample.");
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                var given = Value(file, number, field);
                if (!fields.TryAdd(field.Name, given)) throw BadInputException.At(file, number, field.Name, "the field is there twice; keep one of them.");
            }

            return fields;
        }
    }

    private static string Value(string file, int number, JsonProperty field)
    {
        try
        {
            return field.Value.ValueKind switch
            {
                JsonValueKind.String => field.Value.GetString() ?? "",
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                JsonValueKind.Null => "",
                _ => field.Value.GetRawText(),
            };
        }
        catch (InvalidOperationException error)
        {
            throw BadInputException.At(file, number, field.Name, "the text holds half of a character (an unpaired surrogate); write it again.", error);
        }
    }
}
