using System.Text;
using System.Text.Json;

namespace NotebookKit.Training;

/// <summary>Requests with their intents, those to know and those to ask about.</summary>
/// <param name="Name">The set.</param>
/// <param name="Known">Texts with intents that neighbours are looked for in.</param>
/// <param name="Asked">Texts with intents that are asked about.</param>
internal sealed record IntentSet(string Name, IReadOnlyList<(string Text, string Intent)> Known, IReadOnlyList<(string Text, string Intent)> Asked)
{
    /// <summary>Sets that embedders are measured on and that no training reads.</summary>
    public static IEnumerable<IntentSet> KeptApart()
    {
        yield return new("HWU64", [.. Hwu("train")], [.. Hwu("test")]);
        yield return new("SNIPS", [.. Snips(known: true)], [.. Snips(known: false)]);
    }

    /// <summary>Turns to support: what settings are chosen by.</summary>
    public static IEnumerable<IntentSet> ToChooseBy()
    {
        foreach (var part in (string[])["airline", "software"]) yield return new("MultiDoGO " + part, [.. Multidogo(part, "train")], [.. Multidogo(part, "test")]);
    }

    private static IEnumerable<(string Text, string Intent)> Hwu(string part) =>
        File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "seq.in")).Zip(File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "label")));

    private static IEnumerable<(string Text, string Intent)> Snips(bool known)
    {
        foreach (var folder in Directory.GetDirectories(DataFolder.At("snips")).Order(StringComparer.Ordinal))
        {
            var intent = Path.GetFileName(folder);
            // Some files are Latin-1.
            using var document = JsonDocument.Parse(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, known ? $"train_{intent}_full.json" : $"validate_{intent}.json"))));
            foreach (var row in document.RootElement.GetProperty(intent).EnumerateArray())
                yield return (string.Concat(row.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("text").GetString())), intent);
        }
    }

    private static IEnumerable<(string Text, string Intent)> Multidogo(string part, string split) =>
        File.ReadLines(DataFolder.At("multidogo", "splits_annotated_at_turn_level", part, split + ".tsv")).Skip(1)
            .Select(l => l.Split('\t')).Where(c => c.Length > 5 && !c[5].Contains("<div>", StringComparison.Ordinal)).Select(c => (c[3], c[5]));
}
