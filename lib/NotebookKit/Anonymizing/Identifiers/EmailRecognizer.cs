namespace NotebookKit.Anonymizing;

/// <summary>E-mail addresses, with plus tags and international domains. Every <c>@</c> is looked at once, to both sides.</summary>
public sealed class EmailRecognizer : Recognizer
{
    // RFC 5321, 4.5.3.1: 64 octets before the @, 255 behind it.
    private const int MaxLocal = 64, MaxDomain = 255;

    private static readonly HashSet<string> Nobody = new("name email e-mail user username your.email your.name your-name your_name yourname youremail your-email your_email first.last firstname.lastname first.name vorname.nachname".Split(' '), StringComparer.OrdinalIgnoreCase),
        Nowhere = new("domain company example email yourdomain yourcompany your-domain your-company provider site website".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Email;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (!context.Signs(text).At) return;
        var span = text.AsSpan();
        for (var at = span.IndexOf('@'); at >= 0;)
        {
            var start = Chars.Before(span, at) == '"' ? StartOfQuoted(span, at) : StartOfLocal(span, at);
            var end = Chars.At(span, at + 1) == '[' ? EndOfLiteral(span, at + 1) : EndOfDomain(span, at + 1);
            if (start < at && end > at + 1 && !IsRepository(span[start..at], Chars.At(span, end)) && !IsNobody(span[start..at], span[(at + 1)..end])) into.Add(At(start, end, 0.95));
            var next = span[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary><c>"jo doe"@example.com</c>: where the quote begins; the index of the sign where there is none. Source: RFC 5321, 4.1.2.</summary>
    private static int StartOfQuoted(ReadOnlySpan<char> text, int at)
    {
        for (var i = at - 2; i >= 0 && at - i <= MaxLocal && text[i] is not ('\n' or '\r' or '@'); i--)
            if (text[i] == '"') return at - i > 2 && !Chars.IsWord(Chars.Before(text, i)) ? i : at;
        return at;
    }

    /// <summary><c>jo@[192.0.2.1]</c>: where the address in brackets ends; <paramref name="from"/> where there is none. Source: RFC 5321, 4.1.3.</summary>
    private static int EndOfLiteral(ReadOnlySpan<char> text, int from)
    {
        var end = from + 1;
        while (end < text.Length && end - from < 48 && (char.IsAsciiHexDigit(text[end]) || text[end] is '.' or ':' or 'I' or 'P' or 'v')) end++;
        return Chars.At(text, end) == ']' && text[from..end].ContainsAnyInRange('0', '9') && text[from..end].Count('.') + text[from..end].Count(':') > 1 ? end + 1 : from;
    }

    /// <summary>Where the part before an <c>@</c> begins; <paramref name="at"/> itself where there is none.</summary>
    internal static int StartOfLocal(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1])) start--;
        while (start < at && !Chars.IsWord(text[start])) start++;
        return start < at && text[at - 1] != '.' ? start : at;
    }

    /// <summary>Where a domain with a top level of letters ends; <paramref name="from"/> itself where there is none.</summary>
    internal static int EndOfDomain(ReadOnlySpan<char> text, int from)
    {
        var best = from;
        for (var label = from; label - from < MaxDomain;)
        {
            var end = label;
            while (end < text.Length && end - from < MaxDomain && IsDomain(text[end])) end++;
            if (end == label) break;
            if (label > from && IsTopLevel(text[label..end]) && Chars.At(text, end) != '_') best = end;
            if (Chars.At(text, end) != '.') break;
            label = end + 1;
        }

        return best;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' || (c >= 128 && (char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F'));

    private static bool IsDomain(char c) => char.IsAsciiLetterOrDigit(c) || c == '-' || (c >= 128 && char.IsLetterOrDigit(c));

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) return label.Length > 5 && label[^1] != '-';
        if (label.Length is < 2 or > 24) return false;
        foreach (var c in label)
            if (!char.IsLetter(c)) return false;
        return true;
    }

    /// <summary><c>your.name@domain.com</c>: two words for an address, as forms show them; the rule for leftovers of templates looks for them.</summary>
    private static bool IsNobody(ReadOnlySpan<char> local, ReadOnlySpan<char> domain) =>
        Nobody.GetAlternateLookup<ReadOnlySpan<char>>().Contains(local) && domain.IndexOf('.') is > 0 and var dot && Nowhere.GetAlternateLookup<ReadOnlySpan<char>>().Contains(domain[..dot]);

    /// <summary><c>git@github.com:owner/name</c> is where code lies, not where a person reads.</summary>
    private static bool IsRepository(ReadOnlySpan<char> local, char next) => next == ':' && local.SequenceEqual("git");
}
