using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Embeddings;

/// <summary>A weighted sum of rows of bytes in whole numbers: exact, so that neither the width of a machine's registers nor the order of the rows changes a bit of it.</summary>
internal ref struct RowSums
{
    /// <summary>The weight 1; weights go up to <see cref="Heaviest"/>.</summary>
    public const int One = 128, Heaviest = 255;

    // So many rows of 127 times 255 fit into 32 bits.
    private const int Fitting = 60_000;

    private readonly Span<int> sums;
    private long[]? earlier;
    private int added;

    /// <param name="sums">Zeros, as many as a row has numbers; a multiple of 16.</param>
    public RowSums(Span<int> sums) => this.sums = sums;

    /// <summary>Adds a row so many 128ths of a time.</summary>
    public void Add(ReadOnlySpan<sbyte> row, int weight)
    {
        if (weight <= 0) return;
        if (++added > Fitting) Carry(1);
        var factor = Vector128.Create((short)Math.Min(weight, Heaviest));
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(sums);
        for (nuint d = 0; d + 16 <= (nuint)sums.Length; d += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, d));
            var (a, b) = Vector128.Widen(low * factor);
            var (c, e) = Vector128.Widen(high * factor);
            (a + Vector128.LoadUnsafe(ref to, d)).StoreUnsafe(ref to, d);
            (b + Vector128.LoadUnsafe(ref to, d + 4)).StoreUnsafe(ref to, d + 4);
            (c + Vector128.LoadUnsafe(ref to, d + 8)).StoreUnsafe(ref to, d + 8);
            (e + Vector128.LoadUnsafe(ref to, d + 12)).StoreUnsafe(ref to, d + 12);
        }
    }

    /// <summary>How many rows were added; few enough for <see cref="Add(ReadOnlySpan{int}, int)"/> where they are one word's.</summary>
    public readonly int Added => added;

    /// <summary>Adds what is the sum of some rows already.</summary>
    public void Add(ReadOnlySpan<int> rows, int count)
    {
        if ((added += count) > Fitting) Carry(count);
        TensorPrimitives.Add(sums, rows, sums);
    }

    /// <summary>Writes the sum with the length 1; zeros where it is zero.</summary>
    public readonly void WriteUnit(Span<float> into)
    {
        // In the order of the numbers: a sum by the width of a machine's registers would differ from machine to machine.
        var squares = 0.0;
        for (var d = 0; d < sums.Length; d++)
        {
            double number = sums[d] + (earlier?[d] ?? 0);
            squares += number * number;
        }

        var length = Math.Sqrt(squares);
        for (var d = 0; d < sums.Length; d++) into[d] = squares == 0 ? 0 : (float)((sums[d] + (earlier?[d] ?? 0)) / length);
    }

    private void Carry(int next)
    {
        earlier ??= new long[sums.Length];
        for (var d = 0; d < sums.Length; d++) (earlier[d], sums[d]) = (earlier[d] + sums[d], 0);
        added = next;
    }
}
