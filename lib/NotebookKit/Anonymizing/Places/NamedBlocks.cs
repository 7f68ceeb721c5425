namespace NotebookKit.Anonymizing;

/// <summary>Addresses without a word for a street: number and names are one where a flat, a postcode or a country's line behind them says so.</summary>
internal static class NamedBlocks
{
    private const int MaxWords = 6, MaxShip = 48;

    /// <summary>Words before a number that is no part of an address.</summary>
    private static readonly WordMap NoLeads = new("order orders invoice ticket account id ref no nr nº number case issue item article artikel page version chapter room line code phone tel extension ext top only for");

    private static readonly WordMap Fronts = new("at to is in on near from of address adresse anschrift and an nach bei in à au en a via indirizzo dirección adres");

    /// <summary>"15 Old Mill Cottages, Bath BA1 2AB", "83 Harbourside Apt. 17", "4712 Exempelbacken 7 ⏎ Suite 12 ⏎ Exampleville ⏎ Norway".</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, int number, out int start, out int end)
    {
        (start, end) = (digit, number);
        if (number - digit > 5 || IsYear(text[digit..number])) return 0;
        end = Names(text, number, out var smalls, out var isNumbered);
        var name = WordWalk.Behind(text, number);
        if (end == number || Regions.NoPlaces.Has(name) || Regions.Cities.Has(name) || DateTable.Months.Has(name) || PostcodeShapes.Read(text, digit, out _) > PostcodeShape.Bare) return 0;
        var units = AddressParts.UnitsAfter(text, end, out var isFlat);
        end = units;
        if (!isFlat && !(isNumbered && IsStreet(text, end)) && Chars.At(text, WordWalk.SkipSpaces(text, end)) is not (',' or '\n' or '\r' or '\\')) return 0;
        var tail = AddressTail.Read(text, end, out var strength);
        start = AddressParts.UnitBefore(text, digit);
        if (strength == 0 && IsStreet(text, end))
        {
            // "4712 Exempelbacken 7 St."
            return isNumbered && number - digit > 2 && smalls < 2 ? 0.55 : 0;
        }

        if (strength == 2 && (smalls == 0 || isFlat || isNumbered))
        {
            end = tail;
            return 0.7;
        }

        if (isFlat && strength == 1)
        {
            end = tail;
            return 0.65;
        }

        if (isFlat) return smalls == 0 && !NoLeads.Has(WordWalk.Before(text, digit)) ? 0.5 : 0;
        // Three lines, the last one a country's.
        if (strength == 0 || smalls > 0 || text[end..tail].Count('\n') < 2) return 0;
        end = tail;
        return 0.5;
    }

    /// <summary>Index behind up to six words of a name, the first written large, with a number behind them where one stands there; few small words among them.</summary>
    private static int Names(ReadOnlySpan<char> text, int number, out int smalls, out bool isNumbered)
    {
        (smalls, isNumbered) = (0, false);
        var end = number;
        var p = WordWalk.SkipSpaces(text, number);
        // Tabs part the columns of a table.
        if (p == number || text[number..p].Contains('\t')) return end;
        for (var i = 0; i < MaxWords; i++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            var word = text[p..stop];
            if (i > 0 && char.IsAsciiDigit(word[0]))
            {
                if (!AddressParts.HouseNumber(text, p, out var second)) break;
                isNumbered = true;
                return second;
            }

            if (IsUnit(text, p, stop)) break;
            if (!NumberFirst.IsName(word) && !(i > 0 && (StreetTable.Particles.Has(word) || StreetTable.Types.Has(word))) && (i == 0 || word.Length < 3 || ++smalls > 2)) break;
            end = stop;
            if (Chars.At(text, stop) == '.' && stop - p <= 4 && WordWalk.IsSpace(Chars.At(text, stop + 1))) stop++;
            p = WordWalk.SkipSpaces(text, stop);
            if (p == stop || text[stop..p].Contains('\t')) break;
        }

        return end;
    }

    private static bool IsStreet(ReadOnlySpan<char> text, int end) => WordWalk.Behind(text, end) is "St" or "Str" or "Street" or "Rd" or "Road" or "Ave" or "Avenue" or "st" or "street";

    private static bool IsUnit(ReadOnlySpan<char> text, int start, int end) =>
        StreetTable.Units.Has(text[start..end]) && char.IsAsciiDigit(Chars.At(text, WordWalk.SkipSpaces(text, Chars.At(text, end) is '.' ? end + 1 : end)));

