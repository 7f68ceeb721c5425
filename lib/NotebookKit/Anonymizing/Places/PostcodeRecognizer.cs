namespace NotebookKit.Anonymizing;

/// <summary>Postcodes: those with letters by their shape, those of digits beside a state or a place, any behind a word for postcodes.</summary>
public sealed class PostcodeRecognizer : Recognizer
{
    private static readonly WordMap PlaceWords = new("in aus nach bei from near a à en em i ved to fra till från w z v");

    private static readonly WordMap NoCounts = new("rows people users items points steps words euro eur usd dollar meter jahre stunden minuten personen leute zeilen mark franken prozent kilometer watt einwohner the i we he she it uhr and or");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Postcode;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        var last = 0;
        foreach (var run in context.Numbers(text))
        {
            if (run.Start < last || run.Length > 6) continue;
            var start = WithLetters(span, run.Start);
            if (Continues(span, start) || Read(span, ref start, run.Start, out var end) is not (>= 0.25 and var score)) continue;
            into.Add(At(start, end, score));
            last = end;
        }
    }

    /// <summary>Where the postcode of a first digit begins: up to three letters before it may belong to it, "SW1A", "D-10115".</summary>
    private static int WithLetters(ReadOnlySpan<char> text, int digit)
    {
        var start = digit;
        if (start > 1 && text[start - 1] is '-' && char.IsAsciiLetterUpper(text[start - 2])) start--;
        while (start > 0 && digit - start < 4 && char.IsAsciiLetter(text[start - 1])) start--;
        return start;
    }

    private static bool Continues(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, start);
        if (before is '.' or ',' or '-' or '/' or ':' or '+') return before is ',' or ':' ? char.IsAsciiDigit(Chars.Before(text, start - 1)) && before != ',' : char.IsLetterOrDigit(Chars.Before(text, start - 1)) || before is '.' or '+';
        return Chars.IsWord(before) || before is '#' or '$' or '€' or '£' or '%' or '@' or '&' or '~' or '^' or '*' or '\\' && Chars.At(text, start) != 'n';
    }

    private static double Read(ReadOnlySpan<char> text, ref int start, int digit, out int end)
    {
        var shape = PostcodeShapes.Read(text, start, out end);
        if (shape == PostcodeShape.None) return 0;
        var cue = PostcodeCues.Before(text, start, shape);
        if (cue > 0)
        {
            if (shape == PostcodeShape.Bare && SmallLetters(text, end) is > 0 and var letters) end = letters;
            return cue;
        }

        if (shape != PostcodeShape.Lettered && !IsYear(text[start..end]) && PostcodeCues.Goes(text, start, end)) return shape == PostcodeShape.Joined ? 0.7 : end - start == 4 ? 0.5 : 0.6;
        if (shape == PostcodeShape.Lettered) return Lettered(text, start, digit, end);
        // Two blocks of figures in a row are a number of another kind.
        if (char.IsAsciiDigit(Chars.Before(text, WordWalk.SkipSpacesBack(text, start))) && Chars.Before(text, start) == ' ') return 0;
        if (Region(text, start) is > 0 and var region && end - start >= 4) return shape == PostcodeShape.Bare && end - start > 5 && text[start + 3] != ' ' ? 0.4 : region;
        var after = WordWalk.SkipSpaces(text, end);
        var place = text[after..WordWalk.End(text, after)];
        var named = after > end && after - end <= 1 && place.Length > 2 && char.IsUpper(place[0]) && !NoCounts.Has(place) && !Regions.NoPlaces.Has(place) && (place.Length < 5 || !WordWalk.IsUpper(place) || Regions.Cities.Has(place));
        var city = named && Regions.Cities.Has(place);
        if (shape == PostcodeShape.Joined) return Joined(text, start, end, city, named);
        if (!named) return Indian(text, start, end) is > 0 and var indian ? indian : 0;
        if (city) return end - start == 6 && text[start + 3] != ' ' ? 0.45 : IsYear(text[start..end]) ? 0.4 : 0.65;
        if (IsYear(text[start..end]) || end - start is 6 && text[start + 3] != ' ') return 0;
        var front = WordWalk.Before(text, start);
        var placed = PlaceWords.Has(front) || Chars.Before(text, start) == '\n' || Chars.Before(text, WordWalk.SkipSpacesBack(text, start)) == ',';
        var whole = WordWalk.SkipSpaces(text, after + place.Length) is var stop && Chars.At(text, stop) is '\n' or '.' or ',' or ')' or '!' or '?';
        var round = text[start..end].EndsWith("000", StringComparison.Ordinal);
        return placed && whole && !round ? end - start == 4 ? 0.4 : 0.5 : end - start == 4 || round ? 0 : 0.3;
    }

    /// <summary>"postcode 1712 ab.": the two letters of a Dutch code in small letters, where the part of the sentence ends behind them; they may be a word elsewhere.</summary>
    private static int SmallLetters(ReadOnlySpan<char> text, int end)
    {
        var p = Chars.At(text, end) == ' ' ? end + 1 : end;
        if (!char.IsAsciiDigit(Chars.Before(text, end)) || !char.IsAsciiLetterLower(Chars.At(text, p)) || !char.IsAsciiLetterLower(Chars.At(text, p + 1)) || Chars.IsWord(Chars.At(text, p + 2)) || char.IsAsciiDigit(Chars.Before(text, end - 4))) return 0;
        var next = WordWalk.SkipSpaces(text, p + 2);
        return next >= text.Length || text[next] is '.' or ',' or '?' or '!' or ';' or ')' or '"' or '\n' or '\r' ? p + 2 : 0;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[..2] is "17" or "18" or "19" or "20";

    private static double Lettered(ReadOnlySpan<char> text, int start, int digit, int end)
    {
        var code = text[start..end];
        if (text[digit - 1] is '-' or ' ' && digit - start > 1 && end - digit >= 4)
        {
            // "D-10115": sure with a place behind it.
            var after = WordWalk.SkipSpaces(text, end);
            if (after > end && WordWalk.IsCapital(text, after)) return digit - start == 2 && text[start] is 'A' or 'B' or 'P' or 'E' or 'H' or 'L' or 'N' or 'S' ? 0.65 : 0.8;
            return code[0] is 'D' or 'F' or 'I' && digit - start == 2 && end - digit == 5 || code.StartsWith("CH", StringComparison.Ordinal) || code.StartsWith("NL", StringComparison.Ordinal) ? 0.5 : 0.25;
        }

        if (code.ContainsAnyInRange('a', 'z')) return 0.3;
        if (code.Contains(' ') || code.Contains('\u00A0')) return char.IsAsciiDigit(Chars.Before(text, WordWalk.SkipSpacesBack(text, start))) ? 0.4 : 0.75;
        // Without its space it looks like a code of something.
        var front = Chars.Before(text, WordWalk.SkipSpacesBack(text, start));
        return front == ',' || Region(text, start) > 0 ? 0.65 : code.Length >= 6 && char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[^1]) ? 0.35 : 0.4;
    }

    private static double Joined(ReadOnlySpan<char> text, int start, int end, bool city, bool named)
    {
        if (city) return 0.75;
        var code = text[start..end];
        var dash = code.IndexOfAny('-', '\u2013');
        var front = Chars.Before(text, WordWalk.SkipSpacesBack(text, start));
        if (dash < 0) return named && front is ',' or '\n' ? 0.6 : named ? 0.5 : code.Contains(' ') ? 0.3 : front is ',' ? 0.5 : 0.35;
        var comma = front == ',';
        return (dash, code.Length) switch
        {
            (5, 10) => comma ? 0.65 : 0.5,
            (5, 9) => comma || named ? 0.65 : 0.45,
            (4, 8) => named ? 0.6 : comma ? 0.4 : 0.25,
            (2, 6) => named ? 0.6 : comma ? 0.45 : 0.25,
            (3, 8) => named && comma ? 0.4 : 0,
            _ => 0,
        };
    }

    /// <summary>"Mumbai - 400001", "560 001".</summary>
    private static double Indian(ReadOnlySpan<char> text, int start, int end)
    {
        var digits = text[start..end];
        if (digits.Length is not (5 or 6 or 7)) return 0;
        var p = WordWalk.SkipSpacesBack(text, start);
        if (p > 0 && text[p - 1] is '-' or '\u2013' or ',') p = WordWalk.SkipSpacesBack(text, p - 1);
        var word = text[WordWalk.Start(text, p)..p];
        return word.Length > 2 && char.IsUpper(word[0]) && Regions.Cities.Has(word) ? 0.65 : 0;
    }

    /// <summary>A score where a state's code or name stands right before an index.</summary>
    private static double Region(ReadOnlySpan<char> text, int start)
    {
        var p = WordWalk.SkipSpacesBack(text, start);
        var comma = p > 0 && text[p - 1] == ',';
        if (comma) p = WordWalk.SkipSpacesBack(text, p - 1);
        else if (p == start) return 0;
        var word = WordWalk.Start(text, p);
        var name = text[word..p];
        if (name.Length is 2 or 3 && WordWalk.IsUpper(name) && Regions.Codes.Of(name) is > 0 and var code)
        {
            var front = Chars.Before(text, WordWalk.SkipSpacesBack(text, word));
            if ((code & Regions.UnitedStates) != 0) return front == ',' ? 0.9 : (code & Regions.Word) != 0 ? 0.35 : char.IsLetter(front) ? 0.75 : 0.5;
            return front == ',' || front == '-' ? 0.65 : char.IsLetter(front) ? 0.6 : 0.35;
        }

        if (name.Length < 4 || !char.IsUpper(name[0])) return 0;
        if (Regions.Names.Has(name)) return comma ? 0.5 : 0.65;
        var first = WordWalk.Start(text, WordWalk.SkipSpacesBack(text, word));
        return first < word && Regions.Names.Has(text[first..p]) ? 0.65 : 0;
    }
}
