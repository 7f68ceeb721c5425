namespace NotebookKit.Anonymizing;

/// <summary>Ages of people: the number alone, with its unit only where both are written together. Ages of things are guesses.</summary>
public sealed class AgeRecognizer : Recognizer
{
    private const int MaxAge = 120, Window = 28;

    private static readonly WordMap Years = new("year years yr yrs jahre jahren jahr ans an años anos anni jaar ar år lat let éves лет год года");

    private static readonly WordMap Things = new(
        "laptop computer car house phone account bug building bike truck dog cat horse puppy kitten whisky whiskey scotch wine bottle machine server system software codebase code company business tree mortgage loan law tradition"
        + " record debt issue version article post thread question building bridge church city idea story song album movie film book battery tv printer engine roof device iphone device startup firm school problem ticket request order theory method beer cheese recipe project");

    /// <summary>Words before an age.</summary>
    private static readonly WordMap Cues = new("aged age ages alter age: âge edad età idade leeftijd ålder alder wiek возраст turning turned turns turn anagraphic aet");

    private static readonly WordMap Selves = new("i'm im i’m he's she's he’s she’s");

    private static readonly WordMap Pronouns = new("i he she");

    private static readonly WordMap Be = new("am is was being just turned turning");

    private static readonly WordMap Go = new("and but or so now yo who with from living married single male female m f this last next in years year yrs old");

    private static readonly WordMap Have = new("j'ai ai a as avez tengo tiene tienes tenía tenia cumplo cumplió cumplio cumplir cumple tenho tem tinha fiz fez completou ho ha hai aveva compio compiuto de di âgé âgée agé agée mam ma mit von bin ist je i jag är jeg er ik ben is");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Age;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        foreach (var run in context.Numbers(text))
        {
            if (run.Length > 3 || NumericDates.Value(span, run.Start, run.End) is 0 or > MaxAge || !MayBegin(span, run.Start)) continue;
            var end = run.End;
            var score = Read(span, run.Start, ref end);
            if (score >= 0.25) into.Add(At(run.Start, end, score));
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int digit)
    {
        var before = Chars.Before(text, digit);
        if (before is '.' or ',' or '-' or '/' or '+' or '=') return !char.IsLetterOrDigit(Chars.Before(text, digit - 1)) && before is not ('.' or '+' or '/') || (before == '=' && char.IsLetter(Chars.Before(text, digit - 1)));
        return !Chars.IsWord(before) && before is not ('$' or '€' or '£' or '#' or '%' or '@' or '*' or '<');
    }

    private static double Read(ReadOnlySpan<char> text, int digit, ref int end)
    {
        var score = Behind(text, digit, ref end);
        if (score > 0) return score;
        var next = Chars.At(text, end);
        if (next is '.' or ',' && char.IsAsciiDigit(Chars.At(text, end + 1)) || next is ':' or '%' or '€' or '$' or '°' || (next is '-' && char.IsAsciiDigit(Chars.At(text, end + 1)))) return 0;
        if (next is '/' && Chars.At(text, end + 1) is 'F' or 'M' or 'f' or 'm' && !Chars.IsWord(Chars.At(text, end + 2))) return end - digit == 2 ? 0.6 : 0.3;
        if (next is 'F' or 'M' && !Chars.IsWord(Chars.At(text, end + 1)) && end - digit == 2) return Chars.Before(text, digit) == '(' || Chars.At(text, end + 1) is ')' or '/' ? 0.5 : 0.3;
        return Chars.IsWord(next) ? 0 : Before(text, digit, end);
    }

    /// <summary>"34 years old", "34-year-old", "34yo", "34 Jahre alt".</summary>
    private static double Behind(ReadOnlySpan<char> text, int digit, ref int end)
    {
        var p = end;
        var hyphen = Chars.At(text, p) is '-' or '\u2011' or '\u2010';
        p = hyphen ? p + 1 : WordWalk.SkipSpaces(text, p);
        // "34-year-old" is one word, as joined by hyphens; its parts count here.
        var stop = Letters(text, p);
        var unit = text[p..stop];
        if (unit.Length is < 2 or > 8) return Chars.At(text, p) is 'y' or 'Y' && Chars.At(text, p + 1) is '/' or '.' && Chars.At(text, p + 2) is 'o' or 'O' && !Chars.IsWord(Chars.At(text, p + 3)) ? 0.8 : 0;
        if (unit is "yo" or "YO" or "yrold" || unit.StartsWith("jähr", StringComparison.Ordinal))
        {
            if (p == end) end = stop;
            return unit is "yo" or "YO" && p > end && end - digit < 2 ? 0.5 : 0.8;
        }

        if (unit is "month" or "months" or "week" or "weeks" or "day" or "days")
            return IsOld(text, stop, out var old) ? IsThing(text, old) ? 0.3 : 0.6 : 0;
        if (!Years.Has(unit)) return 0;
        if (IsOld(text, stop, out var behind)) return IsThing(text, behind) ? 0.3 : 0.85;
        // "34 ans", "34 años" may be a while: a verb before them says that somebody has them.
        if (unit is "years" or "year" or "yrs" or "yr" or "Jahre" or "Jahren" or "Jahr" or "an") return WordWalk.Behind(text, stop) is "of" && WordWalk.Behind(text, WordWalk.SkipSpaces(text, stop) + 2) is "age" ? 0.85 : CueBefore(text, digit) ? 0.7 : 0;
        var before = WordWalk.Before(text, digit);
        if (CueBefore(text, digit)) return 0.75;
        if (Have.Has(before)) return before is "de" or "di" or "a" or "ha" or "er" or "is" or "De" or "A" ? 0.55 : 0.75;
        return end - digit == 2 && Chars.Before(text, WordWalk.SkipSpacesBack(text, digit)) is ',' or '(' ? 0.5 : 0.3;
    }

