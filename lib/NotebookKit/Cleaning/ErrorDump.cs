using System.Text.Json;

namespace NotebookKit.Cleaning;

/// <summary>Tells texts that only a program writes when it fails: error bodies, error pages, stack traces, and lines of logs.</summary>
internal static class ErrorDump
{
    /// <summary>Longest body of an error, in characters; longer JSON is data.</summary>
    private const int LongestBody = 1_500;

    /// <summary>Longest line of a log that stands alone.</summary>
    private const int LongestLine = 300;

    private static readonly string[] TraceStarts =
    [
        "at ", "File \"", "Traceback (most", "Caused by:", "--- End of", "... ", "^", "~~~", "stack backtrace:", "thread '", "goroutine ",
        "During handling of", "#0 ", "#1 ", "#2 ", "#3 ", "from ", "main.", "/", "note: ",
    ];

    private static readonly string[] LineHeads =
    [
        "Traceback (most recent call last)", "Unhandled exception", "Exception in thread", "Uncaught ", "panic: ", "thread 'main' panicked", "fatal error: ", "fatal: ",
        "Error: ", "ERROR: ", "ERROR ", "[ERROR]", "[ERR]", "[error]", "ERR!", "npm ERR!", "FATAL", "Fatal error", "Segmentation fault", "curl: (", "errno ", "E/", "HTTP/1", "HTTP/2", "Exception: ", "WARN ", "WARN: ",
        "CRITICAL", "Killed", "Warning: ", "PHP Fatal", "PHP Warning", "failed with exit code", "grpc", "rpc error",
    ];

