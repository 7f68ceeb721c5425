using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>On which sides of random planes a vector lies, one bit a plane: two vectors at an angle differ in a share of the bits that is about the angle over π (Charikar 2002). The planes are those of
/// rotations made of flipped signs and Hadamard's transform, three times (Andoni and others 2015), so that a bit costs a few additions. All sums are of whole numbers.</summary>
internal sealed class RandomSigns
{
    private const int Rounds = 3, Wide = 8;

    /// <summary>Bits of one rotation at least; shorter vectors are padded with zeros.</summary>
    private const int Least = 64;

    private static readonly Vector256<int>[] Swaps = [Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6), Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5), Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)];

    private static readonly Vector256<int>[] Upper = [Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1), Vector256.Create(0, 0, -1, -1, 0, 0, -1, -1), Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1)];

    // For each rotation, round and number: 0, or −1 where its sign is flipped.
    private readonly int[] flips;
    private readonly int size, rotations;

    /// <summary>Prepares planes.</summary>
    /// <param name="numbers">Numbers of a vector, 1 and more.</param>
    /// <param name="bits">Planes, 1 and more.</param>
    public RandomSigns(int numbers, int bits)
    {
        size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(numbers, Least));
        rotations = (bits + size - 1) / size;
        Words = rotations * size / 64;
        flips = new int[rotations * Rounds * size];
        for (var i = 0; i < flips.Length; i++) flips[i] = -(int)(StableHash.Combine((ulong)i, 0) & 1);
    }

    /// <summary>Words that hold the bits of one vector.</summary>
    public int Words { get; }

    /// <summary>Numbers to work with that <see cref="Read"/> needs.</summary>
    public int Room => size;

    /// <summary>Writes the bits of a vector.</summary>
    /// <param name="vector">Its numbers.</param>
    /// <param name="bits"><see cref="Words"/> words.</param>
    /// <param name="room"><see cref="Room"/> numbers.</param>
    public void Read(ReadOnlySpan<sbyte> vector, Span<ulong> bits, Span<int> room)
    {
        for (var rotation = 0; rotation < rotations; rotation++)
        {
            for (var d = 0; d < vector.Length; d++) room[d] = vector[d];
            room[vector.Length..].Clear();
            for (var round = 0; round < Rounds; round++)
            {
                Flip(room, flips.AsSpan(((rotation * Rounds) + round) * size, size));
                Transform(room);
            }

            TakeSigns(room, bits.Slice(rotation * size / 64, size / 64));
        }
    }

    private static void Flip(Span<int> numbers, ReadOnlySpan<int> flips)
    {
        var values = MemoryMarshal.Cast<int, Vector256<int>>(numbers);
        var masks = MemoryMarshal.Cast<int, Vector256<int>>(flips);
        for (var i = 0; i < values.Length; i++) values[i] = (values[i] ^ masks[i]) - masks[i];
    }

    /// <summary>Hadamard's transform: sums and differences of numbers that are 1, 2, 4 … apart. Up to 4,096 numbers cannot overflow in three rounds.</summary>
    private static void Transform(Span<int> numbers)
    {
        var values = MemoryMarshal.Cast<int, Vector256<int>>(numbers);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            for (var step = 0; step < Swaps.Length; step++) value = Vector256.Shuffle(value, Swaps[step]) + ((value ^ Upper[step]) - Upper[step]);
            values[i] = value;
        }

        for (var step = 1; step < values.Length; step *= 2)
            for (var from = 0; from < values.Length; from += 2 * step)
                for (var i = from; i < from + step; i++)
                    (values[i], values[i + step]) = (values[i] + values[i + step], values[i] - values[i + step]);
    }

    private static void TakeSigns(ReadOnlySpan<int> numbers, Span<ulong> bits)
    {
        var values = MemoryMarshal.Cast<int, Vector256<int>>(numbers);
        for (var w = 0; w < bits.Length; w++)
        {
            var word = 0UL;
            for (var i = 0; i < 64 / Wide; i++) word |= (ulong)values[(w * 64 / Wide) + i].ExtractMostSignificantBits() << (i * Wide);
            bits[w] = word;
        }
    }
}
