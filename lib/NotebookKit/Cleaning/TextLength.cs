using System.Globalization;

namespace NotebookKit.Cleaning;

/// <summary>Counts characters as readers see them, with a weight for scripts that say more with one.</summary>
internal static class TextLength
{
    private const int HanWeight = 3, SyllableWeight = 2;
    private const char Joiner = '\u200D';

    /// <summary>Characters of a text without white space at its ends, counted until <paramref name="enough"/> is reached.</summary>
    public static int Of(string? text, int enough)
    {
        var count = 0;
        var joined = false;
        foreach (var c in text.AsSpan().Trim())
        {
            if (count >= enough) break;
            // What a joiner joins to the character before is one character with it: the parts of a family emoji.
            if (c != Joiner && !(joined && char.IsSurrogate(c))) joined = false;
            if (!joined) count += Weight(c);
            if (c == Joiner) joined = true;
        }

        return count;
    }

    /// <summary>What a UTF-16 unit counts by itself.</summary>
    public static int Weight(char c)
    {
        if (c < '\u0300') return c == '\u00AD' ? 0 : 1;
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF') return HanWeight;
        if (c is >= '\u3041' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3') return SyllableWeight;
        if (char.IsLowSurrogate(c)) return 0;
        return CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }
}
