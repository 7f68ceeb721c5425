using System.Buffers;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Characters that people read as plain letters, digits and marks: styled, circled and full-width forms, digits of all scripts, and what cannot be seen.
/// Blocks and order as in the Unicode code charts. Case stays.</summary>
internal static class PlainChars
{
    /// <summary>First unit of the pair behind every mathematical letter and digit (U+1D400 to U+1D7FF).</summary>
    public const char MathLead = '\uD835';

    /// <summary>The frame of a keycap digit, and the sign before it that asks for a picture.</summary>
    public const char Keycap = '\u20E3', Style = '\uFE0F';

    /// <summary>Letters that stood in Unicode before the mathematical alphabets, each before what it stands for.</summary>
    private const string Letterlike = "ℂCℊgℋHℌHℍHℎhℐIℑIℒLℓlℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴoⅅDⅆdⅇeⅈiⅉj﹒.﹫@﹣-﹢+\u2010-\u2011-\u2012-\u2212-\u2043-";

    private static readonly char[] Table = MakeTable();

    /// <summary>Characters whose plain form differs, or which go.</summary>
    public static readonly SearchValues<char> Disguises = SearchValues.Create(MakeDisguises());

    /// <summary>The plain form of one unit; U+0000 where it vanishes.</summary>
    public static char Of(char c) => Table[c];

    /// <summary>The plain form of a mathematical letter or digit; U+0000 for other signs.</summary>
    public static char OfMath(char low)
    {
        var point = char.ConvertToUtf32(MathLead, low);
        if (point is >= 0x1D7CE and <= 0x1D7FF) return (char)('0' + ((point - 0x1D7CE) % 10));
        if (point is < 0x1D400 or > 0x1D6A3) return '\0';
        var letter = (point - 0x1D400) % 52;
        return (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    }

    /// <summary>True for marks that belong to the letter before them: combining accents, and the frame of a keycap digit.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F' or Keycap;

    /// <summary>True where a mark may go: behind a letter of a script with accents, or behind a digit.</summary>
    public static bool TakesMark(char before) => before < 0x250 && char.IsLetterOrDigit(before);

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            table[i] = c;
            if (c < 128) continue;
            var kind = CharUnicodeInfo.GetUnicodeCategory(c);
            if (c is >= '\uFF01' and <= '\uFF5E') table[i] = (char)(c - 0xFEE0);
            else if (kind is UnicodeCategory.Format or UnicodeCategory.DecimalDigitNumber) table[i] = Fold.Char(c);
        }

        for (var i = 0; i < Letterlike.Length; i += 2) table[Letterlike[i]] = Letterlike[i + 1];
        for (var i = 0x2000; i <= 0x200A; i++) table[i] = ' ';
        table['\u3000'] = ' ';
        for (var i = 0; i < 26; i++)
        {
            table[0x24B6 + i] = (char)('A' + i);
            table[0x24D0 + i] = table[0x249C + i] = (char)('a' + i);
        }

        // Circled, bracketed, dotted, filled digits from one to nine; nought stands elsewhere.
        foreach (var one in (ReadOnlySpan<int>)[0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A])
            for (var i = 0; i < 9; i++) table[one + i] = (char)('1' + i);
        table[0x24EA] = table[0x24FF] = '0';
        return table;
    }

    private static char[] MakeDisguises()
    {
        var disguises = new List<char> { MathLead, Keycap };
        for (var i = 128; i <= char.MaxValue; i++)
            if (Table[i] != i || i is >= 0x300 and <= 0x36F) disguises.Add((char)i);
        return [.. disguises];
    }
}
