using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A number or a calendar word of a date.</summary>
/// <param name="Start">Index of its first unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Value">The number; the month for a month's name.</param>
/// <param name="Word">The name, for names.</param>
internal sealed record DateToken(int Start, int Length, int Value, CalendarWord? Word = null);

/// <summary>The parts of a written date: numbers that are no time of day, a month's name, a day of the week.</summary>
/// <param name="Numbers">Numbers in the order of the text.</param>
/// <param name="Month">The name of a month, or null.</param>
/// <param name="Weekday">The name of a day, or null.</param>
internal sealed record DateTokens(IReadOnlyList<DateToken> Numbers, DateToken? Month, DateToken? Weekday)
{
    /// <summary>Longer finds are sentences about dates.</summary>
    private const int MaxLength = 64;

    private static readonly HashSet<string> Fillers = new(
        ["of", "the", "on", "at", "in", "de", "del", "den", "der", "am", "um", "le", "la", "il", "o", "el", "t", "z", "gmt", "utc", "est", "edt", "cet", "cest", "pm", "a", "p", "m", "h", "uhr", "st", "nd", "rd", "th", "er",
         "dob", "born", "geb", "geboren", "ne", "nee", "nato", "nata", "nacido", "nacida", "г", "年", "月", "日"], StringComparer.Ordinal);

    /// <summary>Reads them; null where something stands between them that is no part of one date.</summary>
    public static DateTokens? Read(string text)
    {
        if (text.Length is < 3 or > MaxLength) return null;
        var numbers = new List<DateToken>();
        var words = new List<(int Start, int Length, string Key)>();
        var lastTime = -1;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsDigit(text[i]))
            {
                var value = 0;
                for (; i < text.Length && IsDigit(text[i]); i++)
                {
                    if (i - start >= 9) return null;
                    value = (value * 10) + Fold.Char(text[i]) - '0';
                }

                if (IsTime(text, start, i, lastTime)) lastTime = i;
                else if (start > 0 && char.IsLetter(text[start - 1]) && !Fold.IsIdeograph(text[start - 1])) return null;
                else numbers.Add(new(start, i - start, value));
            }
            else if (char.IsLetter(text[i]))
            {
                // Each ideograph is a word; "segunda-feira" is one.
                for (i++; i < text.Length && !Fold.IsIdeograph(text[start]) && (char.IsLetter(text[i]) && !Fold.IsIdeograph(text[i]) || text[i] == '-' && i + 1 < text.Length && char.IsLetter(text[i + 1])); i++) { }
                words.Add((start, i - start, Fold.Key(text[start..i])));
            }
            else
            {
                i++;
            }
        }

        return Named(text, numbers, words);
    }

    private static DateTokens? Named(string text, List<DateToken> numbers, List<(int Start, int Length, string Key)> words)
    {
        (int Start, int Length, IReadOnlyList<CalendarWord> May)? month = null, weekday = null;
        foreach (var (start, length, key) in words)
        {
            if (MonthNames.Month(key) is { Count: > 0 } months && month is null && (MonthNames.Day(key).Count == 0 || !IsFollowedByMonth(words, start))) month = (start, length, months);
            else if (MonthNames.Day(key) is { Count: > 0 } days && weekday is null) weekday = (start, length, days);
            else if (!Fillers.Contains(key)) return null;
        }

        // The language of the day's name decides for the month's and the other way round; "5. April" is German.
        var shared = month is { } m && weekday is { } w ? m.May.Select(x => x.Language).Intersect(w.May.Select(x => x.Language)).Select(l => (int?)l).FirstOrDefault() : null;
        if (shared is null && month is { } alone && alone.Start > 1 && text[alone.Start - 1] == ' ' && text[alone.Start - 2] == '.' && alone.May.Any(x => x.Language == 1)) shared = 1;
        return new(numbers, Token(month, shared), Token(weekday, shared));
    }

    private static DateToken? Token((int Start, int Length, IReadOnlyList<CalendarWord> May)? found, int? language)
    {
        if (found is not { } token) return null;
        var word = token.May[0];
        foreach (var other in token.May)
            if (other.Language == language) word = other;
        return new(token.Start, token.Length, word.Index, word);
    }

    /// <summary>"mar 5 mars": the first is a day.</summary>
    private static bool IsFollowedByMonth(List<(int Start, int Length, string Key)> words, int start) => words.Exists(w => w.Start > start && MonthNames.Month(w.Key).Count > 0);

    /// <summary>Numbers with a colon beside them, before "am", "h" or "Uhr", and what hangs on a time: fractions of seconds, a zone.</summary>
    private static bool IsTime(string text, int start, int end, int lastTime)
    {
        if (Chars.At(text, end) == ':' || start > 1 && text[start - 1] == ':' && IsDigit(text[start - 2])) return true;
        if (lastTime >= 0 && lastTime == start - 1 && text[lastTime] is '.' or ',' or '+' or '-') return true;
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        var rest = text.AsSpan(next);
        return end - start <= 2 && (rest.StartsWith("am", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("am ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("a.m", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("uhr", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("h", StringComparison.OrdinalIgnoreCase) && (rest.Length == 1 || !char.IsLetter(rest[1])));
    }

    private static bool IsDigit(char c) => char.IsDigit(c);
}
