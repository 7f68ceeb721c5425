namespace NotebookKit.Anonymizing;

/// <summary>Walks over words in both directions. A word is letters and digits, with single apostrophes and hyphens between letters; what is longer than
/// <see cref="MaxLength"/> is no word, so that every look is bounded.</summary>
internal static class WordWalk
{
    /// <summary>Longest word, in UTF-16 units.</summary>
    public const int MaxLength = 40;

    /// <summary>Index behind the word that begins at an index; the index itself where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (IsPart(text[end]) || (end > start && IsJoint(text, end))))
            if (++end - start > MaxLength) return start;
        return end;
    }

    /// <summary>Index of the first unit of the word that ends at an index; the index itself where none does.</summary>
    public static int Start(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && (IsPart(text[start - 1]) || (start < end && IsJoint(text, start - 1))))
            if (end - --start > MaxLength) return end;
        return start;
    }

    /// <summary>Index of the first unit that is no space, at most three on.</summary>
    public static int SkipSpaces(ReadOnlySpan<char> text, int index)
    {
        var from = index;
        while (index < text.Length && index - from < 3 && IsSpace(text[index])) index++;
        return index;
    }

    /// <summary>Index behind the last unit before an index that is no space, at most three back.</summary>
    public static int SkipSpacesBack(ReadOnlySpan<char> text, int index)
    {
        var from = index;
        while (index > 0 && from - index < 3 && IsSpace(text[index - 1])) index--;
        return index;
    }

    /// <summary>Index behind spaces and marks at the start of a line, at most twelve: quoting, list marks, the comma of a form that joins empty fields, spaces that a wrong encoding made question marks.</summary>
    public static int SkipLineMarks(ReadOnlySpan<char> text, int index)
    {
        var from = index;
        while (index < text.Length && index - from < 12 && (IsSpace(text[index]) || text[index] is '>' or '|' or ',' or '*' or '?' or '•' or '·' or '\uFFFD' || (text[index] == '-' && IsSpace(Chars.At(text, index + 1))))) index++;
        return index;
    }

    /// <summary>Spaces that do not end a line.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F' or '\u2009';

    /// <summary>True where a word that begins with a large letter, or with a letter of a script without cases, begins at an index.</summary>
    public static bool IsCapital(ReadOnlySpan<char> text, int start)
    {
        var c = Chars.At(text, start);
        if (c < 128) return char.IsAsciiLetterUpper(c) || (c is 'd' or 'l' or 'D' && Chars.At(text, start + 1) is '\'' or '\u2019' && char.IsUpper(Chars.At(text, start + 2)));
        return char.IsUpper(c);
    }

    /// <summary>True where a piece of text has two or more letters, all of them large.</summary>
    public static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return word.Length > 1;
    }

    /// <summary>The word before an index, where only spaces stand between; empty where none does.</summary>
    public static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int index)
    {
        var end = SkipSpacesBack(text, index);
        return text[Start(text, end)..end];
    }

    /// <summary>The word behind an index, where only spaces stand between; empty where none does.</summary>
    public static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int index)
    {
        var start = SkipSpaces(text, index);
        return text[start..End(text, start)];
    }

    /// <summary>The last units before an index that stand on its line, at most as many as asked for.</summary>
    public static ReadOnlySpan<char> Line(ReadOnlySpan<char> text, int index, int length)
    {
        var before = text[Math.Max(0, index - length)..index];
        var line = before.LastIndexOf('\n');
        return before[(line + 1)..];
    }

    private static bool IsPart(char c) => Chars.IsWord(c) || c is >= '\u0300' and <= '\u036F';

    private static bool IsJoint(ReadOnlySpan<char> text, int index) =>
        text[index] is '\'' or '\u2019' or '-' && char.IsLetter(Chars.Before(text, index)) && char.IsLetter(Chars.At(text, index + 1));
}
