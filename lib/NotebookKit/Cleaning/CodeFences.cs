using System.Text;

namespace NotebookKit.Cleaning;

/// <summary>Code fences of Markdown: lines that begin with three backticks or tildes.</summary>
internal static class CodeFences
{
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
