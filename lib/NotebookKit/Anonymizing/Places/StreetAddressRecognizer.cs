using System.Buffers;
using System.Runtime.InteropServices;

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
        "sídlo", "bosatt", "asun ", "osoite", "lakom", "cím", "lives in", "street:", "street\"", "straße:", "straße\"", "located on", "billing", "shipping",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Cues that nothing but an address follows: they carry a name and a number without any word for streets.</summary>
    private static readonly SearchValues<string> SureCues = SearchValues.Create(
    [
        "address", "adress", "anschrift", "direcci", "domicili", "indirizzo", "endere", "adres", "osoite", "lakcím", "sídlo", "straße:", "street:", "street\"", "straße\"", "wohnhaft", "bosatt", "ship to", "deliver to", "reside at", "resides at", "lives at ", "residing at", "live at ", "lived at ", "located at ", "bydlišt", "mieszka",
    ], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.StreetAddress;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        var (last, before) = (0, into.Count);
        foreach (var run in context.Numbers(text))
        {
            if (run.Start < last || run.Length > 6 || Read(span, run.Start, out var start, out var end) is not (>= 0.25 and var score)) continue;
            into.Add(At(start, end, Math.Min(score, 0.95)));
            last = end;
        }

        foreach (var (start, end, score) in new BareStreets(span)) into.Add(At(start, end, score));
        StreetCorners.Find(span, this, into, before);
        // Words are cut for all who want them; for streets alone only where one may be found.
        if (context.HasTokens(text) || WrittenStreets.May(span)) WrittenStreets.Find(span, CollectionsMarshal.AsSpan(context.Tokens(text)), this, into);
        if (context.HasTokens(text) || NamedStreetHints.May(span, context.Numbers(text))) NamedStreets.Find(span, CollectionsMarshal.AsSpan(context.Tokens(text)), this, into);
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
            if (score < 0.5 && NamedBlocks.Read(text, digit, number, out var other, out var stop) is > 0 and var named) return Take(other, stop, named, out start, out end);
            if (score < 0.25) return score;
            // "Rue Example 12 Rose Court": the number belongs to what stands before it, too.
            if (first == digit && NumberLast.Read(text, digit, out var street, out var isNone) >= 0.7 && !isNone) start = street;
            start = NamedBlocks.Lead(text, start);
            return score;
        }

        var last = NumberLast.Read(text, digit, out var before, out var isWeak);
        if (last > 0)
        {
            // "Mannerheimintie 12 A 4": stairs and flat of a Finnish house.
            if (Chars.At(text, number) == ' ' && char.IsAsciiLetterUpper(Chars.At(text, number + 1)) && Chars.At(text, number + 2) == ' ' && Chars.EndOfDigits(text, number + 3) is var flat && flat - number is > 3 and < 7 && !Chars.IsWord(Chars.At(text, flat))) number = flat;
            (var whole, end) = (number, number);
            var result = Finish(text, before, ref end, last, 0.5);
            if (isWeak && NamedBlocks.IsYear(text[digit..whole])) result = 0;
            else if (isWeak && end == whole)
                result = end - digit < 5 && !NumericDates.IsYear(NumericDates.Value(text, digit, Chars.EndOfDigits(text, digit))) && WordWalk.Line(text, before, CueWindow).ContainsAny(SureCues) ? 0.55 : 0;
            start = NamedBlocks.Lead(text, before);
            if (result >= 0.25) return result;
        }

        score = NamedBlocks.Read(text, digit, number, out start, out end);
        if (score == 0) score = NamedBlocks.FromUnit(text, digit, number, out start, out end);
        if (score > 0) start = MilitaryMail.Lead(text, start);
        return score;
    }

    private static double Take(int from, int to, double score, out int start, out int end)
    {
        (start, end) = (from, to);
        return score;
    }

    /// <summary>Adds flats and what follows in the block, and raises the score by it.</summary>
    internal static double Finish(ReadOnlySpan<char> text, int start, ref int end, double score, double cueFloor)
    {
        var units = AddressParts.UnitsAfter(text, end, out var isFlat);
        if (units == end && NamedBlocks.GoOn(text, end) is var more && more > end) units = AddressParts.UnitsAfter(text, more, out isFlat);
        if (units > end) score = Math.Max(score + 0.1, isFlat ? 0.6 : score < 0.25 ? 0 : 0.6);
        end = units;
        var tail = AddressTail.Read(text, end, out var strength);
        if (strength == 2) score = Math.Max(score + 0.1, score < 0.25 ? 0.7 : 0.9);
        else if (strength == 1 && score >= 0.25) score = Math.Max(score + 0.1, 0.6);
        if (strength > 0 && score >= 0.25) end = tail;
        if (score < 0.9 && HasCue(text, start)) score = Math.Max(score + 0.15, cueFloor);
        return score;
    }
}
