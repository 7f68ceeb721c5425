using System.Runtime.Intrinsics;

namespace NotebookKit.Linear;

/// <summary>1 ÷ (1 + e^−x) of eight numbers by plain additions and multiplications: the same bits on every machine, which the exponential of a system's library does not promise.</summary>
internal static class Sigmoids
{
    private const float Log2E = 1.44269504f, Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;

    /// <summary>The sigmoids; off by less than 1e-6.</summary>
    public static Vector256<float> Of(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>e^x for x in −80 … 80; beyond it as at the ends.</summary>
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-80f)), Vector256.Create(80f));
        // e^x = 2^n × e^r with r within ± ln 2 ÷ 2; its Taylor series is good to 1e-7 there.
        var n = Vector256.Floor((x * Log2E) + Vector256.Create(0.5f));
        var r = x - (n * Ln2High) - (n * Ln2Low);
        var sum = Vector256.Create(1 / 5040f);
        foreach (var coefficient in (ReadOnlySpan<float>)[1 / 720f, 1 / 120f, 1 / 24f, 1 / 6f, 1 / 2f, 1f, 1f]) sum = (sum * r) + Vector256.Create(coefficient);
        return sum * Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
    }
}