    private static int Letters(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 12 && char.IsLetter(text[end])) end++;
        return end;
    }

    private static bool IsOld(ReadOnlySpan<char> text, int index, out int end)
    {
        var p = Chars.At(text, index) == '-' ? index + 1 : WordWalk.SkipSpaces(text, Chars.At(text, index) == '.' ? index + 1 : index);
        end = Letters(text, p);
        var word = text[p..end];
        return word.Equals("old", StringComparison.OrdinalIgnoreCase) || word is "alt" or "oud" or "gammal" or "gammel" or "alte" or "alter" or "olds";
    }

    /// <summary>"a 10-year-old laptop".</summary>
    private static bool IsThing(ReadOnlySpan<char> text, int index)
    {
        var p = index;
        for (var i = 0; i < 2; i++)
        {
            var start = WordWalk.SkipSpaces(text, p);
            var end = WordWalk.End(text, start);
            if (end == start || start == p) return false;
            if (Things.Has(text[start..end])) return true;
            p = end;
        }

        return false;
    }

    private static bool CueBefore(ReadOnlySpan<char> text, int digit)
    {
        var p = WordWalk.SkipSpacesBack(text, digit);
        for (var i = 0; i < 3; i++)
        {
            while (p > 0 && text[p - 1] is ':' or '=' or '"' or '\'' or ' ' or '(' or '~' or '|' && digit - p < Window) p--;
            var start = WordWalk.Start(text, p);
            var word = text[start..p];
            if (word.Length == 0) return false;
            if (Cues.Has(word) && (word[0] is not ('T' or 't') || i == 0)) return !(word is "Alter" && i > 1) && !IsSpan(text, start);
            if (word.EndsWith("_age", StringComparison.OrdinalIgnoreCase)) return true;
            if (word is not ("of" or "is" or "was" or "von" or "de" or "di" or "the" or "ist" or "est" or "es" or "è" or "age" or "at" or "about" or "around" or "only" or "just")) return false;
            p = WordWalk.SkipSpacesBack(text, start);
        }

        return false;
    }

    /// <summary>"page 34" does not end with the word age; "max-age: 60" does.</summary>
    private static bool IsSpan(ReadOnlySpan<char> text, int start) => Chars.Before(text, start) is '-' or '.' or '$';

    private static double Before(ReadOnlySpan<char> text, int digit, int end)
    {
        if (CueBefore(text, digit)) return WordWalk.Before(text, digit) is "turn" or "turns" or "turning" or "turned" && end - digit < 2 ? 0.35 : Unit(text, end) ? 0 : 0.8;
        var before = WordWalk.Before(text, digit);
        if (Selves.Has(before) && Ends(text, end)) return 0.65;
        if (Be.Has(before))
        {
            var pronoun = WordWalk.Before(text, WordWalk.SkipSpacesBack(text, digit) - before.Length);
            if (Pronouns.Has(pronoun) && Ends(text, end)) return end - digit == 2 ? 0.65 : 0.4;
        }

        // "Jane Doe, 34, of Springfield".
        var p = WordWalk.SkipSpacesBack(text, digit);
        if (end - digit != 2 || p == digit || p == 0 || text[p - 1] != ',' || Chars.At(text, end) != ',') return 0;
        var start = WordWalk.Start(text, p - 1);
        return start < p - 2 && char.IsUpper(text[start]) && DateTable.Month(text[start..(p - 1)]) == 0 && char.IsLetter(Chars.At(text, WordWalk.SkipSpaces(text, end + 1))) ? 0.35 : 0;
    }

    private static bool Unit(ReadOnlySpan<char> text, int end) => WordWalk.Behind(text, end) is "seconds" or "minutes" or "hours" or "ms" or "days" or "s" or "percent" or "cents" or "pages";

    /// <summary>Nothing follows that the number could count: "I'm 34 minutes late".</summary>
    private static bool Ends(ReadOnlySpan<char> text, int end)
    {
        var next = Chars.At(text, end);
        if (next is '.' or ',' or '!' or '?' or ';' or ')' or '\n' or '\r' or '"') return true;
        return next == ' ' && (Go.Has(WordWalk.Behind(text, end)) || !char.IsLetterOrDigit(Chars.At(text, end + 1)));
    }
}
