namespace NotebookKit.Anonymizing;

/// <summary>How much a postcode's shape says by itself.</summary>
internal enum PostcodeShape
{
    /// <summary>None.</summary>
    None,

    /// <summary>Four to six digits, perhaps with a space: needs a place or a cue.</summary>
    Bare,

    /// <summary>Digits and a hyphen (<c>00-950</c>, <c>1000-001</c>, <c>62704-1234</c>), or four digits and two letters: needs little more.</summary>
    Joined,

    /// <summary>Letters where only postcodes have them (<c>SW1A 1AA</c>, <c>M5V 2T6</c>, <c>D-10115</c>).</summary>
    Lettered,
}

/// <summary>Shapes of postcodes. Source: UPU, "Postal addressing systems in member countries"; for Great Britain BS 7666 and the list of areas;
/// for Canada the letters that Canada Post gives out; for Ireland the Eircode guide.</summary>
internal static class PostcodeShapes
{
    private const string CanadianFirst = "ABCEGHJKLMNPRSTVXY", CanadianLater = "ABCEGHJKLMNPRSTVWXYZ", IrishFirst = "ACDEFHKNPRTVWXY", IrishLater = "0123456789ACDEFHKNPRTVWXY";

    private static readonly System.Buffers.SearchValues<char> NotInward = System.Buffers.SearchValues.Create("CIKMOVcikmov");

    /// <summary>Reads a postcode that begins at an index; its shape, and the index behind it.</summary>
    public static PostcodeShape Read(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var c = Chars.At(text, start);
        if (char.IsAsciiDigit(c)) return Digits(text, start, out end);
        if (!char.IsAsciiLetter(c)) return PostcodeShape.None;
        var shape = British(text, start, out end);
        if (shape == PostcodeShape.None) shape = Canadian(text, start, out end);
        if (shape == PostcodeShape.None) shape = Irish(text, start, out end);
        if (shape == PostcodeShape.None) shape = Prefixed(text, start, out end);
        return shape;
    }

    private static PostcodeShape British(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var p = start;
        while (p - start < 3 && char.IsAsciiLetter(Chars.At(text, p))) p++;
        if (p - start > 2 || !Regions.BritishAreas.Has(text[start..p]) || !char.IsAsciiDigit(Chars.At(text, p))) return PostcodeShape.None;
        // Outward: one or two digits, or a digit and a letter; inward: a digit and two letters. The last space may be missing.
        for (var outward = 2; outward >= 1; outward--)
        {
            var q = p + outward;
            if (outward == 2 && !char.IsAsciiLetterOrDigit(Chars.At(text, p + 1))) continue;
            if (Chars.At(text, q) is ' ' or '\u00A0') q++;
            if (!char.IsAsciiDigit(Chars.At(text, q)) || !char.IsAsciiLetter(Chars.At(text, q + 1)) || !char.IsAsciiLetter(Chars.At(text, q + 2)) || Chars.IsWord(Chars.At(text, q + 3))) continue;
            if (!SameCase(text[start..(q + 3)]) || text.Slice(q + 1, 2).ContainsAny(NotInward)) continue;
            end = q + 3;
            return PostcodeShape.Lettered;
        }

        return PostcodeShape.None;
    }

    private static PostcodeShape Canadian(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (!Is(text, start, CanadianFirst) || !char.IsAsciiDigit(Chars.At(text, start + 1)) || !char.IsAsciiLetter(Chars.At(text, start + 2))) return PostcodeShape.None;
        var p = start + 3;
        if (Chars.At(text, p) is ' ' or '-' or '\u00A0') p++;
        if (!char.IsAsciiDigit(Chars.At(text, p)) || !char.IsAsciiLetter(Chars.At(text, p + 1)) || !char.IsAsciiDigit(Chars.At(text, p + 2)) || Chars.IsWord(Chars.At(text, p + 3)) || !SameCase(text[start..(p + 3)]))
            return PostcodeShape.None;
        // Letters that are not given out stand in misprints: sure only behind a province.
        var isGiven = Is(text, start + 2, CanadianLater) && Is(text, p + 1, CanadianLater);
        if (!isGiven && (p == start + 3 || !char.IsAsciiLetterUpper(text[start]))) return PostcodeShape.None;
        end = p + 3;
        return isGiven ? PostcodeShape.Lettered : PostcodeShape.Joined;
    }

