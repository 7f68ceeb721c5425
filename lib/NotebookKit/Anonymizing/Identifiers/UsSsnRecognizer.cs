namespace NotebookKit.Anonymizing;

/// <summary>Social security numbers of the United States in the ranges that are given out: <c>123-45-6789</c>, with hyphens or spaces, and nine
/// digits in one where a word for it stands before them.</summary>
public sealed class UsSsnRecognizer : Recognizer
{
    private static readonly string[] Cues = ["ssn", "social security", "social insurance"];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.UsSsn;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        for (var start = Chars.NextDigit(span, 0); start >= 0; start = Chars.NextDigit(span, Chars.EndOfDigits(span, start)))
        {
            var before = Chars.Before(span, start);
            if (Chars.IsWord(before) || (before is '-' or '.' or '+' && !char.IsWhiteSpace(Chars.Before(span, start - 1)))) continue;
            var end = Chars.EndOfDigits(span, start);
            if (end - start == 3) end = EndOfGroups(span, start);
            else if (end - start != 9 || !HasCue(span, start)) continue;
            if (end > 0 && IsGiven(span[start..end]) && MayEnd(span, end)) into.Add(At(start, end, Score(span, start, end)));
        }
    }

    private static int EndOfGroups(ReadOnlySpan<char> text, int start)
    {
        var separator = Chars.At(text, start + 3);
        if (separator is not ('-' or ' ' or '\u2011' or '\u2013') || Chars.EndOfDigits(text, start + 4) != start + 6) return -1;
        return Chars.At(text, start + 6) == separator && Chars.EndOfDigits(text, start + 7) == start + 11 ? start + 11 : -1;
    }

    private static double Score(ReadOnlySpan<char> text, int start, int end) => text[start + 3] == ' ' && end - start == 11 && !HasCue(text, start) ? 0.4 : 0.85;

    /// <summary>Never given out: area 000, 666 and 900–999, group 00, serial 0000. Source: SSA, Program Operations Manual RM 10201.035.</summary>
    private static bool IsGiven(ReadOnlySpan<char> text)
    {
        var serial = text[^4..];
        var group = text.Length == 9 ? text.Slice(3, 2) : text.Slice(4, 2);
        return text[0] != '9' && !text.StartsWith("000") && !text.StartsWith("666") && !group.SequenceEqual("00") && !serial.SequenceEqual("0000");
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var next = Chars.At(text, end);
        return !Chars.IsWord(next) && (next is not ('-' or '.') || !char.IsAsciiDigit(Chars.At(text, end + 1)));
    }

    private static bool HasCue(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - 40)..start];
        foreach (var cue in Cues)
            if (before.Contains(cue, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
