using System.Buffers.Binary;
using System.Numerics;

namespace NotebookKit.Anonymizing;

/// <summary>Keccak-256 with the padding of the original submission, as Ethereum uses it. Source: The Keccak reference, version 3.0, sections 1.2 and 2.</summary>
internal static class Keccak
{
    private const int Rate = 136;

    private static readonly ulong[] RoundConstants = MakeConstants();

    /// <summary>True where a letter is large exactly where the hash of the small digits has 8 or more. Source: EIP-55.</summary>
    public static bool IsChecksummed(ReadOnlySpan<char> digits)
    {
        Span<byte> lower = stackalloc byte[40];
        for (var i = 0; i < 40; i++) lower[i] = (byte)char.ToLowerInvariant(digits[i]);
        Span<byte> hash = stackalloc byte[32];
        Hash(lower, hash);
        for (var i = 0; i < 40; i++)
        {
            if (!char.IsAsciiLetter(digits[i])) continue;
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (nibble > 7 != char.IsAsciiLetterUpper(digits[i])) return false;
        }

        return true;
    }

    /// <summary>The hash of up to 135 bytes: one block.</summary>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        data.CopyTo(block);
        block[data.Length] = 1;
        block[Rate - 1] |= 0x80;
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        for (var i = 0; i < Rate / 8; i++) state[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(i * 8)..]);
        Permute(state);
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteUInt64LittleEndian(hash[(i * 8)..], state[i]);
    }

    private static void Permute(Span<ulong> a)
    {
        Span<ulong> b = stackalloc ulong[25];
        Span<ulong> c = stackalloc ulong[5];
        foreach (var constant in RoundConstants)
        {
            for (var x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            for (var i = 0; i < 25; i++) a[i] ^= c[(i + 4) % 5] ^ BitOperations.RotateLeft(c[(i + 1) % 5], 1);

            // Rho and pi: the lane at (x, y) moves to (y, 2x + 3y), turned by triangular numbers along the way.
            b[0] = a[0];
            for (int t = 0, x = 1, y = 0; t < 24; t++)
            {
                var turned = BitOperations.RotateLeft(a[x + (5 * y)], (t + 1) * (t + 2) / 2 % 64);
                (x, y) = (y, ((2 * x) + (3 * y)) % 5);
                b[x + (5 * y)] = turned;
            }

            for (var y = 0; y < 25; y += 5)
                for (var x = 0; x < 5; x++) a[y + x] = b[y + x] ^ (~b[y + ((x + 1) % 5)] & b[y + ((x + 2) % 5)]);
            a[0] ^= constant;
        }
    }

    /// <summary>Bits 2^j − 1 of each constant come from a shift register over x^8 + x^6 + x^5 + x^4 + 1.</summary>
    private static ulong[] MakeConstants()
    {
        var constants = new ulong[24];
        var register = 1u;
        for (var round = 0; round < 24; round++)
            for (var j = 0; j < 7; j++)
            {
                if ((register & 1) != 0) constants[round] |= 1UL << ((1 << j) - 1);
                register = (register << 1) ^ ((register >> 7) * 0x171);
            }

        return constants;
    }
}
