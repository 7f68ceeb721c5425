namespace NotebookKit.Cleaning;

/// <summary>Tells a text whose last line opens a bracket, a quotation, bold type or inline code, and stops before it is closed.</summary>
internal static class OpenPair
{
    /// <summary>True where the last line is prose without an end mark and something in it is still open.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].Trim();
        if (line.StartsWith("> ")) line = line[2..].TrimStart();
        if (!line.IsEmpty && line[^1] == '.' && HasOpenCode(line) && line.LastIndexOf(' ') > line.LastIndexOf('`')) return true;
        if (line.IsEmpty || EndMarks.Ends(line) || ListItems.IsItem(line) && !line.Contains(' ')) return false;
        return HasOpenCode(line) || (line.ContainsAny('×', '÷', '·') && char.IsAscii(line[^1]) is false && HasOpenBracket(line)) || HasOpenTag(line) || IsOpenRow(text[..^line.Length].TrimEnd(), line) || IsShortTable(text) || (!CodeFences.EndsInCode(line) && (HasOpenBracket(line) || HasOpenQuote(line) || (HasOpenBold(line) && (text[..^line.Length].Contains("**", StringComparison.Ordinal) || IsStressed(line)))));
    }

    /// <summary>A row of a table without the bar that ends the row above.</summary>
    private static bool IsOpenRow(ReadOnlySpan<char> above, ReadOnlySpan<char> line) => line[0] == '|' && line[^1] != '|' && above is [.., '|'];

    /// <summary>A table that stops at the rule below its head, or whose last row has fewer cells than that rule.</summary>
    private static bool IsShortTable(ReadOnlySpan<char> text)
    {
        if (text[^1] != '|') return false;
        var last = text[(text.LastIndexOf('\n') + 1)..].Trim();
        if (last[0] != '|') return false;
        if (IsRule(last)) return true;
        foreach (var line in text.EnumerateLines())
            if (IsRule(line.Trim())) return last.Count('|') < line.Count('|') && !last.Contains("\\|", StringComparison.Ordinal);
        return false;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length > 4 && line[0] == '|' && line.IndexOfAnyExcept("|-: ") < 0 && line.Contains("--", StringComparison.Ordinal);

    /// <summary>Bold type opens behind a blank, and no star stands alone.</summary>
    private static bool IsStressed(ReadOnlySpan<char> line) =>
        line.Count('*') == 2 * line.Count("**") && line.LastIndexOf("**") is var at && (at == 0 || line[at - 1] == ' ') && at + 2 < line.Length && char.IsUpper(line[at + 2]);

    private static bool HasOpenCode(ReadOnlySpan<char> line) => line.Count('`') % 2 == 1 && (char.IsAsciiLetterOrDigit(line[^1]) || line[^1] is '*' or '/' or '+' or '(' or '=' or ':' or '-' or '.') && line.LastIndexOf('`') + 1 < line.Length && line[line.LastIndexOf('`') + 1] != ' ';

    private static bool HasOpenBold(ReadOnlySpan<char> line) => line.Count("**") % 2 == 1 && line.LastIndexOf("**") is var at && at + 2 < line.Length && char.IsLetter(line[at + 2]);

    /// <summary>Markup for a few words that begins and does not end, in a line without other code.</summary>
    private static bool HasOpenTag(ReadOnlySpan<char> line)
    {
        if (!char.IsLetterOrDigit(line[^1])) return false;
        foreach (var tag in (ReadOnlySpan<string>)["b>", "i>", "em>", "strong>", "u>", "a>", "code>", "li>"])
        {
            var opened = line.LastIndexOf("<" + tag, StringComparison.OrdinalIgnoreCase);
            if (opened >= 0 && opened + tag.Length + 1 < line.Length && line[opened..].IndexOf("</", StringComparison.Ordinal) < 0) return true;
        }

        return false;
    }

    private static bool HasOpenBracket(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            // A smiley opens nothing.
            if (line[i] is '(' or '（' or '[' && (i == 0 || line[i - 1] is not (':' or ';' or '='))) depth++;
            else if (line[i] is ')' or '）' or ']' && depth > 0) depth--;
        }

        return depth > 0;
    }

    private static bool HasOpenQuote(ReadOnlySpan<char> line)
    {
        var curled = line.LastIndexOfAny('“', '„');
        if (curled >= 0) return line[(curled + 1)..].IndexOfAny('”', '“', '"') < 0;
        var single = line.LastIndexOf(" '");
        if (single > 0 && single + 3 < line.Length && char.IsUpper(line[single + 2]) && line[(single + 2)..].IndexOf('\'') < 0) return true;
        var straight = line.LastIndexOf('"');
        // An inch stands behind a digit.
        if (straight > 0 && straight + 1 == line.Length) return line[straight - 1] == ' ' && line.Count('"') % 2 == 1;
        return straight >= 0 && straight + 1 < line.Length && line.Count('"') % 2 == 1 && line[straight + 1] != ' ' && (straight == 0 || line[straight - 1] == ' ');
    }
}
