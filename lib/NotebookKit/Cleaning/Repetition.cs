using System.Buffers;
using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>How much of a text is repetition: ratios from 0 to 1, rounded to 6 digits.</summary>
internal static class Repetition
{
    /// <summary>Lines and sentences shorter than this are no repetition ("Yes.", "}", "- item").</summary>
    private const int ShortPiece = 15;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n\r.!?。！？");

    /// <summary>Two ratios of the character n-grams of a text. Frequent is Data-Juicer's: those that are one of the most frequent ones; as
    /// many of them count as the root of the number of distinct n-grams, and none that occurs once. Again: those that stood in the text
    /// before.</summary>
    public static (double Frequent, double Again) OfGrams(ReadOnlySpan<char> text, int n)
    {
        var total = text.Length - n + 1;
        if (total < 2) return default;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)total * 2);
        var keys = ArrayPool<ulong>.Shared.Rent(size);
        var counts = ArrayPool<int>.Shared.Rent(size);
        counts.AsSpan(0, size).Clear();
        var distinct = Count(text, n, keys, counts, size - 1);
        var frequent = distinct == total ? 0 : Frequent(counts.AsSpan(0, size), distinct);
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(counts);
        return (Math.Round((double)frequent / total, 6), Math.Round((double)(total - distinct) / total, 6));
    }

    /// <summary>Characters in lines that stand above in the text already, by all characters in lines.</summary>
    public static double OfLines(ReadOnlySpan<char> text) => OfPieces(text, LineEnds);

    /// <summary>Characters in sentences that were said before, by all characters in sentences.</summary>
    public static double OfSentences(ReadOnlySpan<char> text) => OfPieces(text, SentenceEnds);

    /// <summary>Counts n-grams by their rolling hash in a table with open addresses; returns how many are distinct.</summary>
    private static int Count(ReadOnlySpan<char> text, int n, ulong[] keys, int[] counts, int mask)
    {
        const ulong Base = 0x9E3779B97F4A7C15;
        ulong hash = 0, first = 1;
        for (var i = 0; i < n - 1; i++)
        {
            hash = (hash + text[i] + 1) * Base;
            first *= Base;
        }

        var distinct = 0;
        for (var i = n - 1; i < text.Length; i++)
        {
            hash += text[i] + 1UL;
            var slot = (int)((hash ^ (hash >> 32)) * 0xC2B2AE3D27D4EB4F >> 33) & mask;
            while (counts[slot] > 0 && keys[slot] != hash) slot = (slot + 1) & mask;
            keys[slot] = hash;
            if (counts[slot]++ == 0) distinct++;
            hash = (hash - ((text[i - n + 1] + 1UL) * first)) * Base;
        }

        return distinct;
    }

    /// <summary>The sum of the largest counts, as many as the root of <paramref name="distinct"/>, without those that are 1.</summary>
    private static long Frequent(Span<int> counts, int distinct)
    {
        var repeated = 0;
        foreach (var count in counts)
            if (count > 1) counts[repeated++] = count;
        counts[..repeated].Sort();
        var sum = 0L;
        for (var i = Math.Max(0, repeated - (int)Math.Sqrt(distinct)); i < repeated; i++) sum += counts[i];
        return sum;
    }

    private static double OfPieces(ReadOnlySpan<char> text, SearchValues<char> ends)
    {
        HashSet<ulong>? seen = null;
        long all = 0, again = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(ends);
            var piece = (end < 0 ? text : text[..end]).Trim();
            all += piece.Length;
            if (piece.Length >= ShortPiece && !(seen ??= []).Add(StableHash.Of(piece))) again += piece.Length;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return again == 0 ? 0 : Math.Round((double)again / all, 6);
    }
}
