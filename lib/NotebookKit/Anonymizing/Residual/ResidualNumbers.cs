namespace NotebookKit.Anonymizing;

/// <summary>Numbers in the second pass: anything like a telephone number, card or account, with fewer exceptions than the recognizers make.</summary>
internal static class ResidualNumbers
{
    private const int MaxRun = 40;

    /// <summary>Adds what looks like one.</summary>
    public static void Find(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var start = Chars.NextDigit(text, 0); start >= 0;)
        {
            var end = EndOfRun(text, start, out var digits, out var groups, out var shortest);
            if (digits >= 9 && end - start <= MaxRun && MayStand(text, start, end)) Judge(text, start, end, digits, groups, shortest, into);
            else if (digits > 1) Account(text, start, into);
            start = Chars.NextDigit(text, end);
        }
    }

    /// <summary>Digits with single separators, or a bracket and a space, between them.</summary>
    private static int EndOfRun(ReadOnlySpan<char> text, int start, out int digits, out int groups, out int shortest)
    {
        (digits, groups, shortest) = (0, 0, int.MaxValue);
        for (var position = start; ;)
        {
            var end = Chars.EndOfDigits(text, position);
            digits += end - position;
            groups++;
            shortest = Math.Min(shortest, end - position);
            var next = end;
            while (next - end < 2 && Chars.At(text, next) is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u2011') next++;
            if (next == end || !char.IsAsciiDigit(Chars.At(text, next))) return end;
            position = next;
        }
    }

    private static bool MayStand(ReadOnlySpan<char> text, int start, int end)
    {
        var before = Chars.Before(text, start);
        var next = Chars.At(text, end);
        if (Chars.IsWord(before) || Chars.IsWord(next)) return false;
        if (before is '.' or ',' or '-' or '/' or ':' or '#' or '$' or '€' or '=' or '*' or '%' && Chars.Before(text, start - 1) != ' ' && before != ':') return false;
        return next is not ('%' or '=' or '*' or '@') && (next is not ('.' or ',' or '-' or '/' or ':') || !Chars.IsWord(Chars.At(text, end + 1)));
    }

    private static void Judge(ReadOnlySpan<char> text, int start, int end, int digits, int groups, int shortest, List<Span> into)
    {
        var run = text[start..end];
        if (digits is >= 13 and <= 19 && run[0] is >= '2' and <= '6' && (groups == 1 || shortest >= 3 || groups is 4 or 5) && Chars.PassesLuhn(run))
            into.Add(new(start, end, EntityTypes.CreditCard, 0.6, "ResidualCard"));
        else if (digits <= 15 && IsPhone(text, start, run, groups, shortest)) into.Add(new(start, end, EntityTypes.Phone, 0.6, "ResidualPhone"));
    }

    private static bool IsPhone(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> run, int groups, int shortest)
    {
        var context = ResidualRules.PhoneContext(text, start);
        var before = Chars.Before(text, start);
        if (before == '+') return Chars.Before(text, start - 1) is not (' ' or '\n') ? context > 0 : run[0] != '0' && (groups > 1 || run.Length > 9);
        if (context < 0 || groups > 6) return false;
        if (context > 0) return groups > 1 || run.Length <= 12;
        if (groups < 3 || shortest < 2 || IsDate(run)) return false;
        return before == '(' || run[0] == '0' || (run.Contains('-') && !run.Contains('/') && !run.Contains('.') && run.IndexOf('-') is 3 or 2);
    }

    private static bool IsDate(ReadOnlySpan<char> run)
    {
        var first = run.IndexOfAnyExceptInRange('0', '9');
        if (first == 4) return run[0] is '1' or '2';
        if (first > 2 || first < 1) return false;
        var rest = run[(first + 1)..];
        var second = rest.IndexOfAnyExceptInRange('0', '9');
        if (second is < 1 or > 2 || run[first] is not ('.' or '/' or '-') || rest[second] != run[first]) return false;
        var third = rest[(second + 1)..].IndexOfAnyExceptInRange('0', '9');
        return third == 4 || (third < 0 && rest.Length - second - 1 is 4 or 2) || third == 2 && rest[(second + 1)..][third] == ' ';
    }

    /// <summary>Two letters of a country, two digits and a number as long as the country's accounts, mostly digits; the check digits are not asked.</summary>
    private static void Account(ReadOnlySpan<char> text, int digit, List<Span> into)
    {
        var start = digit - 2;
        if (start < 0 || Chars.IsWord(Chars.Before(text, start)) || IbanRecognizer.Length(text[start], text[start + 1]) is not (> 0 and var length)) return;
        int taken = 0, digits = 0, letters = 0, position = start;
        for (; position < text.Length && taken < length; position++)
        {
            var c = text[position];
            if (c == ' ' && taken % 4 == 0) continue;
            if (!char.IsAsciiLetterOrDigit(c)) return;
            taken++;
            if (char.IsAsciiDigit(c)) digits++;
            else letters++;
        }

        if (taken == length && digits > 2 * letters && !Chars.IsWord(Chars.At(text, position))) into.Add(new(start, position, EntityTypes.Iban, 0.6, "ResidualIban"));
    }
}
