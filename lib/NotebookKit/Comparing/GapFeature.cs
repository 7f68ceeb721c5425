using NotebookKit.Display;

namespace NotebookKit.Comparing;

/// <summary>One bin of a feature.</summary>
/// <param name="Name">What is in it: <c>20–49</c>, <c>no capital letter</c>, <c>de</c>.</param>
/// <param name="Train">Lines of the first set.</param>
/// <param name="Live">Lines of the second set.</param>
public sealed record GapBin(string Name, long Train, long Live);

/// <summary>How far two sets are from each other in one respect.</summary>
/// <param name="Name">What is compared: <c>length</c>, <c>topics</c>, <c>language</c>, <c>typos</c>, <c>abbreviations</c>, <c>fragments</c>, <c>punctuation</c>, <c>case</c>.</param>
/// <param name="Psi">Population stability index, from 0 (the same).</param>
/// <param name="Chance">What the index stays below in 95 of 100 comparisons of two samples of one population of these sizes.</param>
/// <param name="JensenShannon">Jensen–Shannon divergence in bits: 0 (the same) to 1 (nothing in common).</param>
/// <param name="State">Pass where the index is within chance or at most 0.1, Warn up to 0.25, Fail above; Pass where a set has fewer than 30 rows, which say nothing.</param>
/// <param name="Bins">The counts behind it.</param>
public sealed record GapFeature(string Name, double Psi, double Chance, double JensenShannon, CheckState State, IReadOnlyList<GapBin> Bins)
{
    /// <summary>True where the two sets cannot be told apart in this respect: the index is within chance.</summary>
    public bool IsWithinChance => Psi <= Chance;

    /// <summary>The bin whose share differs most; of two that differ alike the one that live has more of.</summary>
    public GapBin Main
    {
        get
        {
            var (train, live) = (Math.Max(1, Bins.Sum(b => b.Train)), Math.Max(1, Bins.Sum(b => b.Live)));
            return Bins.Select(b => (Bin: b, More: Math.Round(((double)b.Live / live) - ((double)b.Train / train), 9))).OrderByDescending(b => Math.Abs(b.More)).ThenByDescending(b => b.More).First().Bin;
        }
    }

    /// <summary>The Jensen–Shannon divergence of two lists of counts over the same bins, in bits, 0 to 1, rounded to 6 digits (J. Lin, "Divergence measures based on the Shannon entropy", IEEE
    /// Transactions on Information Theory 37, 1991). 0 where a list has no counts.</summary>
    /// <param name="first">Counts of the first set.</param>
    /// <param name="second">Counts of the second set.</param>
    public static double Divergence(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count) throw new ArgumentException("Both lists must have the same bins.", nameof(second));
        double one = first.Sum(), two = second.Sum(), bits = 0;
        if (one == 0 || two == 0) return 0;
        for (var i = 0; i < first.Count; i++)
        {
            var (p, q) = (first[i] / one, second[i] / two);
            var middle = (p + q) / 2;
            if (p > 0) bits += p * Math.Log2(p / middle) / 2;
            if (q > 0) bits += q * Math.Log2(q / middle) / 2;
        }

        return Math.Clamp(Math.Round(bits, 6), 0, 1);
    }
}
