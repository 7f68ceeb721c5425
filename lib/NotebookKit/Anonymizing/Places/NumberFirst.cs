namespace NotebookKit.Anonymizing;

/// <summary>Streets whose number stands in front: <c>742 Evergreen Terrace</c>, <c>12 bis rue de la Paix</c>.</summary>
internal static class NumberFirst
{
    private const int MaxWords = 7;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouAEIOU");

    private static readonly WordMap Repeats = new("bis ter quater");

    private static readonly WordMap Numbered = new("highway hwy route road rd avenue ave av street sr freeway");

    /// <summary>Words before a year or a count that is no house number.</summary>
    private static readonly WordMap Times = new(
        "in since by until till from after before during circa c the of around year spring summer autumn fall winter january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec im seit en desde dal nel depuis");

    private static readonly WordMap Counts = new(
        "chapter season episode level part volume vol act scene track section figure table page step lesson round version top number release phase question task item grade class stage world zone question day week match game all these those other first last");

    private static readonly WordMap Usual = new(
        "a an the of on in to for and or with by at way lane mile miles minute minutes hour km block blocks major busy new old different more other one two three hidden my your our this that is are was from great best good bad star person people bed bedroom day night year car man side year-old dead high different km meter m main-street");

    /// <summary>Reads a street behind a house number; its score and the index behind it, 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, int number, out int end)
    {
        end = number;
        Span<(int Start, int End)> words = stackalloc (int, int)[MaxWords];
        var p = WordWalk.SkipSpaces(text, number);
        var comma = Chars.At(text, p) == ',';
        if (comma) p = WordWalk.SkipSpaces(text, p + 1);
        if (p == number) return 0;
        // "3 bis, rue Neuve".
        if (!comma && WordWalk.End(text, p) is var bis && Chars.At(text, bis) == ',' && Repeats.Has(text[p..bis])) p = WordWalk.SkipSpaces(text, bis + 1);
        var count = ReadWords(text, p, words);
        if (count == 0) return 0;
        var score = French(text, words[..count], out end);
        if (score == 0) score = English(text, words[..count], text[digit..number], out end);
        if (comma && score is > 0 and < 0.8 && !char.IsAsciiLetterLower(text[words[0].Start])) score = 0;
        else if (comma && score == 0.8) score = 0.7;
        if (score == 0) return 0;
        var before = WordWalk.Before(text, digit);
        if (IsYear(text[digit..number]) && (Times.Has(before) || Chars.Before(text, WordWalk.SkipSpacesBack(text, digit)) == ',')) score -= 0.45;
        else if (Counts.Has(before)) score -= 0.4;
        return Math.Max(score, 0.1);
    }

    /// <summary>True for 1800–2099, which may be a year.</summary>
    private static bool IsYear(ReadOnlySpan<char> number) => number.Length == 4 && number[..2] is "18" or "19" or "20";

    private static bool IsRecent(ReadOnlySpan<char> number) => number.Length == 4 && number[..2] is "19" or "20" && number[2] is '0' or '1' or '2' or '9' or '8' or '7';

    /// <summary>Words of a line between single marks; a period counts to a short word.</summary>
    private static int ReadWords(ReadOnlySpan<char> text, int p, Span<(int Start, int End)> words)
    {
        var count = 0;
        while (count < words.Length)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            words[count++] = (p, stop);
            var next = Chars.At(text, stop) == '.' && stop - p <= 5 ? stop + 1 : stop;
            var space = WordWalk.SkipSpaces(text, next);
            if (space == stop) break;
            p = space;
        }

