using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds the places of a text where one of many words may begin, in one pass: the beginnings of words are told 32 units at a time, and a table of the first three letters lets
/// hardly any other word through to a closer look.</summary>
internal sealed class WordStarts
{
    private const int Wide = 32;

    /// <summary>A list to work with, so that a text without such words takes no memory.</summary>
    [ThreadStatic]
    private static List<int>? spare;

    /// <summary>A bit for each three first units that a word has.</summary>
    private readonly ulong[] starts = new ulong[1 << 9];

    /// <summary>Makes the table; words of one or two units let many others through.</summary>
    public WordStarts(IEnumerable<string> words)
    {
        foreach (var given in words)
        {
            var word = string.Concat(given.Take(3).Select(Fold.Char).Where(c => c != '\0'));
            for (var second = 0; second < (word.Length > 1 ? 1 : 32); second++)
                for (var third = 0; third < (word.Length > 2 ? 1 : 32); third++)
                    Mark(Key(word[0], word.Length > 1 ? word[1] : (char)second, word.Length > 2 ? word[2] : (char)third));
        }
    }

    /// <summary>Five bits of each unit: letters of both cases are the same, and some marks are the same as letters.</summary>
    public static int Key(char first, char second, char third) => ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

    /// <summary>Where the words begin, in the order of the text. The list is the thread's own: it is valid until the next call.</summary>
    public List<int> In(ReadOnlySpan<char> text)
    {
        var into = spare ??= [];
        into.Clear();
        Read(text, into);
        return into;
    }

    /// <summary>Adds where the words begin.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> into)
    {
        if (text.ContainsAnyExceptInRange('\0', '\u007F')) ReadAll(text, into);
        else ReadAscii(text, into);
    }

    private void ReadAscii(ReadOnlySpan<char> text, List<int> into)
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
                if (Has(Key(text[at], Chars.At(text, at + 1), Chars.At(text, at + 2)))) into.Add(at);
            }
        }

        for (; from < text.Length; from++)
        {
            var inside = Chars.IsWord(text[from]);
            if (inside && !before && Has(Key(text[from], Chars.At(text, from + 1), Chars.At(text, from + 2)))) into.Add(from);
            before = inside;
        }
    }

    /// <summary>The same for texts with other letters than ASCII, as <see cref="NameTokens.Read"/> cuts them.</summary>
    private void ReadAll(ReadOnlySpan<char> text, List<int> into)
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
            if (isUnit && !inside && Has(Folded(text, i))) into.Add(i);
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

    private bool Has(int key) => (starts[key >> 6] >> key & 1) != 0;

    private void Mark(int key) => starts[key >> 6] |= 1UL << (key & 63);
}
