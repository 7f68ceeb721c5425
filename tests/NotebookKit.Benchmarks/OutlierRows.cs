using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>A question to detectors: rows to learn from, rows that belong, and rows that do not.</summary>
/// <param name="Known">Rows that belong, with labels.</param>
/// <param name="Normal">Other rows that belong.</param>
/// <param name="Strange">Rows that do not.</param>
internal sealed record OutlierTask(Dataset Known, Dataset Normal, Dataset Strange);

/// <summary>Public requests by intent, with intents left out.</summary>
internal static class OutlierRows
{
    /// <summary>Intents of SNIPS that HWU64 has, too.</summary>
    private static readonly string[] Shared = ["GetWeather", "PlayMusic", "AddToPlaylist"];

    private static readonly (string Text, string Label)[] HwuTrain = Hwu("train"), HwuRest = [.. Hwu("valid"), .. Hwu("test")], SnipsTrain = Snips(true), SnipsRest = Snips(false);

    /// <summary>The settings by name.</summary>
    public static IReadOnlyList<(string Name, Func<ulong, OutlierTask> Make)> Settings { get; } =
    [
        ("HWU64 near", seed => LeftOut(HwuTrain, HwuRest, label => label, 16, seed)),
        ("HWU64 domains", seed => LeftOut(HwuTrain, HwuRest, DomainOf, 4, seed)),
        ("SNIPS 2 of 7", seed => Pair(seed)),
        ("HWU64 / SNIPS far", seed => new(Rows("known", HwuTrain.Where((_, i) => KeyedRandom.Unit(seed, "far", Number(i)) < 0.8)), Rows("normal", HwuRest), Rows("strange", SnipsRest.Where(r => !Shared.Contains(r.Label))))),
    ];

    /// <summary>Rows that no detector learned from, for limits: all that is there but the training rows of HWU64.</summary>
    public static (Dataset Known, Dataset HeldBack) Conformal()
    {
        var all = new List<(string Text, string Label)>(HwuTrain.Concat(HwuRest).Concat(SnipsTrain).Concat(SnipsRest));
        foreach (var name in (string[])["airline", "software"])
            foreach (var split in (string[])["train", "dev", "test"])
                all.AddRange(File.ReadLines(Path.Combine(PublicTexts.Folder, "multidogo", "splits_annotated_at_turn_level", name, split + ".tsv")).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 4).Select(c => (c[3], name)));
        var order = Enumerable.Range(0, all.Count).OrderBy(i => KeyedRandom.Bits(1, "conformal", Number(i))).ToArray();
        return (Rows("known", order[..5_000].Select(i => all[i])), Rows("held", order[5_000..].Select(i => all[i])));
    }

    /// <summary>The same rows with a tenth of their characters damaged: left out, doubled, exchanged with the next, or replaced by another letter.</summary>
    public static Dataset Damaged(Dataset rows, ulong seed) => Dataset.Of(rows.Examples.Select(e => e with { Messages = [new Message(Role.User, Damaged(e.Input, e.Id, seed)), .. e.Messages.Skip(1)] }));

    private static string Damaged(string text, string id, ulong seed)
    {
        var made = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (KeyedRandom.Unit(seed, "damage", id, (ulong)i) >= 0.1)
            {
                made.Append(text[i]);
                continue;
            }

            var bits = KeyedRandom.Bits(seed, "damaged", id, (ulong)i);
            switch (bits % 4)
            {
                case 0: break;
                case 1: made.Append(text[i]).Append(text[i]); break;
                case 2 when i + 1 < text.Length: made.Append(text[i + 1]).Append(text[i++]); break;
                default: made.Append((char)('a' + (bits / 4 % 26))); break;
            }
        }

        return made.ToString();
    }

    /// <summary>Another pair of intents for each seed.</summary>
    private static OutlierTask Pair(ulong seed)
    {
        var intents = SnipsTrain.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var pairs = intents.SelectMany((one, i) => intents.Skip(i + 1).Select(other => (One: one, Other: other))).OrderBy(p => KeyedRandom.Bits(1, "pairs", p.One + p.Other)).ToArray();
        var (one, other) = pairs[(int)(seed % (ulong)pairs.Length)];
        return LeftOut(SnipsTrain, SnipsRest, label => label, [one, other]);
    }

    private static OutlierTask LeftOut((string Text, string Label)[] train, (string Text, string Label)[] rest, Func<string, string> group, int count, ulong seed)
    {
        return LeftOut(train, rest, group, train.Select(r => group(r.Label)).Distinct().OrderBy(g => KeyedRandom.Bits(seed, "left-out", g)).Take(count).ToHashSet(StringComparer.Ordinal));
    }

    private static OutlierTask LeftOut((string Text, string Label)[] train, (string Text, string Label)[] rest, Func<string, string> group, HashSet<string> left)
    {
        bool IsLeft((string Text, string Label) row) => left.Contains(group(row.Label));
        return new(Rows("known", train.Where(r => !IsLeft(r))), Rows("normal", rest.Where(r => !IsLeft(r))), Rows("strange", rest.Where(IsLeft)));
    }

    private static string DomainOf(string intent) => intent.Split('_')[0];

    private static Dataset Rows(string prefix, IEnumerable<(string Text, string Label)> rows) =>
        Dataset.Of(rows.Select((r, i) => new Example { Id = $"{prefix}-{Number(i)}", Label = r.Label, Messages = [new(Role.User, r.Text), new(Role.Assistant, "ok")] }));

    private static string Number(int i) => i.ToString("D6", CultureInfo.InvariantCulture);

    private static (string Text, string Label)[] Hwu(string split)
    {
        var folder = Path.Combine(PublicTexts.Folder, "fewshot_intent_oos", "HWU64", split);
        return [.. File.ReadLines(Path.Combine(folder, "seq.in")).Zip(File.ReadLines(Path.Combine(folder, "label")))];
    }

    private static (string Text, string Label)[] Snips(bool train)
    {
        var rows = new List<(string, string)>();
        foreach (var folder in Directory.GetDirectories(Path.Combine(PublicTexts.Folder, "snips")).Order(StringComparer.Ordinal))
        {
            var intent = Path.GetFileName(folder);
            // Some files are Latin-1.
            using var json = JsonDocument.Parse(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, train ? $"train_{intent}_full.json" : $"validate_{intent}.json"))));
            foreach (var row in json.RootElement.GetProperty(intent).EnumerateArray())
                rows.Add((string.Concat(row.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("text").GetString())), intent));
        }

        return [.. rows];
    }
}
