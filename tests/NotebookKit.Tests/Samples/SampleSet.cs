using System.Globalization;
using System.Text.Json;

namespace NotebookKit.Tests.Samples;

/// <summary>The bundled samples as plain text and JSON, read without the library.</summary>
internal static class SampleSet
{
    public static readonly string[] Files =
        ["tickets.jsonl", "interactions.jsonl", "search-clicks.csv", "notes.jsonl", "public-style.json", "synthetic.jsonl"];

    /// <summary><c>{"file": {"kind": [id | [first, second] | line]}}</c>.</summary>
    public static JsonElement Faults { get; } = Parse(Text("faults.json"));

    /// <summary><c>{"file": {"id": [value]}}</c>.</summary>
    public static JsonElement Personal { get; } = Parse(Text("personal.json"));

    public static string Text(string name) => File.ReadAllText(RealData.Sample(name));

    public static string Card(string file) => Text(Path.GetFileNameWithoutExtension(file) + ".md");

    /// <summary>The rows of a JSON file with their line number; a line that is no JSON has no row.</summary>
    public static IReadOnlyList<(int Line, JsonElement? Row)> Rows(string file)
    {
        if (file.EndsWith(".json", StringComparison.Ordinal)) return [.. Parse(Text(file)).EnumerateArray().Select((row, i) => (i + 2, (JsonElement?)row))];
        return [.. Text(file).TrimEnd('\n').Split('\n').Select((line, i) => (i + 1, TryParse(line)))];
    }

    /// <summary>The records of the CSV file with the number of their first line; quotes doubled, line breaks inside quotes.</summary>
    public static IReadOnlyList<(int Line, string[] Cells)> Clicks()
    {
        var records = new List<(int, string[])>();
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var (line, first, quoted) = (1, 1, false);
        var text = Text("search-clicks.csv");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    records.Add((first, [.. cells]));
                    cells.Clear();
                    first = line + 1;
                }
            }
            else cell.Append(c);

            if (c == '\n') line++;
        }

        return records;
    }

    /// <summary>All ids that a list entry names: one, or the two of a pair.</summary>
    public static IEnumerable<string> Ids(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.Array => entry.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Number => [entry.GetInt32().ToString(CultureInfo.InvariantCulture)],
        _ => [entry.GetString()!],
    };

    /// <summary>Ids that exist: those of the rows, or line numbers for the CSV file.</summary>
    public static HashSet<string> Known(string file) => file == "search-clicks.csv"
        ? [.. Clicks().Skip(1).Select(r => r.Line.ToString(CultureInfo.InvariantCulture))]
        : [.. Rows(file).Where(r => r.Row is not null).Select(r => r.Row!.Value.GetProperty("id").GetString()!)];

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static JsonElement? TryParse(string line)
    {
        try
        {
            return Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
