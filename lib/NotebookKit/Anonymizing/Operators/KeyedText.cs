using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Characters drawn by the key in the places of others of the same class: letters stay letters of their script and case, digits stay digits, separators stay.</summary>
internal static class KeyedText
{
    private const string Han = "安白采晨楚川丹冬芳风光海禾江景兰乐林明宁青秋山舒松田文溪夏晓星雅言阳叶雨云泽竹子";

    /// <summary>First and last letter of the alphabets of which letters are drawn, small letters where there are cases. Source: The Unicode Standard, code charts.</summary>
    private static readonly (char First, char Last)[] Alphabets =
    [
        ('a', 'z'), ('α', 'ρ'), ('а', 'я'), ('א', 'ת'), ('ا', 'غ'), ('क', 'ह'), ('ก', 'ฮ'), ('ა', 'ჰ'), ('ա', 'ֆ'), ('ぁ', 'ん'), ('ァ', 'ン'), ('가', '힣'),
    ];

    /// <summary>The text with other characters. Marks that combine vanish; a letter outside the basic plane becomes a Latin one.</summary>
    public static string Like(string value, KeyedDraws draws)
    {
        var chars = new char[value.Length];
        var length = 0;
        var changed = -1;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                {
                    if (char.IsLetterOrDigit(value, i)) chars[length++] = (char)('a' + draws.Next(26));
                    else (chars[length++], chars[length++]) = (c, value[i + 1]);
                    i++;
                }
                else
                {
                    chars[length++] = '\uFFFD';
                }
            }
            else if (char.IsDigit(c))
            {
                // A number keeps its length, so it does not begin with a zero that was not there.
                var first = Fold.Char(c) != '0' && (length == 0 || !char.IsDigit(chars[length - 1])) ? 1 : 0;
                if (changed < 0) changed = length;
                chars[length++] = (char)('0' + first + draws.Next(10 - first));
            }
            else if (char.IsLetter(c))
            {
                if (changed < 0) changed = length;
                chars[length++] = Letter(c, draws);
            }
            else if (!Fold.IsWord(c))
            {
                chars[length++] = c;
            }
        }

        var text = new string(chars, 0, length);
        return changed >= 0 && string.Equals(text, value, StringComparison.Ordinal) ? Other(chars, length, changed) : text;
    }

    private static char Letter(char c, KeyedDraws draws)
    {
        if (Fold.IsIdeograph(c) && c is >= '\u3400' and <= '\uFAFF') return Han[draws.Next(Han.Length)];
        var lower = char.ToLowerInvariant(Fold.Char(c) is '\0' or > '\u007F' ? c : Fold.Char(c));
        var alphabet = Alphabets[0];
        foreach (var candidate in Alphabets)
            if (lower >= candidate.First && lower <= candidate.Last) alphabet = candidate;
        var letter = (char)(alphabet.First + draws.Next(alphabet.Last - alphabet.First + 1));
        return char.IsUpper(c) ? char.ToUpperInvariant(letter) : letter;
    }

    /// <summary>By chance all characters were those of the original: one of them becomes its neighbour.</summary>
    private static string Other(char[] chars, int length, int at)
    {
        var c = chars[at];
        chars[at] = c switch { '9' => '1', 'z' => 'a', 'Z' => 'A', _ => (char)(c + 1) };
        return new(chars, 0, length);
    }
}
