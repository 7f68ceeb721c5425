using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A place of a text where a word that is looked for may begin.</summary>
/// <param name="At">Index of its first unit.</param>
/// <param name="Kinds">Whose word may begin: constants of <see cref="WordStarts"/>.</param>
internal readonly record struct WordStart(int At, int Kinds);

/// <summary>Finds the places of a text where one of many words may begin, in one pass for all who look for words: the beginnings of words are told 32 units at a time, and a table of
/// the first three letters lets hardly any other word through to a closer look.</summary>
internal static class WordStarts
{
    /// <summary>Whose word may begin: it speaks of secrets, it begins a date, it is a number.</summary>
    public const int Secret = 1, Date = 2, Number = 4;

    private const int Wide = 32;

    /// <summary>For each three first units the kinds of the words that have them.</summary>
    private static readonly byte[] Kinds = MakeKinds();

    /// <summary>Five bits of each unit: letters of both cases are the same, and some marks are the same as letters.</summary>
    public static int Key(char first, char second, char third) => ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

    /// <summary>Adds where the words begin, in the order of the text.</summary>
    public static void Read(ReadOnlySpan<char> text, List<WordStart> into)
    {
        if (text.ContainsAnyExceptInRange('\0', '\u007F')) ReadAll(text, into);
        else ReadAscii(text, into);
    }

    private static void ReadAscii(ReadOnlySpan<char> text, List<WordStart> into)
    {
        var before = false;
        var from = 0;
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; from + Wide <= text.Length; from += Wide)
        {
            var bytes = Vector256.Narrow(Vector256.LoadUnsafe(ref units, (nuint)from), Vector256.LoadUnsafe(ref units, (nuint)from + 16));
            var isUnit = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26))
                | Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)) | Vector256.Equals(bytes, Vector256.Create((byte)'_'));
            var inside = isUnit.ExtractMostSignificantBits();
            var begins = inside & ~((inside << 1) | (before ? 1u : 0u));
            before = (int)inside < 0;
            for (; begins != 0; begins &= begins - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(begins);
                Add(at, Key(text[at], Chars.At(text, at + 1), Chars.At(text, at + 2)), into);
            }
        }

        for (; from < text.Length; from++)
        {
            var inside = Chars.IsWord(text[from]);
            if (inside && !before) Add(from, Key(text[from], Chars.At(text, from + 1), Chars.At(text, from + 2)), into);
            before = inside;
        }
    }

    /// <summary>The same for texts with other letters than ASCII, as <see cref="NameTokens.Read"/> cuts them.</summary>
    private static void ReadAll(ReadOnlySpan<char> text, List<WordStart> into)
    {
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (NameTokens.IsPicture(text[i]))
            {
                (inside, i) = (false, i + 1);
                continue;
            }

            var isUnit = NameTokens.IsUnit(text[i]);
            if (isUnit && !inside) Add(i, Folded(text, i), into);
            inside = isUnit;
        }
    }

    /// <summary>The key of the first three letters without accents; marks that vanish do not count.</summary>
    private static int Folded(ReadOnlySpan<char> text, int at)
    {
        Span<char> units = stackalloc char[3];
        units.Fill('\n');
        for (var count = 0; count < units.Length && at < text.Length; at++)
            if (Fold.Char(text[at]) is not '\0' and var folded) units[count++] = folded;
        return Key(units[0], units[1], units[2]);
    }

    private static void Add(int at, int key, List<WordStart> into)
    {
        if (Kinds[key] is > 0 and var kinds) into.Add(new(at, kinds));
    }

    private static byte[] MakeKinds()
    {
        var kinds = new byte[1 << 15];
        foreach (var (kind, words) in new[] { (Secret, SecretWords.Beginnings), (Date, RelativeDates.Forms), (Number, NumberWords.All) })
            foreach (var word in words) Mark(kinds, string.Concat(word.Take(3).Select(Fold.Char).Where(c => c != '\0')), (byte)kind);
        return kinds;
    }

    /// <summary>A word of one or two units lets many others through.</summary>
    private static void Mark(byte[] kinds, string word, byte kind)
    {
        for (var second = 0; second < (word.Length > 1 ? 1 : 32); second++)
            for (var third = 0; third < (word.Length > 2 ? 1 : 32); third++)
                kinds[Key(word[0], word.Length > 1 ? word[1] : (char)second, word.Length > 2 ? word[2] : (char)third)] |= kind;
    }
}
