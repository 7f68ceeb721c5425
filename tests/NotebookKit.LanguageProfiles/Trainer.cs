using System.Collections.Frozen;
using System.Text.Json;
using NotebookKit.Cleaning;
using NotebookKit.Tests.Cleaning;

namespace NotebookKit.ProfileTraining;

/// <summary>Makes profiles: weighted counts of trigrams from three sources, smoothed, as costs; the trigrams with the most weight are
/// kept.</summary>
internal static class Trainer
{
    /// <summary>Trigrams kept, by script.</summary>
    private static readonly (string Script, string Folder, int Keep)[] Scripts =
        [(LanguageScripts.Latin, "Latin", 18_000), (LanguageScripts.Cyrillic, "Cyrillic", 5_000), (LanguageScripts.Arabic, "Arabic", 3_000)];

    /// <summary>ISO 639-3 codes of the trigram lists.</summary>
    private static readonly Dictionary<string, string> Iso3 = (
        "ca=cat cs=ces da=dan de=deu en=eng es=spa et=est fi=fin fr=fra hr=hrv hu=hun id=ind it=ita lt=lit lv=lav nl=nld no=nob " +
        "pl=pol pt=por ro=ron sk=slk sl=slv sv=swe tr=tur vi=vie bg=bul mk=mkd ru=rus sr=srp uk=ukr ar=arb fa=pes ur=urd")
        .Split(' ').ToDictionary(pair => pair[..2], pair => pair[3..]);

    private const double PairWeight = 1, FunctionWeight = 20, ListWeight = 3, Smoothing = 0.3;

    public static IReadOnlyList<LanguageProfile> Train(string data)
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "langid_franc", "trigrams.json")));
        return [.. Scripts.Select(s => Profile(s.Script, s.Keep, data, lists.RootElement.GetProperty(s.Folder)))];
    }

    private static LanguageProfile Profile(string script, int keep, string data, JsonElement lists)
    {
        var languages = FunctionWords.ByLanguage.Keys.Where(code => IsIn(script, code)).Order(StringComparer.Ordinal).ToArray();
        var counts = languages.Select(code => Counts(code, data, lists)).ToArray();
        var totals = counts.Select(c => c.Values.Sum()).ToArray();
        var best = counts.SelectMany((c, l) => c.Select(t => (t.Key, Weight: t.Value / totals[l])))
            .GroupBy(t => t.Key).Select(g => (g.Key, Weight: g.Max(t => t.Weight)))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Key).Take(keep).Select(t => t.Key).Order().ToArray();
        var costs = new byte[best.Length * LanguageProfile.Width];
        for (var row = 0; row < best.Length; row++)
            for (var l = 0; l < languages.Length; l++)
                costs[(row * LanguageProfile.Width) + l] = Cost((counts[l].GetValueOrDefault(best[row]) + Smoothing) / (totals[l] + (Smoothing * best.Length)));
        return new(script, languages, best.Select((key, row) => (key, row)).ToFrozenDictionary(t => t.key, t => t.row), costs);
    }

    private static byte Cost(double probability) => (byte)Math.Clamp(Math.Round(-Math.Log(probability) * LanguageProfile.CostScale), 0, 255);

    private static bool IsIn(string script, string code)
    {
        var letter = FunctionWords.ByLanguage[code].First(char.IsLetter);
        return LanguageScripts.Name(LanguageScripts.Of(letter)) == script;
    }

    private static Dictionary<ulong, double> Counts(string code, string data, JsonElement lists)
    {
        var counts = new Dictionary<ulong, double>();
        foreach (var pair in LanguageSamples.Pairs(data, code, heldOut: false)) Add(counts, pair, PairWeight);
        var words = FunctionWords.ByLanguage[code].Split(' ');
        for (var i = 0; i < words.Length; i++) Add(counts, words[i], FunctionWeight * 10 / (10.0 + i));
        if (lists.TryGetProperty(Iso3[code], out var list))
        {
            var ranked = list.GetString()!.Split('|');
            for (var i = 0; i < ranked.Length; i++)
                if (ranked[i].Length == 3) Add(counts, LanguageProfiles.Key(ranked[i][0], ranked[i][1], ranked[i][2]), ListWeight * 100 / (20.0 + i));
        }

        return counts;
    }

    private static void Add(Dictionary<ulong, double> counts, string text, double weight)
    {
        char a = ' ', b = ' ';
        foreach (var original in text + " ")
        {
            var c = LanguageScripts.Of(original) > 0 ? char.ToLowerInvariant(original) : ' ';
            if (c == ' ' && b == ' ') continue;
            Add(counts, LanguageProfiles.Key(a, b, c), weight);
            (a, b) = (b, c);
        }
    }

    private static void Add(Dictionary<ulong, double> counts, ulong key, double weight) => counts[key] = counts.GetValueOrDefault(key) + weight;
}
