using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds placeholders that stand in a text already: <c>[EMAIL]</c>, <c>[NAME_3f2a9c01]</c>. They are left alone.</summary>
internal static class Placeholders
{
    /// <summary>Adds start and end of each.</summary>
    public static void Find(ReadOnlySpan<char> text, List<(int Start, int End)> into)
    {
        into.Clear();
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf('[');
            if (found < 0) return;
            var start = from + found;
            var end = PlaceholderShape.EndAt(text, start);
            if (end > 0) into.Add((start, end));
            from = end > 0 ? end : start + 1;
        }
    }

    /// <summary>The highest number in placeholders of a kind that stand in a text (<c>[NAME_2]</c>); 0 where there is none.</summary>
    public static int LastNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> kind)
    {
        // Longer ones are codes.
        const int mostDigits = 6;
        var last = 0;
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf('[');
            if (found < 0) break;
            from += found + 1;
            var rest = text[from..];
            if (!rest.StartsWith(kind) || Chars.At(rest, kind.Length) != '_') continue;
            var end = Chars.EndOfDigits(rest, kind.Length + 1);
            if (end - kind.Length - 1 is > 0 and <= mostDigits && Chars.At(rest, end) == ']')
                last = Math.Max(last, int.Parse(rest[(kind.Length + 1)..end], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
        }

        return last;
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
}
