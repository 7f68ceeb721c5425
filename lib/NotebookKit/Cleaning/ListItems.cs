namespace NotebookKit.Cleaning;

/// <summary>Tells the items of lists from other lines.</summary>
internal static class ListItems
{
    /// <summary>Most characters of a number in front of an item: <c>12.</c>, <c>(iv)</c>.</summary>
    private const int LongestNumber = 5;

    /// <summary>True where a line begins as an item does: a bullet, or a number with a point or bracket.</summary>
    public static bool IsItem(ReadOnlySpan<char> line) => MarkLength(line.TrimStart()) > 0;

    /// <summary>The line without the mark of its item.</summary>
    public static ReadOnlySpan<char> Content(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line[MarkLength(line)..].TrimStart();
    }

    /// <summary>True where a list stops behind the mark of an item: "1. Open the page. 2. Choose a plan. 3."</summary>
    public static bool EndsBare(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        // A star by itself is the mark of an item; others only stress.
        if (!text.EndsWith("\n*")) text = text.TrimEnd("*_").TrimEnd();
        var last = text[(text.LastIndexOf('\n') + 1)..];
        if (last.Length == text.Length) return EndsBareInLine(text);
        if (MarkLength(last.TrimStart()) == 0 || !Content(last).Trim("*_").IsEmpty) return false;
        if (text[..^last.Length].TrimEnd() is [.., ':']) return true;
        // An answer that is a number or a dash by itself is no list: another item must stand above.
        foreach (var line in text[..^last.Length].EnumerateLines())
            if (!Content(line).IsEmpty && MarkLength(line.TrimStart()) > 0 && SameKind(line.TrimStart(), last.TrimStart())) return true;
        return EndsBareInLine(text);
    }

    /// <summary>True where the last item of three or more stops without the end mark that all others have.</summary>
    public static bool EndsInOpenItem(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var start = text.LastIndexOf('\n') + 1;
        var last = text[start..];
        if (start == 0 || !IsItem(last) || !char.IsLetterOrDigit(text[^1]) || EndMarks.Next(Content(last)) > 0) return false;
        var mark = last.TrimStart();
        int items = 0;
        foreach (var line in text[..start].EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            var item = IsItem(line) && SameKind(line.TrimStart(), mark);
            if (items > 0 && !item) return false;
            if (item && !EndMarks.Ends(line)) return false;
            if (item) items++;
        }

        // The first item may stand behind other text of its line.
        return items > 1 || (items == 1 && mark.StartsWith("3.") && text[..start].Contains(" 1. ", StringComparison.Ordinal));
    }

    /// <summary>"… (1) open the page (2)" or "1. Open it. 2. Close it. 3.": the number is one more than the item before.</summary>
    private static bool EndsBareInLine(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOfAny(' ', '\n') + 1)..];
        if (word is [>= 'b' and <= 'h', ')'] && EndsBareLetter(text[..^2], word[0])) return true;
        if (word.Length == text.Length || word[^1] is not ('.' or ')') || !int.TryParse(word.Trim("()."), out var number) || number is < 2 or > 20) return false;
        var before = text[..^word.Length];
        for (var i = number - 1; i > 0; i--)
        {
            var at = Number(before, i, word[0] == '(', word[^1]);
            if (at < 0) return false;
            before = before[..at];
        }

        return true;
    }

    /// <summary>"a) by card, b) by transfer, c)".</summary>
    private static bool EndsBareLetter(ReadOnlySpan<char> before, char letter)
    {
        for (var c = (char)(letter - 1); c >= 'a'; c--)
        {
            var at = before.LastIndexOf([c, ')', ' ']);
            if (at < 0 || (at > 0 && before[at - 1] is not (' ' or '\n'))) return false;
            before = before[..at];
        }

        return true;
    }

    private static int Number(ReadOnlySpan<char> text, int number, bool open, char close)
    {
        Span<char> mark = stackalloc char[8];
        var length = 0;
        if (open) mark[length++] = '(';
        number.TryFormat(mark[length..], out var digits, provider: System.Globalization.CultureInfo.InvariantCulture);
        length += digits;
        mark[length++] = close;
        mark[length++] = ' ';
        var at = text.LastIndexOf(mark[..length]);
        return at > 0 && text[at - 1] is not (' ' or '\n') ? -1 : at;
    }

    private static bool SameKind(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        char.IsLetterOrDigit(first[0]) == char.IsLetterOrDigit(second[0]) && (char.IsLetterOrDigit(first[0]) || first[0] == second[0]);

    /// <summary>Length of the mark that a line begins with; 0 where it begins with none.</summary>
    private static int MarkLength(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return 0;
        if (line[0] is '-' or '*' or '•' or '–' or '+' or '◦' or '·') return line.Length == 1 || char.IsWhiteSpace(line[1]) ? 1 : 0;
        var start = line[0] == '(' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < LongestNumber && char.IsAsciiLetterOrDigit(line[end])) end++;
        if (end == start || end >= line.Length || line[end] is not ('.' or ')')) return 0;
        // "e.g." and names begin with letters, too: one letter or a number is a mark.
        if (!char.IsAsciiDigit(line[start]) && end - start > 1) return 0;
        return end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]) ? end + 1 : 0;
    }
}
