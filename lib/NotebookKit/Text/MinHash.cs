using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>MinHash signatures (Broder 1997) cut into bands: two sets with Jaccard s agree in one row with probability s, in a band of 4 rows with s⁴, and
/// in at least one of 32 bands with 1 − (1 − s⁴)³²: .9999999 at s = .8, .9998 at .7. The key of a band has 32 bits: that two unlike bands share one costs a
/// look at the sets, never a wrong pair.</summary>
internal static class MinHash
{
    public const int Bands = 32;
    private const int RowsPerBand = 4, Rows = Bands * RowsPerBand;

    private static readonly uint[] Salts = Constants(1), Factors = Constants(2), Mixers = Constants(3);

    /// <summary>The keys of the bands of a set, written to <paramref name="keys"/>, <see cref="Bands"/> long.</summary>
    public static void Keys(ReadOnlySpan<ulong> set, Span<uint> keys)
    {
        var rented = ArrayPool<uint>.Shared.Rent(set.Length);
        var values = rented.AsSpan(0, set.Length);
        for (var i = 0; i < values.Length; i++) values[i] = (uint)(set[i] >> 32) ^ (uint)set[i];
        Span<uint> least = stackalloc uint[Rows];
        // The smallest hash of each row, whatever the width of the machine's vectors.
        if (Vector512.IsHardwareAccelerated) Wide(values, least);
        else Narrow(values, least);
        ArrayPool<uint>.Shared.Return(rented);
        for (var band = 0; band < Bands; band++)
        {
            var rows = least.Slice(band * RowsPerBand, RowsPerBand);
            keys[band] = (uint)StableHash.Combine(((ulong)rows[0] << 32) | rows[1], ((ulong)rows[2] << 32) | rows[3]);
        }
    }

    private static void Wide(ReadOnlySpan<uint> values, Span<uint> least)
    {
        var lanes = MemoryMarshal.Cast<uint, Vector512<uint>>(least);
        var salts = MemoryMarshal.Cast<uint, Vector512<uint>>(Salts);
        var factors = MemoryMarshal.Cast<uint, Vector512<uint>>(Factors);
        var mixers = MemoryMarshal.Cast<uint, Vector512<uint>>(Mixers);
        for (var lane = 0; lane < lanes.Length; lane += 2)
        {
            // Two lanes at a time: enough to hide how long a multiplication takes.
            Vector512<uint> s = salts[lane], f = factors[lane], m = mixers[lane], a = Vector512<uint>.AllBitsSet;
            Vector512<uint> t = salts[lane + 1], g = factors[lane + 1], n = mixers[lane + 1], b = Vector512<uint>.AllBitsSet;
            foreach (var one in values)
            {
                var value = Vector512.Create(one);
                var x = (value ^ s) * f;
                var y = (value ^ t) * g;
                a = Vector512.Min(a, (x ^ (x >>> 15)) * m);
                b = Vector512.Min(b, (y ^ (y >>> 15)) * n);
            }

            (lanes[lane], lanes[lane + 1]) = (a, b);
        }
    }

    private static void Narrow(ReadOnlySpan<uint> values, Span<uint> least)
    {
        var lanes = MemoryMarshal.Cast<uint, Vector256<uint>>(least);
        var salts = MemoryMarshal.Cast<uint, Vector256<uint>>(Salts);
        var factors = MemoryMarshal.Cast<uint, Vector256<uint>>(Factors);
        var mixers = MemoryMarshal.Cast<uint, Vector256<uint>>(Mixers);
        for (var lane = 0; lane < lanes.Length; lane += 2)
        {
            Vector256<uint> s = salts[lane], f = factors[lane], m = mixers[lane], a = Vector256<uint>.AllBitsSet;
            Vector256<uint> t = salts[lane + 1], g = factors[lane + 1], n = mixers[lane + 1], b = Vector256<uint>.AllBitsSet;
            foreach (var one in values)
            {
                var value = Vector256.Create(one);
                var x = (value ^ s) * f;
                var y = (value ^ t) * g;
                a = Vector256.Min(a, (x ^ (x >>> 15)) * m);
                b = Vector256.Min(b, (y ^ (y >>> 15)) * n);
            }

            (lanes[lane], lanes[lane + 1]) = (a, b);
        }
    }

    /// <summary>Odd numbers, the same for ever.</summary>
    private static uint[] Constants(ulong kind)
    {
        var numbers = new uint[Rows];
        for (var i = 0; i < Rows; i++) numbers[i] = (uint)StableHash.Combine(kind, (ulong)i) | 1;
        return numbers;
    }
}