    private static PostcodeShape Irish(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (!Is(text, start, IrishFirst) || !char.IsAsciiDigit(Chars.At(text, start + 1)) || !(char.IsAsciiDigit(Chars.At(text, start + 2)) || Chars.At(text, start + 2) is 'W' or 'w')) return PostcodeShape.None;
        var p = start + 3;
        var spaced = Chars.At(text, p) is ' ' or '\u00A0';
        if (spaced) p++;
        var letters = 0;
        for (var i = 0; i < 4; i++)
        {
            if (!Is(text, p + i, IrishLater)) return PostcodeShape.None;
            if (char.IsAsciiLetter(text[p + i])) letters++;
        }

        if (letters == 0 || (!spaced && letters < 2) || Chars.IsWord(Chars.At(text, p + 4)) || !SameCase(text[start..(p + 4)])) return PostcodeShape.None;
        end = p + 4;
        return PostcodeShape.Lettered;
    }

    /// <summary>Letters of a country and a hyphen before the digits.</summary>
    private static PostcodeShape Prefixed(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var p = start;
        while (p - start < 4 && char.IsAsciiLetterUpper(Chars.At(text, p))) p++;
        if (p == start || p - start > 3 || Chars.At(text, p) is not ('-' or ' ' or '\u2013') || !Regions.PostalLetters.Has(text[start..p]) || !char.IsAsciiDigit(Chars.At(text, p + 1))) return PostcodeShape.None;
        if (text[p] == ' ' && p - start > 1) return PostcodeShape.None;
        var shape = Digits(text, p + 1, out end);
        if (shape == PostcodeShape.None || end - p - 1 < 4) return PostcodeShape.None;
        return text[p] == ' ' ? shape : PostcodeShape.Lettered;
    }

    private static PostcodeShape Digits(ReadOnlySpan<char> text, int start, out int end)
    {
        end = Chars.EndOfDigits(text, start);
        var first = end - start;
        if (first > 6 || first < 2) return PostcodeShape.None;
        var next = Chars.At(text, end);
        if (next is '-' or '\u2013')
        {
            var second = Chars.EndOfDigits(text, end + 1);
            if (!MayEnd(text, second)) return PostcodeShape.None;
            if ((first, second - end - 1) is not ((5, 4) or (5, 3) or (4, 3) or (3, 4) or (2, 3))) return second == end + 1 && first >= 4 ? PostcodeShape.Bare : PostcodeShape.None;
            end = second;
            return PostcodeShape.Joined;
        }

        if (first == 4 && Letters(text, end) is > 0 and var letters)
        {
            end = letters;
            return PostcodeShape.Joined;
        }

        if (first == 3 && next is ' ' or '\u00A0' && Chars.EndOfDigits(text, end + 1) is var stop && stop - end - 1 is 2 or 3 && MayEnd(text, stop) && !(Chars.At(text, stop) is ' ' && char.IsAsciiDigit(Chars.At(text, stop + 1))))
        {
            end = stop;
            return PostcodeShape.Bare;
        }

        // A block of figures with another behind it is a telephone number or the like.
        return first >= 4 && MayEnd(text, end) && !(next is ' ' or '\u00A0' && char.IsAsciiDigit(Chars.At(text, end + 1))) ? PostcodeShape.Bare : PostcodeShape.None;
    }

    /// <summary>The two letters of a Dutch code; SA, SD and SS are not given out.</summary>
    private static int Letters(ReadOnlySpan<char> text, int end)
    {
        var p = Chars.At(text, end) is ' ' or '\u00A0' ? end + 1 : end;
        if (!char.IsAsciiLetterUpper(Chars.At(text, p)) || !char.IsAsciiLetterUpper(Chars.At(text, p + 1)) || Chars.IsWord(Chars.At(text, p + 2))) return 0;
        return text.Slice(p, 2) is "SA" or "SD" or "SS" or "AD" or "BC" or "CE" or "AM" or "PM" or "MB" or "GB" or "KB" or "HZ" or "US" or "EU" or "UK" ? 0 : p + 2;
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var next = Chars.At(text, end);
        if (next is '.' or ',' or ':' or '/' or '-' or '\u2013') return !char.IsAsciiLetterOrDigit(Chars.At(text, end + 1));
        return !Chars.IsWord(next) && next is not ('%' or '€' or '$' or '£' or '°' or '=' or '@' or '*' or '+');
    }

    private static bool Is(ReadOnlySpan<char> text, int index, string set) => set.Contains(char.ToUpperInvariant(Chars.At(text, index)));

    private static bool SameCase(ReadOnlySpan<char> text) => !(text.ContainsAnyInRange('A', 'Z') && text.ContainsAnyInRange('a', 'z'));
}
