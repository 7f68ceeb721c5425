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
    /// <summary>Whose word may begin: it speaks of secrets, it begins a date, it is a number, it stands for an at sign, it begins the label of a secret.</summary>
    public const int Secret = 1, Date = 2, Number = 4, Mail = 8, Label = 16;

    private const int Wide = 32;

    /// <summary>The kinds of the words of one unit, of two, and of those that begin with three, by <see cref="Key"/> of these.</summary>
    private static readonly byte[][] Kinds = MakeKinds();

    /// <summary>One bit for three units that some word begins with, and one for four of them: small, so that they stay at hand, and hardly another word gets past both.</summary>
    private static readonly ulong[] Three = MakeBits(3), Four = MakeBits(4);

    /// <summary>Five bits of each of three units: letters of both cases are the same, and some marks are the same as letters.</summary>
    public static int Key(char first, char second, char third) => ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

    /// <summary>Adds where the words begin, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAscii">True where it has nothing else.</param>
    /// <param name="into">Takes the places.</param>
    public static void Read(ReadOnlySpan<char> text, bool isAscii, List<WordStart> into)
    {
        if (isAscii) ReadAscii(text, into);
        else ReadAll(text, into);
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
                var bit = BitOperations.TrailingZeroCount(begins);
                var length = Math.Min(3, BitOperations.TrailingZeroCount(~(inside >> bit)));
                // The word may go on in the next block.
                while (bit + length >= Wide && length < 3 && Chars.IsWord(Chars.At(text, from + bit + length))) length++;
                Add(text, from + bit, length, into);
            }
        }

        for (; from < text.Length; from++)
        {
            var inside = Chars.IsWord(text[from]);
            if (inside && !before)
            {
                var length = 1;
                while (length < 3 && Chars.IsWord(Chars.At(text, from + length))) length++;
                Add(text, from, length, into);
            }

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
            if (isUnit && !inside) AddFolded(text, i, into);
            inside = isUnit;
        }
    }

    /// <summary>By the first three letters without accents; marks that vanish do not count.</summary>
    private static void AddFolded(ReadOnlySpan<char> text, int at, List<WordStart> into)
    {
        Span<char> units = stackalloc char[3];
        var count = 0;
        for (var i = at; count < units.Length && i < text.Length && NameTokens.IsUnit(text[i]); i++)
            if (Fold.Char(text[i]) is not '\0' and var folded) units[count++] = folded;
        if (count > 0 && KindsOf(units[..count]) is > 0 and var kinds) into.Add(new(at, kinds));
    }

    private static void Add(ReadOnlySpan<char> text, int at, int length, List<WordStart> into)
    {
        if (length == 3)
        {
            var key = Key(text[at], text[at + 1], text[at + 2]);
            if (!Has(Three, key) || !Has(Four, (key << 5) | Fourth(Chars.At(text, at + 3)))) return;
        }

        if (KindsOf(text.Slice(at, length)) is > 0 and var kinds) into.Add(new(at, kinds));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte KindsOf(ReadOnlySpan<char> start) => start.Length switch
    {
        1 => Kinds[0][Key('\0', '\0', start[0])],
        2 => Kinds[1][Key('\0', start[0], start[1])],
        _ => Kinds[2][Key(start[0], start[1], start[2])],
    };

    private static bool Has(ulong[] bits, int key) => (bits[key >> 6] >> key & 1) != 0;

    /// <summary>Five bits of the fourth unit; 0 where the word ends.</summary>
    private static int Fourth(char unit) => Chars.IsWord(unit) ? unit & 31 : 0;

    private static IEnumerable<(int Kind, string Word)> Words() =>
        new (int Kind, IEnumerable<string> Words)[] { (Secret, SecretWords.Words), (Label, SecretWords.LabelWords), (Mail, DisguisedEmailRecognizer.Signs), (Date, RelativeDates.Forms), (Number, NumberWords.All) }
            .SelectMany(k => k.Words.Select(w => (k.Kind, w)));

    private static ulong[] MakeBits(int units)
    {
        var bits = new ulong[1 << (5 * units) >> 6];
        foreach (var (kind, word) in Words())
        {
            var start = Start(word, 4);
            if (start.Length < 3) continue;
            var key = Key(start[0], start[1], start[2]);
            if (units == 3) bits[key >> 6] |= 1UL << key;
            else if (start.Length > 3) bits[((key << 5) | (start[3] & 31)) >> 6] |= 1UL << ((key << 5) | (start[3] & 31));
            // A label may go on as it likes; a word of three units ends there.
            else
                for (var fourth = 0; fourth < (kind == Label ? 32 : 1); fourth++) bits[((key << 5) | fourth) >> 6] |= 1UL << ((key << 5) | fourth);
        }

        return bits;
    }

    /// <summary>Of "p/w" and "in may" the word is what stands before the mark.</summary>
    private static string Start(string word, int most) => string.Concat(word.TakeWhile(NameTokens.IsUnit).Select(Fold.Char).Where(c => c != '\0').Take(most));

    private static byte[][] MakeKinds()
    {
        byte[][] kinds = [new byte[1 << 5], new byte[1 << 10], new byte[1 << 15]];
        foreach (var (kind, word) in Words())
        {
            var start = Start(word, 3);
            kinds[start.Length - 1][start.Length switch { 1 => Key('\0', '\0', start[0]), 2 => Key('\0', start[0], start[1]), _ => Key(start[0], start[1], start[2]) }] |= (byte)kind;
        }

        return kinds;
    }
}
