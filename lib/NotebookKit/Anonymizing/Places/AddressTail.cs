namespace NotebookKit.Anonymizing;

/// <summary>What follows a street in a postal address: districts, postcode, city, state, country, between commas and line ends.</summary>
internal static class AddressTail
{
    private const int MaxParts = 7, MaxPending = 4, MaxCityWords = 6;

    private enum Joint
    {
        None,
        Space,
        Comma,
        Line,
    }

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Index behind the street.</param>
    /// <param name="strength">2: a postcode is in it; 1: a state or a country; 0: nothing that belongs to an address for sure.</param>
    /// <returns>Index behind what belongs to the address for sure; <paramref name="start"/> where nothing does.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, out int strength)
    {
        strength = 0;
        var (end, cursor, pending) = (start, start, 0);
        for (var part = 0; part < MaxParts; part++)
        {
            var next = Separator(text, cursor, out var joint);
            if (joint == Joint.None) break;
            // Behind a postcode, figures are a telephone number or the like.
            if (strength < 2 && Postcode(text, next, joint, pending > 0 || strength > 0, out var stop))
            {
                (end, cursor, strength, pending) = (stop, stop, 2, 0);
                continue;
            }

            if (State(text, next, out stop) is > 0 and var state && (pending > 0 || strength > 0 || BeforePostcode(text, stop)))
            {
                (end, cursor, strength, pending) = (stop, stop, Math.Max(strength, state), 0);
                continue;
            }

            if (strength < 2 && pending > 0 && joint is Joint.Comma or Joint.Line && Region(text, next, out stop))
            {
                (end, cursor, strength, pending) = (stop, stop, 2, 0);
                continue;
            }

            stop = City(text, next, out var inner);
            if (stop == next || (joint == Joint.Space && inner == 0)) break;
            if (inner > 0) (end, strength, pending) = (stop, Math.Max(strength, inner), 0);
            else if (++pending > MaxPending || (joint == Joint.Line && !EndsPart(text, stop))) break;
            cursor = stop;
        }

        return end;
    }

    /// <summary>A comma, a line end, a dash, with spaces around; or a space alone.</summary>
    private static int Separator(ReadOnlySpan<char> text, int index, out Joint joint)
    {
        joint = Joint.None;
        var p = WordWalk.SkipSpaces(text, index);
        if (p > index) joint = Joint.Space;
        if (Chars.At(text, p) == '.' && p == index && Chars.At(text, p + 1) is ',' or '\n' or '\r') p++;
        if (Chars.At(text, p) is ',' || (Chars.At(text, p) is '-' or '\u2013' or '|' or '·' or '/' && p > index && WordWalk.IsSpace(Chars.At(text, p + 1))))
        {
            joint = Joint.Comma;
            p = WordWalk.SkipSpaces(text, p + 1);
        }

        if (p >= text.Length)
        {
            joint = Joint.None;
            return p;
        }

        var line = p;
        if (text[line] == '\r') line++;
        if (Chars.At(text, line) == '\n') line++;
        else if (text[p] == '\\' && Chars.At(text, p + 1) == 'n') line = p + 2;
        else return p;
        joint = Joint.Line;
        p = WordWalk.SkipSpaces(text, line);
        // One blank line is what is left of a line break in HTML.
        if (Chars.At(text, p) is '\n' or '\r' && p + 1 < text.Length) p = WordWalk.SkipSpaces(text, text[p] == '\r' && text[p + 1] == '\n' ? p + 2 : p + 1);
        return WordWalk.SkipLineMarks(text, p);
    }

