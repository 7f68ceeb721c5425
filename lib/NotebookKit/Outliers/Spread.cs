namespace NotebookKit.Outliers;

/// <summary>Quartiles of sorted numbers (nearest rank) and the rule made of them.</summary>
/// <param name="Q1">A quarter of the numbers is not above it.</param>
/// <param name="Median">Half of the numbers are not above it.</param>
/// <param name="Q3">Three quarters of the numbers are not above it.</param>
internal readonly record struct Spread(double Q1, double Median, double Q3)
{
    /// <summary>cleanlab's factor, 1 ÷ 0.37037 − 1.</summary>
    public const double CleanlabFactor = (1 / 0.37037) - 1;

    public double Range => Q3 - Q1;

    /// <summary>The quartiles of numbers in rising order, at least one.</summary>
    public static Spread Of(IReadOnlyList<double> sorted) => new(At(sorted, 1), At(sorted, 2), At(sorted, 3));

    /// <summary>Rank of the n-th quartile among <paramref name="count"/> numbers, from 0.</summary>
    public static long Rank(long count, int quartile) => Math.Max(0, ((count * quartile) + 3) / 4 - 1);

    private static double At(IReadOnlyList<double> sorted, int quartile) => sorted[(int)Rank(sorted.Count, quartile)];
}
