using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Invented people: each identity has one, whose forename and surname stand for those of the original wherever they are written.</summary>
internal static class SurrogatePeople
{
    /// <summary>Of so many candidates the one whose length is nearest is taken.</summary>
    private const int Candidates = 2, MostDraws = 24;

    // Words that belong to a surname and are nobody's.
    private static readonly HashSet<string> Particles = new(["von", "van", "vom", "zu", "zur", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al", "bin", "ibn", "bint", "ben", "ter", "ten", "af", "av", "y", "e", "und", "jr", "sr", "ii", "iii"], StringComparer.Ordinal);

    private static readonly (string End, NameFamily Family)[] Endings =
    [
        ("sson", NameFamily.Nordic), ("sen", NameFamily.Nordic), ("strom", NameFamily.Nordic), ("qvist", NameFamily.Nordic), ("gaard", NameFamily.Nordic),
        ("ski", NameFamily.Slavic), ("sky", NameFamily.Slavic), ("ska", NameFamily.Slavic), ("icz", NameFamily.Slavic), ("vic", NameFamily.Slavic), ("vich", NameFamily.Slavic), ("enko", NameFamily.Slavic), ("ova", NameFamily.Slavic),
        ("mann", NameFamily.German), ("berger", NameFamily.German), ("bauer", NameFamily.German), ("stein", NameFamily.German), ("schmidt", NameFamily.German), ("huber", NameFamily.German), ("burg", NameFamily.German),
        ("ez", NameFamily.Romance), ("elli", NameFamily.Romance), ("ini", NameFamily.Romance), ("eau", NameFamily.Romance), ("ier", NameFamily.Romance), ("eira", NameFamily.Romance), ("oso", NameFamily.Romance), ("ucci", NameFamily.Romance),
    ];

    /// <summary>The name as it is written, word by word the name of the invented person.</summary>
    /// <param name="value">What stands in the text.</param>
    /// <param name="identity">The words of the person's name, folded.</param>
    /// <param name="key">The key of the run.</param>
    public static string Name(string value, string identity, SecretKey key)
    {
        var words = identity.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var invented = Words(words, key);
        var name = new StringBuilder(value.Length + 8);
        var used = new bool[words.Length];
        for (var i = 0; i < value.Length;)
        {
            var start = i;
            while (i < value.Length && IsPart(value, i)) i++;
            if (i == start)
            {
                name.Append(value[i++]);
                continue;
            }

            var word = value[start..i];
            var tail = word.Length > 3 && Fold.Key(word[^2..]) == "'s" ? word[^2..] : "";
            var folded = string.Join("", PersonWords.Of(word[..^tail.Length]));
            if (folded.Length == 0) continue;
            var at = IndexOf(words, used, folded);
            if (at >= 0) used[at] = true;
            var stands = at >= 0 ? invented[at] : PersonWords.IsTitle(folded) || Particles.Contains(folded) ? word[..^tail.Length] : Words([folded], key)[0];
            name.Append(folded.Length == 1 && stands.Length > 1 && !Fold.IsIdeograph(folded[0]) ? Cased(stands[..1], word) : Cased(stands, word[..^tail.Length])).Append(tail);
        }

        return name.Length > 0 ? name.ToString() : KeyedText.Like(value, new(key, "surrogate", identity));
    }

    /// <summary>The invented person's words for the words of an identity.</summary>
    public static string[] Words(string[] identity, SecretKey key)
    {
        var draws = new KeyedDraws(key, "surrogate person", string.Join(' ', identity));
        var family = FamilyOf(identity);
        var invented = new string[identity.Length];
        for (var i = 0; i < identity.Length; i++)
        {
            var word = identity[i];
            invented[i] = identity.Length > 1 && (Particles.Contains(word) || PersonWords.IsTitle(word)) ? word
                : Drawn(draws, word, i < identity.Length - 1 || identity.Length == 1 ? d => Forename(family, identity.Length == 1, word, d) : d => Surname(family, d), identity);
        }

        return invented;
    }

    /// <summary>The first of some draws whose length fits best and that is no word of the original.</summary>
    private static string Drawn(KeyedDraws draws, string word, Func<KeyedDraws, string> draw, string[] identity)
    {
        string? best = null;
        var seen = 0;
        for (var i = 0; i < MostDraws && seen < Candidates; i++)
        {
            var candidate = draw(draws);
            if (identity.Contains(Fold.Key(candidate), StringComparer.Ordinal)) continue;
            seen++;
            if (best is null || Math.Abs(candidate.Length - word.Length) < Math.Abs(best.Length - word.Length)) best = candidate;
        }

        return best ?? KeyedText.Like(word, draws);
    }

    /// <summary>In scripts without spaces a single word of two or more characters is the whole name.</summary>
    private static string Forename(NameFamily family, bool whole, string word, KeyedDraws draws)
    {
        var given = draws.Of(family.Forenames);
        return whole && word.Length > 1 && (family == NameFamily.Han || family == NameFamily.Hangul) ? draws.Of(family.Starts) + (word.Length == 2 ? given[..1] : given) : given;
    }

    private static string Surname(NameFamily family, KeyedDraws draws) => draws.Of(family.Starts) + draws.Of(family.Ends);

    private static NameFamily FamilyOf(string[] identity)
    {
        foreach (var c in identity.SelectMany(w => w))
        {
            if (c < 0x250) continue;
            if (c is >= '\u0370' and < '\u0400') return NameFamily.Greek;
            if (c is >= '\u0400' and < '\u0530') return NameFamily.Cyrillic;
            if (c is >= '\u0590' and < '\u0600') return NameFamily.Hebrew;
            if (c is >= '\u0600' and < '\u0780') return NameFamily.Arabic;
            if (c is >= '\u0900' and < '\u0E00') return NameFamily.Devanagari;
            if (c is >= '\u3040' and < '\u3100') return NameFamily.Katakana;
            if (c is >= '\uAC00' and < '\uD7B0') return NameFamily.Hangul;
            if (c is >= '\u3400' and < '\uFB00') return NameFamily.Han;
        }

        foreach (var (end, family) in Endings)
            if (identity.Length > 1 && identity[^1].Length > end.Length + 1 && identity[^1].EndsWith(end, StringComparison.Ordinal)) return family;
        return NameFamily.English;
    }

    private static int IndexOf(string[] words, bool[] used, string word)
    {
        var at = -1;
        for (var i = 0; i < words.Length; i++)
            if (words[i] == word && (at < 0 || used[at] && !used[i])) at = i;
        for (var i = 0; i < words.Length && at < 0 && word.Length == 1; i++)
            if (!used[i] && words[i].StartsWith(word, StringComparison.Ordinal)) at = i;
        return at;
    }

    private static bool IsPart(string value, int i)
    {
        var c = value[i];
        if (Fold.Char(c) == '\'') return i > 0 && i + 1 < value.Length && char.IsLetter(value[i - 1]) && char.IsLetter(value[i + 1]);
        return c != '_' && (Fold.IsWord(c) || Fold.Char(c) == '\0');
    }

    /// <summary>Large and small letters as in the original: all large, all small, or the first large.</summary>
    private static string Cased(string word, string like)
    {
        var letters = like.Where(char.IsLetter).ToList();
        if (letters.Count == 0) return word;
        if (letters.Count > 1 && letters.TrueForAll(char.IsUpper)) return word.ToUpperInvariant();
        return letters.TrueForAll(char.IsLower) ? word.ToLowerInvariant() : char.ToUpperInvariant(word[0]) + word[1..];
    }
}
