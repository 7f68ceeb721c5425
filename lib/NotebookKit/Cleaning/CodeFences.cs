using System.Buffers;
using System.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells code from prose: what stands in Markdown's fences (lines that begin with three backticks or more), and lines of bare
/// code.</summary>
internal static class CodeFences
{
    /// <summary>Characters of code and tables that prose hardly holds.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("{}<>=|\\`_");

    private static readonly SearchValues<char> SureMarks = SearchValues.Create("{}<=|\\`_");

    /// <summary>True where a line looks like code or a table: it holds one of its marks, or a call, or ends with a semicolon.</summary>
    public static bool IsCode(ReadOnlySpan<char> line) =>
        line.ContainsAny(Marks) || HasVariable(line) || line.TrimEnd().EndsWith(';') || IsCall(line);

    /// <summary>The same for the sentence that a line of prose ends with: behind its last end mark, and with paths of menus ("Settings &gt; Privacy")
    /// read as words.</summary>
    public static bool EndsInCode(ReadOnlySpan<char> line)
    {
        if (!IsCode(line)) return false;
        var mark = line[..^1].LastIndexOfAny(EndMarks.All);
        var finished = mark > 8 && line[mark + 1] == ' ' && char.IsLetterOrDigit(line[mark - 1]);
        var last = finished ? line[(mark + 2)..] : line;
        if (!finished && !line.Contains(" > ", StringComparison.Ordinal)) return true;
        if (!IsCode(last)) return false;
        if (last.ContainsAny(SureMarks) || !last.Contains(" > ", StringComparison.Ordinal)) return true;
        for (var at = 0; at < last.Length; at++)
            if (last[at] == '>' && !(at > 1 && at + 2 < last.Length && last[at - 1] == ' ' && last[at + 1] == ' ' && char.IsLetter(last[at - 2]) && char.IsUpper(last[at + 2]))) return true;
        return HasVariable(last) || IsCall(last) || last.EndsWith(';');
    }

    /// <summary>True where a text of at least so many lines is bare code in good part: then its other lines are code, too.</summary>
    public static bool IsMostly(ReadOnlySpan<char> text, int fromLines = 1)
    {
        if (text.TrimStart() is ['#', '!', ..] or ['<', '?', ..]) return true;
        int lines = 0, code = 0;
        foreach (var line in Prose(text))
        {
            if (line.IsWhiteSpace()) continue;
            lines++;
            if (IsStatement(line)) code++;
        }

        return lines >= fromLines && code * 4 > lines;
    }

    /// <summary>A line with an assignment, a comparison or a call, or one that ends as statements do.</summary>
    private static bool IsStatement(ReadOnlySpan<char> line) =>
        line.ContainsAny('=', '|', '\\') || line.TrimEnd() is [.., ';' or '{' or '}'] || line.Contains("</", StringComparison.Ordinal) || IsCall(line);

    /// <summary>"$name" or "$(…", not an amount of money.</summary>
    private static bool HasVariable(ReadOnlySpan<char> line) =>
        line.IndexOf('$') is >= 0 and var at && at + 1 < line.Length && (char.IsAsciiLetter(line[at + 1]) || line[at + 1] is '(' or '\\' or '_');

    private static bool IsCall(ReadOnlySpan<char> line) => line.IndexOf('(') is > 0 and var call && char.IsLetterOrDigit(line[call - 1]);

    /// <summary>True where a fence is opened and never closed.</summary>
    public static bool IsOpen(ReadOnlySpan<char> text)
    {
        if (!text.Contains("```", StringComparison.Ordinal)) return false;
        var open = 0;
        foreach (var line in text.EnumerateLines()) open = Next(open, line);
        return open > 0;
    }

    /// <summary>The lines that stand in no fence.</summary>
    public static ProseLines Prose(ReadOnlySpan<char> text) => new(text);

    /// <summary>The text without what stands in fences and, if so wished, without lines of bare code.</summary>
    public static string WithoutCode(string text, bool bareToo = false)
    {
        if (!text.Contains("```", StringComparison.Ordinal) && !(bareToo && (IsCode(text) || text.Contains(';')))) return text;
        var prose = new StringBuilder(text.Length);
        foreach (var line in Prose(text))
            if (!bareToo || !IsCode(line)) prose.Append(line).Append('\n');
        return prose.ToString();
    }

    /// <summary>How many backticks opened the fence in which the next line stands; 0 outside.</summary>
    private static int Next(int open, ReadOnlySpan<char> line)
    {
        var start = line.TrimStart();
        var ticks = start.IndexOfAnyExcept('`');
        if (ticks < 0) ticks = start.Length;
        if (open == 0)
        {
            // A fence that opens and closes in one line is inline code.
            return ticks >= 3 && !start[ticks..].Contains('`') ? ticks : 0;
        }

        // Also after code in the same line: models forget the line break before the closing fence.
        var closes = ticks >= open ? start[ticks..].IsWhiteSpace() : ticks < 3 && open == 3 && line.TrimEnd().EndsWith("```");
        return closes ? 0 : open;
    }

    /// <summary>Enumerates lines outside fences.</summary>
    public ref struct ProseLines(ReadOnlySpan<char> text)
    {
        private SpanLineEnumerator lines = text.EnumerateLines();
        private int open;

        /// <summary>The line.</summary>
        public readonly ReadOnlySpan<char> Current => lines.Current;

        /// <summary>Goes on to the next line of prose.</summary>
        public bool MoveNext()
        {
            while (lines.MoveNext())
            {
                var before = open;
                open = Next(open, lines.Current);
                if (before == 0 && open == 0) return true;
            }

            return false;
        }

        /// <summary>For <c>foreach</c>.</summary>
        public readonly ProseLines GetEnumerator() => this;
    }
}
