namespace NotebookKit.Labels;

/// <summary>The rules of <see cref="LabelFilter"/>.</summary>
internal static class LabelPruning
{
    /// <summary>True for the rows that a rule takes.</summary>
    public static bool[] Find(ConfidentLearning counted, LabelFilter filter, int minPerClass, double noiseShare)
    {
        var found = filter switch
        {
            LabelFilter.PruneByNoiseRate => ByNoiseRate(counted, Kept(counted, minPerClass, noiseShare), minPerClass),
            LabelFilter.PruneByClass => ByClass(counted, Kept(counted, minPerClass, noiseShare), minPerClass),
            LabelFilter.Both => Both(counted, Kept(counted, minPerClass, noiseShare), minPerClass),
            LabelFilter.ConfidentLearning => [.. Rows(counted).Select(counted.IsConfidentError)],
            LabelFilter.LowNormalizedMargin => Lowest(counted, counted.NormalizedMargin),
            LabelFilter.LowSelfConfidence => Lowest(counted, counted.SelfConfidence),
            LabelFilter.LowBoth => LowBoth(counted),
            LabelFilter.LowInEach => counted.LeastDoubt is { } margins ? [.. LowBoth(counted).Zip(Lowest(counted, row => margins[row]), (one, other) => one && other)] : LowBoth(counted),
            _ => [.. Rows(counted).Select(_ => true)],
        };
        // The lowest scores are taken whatever the model prefers, as cleanlab does.
        if (filter is LabelFilter.LowNormalizedMargin or LabelFilter.LowSelfConfidence or LabelFilter.LowBoth or LabelFilter.LowInEach) return found;
        for (var row = 0; row < found.Length; row++) found[row] &= counted.Predicted[row] != counted.Given[row];
        return found;
    }

    private static IEnumerable<int> Rows(ConfidentLearning counted) => Enumerable.Range(0, counted.Given.Count);

    private static bool[] Both(ConfidentLearning counted, int[,] joint, int minPerClass)
    {
        var (one, other) = (ByNoiseRate(counted, joint, minPerClass), ByClass(counted, joint, minPerClass));
        for (var row = 0; row < one.Length; row++) one[row] &= other[row];
        return one;
    }

    private static bool[] LowBoth(ConfidentLearning counted) => [.. Lowest(counted, counted.SelfConfidence).Zip(Lowest(counted, counted.NormalizedMargin), (one, other) => one && other)];

    private static bool[] Lowest(ConfidentLearning counted, Func<int, double> score)
    {
        var found = new bool[counted.Given.Count];
        foreach (var row in Rows(counted).OrderBy(score).ThenBy(r => r).Take(counted.EstimatedErrors)) found[row] = true;
        return found;
    }

    private static bool[] ByNoiseRate(ConfidentLearning counted, int[,] joint, int minPerClass)
    {
        var found = new bool[counted.Given.Count];
        foreach (var rows in ByGiven(counted, minPerClass))
            for (var other = 0; other < counted.Classes; other++)
                if (other != rows.Key && joint[rows.Key, other] > 0)
                    foreach (var row in rows.OrderByDescending(r => counted.Probabilities[r][other] - counted.Probabilities[r][rows.Key]).ThenBy(r => r).Take(joint[rows.Key, other]))
                        found[row] = true;
        return found;
    }

    private static bool[] ByClass(ConfidentLearning counted, int[,] joint, int minPerClass)
    {
        var found = new bool[counted.Given.Count];
        foreach (var rows in ByGiven(counted, minPerClass))
            foreach (var row in rows.OrderBy(counted.SelfConfidence).ThenBy(r => r).Take(counted.Counts[rows.Key] - joint[rows.Key, rows.Key]))
                found[row] = true;
        return found;
    }

    private static IEnumerable<IGrouping<int, int>> ByGiven(ConfidentLearning counted, int minPerClass) =>
        Rows(counted).GroupBy(r => counted.Given[r]).Where(g => g.Count() > minPerClass);

    /// <summary>The calibrated joint with enough right rows in each label: what is missing is taken evenly from the labels it was counted under. Then the share of the rest.</summary>
    private static int[,] Kept(ConfidentLearning counted, int minPerClass, double noiseShare)
    {
        var joint = (int[,])counted.CalibratedJoint.Clone();
        for (var g = 0; g < counted.Classes; g++)
        {
            var missing = Math.Max(0, minPerClass - joint[g, g]);
            var counts = Enumerable.Range(0, counted.Classes).Count(t => joint[g, t] != 0);
            var each = missing / (double)Math.Max(1, counts - 1);
            for (var t = 0; t < counted.Classes; t++)
                if (t != g) joint[g, t] = (int)(Math.Max(0, joint[g, t] - each) * noiseShare);
            // What is not taken is right.
            joint[g, g] = Math.Max(minPerClass, counted.Counts[g] - Enumerable.Range(0, counted.Classes).Where(t => t != g).Sum(t => joint[g, t]));
        }

        return joint;
    }
}
