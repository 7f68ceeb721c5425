using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Numbers that keep others out, by what stands around them: codes, PINs in groups of digits, dates as passwords.</summary>
internal static class SecretNumbers
{
    private const int Window = 8;

    private static readonly HashSet<string> Days = new("on since at in until till am im seit by before after from order ticket invoice row version of".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.-/#*");

    /// <summary>"The code is 71842".</summary>
    public static bool IsCode(string text, List<SpokenWord> words, int at)
    {
        if (at > 0 && IsCodeWord(text, words[at - 1])) return words[at].Opened || words[at].End - words[at].Start == 6 || (at > 1 && char.IsLower(SecretPlaces.Value(text, words[at - 2])[0]));
        return at > 1 && IsCodeWord(text, words[at - 2]) && SecretPlaces.Value(text, words[at - 1]) is "is" or "was" or "är" or "es" or "è" or "to" or "ist" or "lautet" or "é";
    }

    /// <summary>True for "code", unless the word before says that it opens nothing.</summary>
    public static bool IsCodeWord(string text, SpokenWord word) => word.Cue == SecretCue.Key && SecretPlaces.Value(text, word) is "code" or "Code" or "CODE" or "kod" or "koden" or "código" or "codigo" or "codice";

    /// <summary>"the password is my birthday, 12.08.1990": five digits or more, with the marks of dates, that no day or count is said with.</summary>
    public static bool IsSpokenNumber(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value)
    {
        if (at == 0 || value.Length is < 5 or > 16 || value.IndexOfAnyExcept(NumberChars) >= 0 || SecretShape.Count(value).Digits < 5 || Days.GetAlternateLookup<ReadOnlySpan<char>>().Contains(SecretPlaces.Value(text, words[at - 1]))) return false;
        return SecretPlaces.Has(words, at, SecretCue.Password, 4, 0) || SecretSentences.IsExplained(text, words, at);
    }

    /// <summary>How many words from here are single digits or pairs of them, as "4 7 1 1" or "47 11" behind "PIN".</summary>
    public static int Spaced(string text, List<SpokenWord> words, int at)
    {
        int count = 0, digits = 0;
        while (count < 8 && at + count < words.Count && SecretPlaces.Value(text, words[at + count]) is { Length: 1 or 2 } part && part.IndexOfAnyExceptInRange('0', '9') < 0 && (count == 0 || words[at + count].Start == words[at + count - 1].End + 1))
        {
            digits += part.Length;
            count++;
        }

        return count > 1 && digits is >= 4 and <= 8 && (SecretPlaces.Has(words, at, SecretCue.Pin, 1, 0) || (at > 0 && SecretPlaces.IsLink(SecretPlaces.Value(text, words[at - 1])) && SecretPlaces.Has(words, at, SecretCue.Pin, Window, 0)) || (at > 1 && words[at - 2].Cue == SecretCue.Pin)) ? count : 0;
    }

    /// <summary>"615 220" of an app that makes codes.</summary>
    public static bool IsTwin(string text, List<SpokenWord> words, int at) =>
        at + 1 < words.Count && IsThree(SecretPlaces.Value(text, words[at])) && IsThree(SecretPlaces.Value(text, words[at + 1])) && words[at + 1].Start == words[at].End + 1 && (SecretPlaces.Has(words, at, SecretCue.Pin, Window + 2, 3) || SecretSentences.IsSentCode(text, words, at + 1));

    private static bool IsThree(ReadOnlySpan<char> value) => value.TrimEnd("?!").Length == 3 && value.TrimEnd("?!").IndexOfAnyExceptInRange('0', '9') < 0;
}
