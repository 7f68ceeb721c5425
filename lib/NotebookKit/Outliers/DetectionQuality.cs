namespace NotebookKit.Outliers;

/// <summary>A point of a ROC curve: what a limit lets through and what it finds.</summary>
/// <param name="Limit">Examples with this score or a higher one are called strange; infinite for the first point, which calls none so.</param>
/// <param name="FalseAlarms">Share of the normal examples that are called strange, 0–1.</param>
/// <param name="Found">Share of the strange examples that are called strange, 0–1.</param>
public readonly record struct RocPoint(double Limit, double FalseAlarms, double Found);

/// <summary>How well scores tell strange examples from normal ones, where both are known: AUROC, AUPR, FPR95 and the ROC curve. Strange examples are the positive ones, higher scores are stranger.</summary>
/// <remarks>Sources: Fawcett, An introduction to ROC analysis (2006); Hendrycks and Gimpel, A Baseline for Detecting Misclassified and Out-of-Distribution Examples (2017). Counts are whole numbers, so that the order of the scores does not matter.</remarks>
public sealed partial class DetectionQuality
{
    private DetectionQuality(double[] normal, double[] strange)
    {
        (Normal, Strange) = (normal, strange);
        long trues = 0, falses = 0, lastTrues = 0;
        double twiceWon = 0, precision = 0;
        double? fpr95 = null;
        var points = new List<RocPoint> { new(double.PositiveInfinity, 0, 0) };
        for (int n = normal.Length - 1, s = strange.Length - 1; n >= 0 || s >= 0;)
        {
            var limit = n < 0 ? strange[s] : s < 0 ? normal[n] : Math.Max(normal[n], strange[s]);
            long here = 0, alarms = 0;
            for (; s >= 0 && strange[s] == limit; s--) here++;
            for (; n >= 0 && normal[n] == limit; n--) alarms++;
            // A normal example loses against all strange ones above it, and half against those beside it.
            twiceWon += alarms * (double)((2 * trues) + here);
            (trues, falses) = (trues + here, falses + alarms);
            precision += (trues - lastTrues) * (double)trues / (trues + falses);
            lastTrues = trues;
            points.Add(new(limit, (double)falses / normal.Length, (double)trues / strange.Length));
            if (fpr95 is null && 100 * trues >= 95L * strange.Length) fpr95 = (double)falses / normal.Length;
        }

        Auroc = twiceWon / 2 / normal.Length / strange.Length;
        Aupr = precision / strange.Length;
        Fpr95 = fpr95 ?? 1;
        Roc = points;
    }

    /// <summary>The scores of the normal examples, rising.</summary>
    public IReadOnlyList<double> Normal { get; }

    /// <summary>The scores of the strange examples, rising.</summary>
    public IReadOnlyList<double> Strange { get; }

    /// <summary>Share of the pairs of a strange and a normal example in which the strange one has the higher score, 0–1; equal scores count half. 0.5 is chance.</summary>
    public double Auroc { get; }

    /// <summary>Average precision with strange examples as the positive ones, 0–1: the precision at each score of a strange example, without interpolation; equal scores are taken together. Chance is the share of strange examples.</summary>
    public double Aupr { get; }

    /// <summary>Share of the normal examples that are called strange by the highest limit that finds at least 95% of the strange ones, 0–1. Lower is better.</summary>
    public double Fpr95 { get; }

    /// <summary>The ROC curve from (0, 0) to (1, 1): one point for each different score, the highest first.</summary>
    public IReadOnlyList<RocPoint> Roc { get; }

    /// <summary>Measures scores.</summary>
    /// <param name="normal">Scores of examples that belong, at least one, in any order.</param>
    /// <param name="strange">Scores of examples that do not, at least one, in any order.</param>
    /// <exception cref="ArgumentException">A list is empty, or holds a score that is no number.</exception>
    public static DetectionQuality Of(IEnumerable<double> normal, IEnumerable<double> strange) => new(Sorted(normal, nameof(normal)), Sorted(strange, nameof(strange)));

    /// <summary>Scores examples by a detector and measures it.</summary>
    /// <param name="detector">The fitted detector.</param>
    /// <param name="normal">Examples that belong, at least one.</param>
    /// <param name="strange">Examples that do not, at least one.</param>
    /// <param name="run">Threads, cancelling; null for the defaults.</param>
    public static DetectionQuality Of(FittedDetector detector, Dataset normal, Dataset strange, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(normal);
        ArgumentNullException.ThrowIfNull(strange);
        return Of(detector.Score(normal.Examples, run), detector.Score(strange.Examples, run));
    }

    private static double[] Sorted(IEnumerable<double> scores, string name)
    {
        ArgumentNullException.ThrowIfNull(scores, name);
        double[] sorted = [.. scores];
        if (sorted.Length == 0) throw new ArgumentException("There are no scores.", name);
        if (Array.Exists(sorted, double.IsNaN)) throw new ArgumentException("A score is not a number.", name);
        Array.Sort(sorted);
        return sorted;
    }
}
