using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>Writes what was planted: a card for each file, and lists that programs read.</summary>
internal static class Cards
{
    private const int Listed = 10;

    /// <summary><c>{"file": {"kind": [id | [first, second] | line number]}}</c>.</summary>
    public static string Faults(IEnumerable<SampleFile> files)
    {
        var root = new JsonObject();
        foreach (var file in files)
        {
            var lists = new JsonObject();
            foreach (var (kind, ids) in Lists(file)) lists[kind.Code] = new JsonArray([.. ids]);
            root[file.Name] = lists;
        }

        return Lines(root);
    }

    /// <summary><c>{"file": {"id": [value]}}</c>: personal values that were planted in texts and must not leave.</summary>
    public static string Personal(IEnumerable<SampleFile> files)
    {
        var root = new JsonObject();
        foreach (var file in files)
        {
            var values = file.Rows.Where(r => r.Personal.Count > 0)
                .Select(r => KeyValuePair.Create(r.Id, (JsonNode?)new JsonArray([.. r.Personal.Select(v => (JsonNode)v)])));
            root[file.Name] = new JsonObject(values);
        }

        return Lines(root);
    }

    public static string Card(SampleFile file)
    {
        var lists = Lists(file);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {file.Name}\n\n{file.About}\n\n");
        var broken = file.BrokenLines.Count > 0 ? FormattableString.Invariant($", and {file.BrokenLines.Count} broken lines") : "";
        text.Append(CultureInfo.InvariantCulture, $"- Rows: {file.Rows.Count}{broken}\n");
        text.Append("- Licence: CC0-1.0. All people, companies and events are invented; addresses, numbers and keys are those set aside for examples.\n");
        text.Append("- Made by `dotnet run --project tests/NotebookKit.Samples -- write data-samples`; do not edit by hand.\n\n");
        text.Append("## Fields\n\n");
        foreach (var (name, meaning) in file.Fields) text.Append(CultureInfo.InvariantCulture, $"- `{name}`: {meaning}\n");
        text.Append("\n## Planted\n\nEverything not listed here is sound. ");
        text.Append("Two ids with an arrow belong together: the row that was there first, and its twin. All ids are in [faults.json](faults.json).\n\n");
        text.Append("| kind | what it is | count | ids |\n|---|---|---:|---|\n");
        foreach (var (kind, ids) in lists)
        {
            var shown = string.Join(", ", ids.Take(Listed).Select(Shown)) + (ids.Count > Listed ? ", …" : "");
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {kind.Meaning} | {ids.Count} | {shown} |\n");
        }

        return text.ToString();
    }

    private static List<(Kind Kind, List<JsonNode> Ids)> Lists(SampleFile file)
    {
        var lists = new List<(Kind, List<JsonNode>)>();
        foreach (var kind in Kinds.All)
        {
            List<JsonNode> ids = kind.Code == "broken-json"
                ? [.. file.BrokenLines.Select(n => (JsonNode)n)]
                : [.. file.Faults.GetValueOrDefault(kind.Code, []).Select(p => Listing(file, kind, p.Rows))
                    .OrderBy(Line).ThenBy(n => n.ToJsonString(), StringComparer.Ordinal)];
            if (ids.Count > 0) lists.Add((kind, ids));
        }

        return lists;
    }

    private static JsonNode Listing(SampleFile file, Kind kind, Row[] rows) =>
        kind.IsPair ? new JsonArray(Node(file, rows[0]), Node(file, rows[1])) : Node(file, rows[0]);

    /// <summary>Line numbers are numbers, ids are text.</summary>
    private static JsonNode Node(SampleFile file, Row row) =>
        file.Name.EndsWith(".csv", StringComparison.Ordinal) ? int.Parse(row.Id, CultureInfo.InvariantCulture) : row.Id;

    private static int Line(JsonNode node) =>
        node is JsonArray pair ? Line(pair[0]!) : node.GetValueKind() == JsonValueKind.Number ? node.GetValue<int>() : 0;

    private static string Shown(JsonNode node) => node is JsonArray pair ? $"{pair[0]} → {pair[1]}" : node.ToString();

    /// <summary>One list a line.</summary>
    private static string Lines(JsonObject root)
    {
        var text = new StringBuilder("{\n");
        var files = root.ToList();
        for (var f = 0; f < files.Count; f++)
        {
            var lists = files[f].Value!.AsObject().ToList();
            text.Append(CultureInfo.InvariantCulture, $"  {Written.Line(files[f].Key)}: {{\n");
            for (var i = 0; i < lists.Count; i++)
            {
                var end = i < lists.Count - 1 ? ",\n" : "\n";
                text.Append(CultureInfo.InvariantCulture, $"    {Written.Line(lists[i].Key)}: {Written.Line(lists[i].Value!)}{end}");
            }

            text.Append(f < files.Count - 1 ? "  },\n" : "  }\n");
        }

        return text.Append("}\n").ToString();
    }
}
