using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Business identifier codes of banks: four letters, a country, two letters or digits and perhaps a branch, near the words BIC or SWIFT or beside an IBAN. Without them the
/// shape is that of a word; in small letters it is one as a rule, so those are taken behind their word only.</summary>
public sealed class BicRecognizer : Recognizer
{
    private const int Window = 48, SmallGap = 40;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;\n\r");

    private static readonly SearchValues<string> Words = SearchValues.Create(["bic", "swift", "iban"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Countries whose banks have codes. Source: ISO 3166-1 alpha-2, and XK.</summary>
    private const string Countries =
        "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GG GH GI GL GM GN GP "
        + "GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NZ OM "
        + "PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VN VU WS XK YE ZA ZM ZW";

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Bic;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        var done = 0;
        for (var from = 0; from < span.Length && span[from..].IndexOfAny(Words) is >= 0 and var found;)
        {
            var word = from + found;
            from = word + 3;
            if (char.IsLetter(Chars.Before(span, word)) && !(char.IsLower(span[word - 1]) && char.IsUpper(span[word]))) continue;
            done = FindNear(span, word, Math.Max(done, word - Window / 2), Math.Min(span.Length, word + Window), into);
        }
    }

    /// <summary>Adds the codes of a window; returns where it has looked to.</summary>
    private int FindNear(ReadOnlySpan<char> text, int word, int from, int to, List<Span> into)
    {
        while (from > 0 && from < to && char.IsAsciiLetterOrDigit(text[from - 1])) from++;
        for (var start = from; start < to;)
        {
            if (!char.IsAsciiLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && end - start < 12 && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end - start is 8 or 11 && !Chars.IsWord(Chars.Before(text, start)) && !Chars.IsWord(Chars.At(text, end)) && IsCode(text[start..end]))
            {
                var score = text[start..end].ContainsAnyInRange('a', 'z') ? Small(text, word, start, end) : Score(text, word, start, end);
                if (score > 0) into.Add(At(start, end, score));
            }

            start = end;
            while (start < to && char.IsAsciiLetterOrDigit(text[start])) start++;
        }

        return to;
    }

    /// <summary>A code with a digit or the head office's XXX is no word; one of letters only must stand right behind the word for it.</summary>
    private static double Score(ReadOnlySpan<char> text, int word, int start, int end)
    {
        if (text[start..end].ContainsAnyInRange('0', '9') || (end - start == 11 && text[(end - 3)..end] is "XXX")) return 0.85;
        if (start < word || start - word > 24) return 0.35;
        var gap = text[word..start];
        return gap.Contains(':') || gap.Count(' ') <= 2 || gap.EndsWith("is ", StringComparison.OrdinalIgnoreCase) ? 0.75 : 0.35;
    }

    /// <summary>"bic: xxtxdee6", "the bic you have is xxtxdee6": with a digit behind the word in its sentence; letters only right behind its mark, and no usual word.</summary>
    private static double Small(ReadOnlySpan<char> text, int word, int start, int end)
    {
        var label = word;
        while (label < start && char.IsAsciiLetter(text[label])) label++;
        // "bicycle", "swiftly", and "iban", beside which anything stands.
        var name = text[word..label];
        if (start <= label || start - label > SmallGap || !(name.Equals("bic", StringComparison.OrdinalIgnoreCase) || name.Equals("swift", StringComparison.OrdinalIgnoreCase))) return 0;
        var gap = text[label..start];
        if (gap.ContainsAny(SentenceEnds)) return 0;
        var isMarked = gap.TrimEnd(" \"'") is [.., ':' or '='];
        // Swift is a language of programs, too.
        if (text[start..end].ContainsAnyInRange('0', '9') || (end - start == 11 && text[(end - 3)..end].Equals("xxx", StringComparison.OrdinalIgnoreCase)))
            return isMarked || name.Length == 3 || gap.Count(' ') <= 2 || gap.EndsWith(" is ", StringComparison.OrdinalIgnoreCase) ? 0.75 : 0.35;
        return isMarked && NameTable.Find(NameTokens.Hash(text[start..end])).Common == 0 ? 0.6 : 0;
    }

    private static bool IsCode(ReadOnlySpan<char> code)
    {
        if (code[..6].ContainsAnyInRange('0', '9') || code[6] is '0' or '1') return false;
        for (var at = 0; at < Countries.Length; at += 3)
            if (Countries[at] == (code[4] & ~0x20) && Countries[at + 1] == (code[5] & ~0x20)) return true;
        return false;
    }
}
