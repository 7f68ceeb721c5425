using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookKit.Embeddings;

/// <summary>The signs of vectors as bits: vectors at an angle differ in a share of them that is about the angle over π (Charikar 2002), which a few instructions count. Spares most comparisons.</summary>
internal sealed class SignBits
{
    private const int Width = 64;

    /// <summary>Standard deviations that a pair may lie above what its angle gives.</summary>
    private const double Deviations = 5;

    private readonly int words;
    private readonly ulong[] bits;

    /// <summary>Takes the signs of all rows.</summary>
    public SignBits(ByteVectors vectors)
    {
        words = (vectors.Stride + Width - 1) / Width;
        bits = new ulong[(long)vectors.Count * words];
        for (var row = 0; row < vectors.Count; row++)
            for (var w = 0; w < words; w++)
            {
                var part = vectors[row][(w * Width)..Math.Min(vectors.Stride, (w + 1) * Width)];
                var signs = 0UL;
                for (var d = 0; d < part.Length; d++) signs |= (ulong)((byte)part[d] >> 7) << d;
                bits[((long)row * words) + w] = signs;
            }
    }

    /// <summary>So many signs differ at most between vectors of a length that are at an angle, but for hardly one pair in a million.</summary>
    public static int Most(int numbers, double angle)
    {
        var share = angle / Math.PI;
        return (int)Math.Ceiling((numbers * share) + (Deviations * Math.Sqrt(numbers * share * (1 - share))));
    }

    /// <summary>How many signs of two rows differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Difference(int row, int other) => Difference(row, this, other);

    /// <summary>How many signs of a row and of one among others of the same length differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Difference(int row, SignBits others, int other)
    {
        var (a, b) = ((long)row * words, (long)other * words);
        var count = 0;
        for (var w = 0; w < words; w++) count += BitOperations.PopCount(bits[a + w] ^ others.bits[b + w]);
        return count;
    }
}
