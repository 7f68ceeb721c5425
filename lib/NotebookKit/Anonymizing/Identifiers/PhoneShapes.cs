namespace NotebookKit.Anonymizing;

/// <summary>How much groups of digits look like a telephone number, without the words around them.</summary>
internal static class PhoneShapes
{
    private static readonly string[] Labels = ["office", "fax", "mobile", "cell", "home", "work", "phone", "tel", "handy", "büro", "privat", "bureau", "oficina", "casa"];

    /// <summary>Length of a word for telephones right behind a number (<c>-Fax</c>, <c> (mobile)</c>); 0 where there is none.</summary>
    public static int LabelAt(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start - end < 2 && Chars.At(text, start) is ' ' or '-' or '(' or '[') start++;
        if (start == end) return 0;
        foreach (var label in Labels)
            if (text[start..].StartsWith(label, StringComparison.OrdinalIgnoreCase) && !Chars.IsWord(Chars.At(text, start + label.Length))) return start + label.Length - end;
        return 0;
    }

    /// <summary>0 where it is something else, else a score: 0.5 and more stand alone, less need a word before them.</summary>
    public static double Score(ReadOnlySpan<char> text, DigitGroups number)
    {
        var digits = number.Digits;
        if (digits < 6 || IsBinary(text, number) || (number.Count > 1 && IsDateOrPrice(text, number))) return 0;
        var first = number.Group(text, 0);
        if (number.HasPlus) return digits is >= 8 and <= 16 ? Fit(text, number, 0) switch { 2 => 0.9, 1 => digits <= 15 ? 0.7 : 0, _ => digits <= 15 && first[0] != '0' ? 0.35 : 0 } : 0;
        if (first.StartsWith("00") && digits is >= 10 and <= 17 && (number.Count > 1 || digits >= 11) && Fit(text, number, 2) is > 0 and var fit) return fit == 2 ? 0.75 : 0.5;
        if (first.SequenceEqual("011") && number.Count > 1 && Fit(text, number, 3) == 2) return 0.75;
        if (digits > 15) return 0;
        if (number.Count == 1) return Single(first);
        if (number.Bracketed >= 0) return number.Length(number.Bracketed) is >= 1 and <= 5 && digits is >= 7 and <= 13 ? 0.7 : 0;
        if (IsNorthAmerican(text, number)) return NorthAmerican(text, number);
        var national = number.HasUniform(text, ' ') || number.HasUniform(text, '-') || number.HasUniform(text, '\u00A0') || number.HasUniform(text, '.') && number.Count > 2 || IsTwoWay(text, number) ? PhonePlans.National(text, number) : 0;
        return Math.Max(national, Grouped(text, number, digits));
    }

    /// <summary>How the digits behind an international prefix fit the plan of their country.</summary>
    private static int Fit(ReadOnlySpan<char> text, DigitGroups number, int prefix)
    {
        Span<char> digits = stackalloc char[DigitGroups.MaxDigits + 1];
        var length = 0;
        for (var i = 0; i < number.Count; i++)
            foreach (var c in number.Group(text, i))
                digits[length++] = c;
        return PhonePlans.Fit(digits[prefix..length], number.Bracketed > 0 && number.Group(text, number.Bracketed) is "0" ? 1 : 0);
    }

    /// <summary><c>11 91234-5678</c>, <c>8 800 555-35-35</c>: spaces, then hyphens.</summary>
    private static bool IsTwoWay(ReadOnlySpan<char> text, DigitGroups number)
    {
        var hyphens = false;
        for (var i = 0; i + 1 < number.Count; i++)
        {
            var separator = number.Separator(text, i);
            if (separator.Length != 1 || separator[0] is not (' ' or '-') || (separator[0] == ' ' && hyphens)) return false;
            hyphens |= separator[0] == '-';
        }

        return hyphens;
    }

    /// <summary>Groups of zeros and ones alone.</summary>
    private static bool IsBinary(ReadOnlySpan<char> text, DigitGroups number)
    {
        for (var i = 0; i < number.Count; i++)
            if (number.Group(text, i).ContainsAnyInRange('2', '9')) return false;
        return true;
    }

    private static double Single(ReadOnlySpan<char> digits)
    {
        if (digits[0] == '0' && digits.Length is 10 or 11 && digits[1] != '0') return digits.StartsWith("0123456789") ? 0.15 : 0.5;
        if (digits.Length == 10 && digits[0] is >= '2' and <= '9' && digits[3] is >= '2' and <= '9') return 0.3;
        return digits.Length is >= 7 and <= 12 ? 0.15 : 0;
    }

    private static bool IsNorthAmerican(ReadOnlySpan<char> text, DigitGroups number)
    {
        var last = number.Count - 1;
        var lead = last == 3 && number.Group(text, 0) is "1" or "001";
        if (last != 2 && !lead) return false;
        return number.Length(last) == 4 && number.Length(last - 1) == 3 && number.Length(last - 2) == 3;
    }

    private static double NorthAmerican(ReadOnlySpan<char> text, DigitGroups number)
    {
        var area = number.Group(text, number.Count - 3)[0];
        var hard = number.HasUniform(text, '-') || number.HasUniform(text, '.');
        if (number.Count == 4 && number.HasUniform(text, '-') && area is >= '2' and <= '9') return 0.85;
        if (area == '1') return hard ? 0.4 : 0.25;
        return hard ? 0.7 : 0.55;
    }

    private static double Grouped(ReadOnlySpan<char> text, DigitGroups number, int digits)
    {
        var trunk = number.Group(text, 0) is ['0', not '0', ..] or ['0'];
        for (var i = 0; i < number.Count; i++)
        {
            if (number.Length(i) > (trunk ? 8 : 7) || (number.Length(i) == 1 && i > 0)) return 0;
            if (i + 1 < number.Count && number.Separator(text, i).Contains('/') && (i > 0 || !trunk)) return 0;
        }

        if (trunk && number.Length(0) is >= 2 and <= 6 && digits is >= 9 and <= 12) return number.HasUniform(text, '.') && number.Count == 2 ? 0.2 : 0.6;
        if (number.Length(0) == 1 || number.HasUniform(text, '.') && number.Count == 2) return 0;
        return digits is >= 6 and <= 12 ? number.Count > 2 && digits > 8 ? 0.3 : 0.2 : 0;
    }

    /// <summary>Dates (2024-01-31, 31.1.24, 1/31/2024), also with an hour behind; numbers in thousands (1.234.567); years from–to.</summary>
    private static bool IsDateOrPrice(ReadOnlySpan<char> text, DigitGroups number)
    {
        if (number.HasPlus || number.Bracketed >= 0) return false;
        int a = number.Length(0), b = number.Length(1), c = number.Count > 2 ? number.Length(2) : 0;
        if (number.Count is 3 or 4 && c > 0 && !number.Separator(text, 0).Contains(' '))
        {
            if (a == 4 && b <= 2 && c <= 2 && IsYear(number.Group(text, 0))) return true;
            if (a <= 2 && b <= 2 && (c == 4 && IsYear(number.Group(text, 2)) || (c == 2 && number.Count == 3))) return true;
        }

        if (number.Count == 2 && a == 4 && b == 4 && IsYear(number.Group(text, 0)) && IsYear(number.Group(text, 1))) return true;
        if (a > 3 || !(number.HasUniform(text, '.') || number.HasUniform(text, ' ') || number.HasUniform(text, '\u202F') || number.HasUniform(text, '\u00A0'))) return false;
        for (var i = 1; i < number.Count; i++)
            if (number.Length(i) != 3) return false;
        return number.Group(text, 0)[0] != '0' && number.Count == 2 || number.HasUniform(text, '.') && number.Count < 4 && number.Group(text, 0)[0] != '0';
    }

    private static bool IsYear(ReadOnlySpan<char> group) => group is ['1', '8' or '9', ..] or ['2', '0' or '1', ..];
}
