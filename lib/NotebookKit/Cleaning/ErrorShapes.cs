using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells short outputs that no writer makes: values that stand for nothing, objects printed as they are, records of logs, codes of errors with their
/// text.</summary>
internal static class ErrorShapes
{
    /// <summary>Longest text of such a kind, in characters.</summary>
    private const int Longest = 400;

    /// <summary>Words of values that stand for nothing or for an object.</summary>
    private static readonly HashSet<ulong> Nothing = Set("null nil none undefined nan empty blank void eof end missing unset object error errors failed failure timeout aborted deleted removed redacted stop done unavailable no not nothing promise "
        + "function class instance generator coroutine found");

    /// <summary>What there is none of.</summary>
    private static readonly HashSet<ulong> Wanted = Set("response output content text answer reply completion result message data string value of at the");

    private static readonly string[] Levels = ["ERROR", "FATAL", "CRITICAL", "SEVERE", "EMERG", "ALERT", "PANIC", "WARN", "WARNING", "ERR", "CRIT"];

    private static readonly string[] Codes = ["code", "status", "error", "exit", "errno", "err", "signal", "hresult", "http", "sqlstate", "fehler"];

    /// <summary>True where the whole text has such a shape.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return false;
        var first = text.IndexOf('\n') is > 0 and var end ? text[..end].TrimEnd() : text;
        if (IsNothing(text) || IsPrinted(text) || IsRecord(first)) return true;
        // The looks at the first line are cheap; the words of the whole text are read only where one of them finds something.
        var found = IsWaiting(text) || IsKey(text) || IsOfCommand(first) || HasCode(first) || OpensWithCode(first) || NamesException(first) || IsConstant(FirstWords(first));
        return found && !FailureGrammar.Explains(text) && !FailureGrammar.IsReported(text) && !HasAdvice(text);
    }

    /// <summary>A name in capitals that fails: <c>MODEL_OVERLOADED</c>, <c>ERR_TIMEOUT</c>, anywhere among a few words.</summary>
    public static bool IsConstant(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(' ', ':', ',', '(', ')', '[', ']', '"'))
        {
            var word = words[range].TrimEnd(".!");
            if (word.Length < 6 || !word.Contains('_') || word.ContainsAnyInRange('a', 'z')) continue;
            foreach (var part in word.Split('_'))
                if (FailureGrammar.HasFailure(word[part]) || word[part] is "ERR" or "E" or "LIMIT" or "ABORT") return true;
        }

        return false;
    }

    /// <summary>A few words in brackets that say that there is nothing: "[no output]", "&lt;nil&gt;", "%!v(nil)".</summary>
    private static bool IsNothing(ReadOnlySpan<char> text)
    {
        if ((text.StartsWith("%!") && text[^1] == ')') || (text.StartsWith("Promise {") && text[^1] == '}')) return true;
        if (text.Contains('"')) return false;
        if (text.Length > 40 || text is not (['[', .., ']'] or ['(', .., ')'] or ['<', .., '>'] or ['{', .., '}'] or ['-', '-', .., '-'] or ['*', .., '*'])) return text.Length <= 12 && IsBare(text);
        return Said(text) is ( > 0, true);
    }

    /// <summary>"Loading…", "Generating a reply...": what stands on a page until the answer comes.</summary>
    private static bool IsWaiting(ReadOnlySpan<char> text)
    {
        if (text.Length > 60 || !(text.EndsWith("...") || text[^1] == '…') || Words.Count(text) > 7) return false;
        var end = text.IndexOf(' ');
        var first = (end < 0 ? text : text[..end]).TrimEnd(".…");
        return first.EndsWith("ing") || text.TrimEnd(".…").EndsWith("ing") || first.Equals("please", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The key of a message instead of the message: <c>errors.assistant.unavailable</c>.</summary>
    private static bool IsKey(ReadOnlySpan<char> text) =>
        text.Length < 80 && !text.Contains(' ') && text.ContainsAny("._") && !text.ContainsAny('/', '(', '@') && char.IsAsciiLetter(text[^1]) && FailureGrammar.HasFailure(text.ToString().Replace('_', ' '));

    /// <summary>"ssh: connect to host app port 22: no route": a program, a colon, and what failed.</summary>
    private static bool IsOfCommand(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon is < 2 or > 24 || !char.IsAsciiLetterLower(line[0]) || line[..colon].Contains(' ') || EndMarks.Ends(line)) return false;
        return FailureGrammar.HasFailure(line[colon..]);
    }

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[12];
        var length = 0;
        // What a spreadsheet shows instead of a value: "#VALUE!", "#DIV/0!".
        if (text is ['#', var upper, .., '!' or '?'] && char.IsAsciiLetterUpper(upper) && !text.Contains(' ')) return true;
        foreach (var c in text.Trim(".!")) folded[length++] = Fold.Char(c);
        return folded[..length] is "null" or "nil" or "none" or "undefined" or "nan" or "eof" or "void" or "n/a" or "-" or "#n/a" or "#error!" or "#ref!" or "(null)" or "nullptr" or "infinity" or "error";
    }

    private static (int Words, bool All) Said(ReadOnlySpan<char> text)
    {
        var words = Words.Hashes(text);
        int known = 0, wanted = 0;
        foreach (var word in words)
            if (Nothing.Contains(word)) known++;
            else if (Wanted.Contains(word)) wanted++;
        // A status may stand beside: "Response [500]".
        if (text.ContainsAnyInRange('0', '9')) known++;
        return (known, known > 0 && known + wanted + 1 >= words.Count);
    }

    /// <summary>An object printed as it is: <c>app.Answer@1b6d3586</c>, <c>&lt;Reply object at 0x7f…&gt;</c>.</summary>
    private static bool IsPrinted(ReadOnlySpan<char> text)
    {
        if (text.Contains(' ')) return text[0] == '<' && text[^1] == '>' && (text.Contains(" at 0x", StringComparison.Ordinal) || text.Contains(" object", StringComparison.Ordinal));
        var at = text.LastIndexOf('@');
        return at > 3 && text.Length - at is > 5 and < 20 && IsHex(text[(at + 1)..]);
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c) && c != 'x') return false;
        return text.ContainsAnyInRange('0', '9');
    }

    /// <summary>A record of a log: a level in capitals behind a time or in brackets, or fields with a level or an error.</summary>
    private static bool IsRecord(ReadOnlySpan<char> line)
    {
        if (line.Contains("level=err", StringComparison.OrdinalIgnoreCase) || line.Contains("level=fatal", StringComparison.OrdinalIgnoreCase) || line.StartsWith("finish_reason", StringComparison.Ordinal) || line.Contains(" err=\"", StringComparison.Ordinal)
            || line.Contains(" error=\"", StringComparison.Ordinal)) return true;
        var head = line[..Math.Min(line.Length, 90)];
        if (!HasTime(head)) return false;
        foreach (var level in Levels)
            if (head.IndexOf(level, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (char.IsUpper(head[at + 1]) || (at > 0 && head[at - 1] == '['))) return true;
        return line[0] is '[' or (>= '0' and <= '9') && FailureGrammar.HasFailure(line) && !EndMarks.Ends(line);
    }

    /// <summary>Hours, minutes and seconds: <c>11:08:31</c>.</summary>
    private static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var i = 2; i + 5 < text.Length; i++)
            if (text[i] == ':' && text[i + 3] == ':' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 4])) return true;
        return false;
    }

    /// <summary>"Status code: 429", "finished with exit code 137": a word for a code, then a number, in a short line.</summary>
    private static bool HasCode(ReadOnlySpan<char> line)
    {
        if (line.Length > 120) return false;
        foreach (var code in Codes)
        {
            var at = line.IndexOf(code, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(line[at - 1]))) continue;
            var rest = line[(at + code.Length)..].TrimStart(" :=#-[(");
            if (rest.StartsWith("code", StringComparison.OrdinalIgnoreCase)) rest = rest[4..].TrimStart(" :=#-[(");
            var opens = at <= 1 || FailureGrammar.HasFailure(line) || line.Contains("exit", StringComparison.OrdinalIgnoreCase);
            if (opens && (rest is [>= '0' and <= '9', ..] || (code == "sqlstate" && rest.Length > 4)) && !EndMarks.Ends(line[..Math.Max(0, at)]) && (code != "code" || at < 1 || line[..at].TrimEnd() is [.., not 'e'])) return true;
        }

        return false;
    }

    /// <summary>"ORA-12541: no listener", "550 5.1.1 …", "E1102: …": letters and digits, a colon, and a text that denies.</summary>
    private static bool OpensWithCode(ReadOnlySpan<char> line)
    {
        if (line is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', ' ' or '-', '4' or '5', '.', ..]) return true;
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon is < 4 or > 30) return false;
        var code = line[..colon].Trim("[]()");
        if (code.ContainsAnyInRange('a', 'z') || code.Contains(' ')) return false;
        return code.ContainsAnyInRange('A', 'Z') && code.ContainsAnyInRange('0', '9') && FailureGrammar.HasFailure(line[colon..]);
    }

    /// <summary>One of the first parts between colons is the name of an exception: "Unhandled rejection: AbortError: …".</summary>
    private static bool NamesException(ReadOnlySpan<char> line)
    {
        for (var part = 0; part < 3; part++)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0) return part > 0 && ErrorDump.IsException(line.Trim());
            if (char.IsUpper(line[0]) && ErrorDump.IsException(line[..colon])) return true;
            line = line[(colon + 2)..].TrimStart();
            if (line.IsEmpty) return false;
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstWords(ReadOnlySpan<char> line)
    {
        var end = 0;
        for (var words = 0; words < 3 && end < line.Length; words++)
            end = line[end..].IndexOf(' ') is >= 0 and var space ? end + space + 1 : line.Length;
        return line[..end];
    }

    /// <summary>Tells the reader what to do: then a person explains the error.</summary>
    private static bool HasAdvice(ReadOnlySpan<char> text)
    {
        var at = EndMarks.Next(text);
        return at > 0 && at < text.Length && Words.Count(text[at..]) > 8 && !FailureGrammar.HasFailure(text[at..]);
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => StableHash.Of(w))];
}
