namespace NotebookKit.Anonymizing;

/// <summary>Words that make a date somebody's date of birth.</summary>
internal static class BirthCues
{
    private const int Window = 48, MaxBetween = 30;

    private static readonly PhraseSearch Cues = new(
    [
        "born", "birth", "dob", "d.o.b", "b-day", "bday", "geboren", "geb.", "geb ", "geburt", "gebdat", "né le", "née le", "né(e)", "né en", "née en", "naissance", "nacid", "nací ", "nacimiento", "nació", "nacio ", "cumpleaños", "nato il", "nata il", "nato a", "nata a", "nato/a",
        "nato nel", "nata nel", "nascita", "nascid", "nascimento", "nasceu", "aniversário", "compleanno", "anniversaire", "geboorte", "verjaardag", "född", "fødsel", "født", "födelse", "syntynyt", "syntymä", "urodz", "narozen", "született", "doğum", "рожден", "родил", "народж",
        "născut", "nașter", "nasteri", "rođen", "rojen", "生年月日", "出生", "생년월일",
    ]);

    /// <summary>Words that may stand between a cue and the date without taking it away.</summary>
    private static readonly WordMap Links = new(
        "is was on in the at my your his her their our of date day year ist war am im el le il la lo nel a en em i del de di es era est c'est e è são dnia dne den op was werd jaar dia día giorno and and/or s mm dd yyyy yy dmy mdy ymd format m f confirmed given as listed recorded reads be to you have on file for me as");

    private static readonly WordMap Self = new("i i'm im ich je yo eu io ik jag jeg me my");

    /// <summary>A score for the date of birth, 0 where nothing says so.</summary>
    public static double Score(ReadOnlySpan<char> text, FoundDate date)
    {
        var before = text[Math.Max(0, date.Start - Window)..date.Start];
        var (cue, length) = LastCue(before);
        if (cue >= 0)
        {
            var between = before[(cue + length)..];
            if (!IsBroken(between))
            {
                var linked = IsLinked(between, out var letters);
                if (linked) return date.Kind switch { DateKind.Year => IsSelf(before[..cue]) ? 0.6 : 0.4, DateKind.Day => 0.3, _ => 0.9 };
                // "born in Springfield on 5 May 1980"; a party is on a birthday, too.
                if (date.Kind == DateKind.Date && letters < MaxBetween && date.End - date.Start > 7 && before[cue] is not ('d' or 'D') && (before[cue..].StartsWith("born", StringComparison.OrdinalIgnoreCase) || before[cue..].StartsWith("geb", StringComparison.OrdinalIgnoreCase) || before[cue..].StartsWith("n", StringComparison.OrdinalIgnoreCase)))
                    return 0.65;
            }
        }

        if (date.Kind != DateKind.Date) return 0;
        // "* 14.03.1985", "14.03.1985 geboren".
        var near = WordWalk.SkipSpacesBack(text, date.Start);
        if (near > 0 && text[near - 1] is '*' or '\u2605' && near < date.Start && !char.IsAsciiDigit(Chars.Before(text, WordWalk.SkipSpacesBack(text, near - 1))) && date.End - date.Start >= 8 && date.Score >= 0.75 && Chars.Before(text, near - 1) is '(' or ' ' && Chars.Before(text, near - 2) != '\n') return 0.6;
        return WordWalk.Behind(text, date.End) is "geboren" or "born" or "(DOB)" ? 0.8 : Behind(text, date.End) ? 0.75 : 0;
    }

    /// <summary>"14.03.1985 (DOB)", "5 May 1980 is my birthday".</summary>
    private static bool Behind(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..Math.Min(text.Length, end + 18)];
        return rest.StartsWith(" is my birth", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" is her birth", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" is his birth", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith(" (dob)", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" dob", StringComparison.OrdinalIgnoreCase);
    }

    private static (int Start, int Length) LastCue(ReadOnlySpan<char> before)
    {
        var last = -1;
        for (var from = 0; from < before.Length;)
        {
            var found = Cues.IndexIn(before[from..]);
            if (found < 0) break;
            var at = from + found;
            from = at + 1;
            // "adobe", "stillborn"; but "dateOfBirth", "user_dob".
            if (at > 0 && char.IsLetter(before[at - 1]) && char.IsLower(before[at])) continue;
            var end = EndOfWord(before, at);
            if (before[at] is 'd' or 'D' && before[at..].StartsWith("dob", StringComparison.OrdinalIgnoreCase) && end != at + 3) continue;
            last = at;
        }

        return last < 0 ? (-1, 0) : (last, EndOfWord(before, last) - last);
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\u0301' or '.' or '/' && end > start && end + 1 < text.Length && char.IsLetter(text[end + 1]))) end++;
        return end;
    }

    /// <summary>Another sentence or line has begun.</summary>
    private static bool IsBroken(ReadOnlySpan<char> between) =>
        between.TrimStart().StartsWith(",") || between.IndexOfAny('\n', ';') is >= 0 and var line && !between[..line].Trim(" :*\r").IsEmpty || between.IndexOfAny('!', '?') >= 0 || between.TrimStart(" .:").Contains(". ", StringComparison.Ordinal) || between.ContainsAnyInRange('0', '9');

    private static bool IsLinked(ReadOnlySpan<char> between, out int letters)
    {
        letters = between.Length;
        for (var i = 0; i < between.Length;)
        {
            if (!char.IsLetter(between[i]))
            {
                i++;
                continue;
            }

            var end = WordWalk.End(between, i);
            if (end == i) return false;
            if (!Links.Has(between[i..end])) return false;
            i = end;
        }

        return true;
    }

    private static bool IsSelf(ReadOnlySpan<char> before)
    {
        var p = before.Length;
        for (var i = 0; i < 3; i++)
        {
            var end = WordWalk.SkipSpacesBack(before, p);
            p = WordWalk.Start(before, end);
            if (p == end) return false;
            if (Self.Has(before[p..end])) return true;
        }

        return false;
    }
}
