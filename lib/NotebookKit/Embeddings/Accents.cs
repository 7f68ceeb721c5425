using System.Globalization;
using System.Reflection;
using System.Text;

namespace NotebookKit.Embeddings;

/// <summary>Takes the accents off letters: canonical decomposition without the marks that it leaves. A table of its own, because <c>string.Normalize</c> hangs on the machine.
/// Source: the Unicode Character Database, canonical decompositions; <c>Data/accents.txt</c> is made by a test and held against them.</summary>
internal static class Accents
{
    private const int FirstSyllable = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7, VowelCount = 21, TailCount = 28;

    private static readonly Lazy<Dictionary<char, string>> Table = new(Read);

    /// <summary>Adds a character without its accents; nothing where it is a mark itself.</summary>
    public static void Append(char c, StringBuilder into)
    {
        if (c < '\u00C0')
        {
            into.Append(c);
            return;
        }

        // Korean syllables come apart by rule. Source: The Unicode Standard, section 3.12.
        if (c is >= (char)FirstSyllable and <= '\uD7A3')
        {
            var syllable = c - FirstSyllable;
            into.Append((char)(Leads + (syllable / (VowelCount * TailCount)))).Append((char)(Vowels + (syllable % (VowelCount * TailCount) / TailCount)));
            if (syllable % TailCount > 0) into.Append((char)(Tails + (syllable % TailCount)));
            return;
        }

        if (Table.Value.TryGetValue(c, out var bare)) into.Append(bare);
        else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) into.Append(c);
    }

    /// <summary>A line is what letters become, a tab, and the letters.</summary>
    private static Dictionary<char, string> Read()
    {
        var table = new Dictionary<char, string>();
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Embeddings.accents.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            foreach (var letter in line.AsSpan(tab + 1)) table[letter] = line[..tab];
        }

        return table;
    }
}
