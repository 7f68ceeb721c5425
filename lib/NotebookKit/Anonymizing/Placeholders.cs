namespace NotebookKit.Anonymizing;

/// <summary>Finds placeholders that stand in a text already: <c>[EMAIL]</c>, <c>[NAME_3f2a9c01]</c>. They are left alone.</summary>
internal static class Placeholders
{
    private const int MaxLength = 48;

    /// <summary>Adds start and end of each.</summary>
    public static void Find(ReadOnlySpan<char> text, List<(int Start, int End)> into)
    {
        into.Clear();
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf('[');
            if (found < 0) return;
            var start = from + found;
            var end = EndAt(text, start);
            if (end > 0) into.Add((start, end));
            from = end > 0 ? end : start + 1;
        }
    }

    /// <summary>True where a placeholder overlaps the span. Placeholders are in order and do not overlap: the last one that begins before the span's end is the only one that can meet it.</summary>
    public static bool Meets(List<(int Start, int End)> placeholders, Span span)
    {
        int low = 0, high = placeholders.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placeholders[middle].Start < span.End) low = middle + 1;
            else high = middle;
        }

        return low > 0 && placeholders[low - 1].End > span.Start;
    }

    /// <summary>Where the placeholder that begins at a bracket ends; −1 where there is none.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        if (!char.IsAsciiLetterUpper(Chars.At(text, start + 1))) return -1;
        var coded = false;
        for (var i = start + 2; i < text.Length && i - start < MaxLength; i++)
        {
            var c = text[i];
            if (c == ']') return i > start + 2 ? i + 1 : -1;
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('_' or '-') && !(coded && char.IsAsciiHexDigitLower(c))) return -1;
            coded |= c == '_';
        }

        return -1;
    }
}