    /// <summary>A postcode with the place behind it. Digits alone count only with a place behind or before them.</summary>
    private static bool Postcode(ReadOnlySpan<char> text, int start, Joint joint, bool placed, out int end)
    {
        end = start;
        var at = start;
        var label = WordWalk.Behind(text, start);
        if (label.Length is >= 2 and <= 10 && Labels.Has(label)) at = WordWalk.SkipSpaces(text, Chars.At(text, start + label.Length) is ':' or '.' ? start + label.Length + 1 : start + label.Length);
        var shape = PostcodeShapes.Read(text, at, out var stop);
        if (shape == PostcodeShape.None || IsLocalPhone(text, at, stop) || (joint == Joint.Space && !placed && shape != PostcodeShape.Lettered && at == start && stop - at < 5)) return false;
        end = stop;
        var next = WordWalk.SkipSpaces(text, stop);
        if (next > stop && City(text, next, out _) is var city && city > next + 1 && !Regions.NoPlaces.Has(WordWalk.Behind(text, next)))
        {
            // "1010 Wien", but not "62704 Please".
            end = city;
            return true;
        }

        if (shape >= PostcodeShape.Joined || placed || at > start) return true;
        return joint is Joint.Comma or Joint.Line && stop - at >= 5 && !WordWalk.IsCapital(text, next) && !char.IsLetterOrDigit(Chars.At(text, next));
    }

    /// <summary>A district's code of up to three signs that no table has, or what programs write where it is missing, between place and postcode: "Exampleville, 43 73313".</summary>
    private static bool Region(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var stop = start;
        while (stop - start < 5 && (char.IsAsciiLetterOrDigit(Chars.At(text, stop)) || (stop > start && Chars.At(text, stop) == '-'))) stop++;
        var code = text[start..stop];
        if (code.IsEmpty || Chars.IsWord(Chars.At(text, stop)) || (!Missing.Has(code) && (code.Length > 3 || code.ContainsAnyInRange('a', 'z')))) return false;
        var next = Separator(text, stop, out var joint);
        if (joint == Joint.None) return false;
        if (State(text, next, out var country) > 0 && Separator(text, country, out joint) is var behind && joint != Joint.None && PostcodeShapes.Read(text, behind, out end) != PostcodeShape.None && end - behind > 3) return true;
        return PostcodeShapes.Read(text, next, out end) != PostcodeShape.None && end - next > 4;
    }

    private static readonly WordMap Missing = new("nan null none");

    /// <summary>"555-0123" on a line of its own is a number to call; Japan writes its postcodes so, too, but beside the place.</summary>
    private static bool IsLocalPhone(ReadOnlySpan<char> text, int start, int end) => end - start == 8 && text[start + 3] is '-' or '\u2013';

    private static readonly WordMap Labels = new("zip zipcode postcode plz cp cap cep eircode pin pincode");

    private static bool BeforePostcode(ReadOnlySpan<char> text, int index)
    {
        var p = Separator(text, index, out var joint);
        return joint is Joint.Space or Joint.Comma && PostcodeShapes.Read(text, p, out _) != PostcodeShape.None;
    }

    /// <summary>1 for a state's code or name, or a country's, with the index behind it; else 0.</summary>
    public static int State(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (!WordWalk.IsCapital(text, start)) return 0;
        var word = WordWalk.End(text, start);
        var one = text[start..word];
        if (one.Length is 2 or 3 or 4 && WordWalk.IsUpper(one) && (Regions.Codes.Has(one) || Regions.Countries.Has(one)))
        {
            end = Chars.At(text, word) == '.' && EndsPart(text, word + 1) ? word : word;
            return 1;
        }

        // Names have up to four words.
        Span<int> ends = stackalloc int[4];
        var count = 0;
        for (var p = start; count < 4 && p < text.Length;)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            ends[count++] = stop;
            if (Chars.At(text, stop) == '.' && char.IsLetter(Chars.At(text, stop + 1)) && stop - p == 1) p = stop + 1;
            else if (Chars.At(text, stop) == ' ') p = stop + 1;
            else break;
        }