        return count;
    }

    private static double French(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, out int end)
    {
        end = 0;
        var k = 0;
        if (words.Length > 2 && (Repeats.Has(text[words[0].Start..words[0].End]) || (words[0].End - words[0].Start == 1 && char.IsAsciiLetterUpper(text[words[0].Start])))) k = 1;
        var type = StreetTable.Types.Of(text[words[k].Start..words[k].End]);
        if ((type & StreetTable.French) == 0 && text[words[k].Start..words[k].End] is not ("Calle" or "Via" or "Rua" or "Avenida" or "Jalan" or "Jln" or "Lorong" or "Piazza" or "Carrer" or "Strada")) return 0;
        var strong = (type & StreetTable.First) != 0;
        var capital = WordWalk.IsCapital(text, words[k].Start);
        var named = false;
        for (var i = k + 1; i < words.Length; i++)
        {
            var word = text[words[i].Start..words[i].End];
            if (IsName(word) || (named && char.IsAsciiDigit(word[0]) && word.Length < 5)) (end, named) = (words[i].End, true);
            else if (char.IsAsciiDigit(word[0]) && word.Length < 5 && i + 1 < words.Length && IsName(text[words[i + 1].Start..words[i + 1].End])) continue;
            else if (DateTable.Months.Has(word) && i > k + 1 && char.IsAsciiDigit(text[words[i - 1].Start])) (end, named) = (words[i].End, true);
            else if (!StreetTable.Particles.Has(word) && !((type & StreetTable.Last) != 0 && StreetTable.EnglishParticles.Has(word)))
            {
                // "12 rue de la paix": one small word, where the kind of street is no usual word of English.
                if (end == 0 && strong && !Usual.Has(word) && !char.IsAsciiDigit(word[0]) && (type & StreetTable.Last) == 0) end = words[i].End;
                break;
            }

            if (WordWalk.SkipSpaces(text, words[i].End) == words[i].End) break;
        }

        if (end == 0) return 0;
        if ((type & StreetTable.Last) != 0 && !named) return 0;
        return !strong ? named ? capital ? 0.55 : 0.6 : 0 : named ? 0.85 : 0.6;
    }

    private static double English(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ReadOnlySpan<char> number, out int end)
    {
        end = 0;
        var (strong, weak, small) = (-1, -1, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var word = text[words[i].Start..words[i].End];
            var type = StreetTable.Types.Of(word);
            if (i == 0 && word.Equals("Broadway", StringComparison.OrdinalIgnoreCase)) strong = 0;
            var isSaint = word is "St" or "Mt" or "Dr" or "Ft" && Chars.At(text, words[i].End) == '.' && i + 1 < words.Length && IsName(text[words[i + 1].Start..words[i + 1].End]) && i == 0;
            if (i > 0 && !isSaint && !(i == 1 && StreetTable.Directions.Has(text[words[0].Start..words[0].End]) && (type & StreetTable.Last) == 0))
            {
                if ((type & StreetTable.Last) != 0 && (char.IsUpper(word[0]) || (type & StreetTable.Small) != 0 || word.Length > 3 || word is "rd" or "ln" or "dr")) strong = i;
                else if (strong < 0 && (type & StreetTable.WeakLast) != 0 && (char.IsUpper(word[0]) || small == 0)) weak = i;
            }

            if (strong == i || weak == i)
            {
                // "Park Avenue", "Court Lane": the last of adjacent words for streets.
                if (i + 1 < words.Length && strong == i && char.IsUpper(text[words[i + 1].Start]) && (StreetTable.Types.Of(text[words[i + 1].Start..words[i + 1].End]) & StreetTable.Last) != 0 && IsTight(text, words[i], words[i + 1])) continue;
                if (strong == i) break;
            }

            if (i == 0 && word is "st" && i + 1 < words.Length) continue;
            if (!IsName(word) && !IsOrdinal(word) && !(i > 0 && StreetTable.EnglishParticles.Has(word)))
            {
                if (Usual.Has(word) || !IsSmall(word) || ++small > 2) break;
            }

            if (i + 1 < words.Length && !IsTight(text, words[i], words[i + 1])) break;
        }

        var last = strong >= 0 ? strong : weak;
        if (last < 0) return 0;
        var lower = char.IsLower(text[words[0].Start]) && !IsOrdinal(text[words[0].Start..words[0].End]);
        end = words[last].End;
        if (Chars.At(text, end) == '.' && end - words[last].Start <= 5 && IsAbbreviation(text[words[last].Start..end]) && !EndsSentence(text, end)) end++;
        end = Behind(text, words, last, end);
        if (strong > 1 && text[words[last].Start..words[last].End] is "Dr" or "St" && StreetTable.EnglishParticles.Has(text[words[last - 1].Start..words[last - 1].End])) return 0;
        // House numbers of three and more figures are no counts; a year may be one.
        if (strong < 0) return lower || small > 0 ? 0 : number.Length > 2 && !IsRecent(number) ? 0.55 : number.Length > 1 ? 0.4 : 0.3;
        if (small > 0 || lower) return (StreetTable.Types.Of(text[words[last].Start..words[last].End]) & StreetTable.Small) == 0 ? number.Length > 1 && small < 2 ? 0.35 : 0 : small > 1 ? 0.35 : 0.5;
        return 0.8;
    }

    /// <summary>A direction or a number behind the kind of street: <c>Pennsylvania Ave NW</c>, <c>US Highway 1</c>.</summary>
    private static int Behind(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, int last, int end)
    {
        var p = WordWalk.SkipSpaces(text, end);
        if (p == end) return end;
        var stop = WordWalk.End(text, p);
        if (stop == p) return end;
        var word = text[p..stop];
        if (WordWalk.IsCapital(text, p) && StreetTable.Directions.Has(word)) return Chars.At(text, stop) == '.' && stop - p == 1 && char.IsUpper(Chars.At(text, stop + 1)) ? WordWalk.End(text, stop + 1) : stop;
        if (stop - p <= 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && Numbered.Has(text[words[last].Start..words[last].End]) && Chars.At(text, stop) is ',' or '\n' or '.' or ' ' && StreetTable.Units.Of(WordWalk.Behind(text, stop)) == 0) return stop;
        return end;
    }

    /// <summary>A period behind an abbreviation at the end of the text or before a sentence that goes on small belongs to nobody else; else it may end the sentence.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text, int dot)
    {
        var next = Chars.At(text, dot + 1);
        return next is '\n' or '\r' or '"' or '\'' || dot + 1 >= text.Length || (next == ' ' && char.IsUpper(Chars.At(text, dot + 2)) && StreetTable.Units.Of(WordWalk.Behind(text, dot + 1)) == 0 && StreetTable.Directions.Of(WordWalk.Behind(text, dot + 1)) == 0);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 2 || word[1..].IndexOfAny(Vowels) < 0 || word.Equals("ave", StringComparison.OrdinalIgnoreCase) || word.Equals("ter", StringComparison.OrdinalIgnoreCase) || word.Equals("cres", StringComparison.OrdinalIgnoreCase);

    private static bool IsTight(ReadOnlySpan<char> text, (int Start, int End) a, (int Start, int End) b) => b.Start - a.End <= 2;

    private static bool IsSmall(ReadOnlySpan<char> word) => word.Length > 2 && char.IsLower(word[0]) && !word.ContainsAnyInRange('0', '9');

    /// <summary>Written as names are: <c>Oak</c>, <c>d'Artagnan</c>, <c>dell'Orso</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return false;
        if (char.IsUpper(word[0]) || (char.IsLetter(word[0]) && !char.IsLower(word[0]))) return true;
        var mark = word.IndexOfAny('\'', '\u2019');
        return mark > 0 && mark + 1 < word.Length && char.IsUpper(word[mark + 1]);
    }

    /// <summary>"5th", "42nd", "1er".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 6 || !char.IsAsciiDigit(word[0])) return false;
        return word[^2..] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" or "er" or "St" or "Th";
    }
}
