namespace NotebookKit.Anonymizing;

/// <summary>Cyrillic and Greek letters that look like Latin ones, inside words that are otherwise Latin: <c>exаmple</c> with a Cyrillic a. Words
/// of one script stay. Pairs as in Unicode Technical Standard 39 (confusables), those alone that readers take for the same.</summary>
internal static class Homoglyphs
{
    private const string Pairs =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkӏlёeїiАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԚQԜWӀI" + "οoαaνvρpιiκkυuχxτtεeηnϲcγyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    private const char First = '\u0370', Last = '\u052F';

    private static readonly char[] Latin = MakeTable();

    /// <summary>The text with such letters as Latin ones, unit for unit; the same instance where there are none.</summary>
    public static string Mended(string text)
    {
        var span = text.AsSpan();
        var next = span.IndexOfAnyInRange(First, Last);
        if (next < 0 || !span.ContainsAnyInRange('A', 'z')) return text;
        char[]? mended = null;
        while (next >= 0)
        {
            int start = next, end = next;
            while (start > 0 && next - start < 64 && Chars.IsWord(text[start - 1])) start--;
            while (end < text.Length && end - next < 64 && Chars.IsWord(text[end])) end++;
            if (IsLatin(span[start..end]))
            {
                mended ??= text.ToCharArray();
                for (var i = next; i < end; i++)
                    if (text[i] is >= First and <= Last) mended[i] = Latin[text[i] - First];
            }

            var found = span[end..].IndexOfAnyInRange(First, Last);
            next = found < 0 ? -1 : end + found;
        }

        return mended is null ? text : new(mended);
    }

    /// <summary>True for a word with an ASCII letter whose other letters all look like Latin ones.</summary>
    private static bool IsLatin(ReadOnlySpan<char> word)
    {
        var hasLatin = false;
        foreach (var c in word)
        {
            if (c is >= First and <= Last)
            {
                if (Latin[c - First] == 0) return false;
            }
            else
            {
                hasLatin |= char.IsAsciiLetter(c);
            }
        }

        return hasLatin;
    }

    private static char[] MakeTable()
    {
        var table = new char[Last - First + 1];
        for (var i = 0; i < Pairs.Length; i += 2) table[Pairs[i] - First] = Pairs[i + 1];
        return table;
    }
}
