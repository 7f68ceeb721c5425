namespace NotebookKit.Anonymizing;

/// <summary>Tells without cutting a text into words whether <see cref="NamedStreets"/> may find something in it: in most texts no word for a street stands behind a name, and no number
/// behind one of no usual words.</summary>
internal static class NamedStreetHints
{
    private const int MaxGap = 8;

    /// <summary>True where something may be found.</summary>
    public static bool May(ReadOnlySpan<char> text, ReadOnlySpan<DigitRun> numbers)
    {
        foreach (var run in numbers)
            if (run.IsWhole && run.Length <= 4 && MayEnd(text, run.End) && IsBehindName(text, run.Start)) return true;
        for (var i = 1; i < text.Length; i++)
        {
            var found = text[i..].IndexOfAnyInRange('A', 'Z');
            if (found < 0) break;
            i += found;
            if (IsSpace(text[i - 1]) && IsStreet(text, i) && IsBehindCapital(text, i)) return true;
        }

        // Large letters beyond ASCII begin hardly any word for a street; a text that has them is read.
        return text.ContainsAnyInRange('\u00C0', '\u00DE') || text.ContainsAnyInRange('\u0100', '\u052F');
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' || (c >= 128 && char.IsWhiteSpace(c));

    private static bool IsStreet(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= WordWalk.MaxLength && NameTokens.IsUnit(text[end])) end++;
        return (StreetTable.Types.Of(text[start..end]) & (StreetTable.Last | StreetTable.WeakLast)) != 0;
    }

    /// <summary>True where a word written large stands before the spaces before an index.</summary>
    private static bool IsBehindCapital(ReadOnlySpan<char> text, int start)
    {
        while (start > 0 && IsSpace(text[start - 1])) start--;
        var word = start;
        while (word > 0 && NameTokens.IsUnit(text[word - 1])) word--;
        return word < start && char.IsUpper(text[word]);
    }

    /// <summary>True where a name that is no usual word stands before a number, with spaces or a comma between.</summary>
    private static bool IsBehindName(ReadOnlySpan<char> text, int digit)
    {
        var p = digit;
        while (p > 0 && digit - p < MaxGap && (IsSpace(text[p - 1]) || text[p - 1] == ',')) p--;
        if (p == digit) return false;
        var word = p;
        while (word > 0 && p - word <= WordWalk.MaxLength && NameTokens.IsUnit(text[word - 1])) word--;
        if (word == p || !char.IsUpper(text[word])) return p - word > WordWalk.MaxLength || digit - p == MaxGap;
        return NameTable.Find(NameTokens.Hash(text[word..p])) is { Common: 0, IsStop: false };
    }

    /// <summary>True where the text, its line or a part of a sentence ends behind a number, or a small word of places may follow.</summary>
    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var comma = false;
        for (var i = end; i < text.Length && i - end < MaxGap; i++)
        {
            if (text[i] is '\n' or '\r') return true;
            if (NameTokens.IsUnit(text[i])) return comma || (i > end && text[i] is 'a' or 'd' or 'f' or 'i' or 'n' or 'o' or 't');
            comma |= text[i] == ',';
        }

        return true;
    }
}
