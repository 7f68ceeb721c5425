namespace NotebookKit.Anonymizing;

/// <summary>Social security numbers of the United States in the ranges that are given out: <c>123-45-6789</c>, with hyphens or spaces, and nine
/// digits in one where a word for it stands near them; with such a word also in ranges that are not given out.</summary>
public sealed class UsSsnRecognizer : Recognizer
{
    private static readonly Cues Words = new("ssn|social security|social sec|ss#|ss number|soc sec|seguro social|sozialversicherung|sécurité sociale|seguridad social");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.UsSsn;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        foreach (var run in context.Numbers(text))
        {
            if (run.Length is not (3 or 9)) continue;
            var start = run.Start;
            var before = Chars.Before(span, start);
            if (Chars.IsWord(before) || (before is '-' or '.' or '+' && !char.IsWhiteSpace(Chars.Before(span, start - 1)))) continue;
            var end = run.Length == 3 ? EndOfGroups(span, start) : run.End;
            if (end < 0 || !MayEnd(span, end)) continue;
            var cued = Words.AreNear(span, start, end);
            if (IsGiven(span[start..end])) into.Add(At(start, end, cued ? 0.9 : run.Length == 9 ? 0.3 : span[start + 3] == ' ' ? 0.4 : 0.85));
            else if (run.Length == 3 && (cued || NationalIds.AnyId.AreNear(span, start, end))) into.Add(At(start, end, 0.6));
        }
    }

    private static int EndOfGroups(ReadOnlySpan<char> text, int start)
    {
        var separator = Chars.At(text, start + 3);
        if (separator is not ('-' or ' ' or '\u2011' or '\u2013') || Chars.EndOfDigits(text, start + 4) != start + 6) return -1;
        return Chars.At(text, start + 6) == separator && Chars.EndOfDigits(text, start + 7) == start + 11 ? start + 11 : -1;
    }

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
}