    /// <summary>Words written large that go on behind a street on its line before a flat or a postcode: "12 Example Dr Ostrander Ridge ⏎ Apt. 7 …". The index itself where none do.</summary>
    public static int GoOn(ReadOnlySpan<char> text, int end)
    {
        var (p, last) = (WordWalk.SkipSpaces(text, end), end);
        if (p == end) return end;
        for (var i = 0; i < 4; i++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p || IsUnit(text, p, stop) || !(NumberFirst.IsName(text[p..stop]) || (i > 0 && StreetTable.Particles.Has(text[p..stop])))) break;
            last = stop;
            p = WordWalk.SkipSpaces(text, stop);
            if (p == stop) break;
        }

        return last > end && AddressParts.UnitsAfter(text, last, out var isFlat) > last && isFlat ? last : end;
    }

    /// <summary>Where an address begins before which a number of two to five figures stands: a second house number, or a postcode in front of the street.</summary>
    public static int Lead(ReadOnlySpan<char> text, int start)
    {
        var p = WordWalk.SkipSpacesBack(text, start);
        if (p == start || p < 2 || !char.IsAsciiDigit(text[p - 1])) return start;
        var digit = p;
        while (digit > 0 && p - digit < 6 && char.IsAsciiDigit(text[digit - 1])) digit--;
        if (p - digit is < 2 or > 5 || !AddressParts.HouseNumber(text, digit, out _) || Chars.Before(text, digit) is '#' or '/' or '-') return start;
        var before = WordWalk.Before(text, digit);
        // Two figures may count something, or be a day.
        if (p - digit == 2 && before.Length > 0 && !Fronts.Has(before)) return start;
        return NoLeads.Has(before) || (before.Length > 0 && char.IsAsciiDigit(before[^1])) || (IsYear(text[digit..p]) && before.Length > 0) ? start : digit;
    }

    /// <summary>"2008 Beijing Olympics": behind or before names without a word for streets such a number is a year.</summary>
    public static bool IsYear(ReadOnlySpan<char> number) => number.Length == 4 && number[..2] is "18" or "19" or "20" && char.IsAsciiDigit(number[3]);

    /// <summary>"Flat No. 302, Sunrise Apartments, …, Pune - 411001", "Flat 3" and lines that end with a postcode; "USS Example, FPO AE 09123".</summary>
    public static double FromUnit(ReadOnlySpan<char> text, int digit, int number, out int start, out int end)
    {
        (start, end) = (AddressParts.NamedNumber(text, digit), number);
        if (start == digit)
        {
            var p = WordWalk.SkipSpacesBack(text, digit);
            var word = WordWalk.Start(text, p);
            if (word == p || text[word..p] is "no" or "No" || !StreetTable.Units.Has(text[word..p])) return Ship(text, digit, ref start, ref end);
            start = word;
        }

        end = AddressParts.UnitsAfter(text, end);
        var tail = AddressTail.Read(text, end, out var strength);
        if (strength < 2) return 0;
        end = tail;
        return 0.75;
    }

    /// <summary>Mail for ships and posts abroad: the postcode's first digit is given, the ship stands on the line before.</summary>
    private static double Ship(ReadOnlySpan<char> text, int digit, ref int start, ref int end)
    {
        if (end - digit != 5 || digit < 8 || !Posts.Has(text[(digit - 7)..(digit - 4)]) || !Areas.Has(text[(digit - 3)..(digit - 1)]) || text[digit - 4] != ' ' || text[digit - 1] != ' ' || Chars.IsWord(Chars.Before(text, digit - 7))) return 0;
        start = digit - 7;
        var from = Math.Max(0, start - MaxShip);
        var line = text[from..start].TrimEnd(" ,\r\n\\n");
        foreach (var prefix in Posted)
        {
            // "Unit 1234 Box 5678", "PSC 1234, Box 5678".
            var unit = line.LastIndexOf(prefix, StringComparison.Ordinal);
            if (unit < 0 || line[unit..].Contains('\n') || Chars.IsWord(Chars.Before(line, unit)) || !char.IsAsciiDigit(Chars.At(line, unit + prefix.Length)) || !line[unit..].Contains("Box ", StringComparison.Ordinal)) continue;
            start = from + unit;
            return 0.85;
        }

        foreach (var prefix in Ships)
        {
            var ship = line.LastIndexOf(prefix, StringComparison.OrdinalIgnoreCase);
            if (ship < 0 || line[ship..].ContainsAny('\n', ',', '.') || Chars.IsWord(Chars.Before(line, ship))) continue;
            start = from + ship;
            break;
        }

        return 0.8;
    }

    private static readonly string[] Posted = ["Unit ", "PSC ", "CMR ", "OPC "];

    private static readonly string[] Ships = ["USS ", "USNS ", "USNV ", "USCGC "];

    private static readonly WordMap Posts = new("FPO APO DPO"), Areas = new("AA AE AP");
}
