using System.Globalization;

namespace NotebookKit.Anonymizing;

/// <summary>A date as somebody wrote it: what it means, and where its day, month and year stand, so that another date can be written the same way.</summary>
internal sealed class DateText
{
    // Where no year is given, the shift needs one: 2023 has no leap day, 2024 has.
    private const int PlainYear = 2023, LeapYear = 2024;

    private readonly string text;
    private readonly DateToken? year, month, day, weekday;

    private DateText(string text, DateOnly date, DateToken? year, DateToken? month, DateToken? day, DateToken? weekday)
    {
        this.text = text;
        Date = date;
        (this.year, this.month, this.day, this.weekday) = (year, month, day, weekday);
    }

    /// <summary>The date; where day or month are not given, the middle of what is.</summary>
    public DateOnly Date { get; }

    /// <summary>The year, where it is given.</summary>
    public int? Year => year is null ? null : Date.Year;

    /// <summary>True where day, month and year are given.</summary>
    public bool IsWhole => year is not null && month is not null && day is not null;

    /// <summary>The date in ISO 8601, as far as it is given.</summary>
    public string Canonical => Date.ToString(IsWhole ? "yyyy-MM-dd" : day is not null ? "--MM-dd" : month is not null ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads a date; null for what is none, or more than one, or says less than a month and a day or a year.</summary>
    /// <param name="text">The text that was found.</param>
    /// <param name="dayFirst">True where the record writes days before months, false where months, null where it does not tell: then slashes stand for months first.</param>
    public static DateText? Read(string text, bool? dayFirst)
    {
        if (DateTokens.Read(text) is not { } tokens) return null;
        var (year, month, day) = tokens.Month is { } name ? Named(text, tokens.Numbers, name) : Numeric(text, tokens.Numbers, dayFirst);
        if (year is null && (month is null || day is null)) return null;
        if (year is { Length: 8 } compact) (year, month, day) = (compact with { Length = 4, Value = compact.Value / 10000 }, new(compact.Start + 4, 2, compact.Value / 100 % 100), new(compact.Start + 6, 2, compact.Value % 100));
        var number = year is null ? PlainYear : year.Length == 2 ? year.Value + (year.Value < 50 ? 2000 : 1900) : year.Value;
        if (number is < 1000 or > 2999 || month is { Value: < 1 or > 12 } || day is { Value: < 1 }) return null;
        if (year is null && month!.Value == 2 && day!.Value == 29) number = LeapYear;
        var m = month?.Value ?? 7;
        var d = day?.Value ?? (month is null ? 1 : 15);
        return d > DateTime.DaysInMonth(number, m) ? null : new(text, new(number, m, d), year, month, day, tokens.Weekday);
    }

    /// <summary>What a date tells about the order in its record: true for days first, false for months first, null where it could be either.</summary>
    public static bool? Order(string text)
    {
        if (DateTokens.Read(text) is not { Month: null, Numbers: [{ Length: <= 2 } first, { Length: <= 2 } second, ..] }) return null;
        return first.Value > 12 && second.Value <= 12 ? true : second.Value > 12 && first.Value <= 12 ? false : null;
    }

    /// <summary>The text with the date moved by days; null where the calendar ends.</summary>
    public string? Moved(int days)
    {
        var number = Date.DayNumber + days;
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber) return null;
        var to = DateOnly.FromDayNumber(number);
        var written = text;
        foreach (var (token, what) in new[] { (year, 'y'), (month, 'm'), (day, 'd'), (weekday, 'w') }.Where(t => t.Item1 is not null).OrderByDescending(t => t.Item1!.Start))
            written = Written(written, token!, what, to);
        return written;
    }

