using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Postal addresses: house number and street, a post-office box, with flat, postcode, city, state and country where they follow. Streets without a
/// number are guesses, unless somebody says that they live there.</summary>
public sealed class StreetAddressRecognizer : Recognizer
{
    private const int CueWindow = 36;

    private static readonly SearchValues<string> Cues = SearchValues.Create(
    [
        "address", "adress", "live at", "live on", "live in", "lives at", "lives on", "living at", "living on", "reside", "located at", "ship to", "ship it to", "deliver", "moved to", "moving to", "send it to", "mail to", "home is", "house is",
        "office at", "visit us", "stay at", "wohn", "anschrift", "hausnummer", "direcci", "domicili", "vivo en", "indirizzo", "abito", "resident", "sede", "endere", "moro n", "habite", "domicil", "woon", " bor ", "bydli", "mieszka", "zamieszka", "adres",
        "sídlo", "bosatt", "asun ", "osoite", "lakom", "cím", "lives in", "street:", "straße:", "located on", "billing", "shipping",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Cues that nothing but an address follows: they carry a name and a number without any word for streets.</summary>
    private static readonly SearchValues<string> SureCues = SearchValues.Create(
    [
        "address", "adress", "anschrift", "direcci", "domicili", "indirizzo", "endere", "adres", "osoite", "lakcím", "sídlo", "straße:", "street:", "street\"", "straße\"", "wohnhaft", "bosatt", "ship to", "deliver to", "reside at", "resides at", "lives at ", "residing at", "bydlišt", "mieszka",
    ], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.StreetAddress;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        for (var digit = Chars.NextDigit(span, 0); digit >= 0;)
        {
            var next = Chars.EndOfDigits(span, digit);
            if (next - digit <= 6 && Read(span, digit, out var start, out var end) is >= 0.25 and var score)
            {
                into.Add(At(start, end, Math.Min(score, 0.95)));
                next = Math.Max(next, end);
            }

            digit = Chars.NextDigit(span, next);
        }

        foreach (var (start, end, score) in new BareStreets(span)) into.Add(At(start, end, score));
        IdeographicAddresses.Find(span, this, into);
    }

    /// <summary>A span of the address recognizer.</summary>
    internal Span Made(int start, int end, double score) => At(start, end, score);

    /// <summary>True where words before an index say that an address follows.</summary>
    internal static bool HasCue(ReadOnlySpan<char> text, int start) => WordWalk.Line(text, start, CueWindow).ContainsAny(Cues);

    private static double Read(ReadOnlySpan<char> text, int digit, out int start, out int end)
    {
        var score = AddressParts.Box(text, digit, out start, out end);
        if (score > 0) return Finish(text, start, ref end, score, 0.5);
        start = digit;
        if (!AddressParts.HouseNumber(text, digit, out var number)) return 0;
        score = NumberFirst.Read(text, digit, number, out end);
        if (score > 0)
        {
            var first = AddressParts.UnitBefore(text, digit);
            if (first == digit) first = AddressParts.NamedNumber(text, digit);
            score = first < digit && score >= 0.25 ? Math.Max(score + 0.15, 0.6) : score;
            start = Math.Min(start, first);
            score = Finish(text, start, ref end, score, 0.5);
            // "15 Old Mill Cottages, Bath BA1 2AB": the word for a street is none.
            return score < 0.5 && NamedOnly(text, digit, number, out var other, out var stop) is > 0 and var named ? Take(other, stop, named, out start, out end) : score;
        }

        var last = NumberLast.Read(text, digit, out var before, out var isWeak);
        if (last > 0)
        {
            // "Mannerheimintie 12 A 4": stairs and flat of a Finnish house.
            if (Chars.At(text, number) == ' ' && char.IsAsciiLetterUpper(Chars.At(text, number + 1)) && Chars.At(text, number + 2) == ' ' && Chars.EndOfDigits(text, number + 3) is var flat && flat - number is > 3 and < 7 && !Chars.IsWord(Chars.At(text, flat))) number = flat;
            (var whole, end) = (number, number);
            var result = Finish(text, before, ref end, last, 0.5);
            if (isWeak && end == whole)
                result = end - digit < 5 && !NumericDates.IsYear(NumericDates.Value(text, digit, Chars.EndOfDigits(text, digit))) && WordWalk.Line(text, before, CueWindow).ContainsAny(SureCues) ? 0.55 : 0;
            start = before;
            if (result >= 0.25) return result;
        }

        score = NamedOnly(text, digit, number, out start, out end);
        return score > 0 ? score : UnitOnly(text, digit, number, out start, out end);
    }

    private static double Take(int from, int to, double score, out int start, out int end)
    {
        (start, end) = (from, to);
        return score;
    }

    /// <summary>"Flat No. 302, Sunrise Apartments, …, Pune - 411001", "Flat 3" and lines that end with a postcode; "USS Example, FPO AE 09123".</summary>
    private static double UnitOnly(ReadOnlySpan<char> text, int digit, int number, out int start, out int end)
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

    /// <summary>Mail for ships: the postcode's first digit is given, the ship stands on the line before.</summary>
    private static double Ship(ReadOnlySpan<char> text, int digit, ref int start, ref int end)
    {
        if (end - digit != 5 || digit < 8 || text[(digit - 7)..digit] is not ("FPO AA " or "FPO AE " or "FPO AP " or "APO AA " or "APO AE " or "APO AP " or "DPO AA " or "DPO AE " or "DPO AP ")) return 0;
        start = digit - 7;
        var line = text[Math.Max(0, start - 48)..start].TrimEnd(" ,\r\n\\n");
        var ship = line.LastIndexOf("US", StringComparison.Ordinal);
        if (ship >= 0 && !line[ship..].ContainsAny('\n', ',', '.')) start = Math.Max(0, start - 48) + ship;
        return 0.8;
    }

    /// <summary>Number and names without a word for streets: an address where a postcode follows in the same block.</summary>
    private static double NamedOnly(ReadOnlySpan<char> text, int digit, int number, out int start, out int end)
    {
        (start, end) = (digit, number);
        var p = WordWalk.SkipSpaces(text, number);
        if (p == number || number - digit > 5) return 0;
        for (var i = 0; i < 4; i++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p || !(NumberFirst.IsName(text[p..stop]) || (i > 0 && StreetTable.Particles.Has(text[p..stop])) || i > 0 && StreetTable.Types.Has(text[p..stop]))) break;
            end = stop;
            p = WordWalk.SkipSpaces(text, stop);
            if (p == stop) break;
        }

        var name = WordWalk.Behind(text, number);
        if (end == number || Regions.NoPlaces.Has(name) || Regions.Cities.Has(name) || DateTable.Months.Has(name) || PostcodeShapes.Read(text, digit, out _) > PostcodeShape.Bare) return 0;
        end = AddressParts.UnitsAfter(text, end);
        if (Chars.At(text, WordWalk.SkipSpaces(text, end)) is not (',' or '\n' or '\r' or '\\')) return 0;
        var tail = AddressTail.Read(text, end, out var strength);
        if (strength < 2) return 0;
        end = tail;
        start = AddressParts.UnitBefore(text, digit);
        return 0.7;
    }

    /// <summary>Adds flats and what follows in the block, and raises the score by it.</summary>
    private static double Finish(ReadOnlySpan<char> text, int start, ref int end, double score, double cueFloor)
    {
        var units = AddressParts.UnitsAfter(text, end);
        if (units > end) score = Math.Max(score + 0.1, score < 0.25 ? 0 : 0.6);
        end = units;
        var tail = AddressTail.Read(text, end, out var strength);
        if (strength == 2) score = Math.Max(score + 0.1, score < 0.25 ? 0.7 : 0.9);
        else if (strength == 1 && score >= 0.25) score = Math.Max(score + 0.1, 0.6);
        if (strength > 0 && score >= 0.25) end = tail;
        if (score < 0.9 && HasCue(text, start)) score = Math.Max(score + 0.15, cueFloor);
        return score;
    }
}
