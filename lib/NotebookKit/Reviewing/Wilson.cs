namespace NotebookKit.Reviewing;

/// <summary>A share that was seen in a sample, and what it says about the whole.</summary>
/// <param name="Count">Rows of the sample that have the property.</param>
/// <param name="Of">Rows of the sample.</param>
/// <param name="Low">Lower end of the 95% interval, 0–1.</param>
/// <param name="High">Upper end of the 95% interval, 0–1.</param>
public readonly record struct Wilson(int Count, int Of, double Low, double High)
{
    /// <summary>97.5% quantile of the normal distribution: two-sided 95%.</summary>
    private const double Z = 1.959964;

    /// <summary>The share in the sample, 0–1; 0 where there is no sample.</summary>
    public double Share => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>The 95% score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    /// Statistical Association 22 (1927), 209–212. Unlike p ± 2 standard errors it stays within 0–1 and is right for few or no finds. Rounded to 6 digits;
    /// without a sample it is 0–1.</summary>
    public static Wilson Of95(int count, int of)
    {
        Guard.AtLeast(of, 0);
        Guard.InRange(count, 0, of);
        if (of == 0) return new(0, 0, 0, 1);
        double n = of, p = count / n, square = Z * Z;
        var middle = (p + (square / (2 * n))) / (1 + (square / n));
        var half = Z / (1 + (square / n)) * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        return new(count, of, count == 0 ? 0 : Math.Round(middle - half, 6), count == of ? 1 : Math.Round(middle + half, 6));
    }

    /// <summary><c>14 of 100 (14.0%, 95% interval 8.5%–22.1%)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} of {Of} ({100 * Share:0.0}%, 95% interval {100 * Low:0.0}%–{100 * High:0.0}%)");
}
