namespace NotebookKit.Cleaning;

/// <summary>Recognizes answers that a program wrote when it failed: a stack trace, an error page, an error body of an API.</summary>
internal static class ErrorDump
{
    private static readonly string[] TraceStarts =
    [
        "at ", "File \"", "Traceback (most", "Caused by:", "--- End of", "... ", "^", "~~~", "stack backtrace:", "thread '", "goroutine ",
        "During handling of",
    ];

    private static readonly string[] TraceHeads =
    [
        "Traceback (most recent call last)", "Unhandled exception", "Exception in thread", "Uncaught ", "panic: ", "thread 'main' panicked",
        "fatal error: ",
    ];

    /// <summary>True where the whole text is such a dump.</summary>
    public static bool Is(string text)
    {
        var head = text.AsSpan().TrimStart();
        if (head.IsEmpty) return false;
        return head[0] switch
        {
            '{' => IsErrorBody(head),
            '<' => IsErrorPage(head),
            _ => IsTrace(head.TrimEnd()),
        };
    }

    /// <summary><c>{"error":{"message":…</c>, as LLM APIs answer; an object that only has such a field by chance has others before
    /// it.</summary>
    private static bool IsErrorBody(ReadOnlySpan<char> text)
    {
        Span<char> start = stackalloc char[24];
        var length = 0;
        foreach (var c in text[..Math.Min(text.Length, 200)])
        {
            if (char.IsWhiteSpace(c)) continue;
            start[length++] = c;
            if (length == start.Length) break;
        }

        ReadOnlySpan<char> packed = start[..length];
        return packed.StartsWith("{\"error\":{\"message\":") || packed.StartsWith("{\"error\":{\"code\":")
            || packed.StartsWith("{\"type\":\"error\",\"error\"");
    }

    private static bool IsErrorPage(ReadOnlySpan<char> text)
    {
        var top = text[..Math.Min(text.Length, 400)];
        var title = top.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        if (title < 0) return false;
        var words = top[(title + 7)..].TrimStart();
        return words is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', var after, ..] && !char.IsLetterOrDigit(after);
    }

    /// <summary>The first line names an exception, and most other lines are frames.</summary>
    private static bool IsTrace(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        if (end < 0 || !IsHead(text[..end].Trim())) return false;
        int lines = 0, frames = 0;
        var indented = false;
        foreach (var line in text[(end + 1)..].EnumerateLines())
        {
            if (line.Trim().IsEmpty) continue;
            lines++;
            // Below a Python frame stands its source line, indented deeper.
            var frame = StartsWithAny(line.TrimStart(), TraceStarts) || (indented && line.StartsWith("    "));
            indented = frame && line[0] == ' ';
            if (frame) frames++;
        }

        return frames > 0 && frames * 2 >= lines;
    }

    private static bool IsHead(ReadOnlySpan<char> line)
    {
        if (StartsWithAny(line, TraceHeads)) return true;
        var colon = line.IndexOf(':');
        var name = colon < 0 ? line : line[..colon];
        return (name.EndsWith("Exception") || name.EndsWith("Error")) && !name.ContainsAny(' ', '(', '`');
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
            if (text.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }
}
