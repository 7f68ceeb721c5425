using NotebookKit.Labels;

namespace NotebookKit.Tests.Labels;

/// <summary>Confident learning once more, written after the definitions and not after the library: slow, with lists and decimals.</summary>
internal sealed class LabelOracle
{
    private readonly int[] given;
    private readonly double[][] p;
    private readonly int classes;
    private readonly int?[] confident;

    public LabelOracle(int[] given, double[][] p)
    {
        (this.given, this.p, classes) = (given, p, p[0].Length);
        var thresholds = Labels.Select(k => given.Contains(k) ? Rows.Where(r => given[r] == k).Average(r => p[r][k]) : double.PositiveInfinity).ToArray();
        confident = [.. Rows.Select(r => Labels.Where(k => p[r][k] >= thresholds[k] - 1e-6).ToList() is { Count: > 0 } bins ? bins.Count == 1 ? bins[0] : Best(r) : (int?)null)];
        Joint = [.. Labels.Select(g => Labels.Select(t => Math.Max(g == t ? 1 : 0, Rows.Count(r => given[r] == g && confident[r] == t))).ToArray())];
        Calibrated = [.. Labels.Select(g => LargestRemainders([.. Joint[g].Select(c => (long)c * given.Count(x => x == g))], Joint[g].Sum()))];
    }

    public int[][] Joint { get; }

    public int[][] Calibrated { get; }

    private IEnumerable<int> Rows => Enumerable.Range(0, given.Length);

    private IEnumerable<int> Labels => Enumerable.Range(0, classes);

    public IEnumerable<int> Find(LabelFilter filter)
    {
        var confidentErrors = Rows.Where(r => confident[r] is { } k && k != given[r] && Best(r) != given[r]).ToList();
        var byRate = Labels.Where(g => given.Count(x => x == g) > 1).SelectMany(g => Labels.Where(t => t != g).SelectMany(t => Of(g).OrderBy(r => p[r][g] - p[r][t]).Take(Taken(g)[t])));
        var byClass = Labels.Where(g => given.Count(x => x == g) > 1).SelectMany(g => Of(g).OrderBy(r => p[r][g]).Take(Math.Min(Labels.Where(t => t != g).Sum(t => Taken(g)[t]), Of(g).Count() - 1)));
        return filter switch
        {
            LabelFilter.LowNormalizedMargin => Rows.OrderBy(r => (p[r][given[r]] - Labels.Where(k => k != given[r]).Max(k => p[r][k]) + 1) / 2).Take(confidentErrors.Count).Order(),
            LabelFilter.LowSelfConfidence => Rows.OrderBy(r => p[r][given[r]]).Take(confidentErrors.Count).Order(),
            LabelFilter.LowBoth or LabelFilter.LowInEach => Find(LabelFilter.LowSelfConfidence).Intersect(Find(LabelFilter.LowNormalizedMargin)),
            LabelFilter.ConfidentLearning => confidentErrors,
            LabelFilter.PredictedNeqGiven => Rows.Where(r => Best(r) != given[r]),
            _ => (filter == LabelFilter.PruneByNoiseRate ? byRate : filter == LabelFilter.PruneByClass ? byClass : byRate.Intersect(byClass)).Distinct().Where(r => Best(r) != given[r]).Order(),
        };
    }

    private IEnumerable<int> Of(int label) => Rows.Where(r => given[r] == label);

    private int Best(int row) => Labels.MaxBy(k => p[row][k]);

    /// <summary>Rows to take for each other label, so that one row of the given label stays: what is missing for it is taken evenly from the others.</summary>
    private int[] Taken(int label)
    {
        var counts = Calibrated[label];
        if (counts[label] >= 1) return counts;
        var each = (decimal)(1 - counts[label]) / Math.Max(1, counts.Count(c => c != 0) - 1);
        return [.. counts.Select(c => (int)Math.Floor(Math.Max(0, c - each)))];
    }

    private static int[] LargestRemainders(long[] numerators, int denominator)
    {
        var whole = numerators.Select(n => (int)(n / denominator)).ToArray();
        var missing = (int)(numerators.Sum() / denominator) - whole.Sum();
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => numerators[i] % denominator).Take(missing)) whole[i]++;
        return whole;
    }
}