    private string Written(string written, DateToken token, char what, DateOnly to)
    {
        var end = token.Start + token.Length;
        string part;
        switch (what)
        {
            case 'y':
                part = token.Length == 2 ? (to.Year % 100).ToString("00", CultureInfo.InvariantCulture) : to.Year.ToString("0000", CultureInfo.InvariantCulture);
                break;
            case 'w':
                part = Cased(MonthNames.Day(token.Word!.Value, (int)to.DayOfWeek), text.AsSpan(token.Start, token.Length));
                break;
            case 'm' when token.Word is { } name:
                part = Cased(MonthNames.Month(name, to.Month), text.AsSpan(token.Start, token.Length));
                break;
            default:
                var value = what == 'm' ? to.Month : to.Day;
                part = value.ToString(IsPadded(token, what == 'm' ? day : month) ? "00" : "0", CultureInfo.InvariantCulture);
                if (what == 'd') end = SkipOrdinal(token, to.Day, ref part);
                break;
        }

        return string.Concat(written.AsSpan(0, token.Start), part, written.AsSpan(end));
    }

    /// <summary>Two digits where the number has a zero in front, or cannot show whether it would have one and its neighbour has two.</summary>
    private bool IsPadded(DateToken token, DateToken? other) =>
        token.Length == 2 && (Text.Fold.Char(text[token.Start]) == '0' || other is { Word: null, Length: 2 });

    /// <summary>The ending of <c>1st</c>, <c>2nd</c>, <c>1er</c> follows the day.</summary>
    private int SkipOrdinal(DateToken token, int day, ref string part)
    {
        var end = token.Start + token.Length;
        if (end + 2 > text.Length || end + 2 < text.Length && char.IsLetterOrDigit(text[end + 2])) return end;
        var suffix = text.Substring(end, 2).ToLowerInvariant();
        if (suffix == "er")
        {
            if (day == 1) part += text[end..(end + 2)];
            return end + 2;
        }

        if (suffix is not ("st" or "nd" or "rd" or "th")) return end;
        var ending = day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        part += char.IsUpper(text[end]) ? ending.ToUpperInvariant() : ending;
        return end + 2;
    }

    private static string Cased(string word, ReadOnlySpan<char> like) =>
        like.Length > 1 && char.IsUpper(like[0]) && char.IsUpper(like[1]) ? word.ToUpperInvariant()
        : char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word.ToLowerInvariant();

    private static (DateToken? Year, DateToken? Month, DateToken? Day) Named(string text, IReadOnlyList<DateToken> numbers, DateToken month) => numbers switch
    {
        [{ Length: 4 } year] => (year, month, null),
        [{ Length: 2 } year] when IsBehindApostrophe(text, year) => (year, month, null),
        [{ Length: <= 2 } day] => (null, month, day),
        [{ Length: <= 2 } day, { Length: 2 or 4 } year] => (year, month, day),
        [{ Length: 4 } year, { Length: <= 2 } day] => (year, month, day),
        _ => default,
    };

    private static (DateToken? Year, DateToken? Month, DateToken? Day) Numeric(string text, IReadOnlyList<DateToken> numbers, bool? dayFirst)
    {
        switch (numbers)
        {
            case [{ Length: 4 } year, { Length: <= 2 } month, { Length: <= 2 } day]:
                return (year, month, day);
            case [{ Length: <= 2 } first, { Length: <= 2 } second, { Length: 2 or 4 } year]:
                return IsDayFirst(text, first, second, dayFirst) ? (year, second, first) : (year, first, second);
            case [{ Length: 4 } year, { Length: <= 2 } month]:
                return (year, month, null);
            case [{ Length: <= 2 } month, { Length: 4 } year]:
                return (year, month, null);
            case [{ Length: <= 2 } first, { Length: <= 2 } second] when second.Start == first.Start + first.Length + 1 && text[second.Start - 1] is '.' or '/' or '-':
                return IsDayFirst(text, first, second, dayFirst) ? (null, second, first) : (null, first, second);
            case [{ Length: 8 } compact] when compact.Value is > 19000000 and < 21000000:
                return (compact, null, null);
            case [{ Length: 4, Value: >= 1800 and < 2200 } year]:
                return (year, null, null);
            default:
                return default;
        }
    }

    private static bool IsDayFirst(string text, DateToken first, DateToken second, bool? dayFirst) =>
        first.Value > 12 || second.Value <= 12 && (text[first.Start + first.Length] == '.' || (dayFirst ?? text[first.Start + first.Length] != '/'));

    private static bool IsBehindApostrophe(string text, DateToken token) => token.Start > 0 && text[token.Start - 1] is '\'' or '\u2019';
}
