namespace NotebookKit.Anonymizing;

/// <summary>Dates of digits alone: <c>2023-03-14</c>, <c>3/14/2023</c>, <c>14.03.23</c>, <c>20230314</c>.</summary>
internal static class NumericDates
{
    private static readonly WordMap Versions = new("version v ver release build section chapter ip net python java kernel sdk api android ios");

    private static readonly WordMap Names = new("on by due date dated until till since am vom bis le du au el del il dal op em expires expiry exp expiration valid thru through from starting before after at dob");

    /// <summary>Reads one from its first digit: its score and the index behind it; 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, out int end)
    {
        end = digit;
        if (!MayBegin(text, digit)) return 0;
        var first = Chars.EndOfDigits(text, digit);
        var a = Value(text, digit, first);
        if (first - digit == 8) return Compact(text, digit, out end);
        if (first - digit is not (1 or 2 or 4) || first >= text.Length) return 0;
        var mark = text[first];
        if (mark is '年' or '년') return Ideographic(text, first, out end);
        if (mark is not ('-' or '/' or '.' or '\u2013')) return 0;
        var second = mark == '.' && Chars.At(text, first + 1) == ' ' ? first + 2 : first + 1;
        var secondEnd = Chars.EndOfDigits(text, second);
        if (secondEnd - second is not (1 or 2 or 4)) return 0;
        var b = Value(text, second, secondEnd);
        if (Chars.At(text, secondEnd) == mark)
        {
            var third = mark == '.' && Chars.At(text, secondEnd + 1) == ' ' ? secondEnd + 2 : secondEnd + 1;
            var thirdEnd = Chars.EndOfDigits(text, third);
            if (thirdEnd - third is 1 or 2 or 4 && secondEnd - second < 4)
            {
                if (!MayEnd(text, thirdEnd, mark)) return 0;
                var score = Three(first - digit, secondEnd - second, thirdEnd - third, a, b, Value(text, third, thirdEnd), mark);
                if ((score < 0.8 || mark == '.') && Versions.Has(WordWalk.Before(text, digit))) return 0;
                end = thirdEnd;
                return score;
            }

            // "am 14.3." has no year.
            if (mark == '.' && thirdEnd == third && IsDayMonth(a, b) && secondEnd - second < 3)
            {
                end = secondEnd + 1;
                var before = WordWalk.Before(text, digit);
                return before is "am" or "vom" or "bis" or "den" or "zum" or "dem" ? 0.6 : 0.25;
            }

            if (thirdEnd > third) return 0;
        }

        if (!MayEnd(text, secondEnd, mark)) return 0;
        end = secondEnd;
        return Two(text, digit, first - digit, secondEnd - second, a, b, mark);
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int digit)
    {
        var before = Chars.Before(text, digit);
        if (before is '.' or '/' or '-' or ':' or ',' or '+' or '*' or '\\') return before is ':' or ',' or '-' && !char.IsLetterOrDigit(Chars.Before(text, digit - 1)) || (before is ':' or ',' && !char.IsAsciiDigit(Chars.Before(text, digit - 1)));
        return !Chars.IsWord(before) && before is not ('$' or '€' or '£' or '#' or '%' or '@' or '=' or '~') || before == '_' || (before == '=' && Chars.Before(text, digit - 1) != '=') || (before == 'n' && Chars.Before(text, digit - 1) == '\\');
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end, char mark)
    {
        var next = Chars.At(text, end);
        if (next is 'T' or '_') return true;
        if (next is '.' or ',' or '-' or '/' or ':' or '\u2013') return !(char.IsAsciiDigit(Chars.At(text, end + 1)) && (next == mark || next is '.' or '/' or ','));
        return !Chars.IsWord(next) && next is not ('%' or '€' or '$' or '£' or '*' or '@' or '+');
    }

    private static double Three(int la, int lb, int lc, int a, int b, int c, char mark)
    {
        if (la == 4) return lc <= 2 && IsYear(a) && (IsDayMonth(c, b) || IsDayMonth(b, c)) ? mark == '-' ? 0.9 : mark == '/' ? 0.85 : 0.75 : 0;
        if (la > 2 || !(IsDayMonth(a, b) || IsDayMonth(b, a))) return 0;
        if (lc == 4) return IsYear(c) ? 0.9 : 0;
        if (lc != 2) return 0;
        if (mark == '/') return 0.7;
        return la + lb > 2 ? mark == '.' && la + lb == 3 ? 0.5 : 0.6 : 0.3;
    }

    private static double Two(ReadOnlySpan<char> text, int digit, int la, int lb, int a, int b, char mark)
    {
        var cue = Names.Has(WordWalk.Before(text, digit)) || (Chars.Before(text, WordWalk.SkipSpacesBack(text, digit)) == ':' && Names.Has(WordWalk.Before(text, WordWalk.SkipSpacesBack(text, digit) - 1)));
        if (la == 4) return lb == 2 && IsYear(a) && b is >= 1 and <= 12 ? cue ? 0.6 : mark == '.' ? 0 : 0.4 : 0;
        if (lb == 4) return IsYear(b) && a is >= 1 and <= 12 ? mark == '/' ? 0.55 : cue ? 0.5 : mark == '.' ? 0.25 : 0.4 : 0;
        if (mark != '/' || !(IsDayMonth(a, b) || IsDayMonth(b, a) || (a is >= 1 and <= 12 && la == 2 && lb == 2))) return 0;
        return cue ? 0.55 : la + lb == 4 ? 0.3 : 0.25;
    }

    /// <summary>"2022年3月14日", "2022년 3월 14일", with or without the day.</summary>
    private static double Ideographic(ReadOnlySpan<char> text, int year, out int end)
    {
        end = year + 1;
        var month = WordWalk.SkipSpaces(text, end);
        var stop = Chars.EndOfDigits(text, month);
        if (stop == month || stop - month > 2 || Chars.At(text, stop) is not ('月' or '월')) return 0.5;
        end = stop + 1;
        var day = WordWalk.SkipSpaces(text, end);
        stop = Chars.EndOfDigits(text, day);
        if (stop > day && stop - day < 3 && Chars.At(text, stop) is '日' or '일' or '号') end = stop + 1;
        return 0.9;
    }

    private static double Compact(ReadOnlySpan<char> text, int digit, out int end)
    {
        end = digit + 8;
        var (year, month, day) = (Value(text, digit, digit + 4), Value(text, digit + 4, digit + 6), Value(text, digit + 6, digit + 8));
        if (!IsYear(year) || year < 1900 || !IsDayMonth(day, month)) return 0;
        if (Chars.At(text, end) == 'T' && Chars.EndOfDigits(text, end + 1) - end - 1 is 4 or 6) return 0.85;
        return MayEnd(text, end, '-') ? 0.35 : 0;
    }

    /// <summary>1800–2199.</summary>
    public static bool IsYear(int year) => year is >= 1800 and <= 2199;

    private static bool IsDayMonth(int day, int month) => day is >= 1 and <= 31 && month is >= 1 and <= 12;

    /// <summary>The number that a few digits write.</summary>
    public static int Value(ReadOnlySpan<char> text, int start, int end)
    {
        var value = 0;
        for (var i = start; i < end && i - start < 9; i++) value = (value * 10) + text[i] - '0';
        return value;
    }
}
