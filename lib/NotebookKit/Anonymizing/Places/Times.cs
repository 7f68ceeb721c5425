namespace NotebookKit.Anonymizing;

/// <summary>Times of day: <c>10:30 pm</c>, <c>14h30</c>, <c>14:05 Uhr</c>, <c>5 o'clock</c>, with zone.</summary>
internal static class Times
{
    private static readonly WordMap Marks = new("am pm uhr h hrs hours z utc gmt cet cest est edt pst pdt cst cdt mst mdt bst ist jst aest a p o'clock uur heures");

    private static readonly WordMap Cues = new("at um gegen ab around until till from by before after to and a à las alle ore kl klo om às vers since bis");

    /// <summary>Reads one from its first digit; the score, 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, out int end)
    {
        end = Chars.EndOfDigits(text, digit);
        var hour = NumericDates.Value(text, digit, end);
        if (end - digit > 2 || hour > 24) return 0;
        var before = Chars.Before(text, digit);
        if (before is ':' or '.' or ',' or '/' or '-' or '$' or '€' or '#' or '=' && char.IsLetterOrDigit(Chars.Before(text, digit - 1)) && !(before == '-' && IsDateBefore(text, digit)) || (Chars.IsWord(before) && !(before is 'T' or '_' && char.IsAsciiDigit(Chars.Before(text, digit - 1)))))
            return 0;
        var next = Chars.At(text, end);
        if (next is ':' or '.' && Minute(text, end + 1)) return Clock(text, digit, ref end, next);
        if (next is 'h' or 'H' && hour < 25)
        {
            if (Minute(text, end + 1) && !Chars.IsWord(Chars.At(text, end + 3))) end += 3;
            else if (!Chars.IsWord(Chars.At(text, end + 1))) end++;
            else return 0;
            return text[end - 1] is 'h' or 'H' ? Cues.Has(WordWalk.Before(text, digit)) ? 0.5 : 0.25 : 0.6;
        }

        return hour is >= 1 and <= 24 && Suffix(text, end, hour <= 12, true, out var stop) && After(ref end, stop) ? 0.65 : 0;
    }

    private static bool After(ref int end, int stop)
    {
        end = stop;
        return true;
    }

    private static bool IsDateBefore(ReadOnlySpan<char> text, int digit) => char.IsAsciiDigit(Chars.Before(text, digit - 1)) && digit > 8;

    private static double Clock(ReadOnlySpan<char> text, int digit, ref int end, char mark)
    {
        end += 3;
        var seconds = false;
        if (mark == ':' && Chars.At(text, end) == ':' && Minute(text, end + 1))
        {
            (end, seconds) = (end + 3, true);
            if (Chars.At(text, end) is '.' or ',' && char.IsAsciiDigit(Chars.At(text, end + 1)))
            {
                var fraction = Chars.EndOfDigits(text, end + 1);
                if (fraction - end <= 10) end = fraction;
            }
        }

        if (Chars.At(text, end) is ':' or '.' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1))) return 0;
        if (Chars.At(text, end) == '%' || Chars.At(text, end) is '€' or '$') return 0;
        var marked = Suffix(text, end, true, false, out var stop);
        if (mark == '.' && !marked) return 0;
        if (!marked && Chars.IsWord(Chars.At(text, end))) return 0;
        if (marked) end = stop;
        return marked ? 0.75 : Cues.Has(WordWalk.Before(text, digit)) ? 0.6 : seconds ? 0.55 : 0.45;
    }

    private static bool Minute(ReadOnlySpan<char> text, int index) => Chars.At(text, index) is >= '0' and <= '5' && char.IsAsciiDigit(Chars.At(text, index + 1)) && !char.IsAsciiDigit(Chars.At(text, index + 2));

    /// <summary>"am", "p.m.", "Uhr", "Z", "+02:00", " CET".</summary>
    private static bool Suffix(ReadOnlySpan<char> text, int index, bool halves, bool alone, out int end)
    {
        end = index;
        if (!alone && Chars.At(text, index) == ' ' && Chars.At(text, index + 1) is '+' or '-' && Chars.EndOfDigits(text, index + 2) == index + 6)
        {
            end = index + 6;
            return true;
        }

        if (!alone && Chars.At(text, index) is '+' or '-' or '\u2212' && char.IsAsciiDigit(Chars.At(text, index + 1)))
        {
            var hours = Chars.EndOfDigits(text, index + 1);
            if (hours - index is 3 or 5)
            {
                end = hours - index == 3 && Chars.At(text, hours) == ':' && Minute(text, hours + 1) ? hours + 3 : hours;
                return true;
            }
        }

        var p = WordWalk.SkipSpaces(text, index);
        if (p - index > 1) return false;
        if (halves && Chars.At(text, p) is 'a' or 'p' or 'A' or 'P' && Chars.At(text, p + 1) == '.' && Chars.At(text, p + 2) is 'm' or 'M')
        {
            end = Chars.At(text, p + 3) == '.' ? p + 4 : p + 3;
            return !Chars.IsWord(Chars.At(text, end));
        }

        var stop = WordWalk.End(text, p);
        var word = text[p..stop];
        if (word.Length == 0 || !Marks.Has(word) || (word.Length == 1 && (word[0] is not ('Z' or 'h' or 'a' or 'p') || p > index && word[0] is 'a' or 'p' || alone))) return false;
        // "10 am" is a time, "I am 10 am I" is not: small letters or all large.
        if (word.Length == 2 && char.IsUpper(word[0]) != char.IsUpper(word[1])) return false;
        if (alone && !(word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word.Equals("uhr", StringComparison.OrdinalIgnoreCase) || word is "o'clock" or "uur" or "heures")) return false;
        end = stop;
        var zone = WordWalk.SkipSpaces(text, end);
        if (zone == end + 1 && WordWalk.End(text, zone) is var zoneEnd && zoneEnd - zone is 3 or 4 && Marks.Has(text[zone..zoneEnd]) && WordWalk.IsUpper(text[zone..zoneEnd])) end = zoneEnd;
        return true;
    }
}
