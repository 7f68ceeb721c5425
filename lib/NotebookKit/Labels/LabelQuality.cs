namespace NotebookKit.Labels;

/// <summary>How much a row's probabilities speak for its label: 0–1, low is suspect. The names are cleanlab's.</summary>
internal static class LabelQuality
{
    private const double Least = 1e-6;

    /// <summary>The place of the largest number, of equal ones the first.</summary>
    public static int Largest(double[] probabilities)
    {
        var best = 0;
        for (var k = 1; k < probabilities.Length; k++)
            if (probabilities[k] > probabilities[best]) best = k;
        return best;
    }

    /// <summary>The probability of the given label.</summary>
    public static double SelfConfidence(double[] probabilities, int given) => probabilities[given];

    /// <summary>How far the given label is before the best other one, scaled to 0–1.</summary>
    public static double NormalizedMargin(double[] probabilities, int given)
    {
        var other = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
            if (k != given) other = Math.Max(other, probabilities[k]);
        return (probabilities[given] - other + 1) / 2;
    }

    /// <summary>How undecided the model is against how probable the given label is, turned round so that low is suspect.</summary>
    public static double ConfidenceWeightedEntropy(double[] probabilities, int given)
    {
        if (probabilities.Length < 2) return 1;
        var weighted = Entropy(probabilities) / Math.Max(probabilities[given], Least);
        // ln(x + 1) ÷ x is 1 at 0.
        return weighted < Least ? 1 : Math.Log(weighted + 1) / weighted;
    }

    /// <summary>Entropy ÷ ln of the number of labels: 0 for one sure label, 1 where all are as probable.</summary>
    public static double Entropy(double[] probabilities)
    {
        var sum = 0.0;
        foreach (var p in probabilities)
            if (p > 0) sum -= p * Math.Log(p);
        return probabilities.Length < 2 ? 0 : sum / Math.Log(probabilities.Length);
    }
}