    /// <summary>Fields that bodies of errors have.</summary>
    private static readonly HashSet<string> ErrorFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "error", "errors", "error_code", "errorcode", "error_message", "errormessage", "exception", "stacktrace", "traceid", "trace_id", "requestid", "request_id", "fault", "detail", "retry", "retryable",
    };

    /// <summary>Fields that say what failed.</summary>
    private static readonly HashSet<string> ReportFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "detail", "details", "message", "msg", "reason", "status", "title", "code", "description", "type", "statuscode", "status_code", "timestamp", "path", "instance", "hint", "cause", "name", "ok",
    };

    /// <summary>True where the whole text is such a dump.</summary>
    public static bool Is(string text)
    {
        var head = text.AsSpan().Trim();
        if (head.StartsWith("```") && head.EndsWith("```") && head.IndexOf('\n') is > 0 and var line) head = head[(line + 1)..^3].Trim();
        if (head.IsEmpty) return false;
        return head[0] switch
        {
            '{' or '[' when IsErrorBody(head) => true,
            '<' when IsErrorPage(head) => true,
            _ => IsTrace(head) || (head.Length <= LongestLine && IsLogLine(head)) || ErrorShapes.Is(head),
        };
    }

    /// <summary>A JSON object with a field for errors, or a status that says so, and nothing that would be data.</summary>
    private static bool IsErrorBody(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestBody || text[^1] is not ('}' or ']')) return false;
        try
        {
            using var document = JsonDocument.Parse(text.ToString());
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array) root = root.GetArrayLength() == 1 ? root[0] : default;
            if (root.ValueKind != JsonValueKind.Object) return false;
            var fields = root.EnumerateObject().ToList();
            if (fields.Count is 0 or > 8) return false;
            return fields[0].Value.ValueKind == JsonValueKind.Object && ErrorFields.Contains(fields[0].Name)
                ? fields[0].Value.EnumerateObject().Any(f => f.Name is "message" or "code" or "type" or "status" or "reason")
                : fields.Exists(IsFailure) || (fields.TrueForAll(IsOfReport) && fields.Exists(IsReport)) || fields.TrueForAll(IsEmpty);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsFailure(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.False => field.Name is "ok" or "success" or "successful" or "succeeded",
        JsonValueKind.Number => field.Name is "status" or "statusCode" or "status_code" or "code" or "errno" && field.Value.TryGetInt32(out var code) && (code is >= 400 and < 600 or < 0),
        JsonValueKind.String => (field.Name is "type" or "status" or "result" or "state" && field.Value.GetString() is "error" or "failed" or "failure" or "fail")
            || (ErrorFields.Contains(field.Name) && field.Name is not ("detail" or "retry") && field.Value.GetString() is { Length: > 4 } && field.Name.StartsWith("err", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool IsEmpty(JsonProperty field) => field.Value.ValueKind == JsonValueKind.Null || field.Value.GetRawText() is "[]" or "{}" or "\"\"";

    /// <summary>A field that bodies of errors have, or none that has a value.</summary>
    private static bool IsOfReport(JsonProperty field) => field.Value.ValueKind == JsonValueKind.Null || ErrorFields.Contains(field.Name) || ReportFields.Contains(field.Name);

    /// <summary>A field that says what failed: "detail": "Token has expired".</summary>
    private static bool IsReport(JsonProperty field) => ReportFields.Contains(field.Name) && field.Value.ValueKind == JsonValueKind.String
        && field.Value.GetString() is { Length: > 0 } said && (FailureGrammar.Is(said, "") || FailureGrammar.Denies(said) || ErrorShapes.IsConstant(said));

    private static bool IsErrorPage(ReadOnlySpan<char> text)
    {
        var top = text[..Math.Min(text.Length, 400)];
        if (top.StartsWith("<?xml") || top.StartsWith("<Error", StringComparison.OrdinalIgnoreCase))
            return top.Contains("<Error>", StringComparison.OrdinalIgnoreCase) || top.Contains("<Code>", StringComparison.OrdinalIgnoreCase);
        foreach (var element in (ReadOnlySpan<string>)["<title>", "<h1>"])
            if (top.IndexOf(element, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && IsErrorTitle(top[(at + element.Length)..].TrimStart())) return true;
        return false;
    }

    /// <summary>The title of a page that reports a failure.</summary>
    private static bool IsErrorTitle(ReadOnlySpan<char> title)
    {
        var end = title.IndexOf('<');
        var shown = end < 0 ? title : title[..end];
        return HasStatus(shown) || shown.StartsWith("error", StringComparison.OrdinalIgnoreCase) || FailureGrammar.Is(shown.ToString(), "");
    }

    /// <summary>The first line names an exception, and most other lines are frames.</summary>
    private static bool IsTrace(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        if (end < 0 || !(IsException(text[..end].Trim()) || StartsWithAny(text, LineHeads))) return false;
        int lines = 0, frames = 0;
        var indented = false;
        foreach (var line in text[(end + 1)..].EnumerateLines())
        {
            if (line.Trim().IsEmpty) continue;
            lines++;
            // Below a Python frame stands its source line, indented deeper; the last line names the exception again.
            var frame = StartsWithAny(line.TrimStart(), TraceStarts) || (indented && line.StartsWith("    ")) || IsException(line.Trim());
            indented = frame && line[0] is ' ' or '\t';
            if (frame) frames++;
        }

        return frames > 0 && frames * 2 >= lines;
    }

    /// <summary>A line as logs have them: it begins as an error does, names an exception or a status of HTTP.</summary>
    private static bool IsLogLine(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('\n') is > 0 and var end ? text[..end].TrimEnd() : text;
        if (IsException(first)) return true;
        if (StartsWithAny(first, LineHeads)) return true;
        var statusFirst = HasStatus(first) && !first.Contains(" mean", StringComparison.Ordinal) && (first.Length < 40 || first[3..].TrimStart() is [':' or '-', ..]);
        return statusFirst || first.Contains("(os error ", StringComparison.Ordinal) || first.Contains("exited with code ", StringComparison.Ordinal) || first.Contains("exit status ", StringComparison.Ordinal)
            || first.StartsWith("upstream ", StringComparison.OrdinalIgnoreCase) || first.Contains("(0x8", StringComparison.Ordinal) || HasErrno(first);
    }

    /// <summary><c>ECONNRESET</c>, <c>ETIMEDOUT</c>, <c>ENOENT</c> and their kind.</summary>
    private static bool HasErrno(ReadOnlySpan<char> line)
    {
        foreach (var name in (ReadOnlySpan<string>)["ECONN", "ETIMEDOUT", "ENOENT", "EHOST", "ENOTFOUND", "EPIPE", "EACCES", "EADDR"])
            if (line.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True where a text begins with a status of HTTP for an error, then its name.</summary>
    private static bool HasStatus(ReadOnlySpan<char> text) =>
        text is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', ' ' or ':' or '-', var next, ..] && (char.IsUpper(next) || next is ' ' or '-');

    /// <summary>"java.net.SocketTimeoutException: Read timed out", "TypeError: x is undefined": a name of one word in mixed case, then a colon or
    /// nothing.</summary>
    public static bool IsException(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        var name = (colon < 0 ? line : line[..colon]).TrimEnd();
        // "NoMethodError (undefined method …)"
        if (name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket && name[^1] == ')') name = name[..bracket];
        foreach (var end in (ReadOnlySpan<string>)["Exception", "Error", "Fault", "Failure", "Interrupt", "Timeout"])
            if (name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length + 1 && !name.ContainsAny(' ', '(', '`')) return true;
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
            if (text.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }
}
