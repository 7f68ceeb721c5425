using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>Hashes of the words of a text: the same words and hashes as <see cref="Words.Each"/> gives, but plain letters are folded and cut many at a time.</summary>
internal static class WordHashes
{
    /// <summary>Characters that are looked at together.</summary>
    private const int Block = 32;

    private const int Room = 1024;

    /// <summary>Adds the hash of each folded word, in order.</summary>
    public static void Add(ReadOnlySpan<char> text, List<ulong> into)
    {
        Span<char> folded = stackalloc char[Room];
        int start = 0, end = 0;
        while (!text.IsEmpty)
        {
            if (end > Room - Block) Slide(folded, ref start, ref end, into);
            if (text.Length >= Block && FoldPlain(text, folded[end..], out var gaps))
            {
                for (; gaps != 0; gaps &= gaps - 1)
                {
                    var gap = end + BitOperations.TrailingZeroCount(gaps);
                    if (gap > start) Emit(folded[start..gap], into);
                    start = gap + 1;
                }

                end += Block;
                text = text[Block..];
                continue;
            }

            var some = text[..Math.Min(Block, text.Length)];
            foreach (var c in some)
            {
                switch (Fold.KindOf(c))
                {
                    case CharKind.Letter:
                        folded[end++] = Fold.Char(c);
                        break;
                    case CharKind.Ideograph:
                        Emit(folded[start..end], into);
                        start = end;
                        folded[end++] = Fold.Char(c);
                        Emit(folded[start..end], into);
                        start = end;
                        break;
                    case CharKind.Gap:
                        Emit(folded[start..end], into);
                        start = end;
                        break;
                }
            }

            text = text[some.Length..];
        }

        Emit(folded[start..end], into);
    }

    /// <summary>Folds a block of plain ASCII and tells where no word is, lowest bit first; false where characters need a closer look.</summary>
    private static bool FoldPlain(ReadOnlySpan<char> text, Span<char> folded, out uint gaps)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (first, second) = (Vector256.Create(units), Vector256.Create(units[Vector256<ushort>.Count..]));
        gaps = 0;
        if (((first | second) & Vector256.Create<ushort>(0xFF80)) != Vector256<ushort>.Zero) return false;
        var bytes = Vector256.Narrow(first, second);
        // An apostrophe (both of them) and U+0000 may stand inside a word.
        if (Vector256.EqualsAny(bytes, Vector256.Create((byte)'\'')) || Vector256.EqualsAny(bytes, Vector256.Create((byte)'`')) || Vector256.EqualsAny(bytes, Vector256<byte>.Zero)) return false;
        var lower = bytes | Vector256.Create((byte)0x20);
        var isLetter = Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var isDigit = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var (low, high) = Vector256.Widen(Vector256.ConditionalSelect(isLetter, lower, bytes));
        var to = MemoryMarshal.Cast<char, ushort>(folded);
        low.CopyTo(to);
        high.CopyTo(to[Vector256<ushort>.Count..]);
        gaps = ~(isLetter | isDigit).ExtractMostSignificantBits();
        return true;
    }

    /// <summary>Moves the open word to the front.</summary>
    private static void Slide(Span<char> folded, ref int start, ref int end, List<ulong> into)
    {
        for (; end - start >= Words.Longest; start += Words.Longest) into.Add(StableHash.Of(folded.Slice(start, Words.Longest)));
        folded[start..end].CopyTo(folded);
        (start, end) = (0, end - start);
    }

    private static void Emit(ReadOnlySpan<char> word, List<ulong> into)
    {
        if (word.Length <= StableHash.Short)
        {
            if (word.Length > 0) into.Add(StableHash.OfShort(word));
            return;
        }

        for (; word.Length > Words.Longest; word = word[Words.Longest..]) into.Add(StableHash.Of(word[..Words.Longest]));
        into.Add(StableHash.Of(word));
    }
}
