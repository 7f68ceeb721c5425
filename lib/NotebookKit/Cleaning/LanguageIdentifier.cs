namespace NotebookKit.Cleaning;

/// <summary>Tells the language of a text by its script and by trigrams of letters (naive Bayes).</summary>
internal static class LanguageIdentifier
{
    /// <summary>Letters of a text that are looked at; more do not make it surer.</summary>
    private const int MostLetters = 400;

    /// <summary>Ratio of kana that makes Chinese characters Japanese.</summary>
    private const double KanaRatio = 0.05;

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
        var script = Script(text);
        if (script is null || Profile(script) is not { } profile) return script;
        Span<int> costs = stackalloc int[profile.Languages.Length];
        Costs(text, profile, costs);
        return profile.Languages[Cheapest(costs)];
    }

    /// <summary>How much better a text fits its likeliest language than the best one of <paramref name="expected"/>: nats per trigram, 0 where
    /// it is one of them, <see cref="double.MaxValue"/> where none of them has its script.</summary>
    public static double Margin(ReadOnlySpan<char> text, IReadOnlyCollection<string> expected)
    {
        var script = Script(text);
        if (script is null || expected.Contains(script)) return 0;
        if (Profile(script) is not { } profile) return double.MaxValue;
        Span<int> costs = stackalloc int[profile.Languages.Length];
        var trigrams = Costs(text, profile, costs);
        var best = int.MaxValue;
        for (var l = 0; l < costs.Length; l++)
            if (costs[l] < best && expected.Contains(profile.Languages[l])) best = costs[l];
        if (best == int.MaxValue) return double.MaxValue;
        return Math.Round((double)(best - costs[Cheapest(costs)]) / (Math.Max(1, trigrams) * LanguageProfile.CostScale), 6);
    }

    /// <summary>The script of most letters: its language's code, or the name of a script that has profiles.</summary>
    private static string? Script(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[LanguageScripts.Count];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (letters >= MostLetters) break;
            var script = LanguageScripts.Of(c);
            if (script == 0) continue;
            counts[script] += TextLength.Weight(c);
            letters++;
        }

        int han = counts[LanguageScripts.Of('一')], kana = counts[LanguageScripts.Of('あ')];
        if (kana > 0 && kana >= KanaRatio * (han + kana)) (counts[LanguageScripts.Of('あ')], counts[LanguageScripts.Of('一')]) = (han + kana, 0);
        var most = 0;
        for (var script = 1; script < counts.Length; script++)
            if (counts[script] > counts[most]) most = script;
        return most == 0 ? null : LanguageScripts.Name(most);
    }

    private static LanguageProfile? Profile(string script)
    {
        foreach (var profile in LanguageProfiles.Shipped)
            if (string.Equals(profile.Script, script, StringComparison.Ordinal)) return profile;
        return null;
    }

    /// <summary>Adds up the cost of each trigram in each language; returns how many trigrams the profile knows.</summary>
    private static int Costs(ReadOnlySpan<char> text, LanguageProfile profile, Span<int> costs)
    {
        costs.Clear();
        int known = 0, letters = 0;
        char a = ' ', b = ' ';
        foreach (var original in text)
        {
            var c = LanguageScripts.Of(original) > 0 ? char.ToLowerInvariant(original) : ' ';
            if (c == ' ' && b == ' ') continue;
            if (profile.Trigrams.TryGetValue(LanguageProfiles.Key(a, b, c), out var row))
            {
                known++;
                var cells = profile.Costs.AsSpan(row * costs.Length, costs.Length);
                for (var l = 0; l < cells.Length; l++) costs[l] += cells[l];
            }

            (a, b) = (b, c);
            if (c != ' ' && ++letters >= MostLetters) break;
        }

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
