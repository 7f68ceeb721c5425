using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>MinHash signatures (Broder 1997) cut into bands: two sets with Jaccard s agree in one row with probability s, in a band of 4 rows with s⁴, and
/// in at least one of 32 bands with 1 − (1 − s⁴)³²: .9999999 at s = .8, .9998 at .7.</summary>
internal static class MinHash
{
    public const int Bands = 32;
    private const int RowsPerBand = 4, Rows = Bands * RowsPerBand;

    private static readonly uint[] Salts = Constants(1), Factors = Constants(2), Mixers = Constants(3);

    /// <summary>The keys of the bands of a set, written to <paramref name="keys"/>, <see cref="Bands"/> long.</summary>
    public static void Keys(ReadOnlySpan<ulong> set, Span<ulong> keys)
    {
        Span<uint> least = stackalloc uint[Rows];
        least.Fill(uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector256<uint>>(least);
        var salts = MemoryMarshal.Cast<uint, Vector256<uint>>(Salts);
        var factors = MemoryMarshal.Cast<uint, Vector256<uint>>(Factors);
        var mixers = MemoryMarshal.Cast<uint, Vector256<uint>>(Mixers);
        foreach (var member in set)
        {
            var value = Vector256.Create((uint)(member >> 32) ^ (uint)member);
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                var hash = (value ^ salts[lane]) * factors[lane];
                hash = (hash ^ (hash >>> 15)) * mixers[lane];
                lanes[lane] = Vector256.Min(lanes[lane], hash);
            }
        }

        for (var band = 0; band < Bands; band++)
        {
            var rows = least.Slice(band * RowsPerBand, RowsPerBand);
            keys[band] = StableHash.Combine(((ulong)rows[0] << 32) | rows[1], ((ulong)rows[2] << 32) | rows[3]);
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
