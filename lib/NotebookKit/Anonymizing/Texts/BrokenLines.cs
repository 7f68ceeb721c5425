namespace NotebookKit.Anonymizing;

/// <summary>Numbers and mail addresses that go on in the next line: after a break, a soft break of quoted-printable (<c>=</c> at the line's end, RFC 2045, 6.7), or a
/// break and the quote marks of a reply.</summary>
internal static class BrokenLines
{
    /// <summary>Characters of both lines that are looked at: a mail address's local part has at most 64 (RFC 5321), a grouped account number about 42.</summary>
    private const int Reach = 64;

    private const int MaxQuotes = 8, LeastDigits = 7, MostDigits = 40;

    /// <summary>Looks for a break at or after an index where a value may go on; null where there is none. The text has both lines' near ends in one.</summary>
    public static MappedText? Next(string text, ref int from, out bool soft)
    {
        soft = false;
        while (from < text.Length)
        {
            var found = text.AsSpan(from).IndexOf('\n');
            if (found < 0) break;
            var line = from + found;
            from = line + 1;
            var left = line;
            if (left > 0 && text[left - 1] == '\r') left--;
            soft = left > 0 && text[left - 1] == '=';
            if (soft) left--;
            else
                while (left > 0 && line - left < 3 && text[left - 1] == ' ') left--;
            var right = line + 1;
            var quoted = false;
            for (; right < text.Length && right - line <= MaxQuotes && text[right] is ' ' or '>' or '|'; right++) quoted |= text[right] != ' ';
            if (left == 0 || right >= text.Length) continue;
            var number = IsNumber(text, left, right);
            if (!number && !IsMail(text, left, right)) continue;
            soft |= quoted;
            return Joined(text, left, right, number && char.IsAsciiDigit(text[left - 1]) && !(soft && !quoted));
        }

        from = text.Length;
        return null;
    }

    /// <summary>True where a find over a break is surely one value, not the end of one line and the beginning of the next: checksums are not enough in a column of numbers.</summary>
    public static bool IsOne(ReadOnlySpan<char> view, Span span)
    {
        var value = view[span.Start..span.End];
        if (span.Type == EntityTypes.Email) return TopLevels.Rank(value[(value.LastIndexOf('.') + 1)..]) == 2;
        if (span.Type == EntityTypes.CreditCard) return InFours(value) || char.IsAsciiLetter(Chars.Before(view, span.Start - 1)) || char.IsAsciiLetter(Chars.Before(view, span.Start - 2));
        return span.Type == EntityTypes.Iban || span.Score >= 0.7;
    }

    /// <summary>Four groups of four, as cards show their numbers.</summary>
    private static bool InFours(ReadOnlySpan<char> value) => value.Length == 19 && !char.IsAsciiDigit(value[4]) && !char.IsAsciiDigit(value[9]) && !char.IsAsciiDigit(value[14]);

    /// <summary>Seven digits and more about the break, with marks between them.</summary>
    private static bool IsNumber(string text, int left, int right)
    {
        if (!(char.IsAsciiDigit(text[left - 1]) || (text[left - 1] is '-' or ')' && left > 1 && char.IsAsciiDigit(text[left - 2]))) || !(char.IsAsciiDigit(text[right]) || text[right] is '-' or '(')) return false;
        int before = 0, behind = 0, start = left - 1, end = right;
        for (; start >= 0 && left - start <= Reach && IsNumeric(text[start]); start--)
            if (char.IsAsciiDigit(text[start])) before++;
        for (; end < text.Length && end - right < Reach && IsNumeric(text[end]); end++)
            if (char.IsAsciiDigit(text[end])) behind++;
        if (before < 2 || behind < 2 || before + behind is < LeastDigits or > MostDigits) return false;
        // Lines of nothing but figures are a column, unless together they have the groups of a card.
        var column = (start < 0 || text[start] == '\n') && (end >= text.Length || text[end] is '\n' or '\r');
        return !column || (before + behind == 16 && left - start > before + 1);
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '(' or ')' or '+' or '\u00A0' or '/';

    /// <summary>An at sign in the word about the break, and a word that cannot end there.</summary>
    private static bool IsMail(string text, int left, int right)
    {
        if (!IsMailPart(text[left - 1]) || !IsMailPart(text[right])) return false;
        // Hardly any line's end is near an at sign.
        if (!text.AsSpan(Math.Max(0, left - Reach)..Math.Min(text.Length, right + Reach)).Contains('@')) return false;
        int start = left, end = right;
        while (start > 0 && left - start < Reach && IsMailPart(text[start - 1])) start--;
        while (end < text.Length && end - right < Reach && IsMailPart(text[end])) end++;
        var before = text.AsSpan(start, left - start);
        var behind = text.AsSpan(right, end - right);
        var at = before.IndexOf('@');
        // A full stop before an address ends a sentence; any other sign leaves its local part open.
        if (at < 0) return behind.IndexOf('@') is >= 0 and var sign && behind[sign..].Contains('.') && before.Length > 1 && (sign == 0 || before[^1] is '_' or '-');
        if (at == 0) return false;
        // A domain goes on where it has no end yet.
        return !behind.Contains('@') && (before[^1] is '.' or '@' or '-' || behind[0] == '.' || EmailRecognizer.EndOfDomain(before, at + 1) == at + 1);
    }

    private static bool IsMailPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '@';

    private static MappedText Joined(string text, int left, int right, bool space)
    {
        int start = Math.Max(0, left - Reach), end = Math.Min(text.Length, right + Reach);
        var mapped = new MappedText(end - start + 1);
        mapped.Copy(text, start, left);
        if (space) mapped.Add(' ', left, right);
        else mapped.Note();
        mapped.Copy(text, right, end);
        return mapped;
    }
}
