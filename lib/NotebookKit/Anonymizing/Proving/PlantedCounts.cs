namespace NotebookKit.Anonymizing;

/// <summary>How much of what was planted was found: of one type, in one place, or in all.</summary>
/// <param name="Name">The type or the place.</param>
/// <param name="Planted">Pieces that were planted.</param>
/// <param name="Found">Pieces of which nothing is left after masking.</param>
/// <param name="Partly">Pieces of which a word or a number is left. They count as leaked.</param>
public sealed record PlantedCounts(string Name, int Planted, int Found, int Partly)
{
    /// <summary>Pieces that are left, whole or in part.</summary>
    public int Leaked => Planted - Found;

    /// <summary>Share of the pieces that were found, 0–1; 0 where nothing was planted.</summary>
    public double Recall => Planted == 0 ? 0 : Found / (double)Planted;

    /// <summary>The share of leaks that 95 of 100 such measurements do not exceed, 0–1. Without a leak in n it is 3/n, the rule of three (J. A. Hanley,
    /// A. Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249, 1983, 1743–1745); else the one-sided exact bound (C. J. Clopper, E. S. Pearson,
    /// "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934, 404–413). Rounded to 6 digits.</summary>
    public double MostLeaked => Planted == 0 ? 1 : Leaked == 0 ? Math.Min(1, Math.Round(3.0 / Planted, 6)) : Exact(Leaked, Planted);

    /// <summary>The recall that 95 of 100 such measurements do not fall below, 0–1.</summary>
    public double LeastRecall => 1 - MostLeaked;

    /// <summary>The probability p at which as few as so many of so many have a chance of one in twenty, by halving.</summary>
    private static double Exact(int leaked, int planted)
    {
        if (leaked == planted) return 1;
        var (low, high) = (leaked / (double)planted, 1.0);
        for (var round = 0; round < 50; round++)
        {
            var middle = (low + high) / 2;
            if (AtMost(leaked, planted, middle) > 0.05) low = middle;
            else high = middle;
        }

        return Math.Round(high, 6);
    }

    /// <summary>Chance of at most so many, by the binomial distribution: each term follows from the one before.</summary>
    private static double AtMost(int most, int of, double p)
    {
        var logarithm = of * Math.Log(1 - p);
        var sum = Math.Exp(logarithm);
        for (var k = 1; k <= most; k++)
        {
            logarithm += Math.Log((of - k + 1) / (double)k * (p / (1 - p)));
            sum += Math.Exp(logarithm);
        }

        return sum;
    }
}
