using System.Globalization;

namespace NotebookKit.Outliers;

/// <summary>Where normal ends: examples with a higher score are odd. The decision stands apart from the score, so that one can be changed without the other.</summary>
/// <param name="Limit">The highest score that is normal; positive infinity where nothing may be called odd.</param>
/// <param name="Rule">The rule that gave the limit, for people.</param>
/// <param name="Rows">Scores that it was made from.</param>
public sealed record OutlierDecision(double Limit, string Rule, int Rows)
{
    /// <summary>The share of normal rows that may be called odd, where nothing else is asked for: 0.02.</summary>
    public const double UsualShare = 0.02;

    /// <summary>Quartile ranges above the third quartile at which a score is odd, where nothing else is asked for: 1.700003 (cleanlab: 1 ÷ 0.37037 − 1).</summary>
    public static double UsualRangeFactor { get; } = Math.Round(Spread.CleanlabFactor, 6);

    /// <summary>A limit that calls at most a share of normal rows odd, on average over such rows and whatever the detector: the ⌈(n + 1)(1 − share)⌉-th lowest of the held-back scores (split-conformal).
    /// With fewer than 1 ÷ share − 1 rows nothing is odd.</summary>
    /// <param name="heldBack">Scores of rows that belong and that the detector has not learned from, drawn like the rows to come, in any order.</param>
    /// <param name="maxFlagged">Share of normal rows that may be odd. Ratio 0–1, default 0.02.</param>
    /// <remarks>Sources: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World (2005); Laxhammar and Falkman, Conformal anomaly detection (2010).</remarks>
    /// <exception cref="ArgumentException">A score is no number.</exception>
    public static OutlierDecision Conformal(IEnumerable<double> heldBack, double maxFlagged = UsualShare)
    {
        Guard.Ratio(maxFlagged);
        var sorted = Sorted(heldBack, nameof(heldBack));
        var rank = Rank(sorted.Length, maxFlagged);
        var limit = rank > sorted.Length ? double.PositiveInfinity : rank == 0 ? double.NegativeInfinity : sorted[rank - 1];
        return new(limit, string.Create(CultureInfo.InvariantCulture, $"conformal: at most {100 * maxFlagged:0.###}% of normal rows"), sorted.Length);
    }

    /// <summary>A limit by quartiles: Q3 + factor × (Q3 − Q1).</summary>
    /// <param name="scores">The scores, at least one, in any order.</param>
    /// <param name="factor">Quartile ranges above the third quartile, 0 to 100; null for <see cref="UsualRangeFactor"/>.</param>
    /// <exception cref="ArgumentException">There is no score, or one is no number.</exception>
    public static OutlierDecision Quartiles(IEnumerable<double> scores, double? factor = null)
    {
        var ranges = Guard.InRange(factor ?? UsualRangeFactor, 0, 100, nameof(factor));
        var sorted = Sorted(scores, nameof(scores));
        if (sorted.Length == 0) throw new ArgumentException("There are no scores.", nameof(scores));
        var spread = Spread.Of(sorted);
        return new(spread.Q3 + (ranges * spread.Range), string.Create(CultureInfo.InvariantCulture, $"quartiles: Q3 + {ranges:0.######} IQR"), sorted.Length);
    }

    /// <summary>A limit above which lie the strangest rows: at most so many, fewer where the last ones are equally strange.</summary>
    /// <param name="scores">The scores, in any order.</param>
    /// <param name="count">How many rows, at least 0.</param>
    /// <exception cref="ArgumentException">A score is no number.</exception>
    public static OutlierDecision Top(IEnumerable<double> scores, int count)
    {
        Guard.AtLeast(count, 0);
        var sorted = Sorted(scores, nameof(scores));
        var limit = count >= sorted.Length ? double.NegativeInfinity : sorted[^(count + 1)];
        return new(limit, string.Create(CultureInfo.InvariantCulture, $"the {count} strangest rows"), sorted.Length);
    }

    /// <summary>Whether a score is odd.</summary>
    public bool IsOdd(double score) => score > Limit;

    /// <summary>Rank of the conformal limit, from 1; more than <paramref name="rows"/> where there are too few of them.</summary>
    internal static long Rank(long rows, double maxFlagged) => (long)Math.Ceiling(Math.Round((rows + 1) * (1 - maxFlagged), 9)); // 49 rows at 2% are rank 49, whatever rounding makes of it

    private static double[] Sorted(IEnumerable<double> scores, string name)
    {
        ArgumentNullException.ThrowIfNull(scores, name);
        double[] sorted = [.. scores];
        if (Array.Exists(sorted, double.IsNaN)) throw new ArgumentException("A score is not a number.", name);
        Array.Sort(sorted);
        return sorted;
    }
}
