namespace NotebookKit.Anonymizing;

/// <summary>House numbers, flats and boxes: the parts of an address that numbers stand in.</summary>
internal static class AddressParts
{
    private static readonly WordMap Flats = new("apt apartment apto appt appartement apartamento suite ste flat unit depto departamento lgh lokal");

    private static readonly WordMap Floors = new("floor fl stock og etage étage andar piso planta piano flr");

    /// <summary>Words before a box, without spaces and dots; 2 where the word alone may mean something else.</summary>
    private static readonly (string Key, int Kind)[] Boxes =
    [
        ("pobox", 1), ("poboxno", 1), ("poboxnumber", 1), ("gpobox", 1), ("postofficebox", 1), ("pob", 2), ("lockedbag", 1), ("privatebag", 1), ("privatebox", 1), ("postfach", 1), ("apartado", 1), ("apartadopostal", 1),
        ("apartadodecorreos", 1), ("apdo", 1), ("apdodecorreos", 1), ("casellapostale", 1), ("caixapostal", 1), ("cxpostal", 1), ("postbus", 1), ("postboks", 1), ("postbox", 1), ("boitepostale", 1), ("bp", 2), ("cs", 3), ("skrpoczt", 1), ("skrytkapocztowa", 1),
        ("psc", 3), ("rr", 3), ("cmr", 3), ("case postale", 1), ("casepostale", 1), ("ruralroute", 1), ("caselle postale", 1), ("pf", 3), ("postilokero", 1), ("pl", 4), ("box", 3),
    ];

    /// <summary>Reads a house number around its first digit: <c>12</c>, <c>14b</c>, <c>5/12</c>, <c>123-II</c>, <c>7/3</c>. False where they mean something else.</summary>
    public static bool HouseNumber(ReadOnlySpan<char> text, int digit, out int end)
    {
        end = Chars.EndOfDigits(text, digit);
        if (end - digit > 5 || !MayBegin(text, digit)) return false;
        if (Chars.At(text, end) is '-' or '/' or '\u2013' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))
        {
            var stop = end + 1;
            while (stop - end < 6 && char.IsAsciiLetterOrDigit(Chars.At(text, stop))) stop++;
            if (Chars.IsWord(Chars.At(text, stop))) return false;
            if (Chars.At(text, stop) is '-' or '/' && char.IsAsciiDigit(Chars.At(text, stop + 1)))
            {
                // "12/3/5" is Vienna's way and "1-2-3" Japan's; "12-3-2023" is a date.
                var third = Chars.EndOfDigits(text, stop + 1);
                if (third - stop > 4 || (Chars.At(text, end) != '/' && (third - stop > 3 || third - digit > 8 || !char.IsUpper(Chars.At(text, third + 1)))) || Chars.IsWord(Chars.At(text, third))) return false;
                stop = third;
            }

            end = stop;
        }
        else if (char.IsAsciiLetter(Chars.At(text, end)))
        {
            if (text[end..].StartsWith("bis", StringComparison.OrdinalIgnoreCase) || text[end..].StartsWith("ter", StringComparison.OrdinalIgnoreCase)) end += 3;
            else if (text[end] is 's' && text[end - 1] == '0' || text[digit..(end + 1)] is "2D" or "3D" or "4K" or "2d" or "3d" or "4k" or "8K") return false;
            // "5hs" is the ground floor in Amsterdam.
            else end += text[end..].StartsWith("hs", StringComparison.Ordinal) ? 2 : 1;
            if (Chars.At(text, end) == '-' && Chars.EndOfDigits(text, end + 1) is var second && second - end is > 1 and < 5 && !Chars.IsWord(Chars.At(text, second))) end = second;
            else if (Chars.At(text, end) == '-' && char.IsAsciiLetter(Chars.At(text, end + 1)) && !char.IsAsciiLetterOrDigit(Chars.At(text, end + 2))) end += 2;
        }

