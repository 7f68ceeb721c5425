namespace NotebookKit.Anonymizing;

/// <summary>Dates with the month's name: <c>14 March 2023</c>, <c>March 14th, '23</c>, <c>Mar-14</c>, <c>14 de marzo de 2023</c>, <c>14. März</c>, <c>March 2023</c>.</summary>
internal static class WrittenDates
{
    /// <summary>Reads one whose day, or whose year where it has no day, begins at a digit; the score, 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, out int start, out int end)
    {
        var length = Chars.EndOfDigits(text, digit) - digit;
        (start, end) = (digit, digit + length);
        if (length > 4 || char.IsAsciiDigit(Chars.Before(text, digit)) || (Chars.Before(text, digit) is '.' or ',' && char.IsAsciiDigit(Chars.Before(text, digit - 1)))) return 0;
        var number = NumericDates.Value(text, digit, end);
        if (length <= 2 && number is >= 1 and <= 31)
        {
            var score = DayFirst(text, digit, end, out end);
            if (score > 0) return score;
            end = digit + length;
            return MonthFirst(text, digit, ref start, ref end);
        }

        return length == 4 && NumericDates.IsYear(number) ? MonthYear(text, digit, ref start, end) : 0;
    }

    private static double DayFirst(ReadOnlySpan<char> text, int digit, int digits, out int end)
    {
        end = digits;
        var p = digits;
        if (char.IsLetter(Chars.Before(text, digit)) || Chars.Before(text, digit) is '$' or '#' or '_') return 0;
        var word = WordWalk.End(text, p);
        if (word > p && text[p..word] is "st" or "nd" or "rd" or "th" or "er" or "ST" or "ND" or "RD" or "TH" or "º" or "ª" or "te" or "ten" or "e" or "de") p = word;
        else if (Chars.At(text, p) is '.' or 'º' or '°' or 'ª') p++;
        var mark = Chars.At(text, p);
        var joined = mark is '-' or '/' or '\u2013';
        p = joined ? p + 1 : WordWalk.SkipSpaces(text, p);
        if (p == digits && !char.IsLetter(mark)) return 0;
        word = EndOfLetters(text, p);
        if (word > p && DateTable.Of.Has(text[p..word]))
        {
            p = Chars.At(text, word) is '\'' or '\u2019' ? word + 1 : WordWalk.SkipSpaces(text, word);
            word = EndOfLetters(text, p);
        }

        if (word == p || Month(text[p..word], p == digits || joined) == 0) return 0;
        // "2 may come", "5 mar" written small are no dates.
        end = word;
        var year = Year(text, word, joined, out var yearEnd);
        if (year) end = yearEnd;
        else if (Chars.At(text, word) == '.' && word - p <= 4 && word + 1 < text.Length && !char.IsUpper(Chars.At(text, WordWalk.SkipSpaces(text, word + 1)))) end = word + 1;
        if (Chars.IsWord(Chars.At(text, end))) return 0;
        return year ? 0.9 : joined ? 0.6 : word - p > 3 ? 0.8 : 0.6;
    }

    private static double MonthFirst(ReadOnlySpan<char> text, int digit, ref int start, ref int end)
    {
        if (!MonthBefore(text, digit, out var month, out var joined, out var of)) return 0;
        var p = end;
        var word = WordWalk.End(text, p);
        if (word > p)
        {
            if (text[p..word] is not ("st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH")) return 0;
            p = word;
        }

        if (Chars.At(text, p) is ':' or '%' or '€' or '$' || (Chars.At(text, p) is '.' or ',' or '/' && char.IsAsciiDigit(Chars.At(text, p + 1)) && !joined)) return 0;
        if (of && p == end) return 0;
        (start, end) = (month, p);
        if (Year(text, p, joined, out var yearEnd)) end = yearEnd;
        var years = end > p;
        return years ? 0.9 : joined ? 0.55 : char.IsUpper(text[month]) ? DateTable.Counts.Has(WordWalk.Behind(text, p)) ? 0.3 : 0.8 : 0.6;
    }

    private static double MonthYear(ReadOnlySpan<char> text, int digit, ref int start, int end)
    {
        if (!MonthBefore(text, digit, out var month, out var joined, out _) || Chars.IsWord(Chars.At(text, end))) return 0;
        start = month;
        return joined ? 0.7 : 0.8;
    }

    /// <summary>The month's name before a number, with what may stand between: a space, a dot, a hyphen, a comma, "of", "the".</summary>
    private static bool MonthBefore(ReadOnlySpan<char> text, int digit, out int month, out bool joined, out bool of)
    {
        var p = digit;
        (month, of) = (digit, false);
        joined = Chars.Before(text, p) is '-' or '/' or '\'' or '\u2019';
        if (joined) p--;
        p = WordWalk.SkipSpacesBack(text, p);
        if (p > 0 && text[p - 1] is '.' or ',') p = WordWalk.SkipSpacesBack(text, p - 1);
        var start = StartOfLetters(text, p);
        if (start == p) return false;
        if (text[start..p] is "of" or "de" or "the" or "del" or "do" or "di")
        {
            of = true;
            p = WordWalk.SkipSpacesBack(text, start);
            start = StartOfLetters(text, p);
        }

        if (start == p || Month(text[start..p], joined) == 0 || Chars.IsWord(Chars.Before(text, start)) || Chars.Before(text, start) is '@' or '#' or '.') return false;
        month = start;
        return true;
    }

    /// <summary>A short form written small is a word of its own unless it is joined to the day.</summary>
    private static int Month(ReadOnlySpan<char> word, bool joined)
    {
        var month = DateTable.Month(word);
        return month != 0 && !joined && char.IsLower(word[0]) && word is "set" or "ago" or "des" or "mag" or "gen" or "dic" or "dec" or "out" or "mei" or "mai" or "ene" or "lug" or "giu" or "ott" && word is not ("mai" or "dec" or "mei") ? 0 : month;
    }

    /// <summary>A year behind a day and month: four digits, or two with an apostrophe or a hyphen.</summary>
    private static bool Year(ReadOnlySpan<char> text, int index, bool joined, out int end)
    {
        var p = index;
        if (joined && Chars.At(text, p) is '-' or '/' or '\u2013') p++;
        else
        {
            if (Chars.At(text, p) is '.' or ',') p++;
            p = WordWalk.SkipSpaces(text, p);
            if (Chars.At(text, p) == ',') p = WordWalk.SkipSpaces(text, p + 1);
            var word = EndOfLetters(text, p);
            if (word > p && DateTable.Of.Has(text[p..word])) p = WordWalk.SkipSpaces(text, word);
        }

        var apostrophe = Chars.At(text, p) is '\'' or '\u2019';
        if (apostrophe) p++;
        end = Chars.EndOfDigits(text, p);
        if (Chars.IsWord(Chars.At(text, end)) || Chars.At(text, end) == ':' && char.IsAsciiDigit(Chars.At(text, end + 1))) return false;
        if (end - p == 4) return NumericDates.IsYear(NumericDates.Value(text, p, end)) || NumericDates.Value(text, p, end) is >= 1000 and < 1800;
        return end - p == 2 && (apostrophe || joined);
    }

    private static int EndOfLetters(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 15 && char.IsLetter(text[end])) end++;
        return end < text.Length && char.IsLetter(text[end]) ? start : end;
    }

    private static int StartOfLetters(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 15 && char.IsLetter(text[start - 1])) start--;
        return start > 0 && char.IsLetter(text[start - 1]) ? end : start;
    }
}
