namespace NotebookKit.Anonymizing;

/// <summary>Digits with space between them: <c>4 1 1 1  1 1 1 1</c>, <c>2 1 2 - 5 5 5 - 0 1 4 7</c>.</summary>
internal static class SpacedDigits
{
    private const int MaxGap = 3;

    /// <summary>Adds each row of single digits that is long enough.</summary>
    public static void Find(string text, List<SpelledNumber> into)
    {
        var span = text.AsSpan();
        for (var digit = Chars.NextDigit(span, 0); digit >= 0;)
        {
            if (!IsAlone(span, digit))
            {
                digit = Chars.NextDigit(span, Chars.EndOfDigits(span, digit));
                continue;
            }

            var number = new Row();
            var next = digit;
            while (next >= 0 && IsAlone(span, next) && number.Count <= SpelledNumber.Most)
            {
                number.Take(next);
                next = Next(span, next + 1);
            }

            if (number.Count >= SpelledNumber.Least && number.Count <= SpelledNumber.Most && next < 0) into.Add(Spelled(text, number));
            digit = Chars.NextDigit(span, number.Last + 1);
        }
    }

    private struct Row
    {
        public int First, Last, Count;

        public void Take(int digit)
        {
            if (Count++ == 0) First = digit;
            Last = digit;
        }
    }

    /// <summary>Groups are told by the wider gaps, where there are some.</summary>
    private static SpelledNumber Spelled(string text, Row row)
    {
        var number = new SpelledNumber(text, row.First);
        var narrow = MaxGap;
        for (var at = row.First; at != row.Last;)
        {
            var next = Next(text, at + 1);
            narrow = Math.Min(narrow, next - at - 1);
            at = next;
        }

        for (var at = row.First; ;)
        {
            number.Add(text[at] - '0', 1, at, at + 1);
            if (at == row.Last) return number;
            var next = Next(text, at + 1);
            if (next - at - 1 > narrow) number.Part();
            at = next;
        }
    }

    private static bool IsAlone(ReadOnlySpan<char> text, int digit)
    {
        var (before, behind) = (Chars.Before(text, digit), Chars.At(text, digit + 1));
        return !Chars.IsWord(before) && !Chars.IsWord(behind) && before is not ('.' or ',' or '$' or '€' or '£' or '#' or '=' or '/' or ':' or '^') && behind is not ('%' or '/' or ':' or '=' or '^')
            && (behind is not ('.' or ',') || !char.IsAsciiDigit(Chars.At(text, digit + 2)));
    }

    /// <summary>Where the next digit stands, at most three spaces or hyphens on; −1 where there is none.</summary>
    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end - from < MaxGap && Chars.At(text, end) is ' ' or '-' or '\u00A0' or '\u2013' or '_' or '(' or ')') end++;
        return end > from && char.IsAsciiDigit(Chars.At(text, end)) ? end : -1;
    }
}
