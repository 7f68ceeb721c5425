namespace NotebookKit.Anonymizing;

/// <summary>Dates and times in all usual forms, and dates on which somebody was born. Versions, fractions, scores, prices and numbers are no dates; nor are durations.</summary>
public sealed class DateRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override string EntityType => EntityTypes.DateTime;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types { get; } = [EntityTypes.DateTime, EntityTypes.DateOfBirth];

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        List<FoundDate>? found = null;
        for (var digit = context.Numbers(text).IsEmpty ? -1 : Chars.NextDigit(span, 0); digit >= 0;)
        {
            var next = Chars.EndOfDigits(span, digit);
            if (next - digit <= 8 && Read(span, digit, out var date))
            {
                (found ??= []).Add(date);
                next = Math.Max(next, date.End);
            }

            digit = Chars.NextDigit(span, next);
        }

        RelativeDates.Find(span, context.Starts(text), ref found);
        if (found is null) return;
        Merge(span, found);
        foreach (var date in found)
        {
            if (date.Score >= 0.25) into.Add(At(date.Start, date.End, Math.Min(date.Score, 0.95)));
            if (date.Kind == DateKind.Time) continue;
            var birth = BirthCues.Score(span, date);
            if (birth > 0) into.Add(At(date.Start, date.End, EntityTypes.DateOfBirth, birth < 0.5 ? birth : Math.Max(birth, Math.Min(date.Score, 0.95))));
        }
    }

    private static bool Read(ReadOnlySpan<char> text, int digit, out FoundDate found)
    {
        var score = NumericDates.Read(text, digit, out var end);
        if (score > 0)
        {
            // "2023-03-14T10:30:00Z".
            if (score >= 0.75 && Chars.At(text, end) is 'T' or '_' && char.IsAsciiDigit(Chars.At(text, end + 1)))
            {
                if (Times.Read(text, end + 1, out var time) > 0) (end, score) = (time, 0.95);
                else if (text[end] == 'T') (end, score) = (Chars.EndOfDigits(text, end + 1) is var stop && Chars.At(text, stop) == 'Z' ? stop + 1 : stop, 0.85);
            }

            found = new(digit, end, score, DateKind.Date);
            return true;
        }

        score = WrittenDates.Read(text, digit, out var start, out end);
        if (score > 0)
        {
            found = new(start, end, score, DateKind.Date);
            return true;
        }

        score = Times.Read(text, digit, out end);
        if (score > 0)
        {
            found = new(digit, end, score, DateKind.Time);
            return true;
        }

        score = Year(text, digit, out start, out end);
        found = new(start, end, score, DateKind.Year);
        return score > 0;
    }

    /// <summary>A year behind a word for times: "in 2019", "since 1998"; or behind a season or a quarter.</summary>
    private static double Year(ReadOnlySpan<char> text, int digit, out int start, out int end)
    {
        (start, end) = (digit, Chars.EndOfDigits(text, digit));
        if (end - digit != 4 || NumericDates.Value(text, digit, end) is < 1500 or > 2099) return 0;
        var next = Chars.At(text, end);
        if (next == 's' && !Chars.IsWord(Chars.At(text, end + 1)) && text[end - 1] == '0')
        {
            end++;
            return 0.4;
        }

        if (Chars.IsWord(next) || next is '%' or '€' or '$' or '£' or '@' or '=' or '*' or '+' || (next is '.' or ',' or '/' or ':' or '-' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))) return 0;
        var before = Chars.Before(text, digit);
        if (before is '(' && next == ')') return 0.35;
        if (!WordWalk.IsSpace(before)) return 0;
        var word = WordWalk.Before(text, digit);
        // "a 2017 Danish film", "the 1998 album".
        if (word is "a" or "A" or "an" or "the" or "The" && NumericDates.IsYear(NumericDates.Value(text, digit, end)) && IsDated(WordWalk.Behind(text, end))) return 0.55;
        if (!DateTable.Cues.Has(word)) return 0;
        if (DateTable.Counts.Has(WordWalk.Behind(text, end))) return 0;
        return NumericDates.Value(text, digit, end) is >= 1800 and < 2040 ? word is "a" or "of" or "no" or "os" or "for" or "and" or "to" or "between" or "le" or "op" or "del" ? 0.3 : 0.5 : 0.3;
    }

    private static readonly WordMap Works = new("film movie novel album book song single remake documentary comedy drama thriller musical play election championship olympics season edition census biopic sequel");

    /// <summary>What is said to be of a year: a work, or something of a nation.</summary>
    private static bool IsDated(ReadOnlySpan<char> word) => Works.Has(word) || (word.Length > 3 && char.IsUpper(word[0]) && Nationalities.Of(word) != 0);

    /// <summary>Joins a day of the week, a date and a time that stand together. The list is in the order of the text afterwards.</summary>
    private static void Merge(ReadOnlySpan<char> text, List<FoundDate> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var last = 0;
        for (var i = 1; i < found.Count; i++)
        {
            var (a, b) = (found[last], found[i]);
            if (b.Start < a.End)
            {
                if (b.End > a.End || b.Score > a.Score) found[last] = a with { End = Math.Max(a.End, b.End), Score = Math.Max(a.Score, b.Score), Kind = b.Kind == DateKind.Date ? DateKind.Date : a.Kind };
                continue;
            }

            if (Joins(text[a.End..b.Start], a, b)) found[last] = a with { End = b.End, Score = Math.Max(a.Score, b.Score), Kind = a.Kind == DateKind.Date || b.Kind == DateKind.Date ? DateKind.Date : a.Kind };
            else found[++last] = b;
        }

        found.RemoveRange(last + 1, found.Count - last - 1);
        for (var i = 0; i <= last; i++)
            if (found[i].Kind == DateKind.Date) found[i] = Widened(text, found[i]);
    }

    /// <summary>With "Fri, " before it, and with the year that stands behind the time: "Nov 21 20:13:29 UTC 2026".</summary>
    private static FoundDate Widened(ReadOnlySpan<char> text, FoundDate date)
    {
        var p = WordWalk.SkipSpacesBack(text, date.Start);
        if (p > 0 && text[p - 1] is ',' or '.') p--;
        var day = WordWalk.Start(text, p);
        if (p < date.Start && p - day is 2 or 3 or 4 && char.IsUpper(text[day]) && (DateTable.Days.Of(text[day..p]) & DateTable.Doubtful) != 0) date = date with { Start = day };
        var end = Chars.EndOfDigits(text, date.End + 1);
        var time = text[date.Start..date.End].Contains(':');
        return time && Chars.At(text, date.End) == ' ' && end - date.End == 5 && NumericDates.IsYear(NumericDates.Value(text, date.End + 1, end)) && !Chars.IsWord(Chars.At(text, end)) ? date with { End = end } : date;
    }

    private static bool Joins(ReadOnlySpan<char> between, FoundDate a, FoundDate b)
    {
        if (between.Length > 6) return false;
        var mark = between.Trim(' ');
        return (a.Kind, b.Kind) switch
        {
            (DateKind.Day, DateKind.Date) => mark is "" or "," or ", den" or "den" or "the" or ", the" or "," or "," or "." or ".," or "le" or "el" or "dem" or ", le",
            (DateKind.Date, DateKind.Time) => mark is "" or "," or "at" or "um" or "à" or "-" or "|" or ", at" or ", um" or "om" or "kl." or "kl" or "alle" or "T" or "@" or "as" or "às",
            (DateKind.Day, DateKind.Time) => mark is "" or "at" or "um" or ", at" or "," or "om",
            (DateKind.Time, DateKind.Date or DateKind.Day) => mark is "on" or "," or "" or ", on" or "am",
            (DateKind.Date, DateKind.Day) => mark is "(" or ",",
            _ => false,
        };
    }
}

/// <summary>What a find is made of.</summary>
internal enum DateKind : byte
{
    /// <summary>A day, or a month with its year.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A year alone.</summary>
    Year,

    /// <summary>A day of the week, or one seen from today.</summary>
    Day,
}

/// <summary>A date in a text.</summary>
internal readonly record struct FoundDate(int Start, int End, double Score, DateKind Kind);
