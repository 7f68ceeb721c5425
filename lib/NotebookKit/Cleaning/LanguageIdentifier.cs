using System.Runtime.Intrinsics;

namespace NotebookKit.Cleaning;

/// <summary>Tells the language of a text by its script and by trigrams of letters (naive Bayes).</summary>
internal static class LanguageIdentifier
{
    /// <summary>Letters of a text that are looked at; more do not make it surer.</summary>
    private const int MostLetters = 200;

    /// <summary>Trigrams of a text that are added up; so many costs of one byte fit 16 bits.</summary>
    private const int MostTrigrams = 256;

    /// <summary>Ratio of kana that makes Chinese characters Japanese.</summary>
    private const double KanaRatio = 0.05;

    /// <summary>Ratio of letters in an expected script that makes a text one that only quotes another.</summary>
    private const double MixedRatio = 0.2;

    /// <summary>Trigrams that are added to each text as if they fitted all languages alike: a short text proves less.</summary>
    private const int Doubt = 60;

    private static readonly int Han = LanguageScripts.Of('一'), Kana = LanguageScripts.Of('あ');

    /// <summary>Letters of a text, as many as are looked at; a Han character counts as <see cref="TextLength"/> counts it.</summary>
    public static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (letters >= MostLetters) break;
            if (LanguageScripts.Of(c) > 0) letters += TextLength.Weight(c);
        }

        return letters;
    }

    /// <summary>ISO 639-1 code of the likeliest language; null where the text has no letter of a known script.</summary>
    public static string? Identify(ReadOnlySpan<char> text)
    {
        Span<int> scripts = stackalloc int[LanguageScripts.Count];
        var script = MainScript(text, scripts);
        if (script is null || ProfileOf(script) is not { } profile) return script;
        Span<int> costs = stackalloc int[profile.Languages.Length];
        Costs(text, profile, costs);
        return profile.Languages[Cheapest(costs)];
    }

    /// <summary>How much better a text fits its likeliest language than the best one of <paramref name="expected"/>, in nats per trigram of
    /// the text and <see cref="Doubt"/> more: 0 where it is one of them or mixes one in, <see cref="double.MaxValue"/> where it has another
    /// script.</summary>
    public static double Margin(ReadOnlySpan<char> text, IReadOnlyCollection<string> expected)
    {
        Span<int> scripts = stackalloc int[LanguageScripts.Count];
        var script = MainScript(text, scripts);
        if (script is null || expected.Contains(script)) return 0;
        var profile = ProfileOf(script);
        if (profile is null || !profile.Languages.Any(expected.Contains)) return MixesIn(scripts, expected) ? 0 : double.MaxValue;
        Span<int> costs = stackalloc int[profile.Languages.Length];
        var trigrams = Costs(text, profile, costs);
        var best = int.MaxValue;
        for (var l = 0; l < costs.Length; l++)
            if (costs[l] < best && expected.Contains(profile.Languages[l])) best = costs[l];
        return Math.Round((double)(best - costs[Cheapest(costs)]) / ((trigrams + Doubt) * LanguageProfile.CostScale), 6);
    }

    /// <summary>Weighs the letters of each script; the heaviest is returned: its language's code, or the name of a script with
    /// profiles.</summary>
    private static string? MainScript(ReadOnlySpan<char> text, Span<int> scripts)
    {
        scripts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (letters >= MostLetters) break;
            var script = LanguageScripts.Of(c);
            if (script == 0) continue;
            scripts[script] += TextLength.Weight(c);
            letters++;
        }

        if (scripts[Kana] > KanaRatio * (scripts[Han] + scripts[Kana])) (scripts[Kana], scripts[Han]) = (scripts[Kana] + scripts[Han], 0);
        var most = 0;
        for (var script = 1; script < scripts.Length; script++)
            if (scripts[script] > scripts[most]) most = script;
        return most == 0 ? null : LanguageScripts.Name(most);
    }

    private static bool MixesIn(ReadOnlySpan<int> scripts, IReadOnlyCollection<string> expected)
    {
        int all = 0, fitting = 0;
        for (var script = 1; script < scripts.Length; script++)
        {
            all += scripts[script];
            if (scripts[script] == 0) continue;
            var name = LanguageScripts.Name(script);
            if (expected.Contains(name) || (ProfileOf(name)?.Languages.Any(expected.Contains) ?? false)) fitting += scripts[script];
        }

        return fitting > MixedRatio * all;
    }

    private static LanguageProfile? ProfileOf(string script)
    {
        foreach (var profile in LanguageProfiles.Shipped)
            if (string.Equals(profile.Script, script, StringComparison.Ordinal)) return profile;
        return null;
    }

    /// <summary>Adds up the cost of each trigram in each language; returns how many trigrams the profile knows.</summary>
    private static int Costs(ReadOnlySpan<char> text, LanguageProfile profile, Span<int> costs)
    {
        Vector256<ushort> low = default, high = default;
        var known = 0;
        char a = ' ', b = ' ';
        foreach (var original in text)
        {
            var c = LanguageScripts.Of(original) > 0 ? char.ToLowerInvariant(original) : ' ';
            if (c == ' ' && b == ' ') continue;
            if (profile.Trigrams.TryGetValue(LanguageProfiles.Key(a, b, c), out var row))
            {
                var (first, second) = Vector256.Widen(Vector256.LoadUnsafe(ref profile.Costs[row * LanguageProfile.Width]));
                low += first;
                high += second;
                if (++known == MostTrigrams) break;
            }

            (a, b) = (b, c);
        }

        for (var l = 0; l < costs.Length; l++) costs[l] = l < Vector256<ushort>.Count ? low[l] : high[l - Vector256<ushort>.Count];
        return known;
    }

    /// <summary>Index of the least cost; of equal ones the first, which is the first in ordinal order of codes.</summary>
    private static int Cheapest(ReadOnlySpan<int> costs)
    {
        var best = 0;
        for (var l = 1; l < costs.Length; l++)
            if (costs[l] < costs[best]) best = l;
        return best;
    }
}
