using NotebookKit.Text;

namespace NotebookKit.Balancing;

/// <summary>Weighted choice without replacement that depends on (seed, purpose, id, weight) alone: the n rows with the smallest ranks are a sample in
/// which a row of twice the weight is twice as likely to be next. Source: Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006),
/// whose key u^(1/w) has the order of −ln(u)/w reversed.</summary>
internal static class KeyedChoice
{
    /// <summary>A row with less weight is still chosen now and then.</summary>
    private const double LeastWeight = 1e-6;

    /// <summary>The rank of a row: the smaller, the earlier it is chosen.</summary>
    public static double Rank(ulong seed, string purpose, string id, double weight = 1)
    {
        var uniform = ((KeyedRandom.Bits(seed, purpose, id) >> 11) + 0.5) / (1UL << 53);
        return -Ln(uniform) / Math.Max(weight, LeastWeight);
    }

    /// <summary>Natural logarithm by additions, multiplications and divisions alone, which give the same bits on every machine; Math.Log need not.</summary>
    internal static double Ln(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)); |s| ≤ 0.172, so eleven terms are exact to the last bits.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var power = 21; power >= 1; power -= 2) sum = (sum * square) + (1.0 / power);
        return (exponent * 0.6931471805599453) + (2 * s * sum);
    }
}
