using System.Text.Json;

namespace NotebookKit.Tests.Outliers;

/// <summary>Small invented corpora, intents of public sets, and the measure of both.</summary>
internal static class OutlierData
{
    private static readonly string[] Items = ["parcel", "invoice", "refund", "order", "delivery", "address", "payment", "voucher"];
    private static readonly string[] Asks = ["where is", "please change", "how do I cancel", "I have a question about", "when will I get", "can you check"];

    /// <summary>Requests to a shop: few words, many combinations.</summary>
    public static Dataset InDomain(int count) => Dataset.Of(Enumerable.Range(0, count).Select(i => Build.Example(
        $"shop-{i}", $"{Asks[i % 6]} my {Items[i / 6 % 8]} for the {Items[i * 5 / 7 % 8]} number {i}", "We will look.") with
    { Label = i % 2 == 0 ? "even" : "odd" }));

    public static Example Alien(string id) => Build.Example(id, "zirkonium polarisiert quantenfelder jenseits supraleitender magnetare", "ok");

    public static (string Text, string Label)[] Hwu(string split)
    {
        var folder = RealData.At(Path.Combine("fewshot_intent_oos", "HWU64", split));
        return [.. File.ReadLines(Path.Combine(folder, "seq.in")).Zip(File.ReadLines(Path.Combine(folder, "label")))];
    }

    public static (string Text, string Label)[] Snips(bool train)
    {
        var rows = new List<(string, string)>();
        foreach (var folder in Directory.GetDirectories(RealData.At("snips")).Order(StringComparer.Ordinal))
        {
            var intent = Path.GetFileName(folder);
            var file = Path.Combine(folder, train ? $"train_{intent}_full.json" : $"validate_{intent}.json");
            // Some files are Latin-1.
            using var json = JsonDocument.Parse(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
            foreach (var row in json.RootElement.GetProperty(intent).EnumerateArray())
                rows.Add((string.Concat(row.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("text").GetString())), intent));
        }

        return [.. rows];
    }

    public static Dataset Rows(string prefix, IEnumerable<(string Text, string Label)> rows) =>
        Dataset.Of(rows.Select((r, i) => Build.Example($"{prefix}-{i}", r.Text, r.Label) with { Label = r.Label }));

    /// <summary>Share of pairs in which the outlier has the higher number; ties count half.</summary>
    public static double Auroc(IReadOnlyCollection<double> normal, IReadOnlyCollection<double> odd)
    {
        var all = normal.Select(v => (Value: v, Odd: false)).Concat(odd.Select(v => (Value: v, Odd: true))).GroupBy(v => v.Value).OrderBy(g => g.Key);
        double below = 0, won = 0;
        foreach (var group in all)
        {
            var outliers = group.Count(v => v.Odd);
            var others = group.Count() - outliers;
            won += outliers * (below + (others / 2.0));
            below += others;
        }

        return won / normal.Count / odd.Count;
    }
}
