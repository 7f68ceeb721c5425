using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Words that say what a value near them is. They begin at the beginning of a word; a cue of up to four letters is a whole word, a longer one may go on.</summary>
internal sealed class Cues
{
    private const int Whole = 4;

    // From here on scripts begin that put no spaces between words.
    private const char Unspaced = '\u0E00';

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;,\n\r0123456789");

    private readonly string[] words;
    private readonly PhraseSearch search;

    /// <summary>Makes them of words with <c>|</c> between.</summary>
    public Cues(string words)
    {
        this.words = words.Split('|');
        search = new(this.words);
    }

    /// <summary>How far before a value a word may stand, in characters.</summary>
    public const int Before = 40;

    /// <summary>How far before a value a word may stand in the same sentence: "the personal number you have on file for me is …".</summary>
    private const int InSentence = 64;

    /// <summary>How far behind a value a word may stand.</summary>
    public const int Behind = 16;

    /// <summary>True where one of the words stands near a value.</summary>
    public bool AreNear(ReadOnlySpan<char> text, int start, int end) =>
        Last(text, Math.Max(0, start - Before), start) >= 0 || Last(text, end, Math.Min(text.Length, end + Behind)) >= 0 || Last(text, Sentence(text, start), start) >= 0;

    private static int Sentence(ReadOnlySpan<char> text, int start)
    {
        var from = Math.Max(0, start - InSentence);
        return from + text[from..start].LastIndexOfAny(Ends) + 1;
    }

    /// <summary>Where the last of the words begins in a window; −1 where there is none.</summary>
    public int Last(ReadOnlySpan<char> text, int from, int to) => Last(text, from, to, out _);

    /// <summary>Where the last of the words begins and ends in a window; −1 where there is none.</summary>
    public int Last(ReadOnlySpan<char> text, int from, int to, out int end)
    {
        var last = -1;
        end = -1;
        while (from < to && search.IndexIn(text[from..to]) is >= 0 and var found)
        {
            var at = from + found;
            from = at + 1;
            if (!Begins(text, at)) continue;
            var length = Length(text[..to], at);
            if (length == 0) continue;
            last = at;
            end = at + length;
        }

        return last;
    }

    private int Length(ReadOnlySpan<char> text, int at)
    {
        var best = 0;
        foreach (var word in words)
            if (word.Length > best && text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.Length > Whole || word[0] >= Unspaced || !char.IsLetter(Chars.At(text, at + word.Length)))) best = word.Length;
        return best;
    }

    /// <summary><c>ssn</c> begins in "ssn", "user_ssn" and "userSsn", not in "lessn".</summary>
    private static bool Begins(ReadOnlySpan<char> text, int at)
    {
        var before = Chars.Before(text, at);
        if (text[at] >= Unspaced) return true;
        return !char.IsLetter(before) || (char.IsLower(before) && char.IsUpper(text[at]));
    }
}