        if (Chars.At(text, end) == ' ' && text[end..].StartsWith(" 1/2", StringComparison.Ordinal) && !Chars.IsWord(Chars.At(text, end + 4))) end += 4;
        var next = Chars.At(text, end);
        if (next is '.' or ':' or ',' && char.IsAsciiDigit(Chars.At(text, end + 1))) return false;
        return !Chars.IsWord(next) && next is not ('%' or '€' or '$' or '£' or '°' or '=' or '@' or '*' or '+' or '^' or '(' or '[');
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int digit)
    {
        var before = Chars.Before(text, digit);
        if (before is '\n' or ' ' or '\t' or '\u00A0' or '(' or '"' or '\'' or '\r' or '>' or '|' or '#' or '\u201C' or '\u00AB' or '[' or 'º' or '°' or ';') return true;
        if (before is ',' or ':' or '.') return !char.IsAsciiDigit(Chars.Before(text, digit - 1));
        return before is '-' or '/' ? WordWalk.IsSpace(Chars.Before(text, digit - 1)) || Chars.Before(text, digit - 1) == '\n' : before == 'n' && Chars.Before(text, digit - 1) == '\\';
    }

    /// <summary>Index behind flats, floors and suites that follow a street; the index itself where none does.</summary>
    public static int UnitsAfter(ReadOnlySpan<char> text, int end) => UnitsAfter(text, end, out _);

    /// <inheritdoc cref="UnitsAfter(ReadOnlySpan{char}, int)"/>
    /// <param name="text">The text.</param>
    /// <param name="end">Index behind the street.</param>
    /// <param name="isFlat">True where a word among them stands before the numbers of flats and of little else: "Apt. 5", "Suite 200".</param>
    public static int UnitsAfter(ReadOnlySpan<char> text, int end, out bool isFlat)
    {
        isFlat = false;
        for (var i = 0; i < 3; i++)
        {
            var next = UnitAfter(text, end, ref isFlat);
            if (next == end) return end;
            end = next;
        }

        return end;
    }

    private static int UnitAfter(ReadOnlySpan<char> text, int end, ref bool isFlat)
    {
        var p = WordWalk.SkipSpaces(text, end);
        if (p >= text.Length) return end;
        // "tér 19. Suite 5": the dot of a number that counts.
        if (p == end && text[p] == '.' && char.IsAsciiDigit(Chars.Before(text, p))) p = WordWalk.SkipSpaces(text, p + 1);
        if (p >= text.Length) return end;
        if (text[p] == ',' || (text[p] is '-' or '\u2013' && p > end && WordWalk.IsSpace(Chars.At(text, p + 1)))) p = WordWalk.SkipSpaces(text, p + 1);
        else if (text[p] is '\n' or '\r') p = WordWalk.SkipLineMarks(text, p + (text[p] == '\r' ? 2 : 1));
        if (p == end || p >= text.Length) return end;
        if (text[p] == '#')
        {
            var hash = WordWalk.SkipSpaces(text, p + 1);
            var id = IdEnd(text, hash);
            return id > hash ? id : end;
        }

        if (char.IsAsciiDigit(text[p])) return Ordinal(text, p) is > 0 and var floor ? floor : end;
        var word = WordWalk.End(text, p);
        if (word == p || !StreetTable.Units.Has(text[p..word])) return end;
        var dot = Chars.At(text, word) is '.' or ':' ? word + 1 : word;
        var value = WordWalk.SkipSpaces(text, dot);
        if (Chars.At(text, value) == '#') value = WordWalk.SkipSpaces(text, value + 1);
        var stop = IdEnd(text, value);
        if (stop > value && (value > dot || dot > word))
        {
            isFlat |= Flats.Has(text[p..word]) && char.IsAsciiDigit(text[value]);
            return stop;
        }

        // "Penthouse", "PH", alone.
        return text[p..word].Equals("penthouse", StringComparison.OrdinalIgnoreCase) ? word : end;
    }

    /// <summary>"3rd Floor", "3º B", "1. OG", "2. tv".</summary>
    private static int Ordinal(ReadOnlySpan<char> text, int p)
    {
        var end = Chars.EndOfDigits(text, p);
        if (end - p > 2) return 0;
        if (Chars.At(text, end) is 'º' or 'ª' or '°' or '.' && Chars.At(text, end) != '.' || (Chars.At(text, end) == '.' && Chars.At(text, end + 1) is 'º' or 'ª'))
        {
            end += Chars.At(text, end) == '.' ? 2 : 1;
            var door = WordWalk.SkipSpaces(text, Chars.At(text, end) is ',' or '-' ? end + 1 : end);
            var stop = WordWalk.End(text, door);
            if (stop - door is > 0 and < 9 && (stop - door <= 2 || text[door..stop] is "izq" or "izda" or "dcha" or "der" or "centro" or "andar" or "piso" or "puerta" or "izquierda" or "derecha" or "esq" or "dto" or "Esq" or "Dto" or "piano" or "étage")) return stop;
            return end;
        }

        var suffix = end;
        while (suffix - end < 3 && char.IsAsciiLetterLower(Chars.At(text, suffix))) suffix++;
        if (Chars.At(text, suffix) == '.') suffix++;
        var word = WordWalk.SkipSpaces(text, suffix);
        var floor = WordWalk.End(text, word);
        if (suffix == end || floor == word) return 0;
        if (Floors.Has(text[word..floor])) return floor;
        return text[word..floor] is "tv" or "th" or "mf" or "sal" or "TV" or "TH" && text[suffix - 1] == '.' ? floor : 0;
    }

    /// <summary>A number of a flat: up to six letters and digits with a digit among them, or one letter; perhaps joined by a hyphen.</summary>
    private static int IdEnd(ReadOnlySpan<char> text, int start)
    {
        var (end, digits) = (start, 0);
        for (; end - start < 9 && (char.IsAsciiLetterOrDigit(Chars.At(text, end)) || (end > start && text.Length > end && text[end] is '-' or '/' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))); end++)
            if (char.IsAsciiDigit(text[end])) digits++;
        if (Chars.IsWord(Chars.At(text, end))) return start;
        return digits > 0 || (end - start == 1 && char.IsAsciiLetterUpper(text[start])) ? end : start;
    }

    /// <summary>Where an address begins whose flat stands before the house number: <c>Flat 2, 14b Kings Rd</c>.</summary>
    public static int UnitBefore(ReadOnlySpan<char> text, int start)
    {
        for (var i = 0; i < 2; i++)
        {
            var p = WordWalk.SkipSpacesBack(text, start);
            if (p > 0 && text[p - 1] is ',' or '/' or '-') p = WordWalk.SkipSpacesBack(text, p - 1);
            else if (p > 0 && text[p - 1] == '\n') p = WordWalk.SkipSpacesBack(text, p > 1 && text[p - 2] == '\r' ? p - 2 : p - 1);
            if (p == start) return start;
            var id = p;
            while (id > 0 && p - id < 7 && char.IsAsciiLetterOrDigit(text[id - 1])) id--;
            if (id == p || Chars.IsWord(Chars.Before(text, id)) || !(char.IsAsciiDigit(text[p - 1]) || char.IsAsciiDigit(text[id]) || p - id == 1)) return start;
            if (Chars.Before(text, id) == '#') id--;
            var gap = WordWalk.SkipSpacesBack(text, id);
            if (gap > 0 && text[gap - 1] == '.') gap--;
            var word = WordWalk.Start(text, gap);
            if (word == gap || !StreetTable.Units.Has(text[word..gap]) || text[word..gap] is "no" or "m" or "k" or "bus" or "lower" or "ap") return start;
            start = word;
        }

        return start;
    }

    /// <summary>Where "Block 12", "No. 12", "Plot No. 12" begins, whose first digit is given; the digit itself where no such word stands before it.</summary>
    public static int NamedNumber(ReadOnlySpan<char> text, int digit)
    {
        var start = digit;
        for (var i = 0; i < 2; i++)
        {
            var p = WordWalk.SkipSpacesBack(text, start);
            if (p > 0 && text[p - 1] is '.' or '#') p--;
            if (p > 0 && i == 0 && text[p] == '#') return p;
            var word = WordWalk.Start(text, p);
            if (word == p || !(Numbers.Has(text[word..p]) || (i > 0 && StreetTable.Units.Has(text[word..p])))) return start;
            start = word;
        }

        return start;
    }

    private static readonly WordMap Numbers = new("blk block no house plot hno nr door shop flat unit apt apartment villa number");

    /// <summary>A post-office box whose number's first digit is given: where it begins and ends, and how sure it is.</summary>
    public static double Box(ReadOnlySpan<char> text, int digit, out int start, out int end)
    {
        (start, end) = (digit, Chars.EndOfDigits(text, digit));
        while (end - digit < 12 && Chars.At(text, end) is ' ' or '-' && char.IsAsciiDigit(Chars.At(text, end + 1)) && Chars.EndOfDigits(text, end + 1) - end - 1 is 2 or 3 && end - digit < 9) end = Chars.EndOfDigits(text, end + 1);
        if (end - digit > 12 || Chars.IsWord(Chars.At(text, end)) || !char.IsAsciiLetter(LetterBefore(text, digit))) return 0;
        Span<char> key = stackalloc char[24];
        var at = key.Length;
        var (kind, low) = (0, Math.Max(0, digit - 26));
        var upper = true;
        for (var i = digit - 1; i >= low && at > 0; i--)
        {
            var c = text[i];
            if (char.IsLetter(c))
            {
                key[--at] = Text.Fold.Char(c);
                upper &= char.IsUpper(c);
                if (char.IsLetterOrDigit(Chars.Before(text, i))) continue;
                foreach (var (word, value) in Boxes)
                {
                    if (!key[at..].SequenceEqual(word)) continue;
                    if (value == 1 || (value == 2 && upper)) (kind, start) = (value, i);
                    else if (value == 3 && upper && kind == 0) (kind, start) = (3, i);
                    else if (value == 3 && word == "box" && kind == 0) (kind, start) = (text[i] == 'B' && WordWalk.Before(text, i) is "till" or "Till" or "postadress" ? 2 : 3, i);
                }
            }
            else if (c is not (' ' or '.' or '#' or ':' or '\u00A0' or 'º' or '°') || (c == ':' && i < digit - 2)) break;
        }

        return kind switch { 1 => 0.85, 2 => 0.6, 3 => 0.3, _ => 0 };
    }

    private static char LetterBefore(ReadOnlySpan<char> text, int digit)
    {
        var p = digit;
        while (p > 0 && digit - p < 4 && text[p - 1] is ' ' or '.' or '#' or ':' or '\u00A0' or 'º' or '°') p--;
        return p > 0 ? text[p - 1] : '\n';
    }
}
