using System.IO.Compression;
using System.Text.Json;
using NotebookKit.Anonymizing;
using YamlDotNet.RepresentationModel;

namespace NotebookKit.Privacy;

/// <summary>Reads the sets with marked personal data; the labels are those of the set. Offsets of all of them count UTF-16 units: no text has a character
/// outside the basic plane.</summary>
internal static class PublicSets
{
    /// <summary>The names that <see cref="Read"/> knows.</summary>
    public static readonly string[] Names = ["dev_v2", "dev_large", "pii_anon_eval", "pii_syn_nano", "pasteguard_pii", "generated"];

    /// <summary>What the marks of a set could not be found for, by label: they are not scored, and said.</summary>
    public static SortedDictionary<string, int> NotInText { get; } = new(StringComparer.Ordinal);

    public static IReadOnlyList<GoldText> Read(string name)
    {
        NotInText.Clear();
        return name switch
        {
            "dev_v2" or "dev_large" => [.. PresidioSplit(name)],
            "pii_anon_eval" => [.. PiiAnon()],
            "pii_syn_nano" => [.. PiiSynNano()],
            "pasteguard_pii" => [.. Pasteguard()],
            _ => throw new FormatException($"Unknown set {name}; there are presidio_split, {string.Join(", ", Names)}."),
        };
    }

    private static IEnumerable<GoldText> PresidioSplit(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("presidio_split", name + ".json")));
        var number = 0;
        foreach (var row in document.RootElement.EnumerateArray())
        {
            yield return new($"{name}-{number++}", row.GetProperty("full_text").GetString()!, [.. row.GetProperty("spans").EnumerateArray()
                .Select(s => Marked(s.GetProperty("start_position").GetInt32(), s.GetProperty("end_position").GetInt32(), s.GetProperty("entity_type").GetString()!))]);
        }
    }

    public static IEnumerable<GoldText> PiiAnon()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(DataFolder.At("pii_anon_eval", "splits", "test_technology.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            yield return new(row.GetProperty("record_id").GetString()!, row.GetProperty("text").GetString()!, [.. row.GetProperty("annotations").EnumerateArray()
                .Select(a => Marked(a.GetProperty("start").GetInt32(), a.GetProperty("end").GetInt32(), a.GetProperty("entity_type").GetString()!))]);
        }
    }

    /// <summary>The set gives the marked words without their place; some do not stand in the text at all. Its TITLE is a job.</summary>
    private static IEnumerable<GoldText> PiiSynNano()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("pii_syn_nano", "dataset", "pii_syn_nano_en.json")));
        var number = 0;
        foreach (var row in document.RootElement.EnumerateArray())
        {
            var marks = row.GetProperty("NER").EnumerateArray()
                .Select(m => (Value: m.TryGetProperty("entity", out var value) ? value.GetString()! : m.EnumerateObject().First().Value.GetString()!, Label: m.GetProperty("label").GetString()!));
            yield return Placed($"nano-{number++}", row.GetProperty("text").GetString()!, marks.Select(m => (m.Value.Trim('\''), m.Label == "TITLE" ? "JOB_TITLE" : m.Label)));
        }
    }

    private static IEnumerable<GoldText> Pasteguard()
    {
        foreach (var file in Directory.EnumerateFiles(DataFolder.At("pasteguard_pii", "test-data"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var yaml = new YamlStream();
            using (var reader = File.OpenText(file)) yaml.Load(reader);
            foreach (var row in (YamlSequenceNode)yaml.Documents[0].RootNode["test_cases"])
            {
                var marks = ((YamlSequenceNode)row["expected"]).Select(e => (((YamlScalarNode)e["text"]).Value!, ((YamlScalarNode)e["type"]).Value!));
                yield return Placed(((YamlScalarNode)row["id"]).Value!, ((YamlScalarNode)row["text"]).Value ?? "", marks);
            }
        }
    }

    private static GoldText Placed(string id, string text, IEnumerable<(string Value, string Label)> marks)
    {
        var spans = new List<Span>();
        foreach (var (value, label) in marks)
        {
            var start = text.IndexOf(value, StringComparison.Ordinal);
            while (start >= 0 && spans.Exists(s => s.Start < start + value.Length && start < s.End)) start = text.IndexOf(value, start + 1, StringComparison.Ordinal);
            if (start < 0) NotInText[label] = NotInText.GetValueOrDefault(label) + 1;
            else spans.Add(Marked(start, start + value.Length, label));
        }

        return new(id, text, [.. spans.OrderBy(s => s.Start)]);
    }

    private static Span Marked(int start, int end, string label) => new(start, end, label, 1, "gold");
}
