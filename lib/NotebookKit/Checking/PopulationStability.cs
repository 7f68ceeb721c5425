namespace NotebookKit.Checking;

/// <summary>The population stability index: how far the shares of one sample over some bins are from those of another.
/// <para><c>PSI = Σ (aᵢ − eᵢ) · ln(aᵢ ÷ eᵢ)</c>, the symmetrized Kullback–Leibler divergence of Jeffreys; 0 is the same. The limits are the rule of thumb of
/// credit scoring (N. Siddiqi, "Credit Risk Scorecards", Wiley 2006): up to 0.1 little change, up to 0.25 some, above it a shift.</para></summary>
public static class PopulationStability
{
    /// <summary>Above this, look: some change (Siddiqi 2006).</summary>
    public const double WarnAbove = 0.1;

    /// <summary>Above this, the population is another one (Siddiqi 2006).</summary>
    public const double FailAbove = 0.25;

    /// <summary>95% quantile of the standard normal distribution.</summary>
    private const double Z95 = 1.644854;

    /// <summary>The index of two lists of counts over the same bins, rounded to 6 digits. Half a row is added to each bin, so that an empty bin gives a large
    /// number instead of infinity.</summary>
    /// <param name="expected">Counts of the population that is compared with.</param>
    /// <param name="actual">Counts of the sample.</param>
    public static double Index(IReadOnlyList<long> expected, IReadOnlyList<long> actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (expected.Count != actual.Count) throw new ArgumentException("Both lists must have the same bins.", nameof(actual));
        var (allExpected, allActual) = (expected.Sum() + (0.5 * expected.Count), actual.Sum() + (0.5 * actual.Count));
        var index = 0.0;
        for (var i = 0; i < expected.Count; i++)
        {
            var (e, a) = ((expected[i] + 0.5) / allExpected, (actual[i] + 0.5) / allActual);
            index += (a - e) * Math.Log(a / e);
        }

        return Math.Round(index, 6);
    }

    /// <summary>The index that 95 of 100 samples of the same population stay below, rounded to 6 digits: small samples differ by chance alone. Without drift the index
    /// is distributed as χ² with (bins − 1) degrees of freedom times (1/n + 1/m) (B. Yurdakul and J. Naranjo, "Statistical properties of the population
    /// stability index", Journal of Risk Model Validation 14, 2020); the quantile by Wilson and Hilferty's approximation.</summary>
    /// <param name="bins">How many bins.</param>
    /// <param name="expected">Rows of the population, at least 1.</param>
    /// <param name="actual">Rows of the sample, at least 1.</param>
    public static double Chance95(int bins, long expected, long actual)
    {
        if (bins < 2) return 0;
        double freedom = Guard.AtLeast(bins, 1) - 1;
        var ninth = 2 / (9 * freedom);
        var quantile = freedom * Math.Pow(1 - ninth + (Z95 * Math.Sqrt(ninth)), 3);
        return Math.Round(quantile * ((1.0 / Guard.AtLeast(expected, 1L)) + (1.0 / Guard.AtLeast(actual, 1L))), 6);
    }
}