        for (; count > 0; count--)
        {
            var name = text[start..ends[count - 1]];
            if (name.Length < 2 || !(Regions.Names.Has(name) || Regions.Countries.Has(name)) || (name.Length < 4 && !WordWalk.IsUpper(name) && !name.Contains('.'))) continue;
            end = ends[count - 1];
            // "Cyprus (Greek)", "Congo (Kinshasa)".
            if (Chars.At(text, end) == ' ' && Chars.At(text, end + 1) == '(' && text.Slice(end, Math.Min(24, text.Length - end)).IndexOf(')') is > 3 and var close && !text.Slice(end, close).ContainsAnyInRange('0', '9') && EndsOrPostcode(text, end + close + 1)) end += close + 1;
            return 1;
        }

        return 0;
    }

    /// <summary>A place of up to four words, with what stands behind it in the same part: a state (1), a postcode (2).</summary>
    private static int City(ReadOnlySpan<char> text, int start, out int inner)
    {
        inner = 0;
        if (!WordWalk.IsCapital(text, start) && !(Chars.At(text, start) == '\'' && Chars.At(text, start + 1) == 's') && !IsOrdinal(text, start)) return start;
        if (Regions.NoPlaces.Has(text[start..WordWalk.End(text, start)])) return start;
        var (end, p) = (start, start);
        for (var count = 0; count <= MaxCityWords; count++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            if (count > 0)
            {
                if (PostcodeShapes.Read(text, p, out var code) != PostcodeShape.None && (PostcodeShapes.Read(text, p, out _) >= PostcodeShape.Joined || code - p >= 4))
                {
                    inner = 2;
                    return code;
                }

                if (State(text, p, out var state) > 0)
                {
                    inner = 1;
                    var after = Separator(text, state, out var joint);
                    if (joint is not (Joint.Space or Joint.Comma) || PostcodeShapes.Read(text, after, out code) == PostcodeShape.None) return state;
                    inner = 2;
                    return code;
                }

                if (count == MaxCityWords) break;
                if (!WordWalk.IsCapital(text, p) && !(char.IsAsciiDigit(text[p]) && stop - p <= 2) && !StreetTable.Particles.Has(text[p..stop]) && text[p..stop] is not ("am" or "an" or "bei" or "upon" or "ob" or "lez" or "lès" or "près" or "nad" or "pod" or "u" or "v" or "der" or "bij" or "unter" or "aan" or "under"))
                    break;
            }

            if (WordWalk.IsCapital(text, p) || char.IsAsciiDigit(text[p])) end = stop;
            p = stop;
            if (Chars.At(text, p) == '.' && stop - end == 0 && end - start <= 3) p++;
            var space = WordWalk.SkipSpaces(text, p);
            if (space == p) break;
            // "Milano (MI)", "Montréal (Québec) H3B 4W8".
            if (Chars.At(text, space) == '(' && text.Slice(space, Math.Min(24, text.Length - space)).IndexOf(')') is > 2 and var close && (close == 3 ? WordWalk.IsUpper(text.Slice(space + 1, 2)) : Regions.Names.Has(text.Slice(space + 1, close - 1))))
            {
                var behind = WordWalk.SkipSpaces(text, space + close + 1);
                inner = PostcodeShapes.Read(text, behind, out var code) != PostcodeShape.None ? 2 : 1;
                return inner == 2 ? code : space + close + 1;
            }

            p = space;
        }

        return end;
    }

    /// <summary>"3rd Cross", "5th Main".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> text, int start)
    {
        var digits = Chars.EndOfDigits(text, start);
        return digits > start && digits - start < 3 && WordWalk.End(text, start) == digits + 2 && text.Slice(digits, 2) is "st" or "nd" or "rd" or "th" && WordWalk.IsCapital(text, WordWalk.SkipSpaces(text, digits + 2));
    }

    private static bool EndsOrPostcode(ReadOnlySpan<char> text, int index) => EndsPart(text, index) || PostcodeShapes.Read(text, WordWalk.SkipSpaces(text, index), out _) != PostcodeShape.None;

    private static bool EndsPart(ReadOnlySpan<char> text, int index)
    {
        var p = WordWalk.SkipSpaces(text, index);
        return p >= text.Length || text[p] is ',' or ';' or '\n' or '\r' or '-' or '.' or '\\' or '"' or '|' or '<';
    }
}
