namespace NotebookKit.Labels;

/// <summary>Finds wrong labels from what a model says about rows that it has not seen (out-of-fold probabilities): counts which labels are confidently given for which, and takes as
/// many rows for wrong as these counts say. Immutable and thread-safe.</summary>
/// <remarks>Rules and names are those of cleanlab. Source: Northcutt, Jiang and Chuang, Confident Learning: Estimating Uncertainty in Dataset Labels (2021). Equal rows are told apart by their place:
/// the earlier is taken first.</remarks>
public sealed class ConfidentLearning
{
    /// <summary>A probability this little below a threshold still reaches it (cleanlab).</summary>
    private const double Slack = 1e-6;

    private readonly int[] given;
    private readonly double[][] probabilities;

    /// <summary>Counts.</summary>
    /// <param name="given">The label that each row was given, as a number from 0 to the number of labels − 1.</param>
    /// <param name="probabilities">For each row the probability of each label, 0–1, from a model that has not seen the row. All of one length: the number of labels.</param>
    /// <exception cref="ArgumentException">The two are not of one length, rows have different numbers of labels, a label has no probability, or a probability is not from 0 to 1.</exception>
    public ConfidentLearning(IReadOnlyList<int> given, IReadOnlyList<double[]> probabilities)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(probabilities);
        (this.given, this.probabilities) = ([.. given], [.. probabilities]);
        Classes = this.probabilities.Length == 0 ? 0 : this.probabilities[0].Length;
        Check();
        Counts = new int[Classes];
        foreach (var label in this.given) Counts[label]++;
        Predicted = Array.ConvertAll(this.probabilities, LabelQuality.Largest);
        Thresholds = MakeThresholds();
        Guesses = new int[this.given.Length];
        Joint = MakeJoint();
        CalibratedJoint = Calibrate(Joint, Counts);
        for (var row = 0; row < this.given.Length; row++)
            if (IsConfidentError(row)) EstimatedErrors++;
    }

    /// <summary>How many labels there are.</summary>
    public int Classes { get; }

    /// <summary>Rows by given label.</summary>
    public IReadOnlyList<int> LabelCounts => Counts;

    /// <summary>For each label the mean probability of it over the rows that were given it: from there on a row is confidently of that label. Above 1 for a label that no row was given.</summary>
    public IReadOnlyList<double> ConfidentThresholds => Thresholds;

    /// <summary>How many rows the confident joint counts under another label than the given one, and the model would not give that one itself (cleanlab's <c>num_label_issues</c>).</summary>
    public int EstimatedErrors { get; }

    /// <summary>How many rows are wrong by the calibrated joint (<c>off_diagonal_calibrated</c>): never less than what the confident joint counts.</summary>
    public int EstimatedErrorsCalibrated => Enumerable.Range(0, Classes).Sum(g => Counts[g] - CalibratedJoint[g, g]);

    /// <summary>For each row the normalized margin that the model gives which doubts the label least; null where there is one model.</summary>
    internal double[]? LeastDoubt { get; init; }

    internal IReadOnlyList<int> Given => given;

    internal IReadOnlyList<double[]> Probabilities => probabilities;

    internal int[] Counts { get; }

    internal double[] Thresholds { get; }

    /// <summary>The most probable label of each row, of equally probable ones the first.</summary>
    internal int[] Predicted { get; }

    /// <summary>The label that each row is confidently of; −1 for none.</summary>
    internal int[] Guesses { get; }

    /// <summary>Rows (given label, label that they are confidently of), at least 1 where both are the same.</summary>
    internal int[,] Joint { get; }

    /// <summary>The joint scaled to all rows, in whole numbers: each given label has as many as it has rows.</summary>
    internal int[,] CalibratedJoint { get; }

    /// <summary>The confident joint: how many rows that were given a label are confidently of another. At least 1 where both are the same.</summary>
    public int ConfidentJoint(int givenLabel, int trueLabel) => Joint[givenLabel, trueLabel];

    /// <summary>The calibrated joint: how many of all rows that were given a label are estimated to be of another.</summary>
    public int Calibrated(int givenLabel, int trueLabel) => CalibratedJoint[givenLabel, trueLabel];

    /// <summary>The noise matrix: how probable it is that a row of a true label was given a label. 0–1, by the calibrated joint; each true label sums to 1.</summary>
    public double NoiseRate(int givenLabel, int trueLabel) => Ratio(CalibratedJoint[givenLabel, trueLabel], Enumerable.Range(0, Classes).Sum(g => CalibratedJoint[g, trueLabel]));

    /// <summary>The inverse noise matrix: how probable it is that a row that was given a label is of a true label. 0–1, by the calibrated joint; each given label sums to 1.</summary>
    public double InverseNoiseRate(int givenLabel, int trueLabel) => Ratio(CalibratedJoint[givenLabel, trueLabel], Counts[givenLabel]);

    /// <summary>For each row the probability of its given label, 0–1; low is suspect (cleanlab's <c>self_confidence</c>).</summary>
    public double SelfConfidence(int row) => LabelQuality.SelfConfidence(probabilities[row], given[row]);

    /// <summary>For each row (p(given) − largest p(other) + 1) ÷ 2, 0–1; low is suspect, below 0.5 another label is more probable (cleanlab's <c>normalized_margin</c>).</summary>
    public double NormalizedMargin(int row) => LabelQuality.NormalizedMargin(probabilities[row], given[row]);

    /// <summary>For each row ln(x + 1) ÷ x of x = entropy ÷ ln labels ÷ p(given), 0–1; low is suspect (cleanlab's <c>confidence_weighted_entropy</c>).</summary>
    public double ConfidenceWeightedEntropy(int row) => LabelQuality.ConfidenceWeightedEntropy(probabilities[row], given[row]);

    /// <summary>The rows that are taken for wrongly labelled, in their order.</summary>
    /// <param name="filter">The rule.</param>
    /// <param name="minPerClass">Rows that are left in each label at least; at least 0, default 1 (cleanlab's <c>min_examples_per_class</c>). Only for the rules that prune.</param>
    /// <param name="noiseShare">Share of the counted errors that is taken, 0–1, default 1 (cleanlab's <c>frac_noise</c>). Only for the rules that prune.</param>
    public IReadOnlyList<int> Find(LabelFilter filter = LabelFilter.PruneByNoiseRate, int minPerClass = 1, double noiseShare = 1)
    {
        var found = LabelPruning.Find(this, Guard.Defined(filter), Guard.AtLeast(minPerClass, 0), Guard.Ratio(noiseShare));
        return [.. Enumerable.Range(0, given.Length).Where(r => found[r])];
    }

    /// <summary>True for a row that is confidently of another label than the given one, which the model does not prefer either.</summary>
    internal bool IsConfidentError(int row) => Guesses[row] >= 0 && Guesses[row] != given[row] && Predicted[row] != given[row];

    private void Check()
    {
        if (given.Length != probabilities.Length) throw new ArgumentException($"There are {given.Length} labels and probabilities of {probabilities.Length} rows.", nameof(probabilities));
        for (var row = 0; row < given.Length; row++)
        {
            if (probabilities[row].Length != Classes) throw new ArgumentException($"Row {row} has {probabilities[row].Length} probabilities, the first row has {Classes}.", nameof(probabilities));
            if ((uint)given[row] >= (uint)Classes) throw new ArgumentException($"Row {row} has the label {given[row]}; there are {Classes}, from 0.", nameof(given));
            if (Array.Exists(probabilities[row], p => !(p >= 0 && p <= 1))) throw new ArgumentException($"Row {row} has a probability that is not from 0 to 1.", nameof(probabilities));
        }
    }

    private double[] MakeThresholds()
    {
        var sums = new double[Classes];
        for (var row = 0; row < given.Length; row++) sums[given[row]] += probabilities[row][given[row]];
        // No row is confidently of a label that nobody gave.
        for (var label = 0; label < Classes; label++) sums[label] = Counts[label] == 0 ? double.MaxValue : sums[label] / Counts[label];
        return sums;
    }

    private int[,] MakeJoint()
    {
        var joint = new int[Classes, Classes];
        for (var row = 0; row < given.Length; row++)
        {
            var (first, reached) = (-1, 0);
            for (var label = 0; label < Classes; label++)
            {
                if (probabilities[row][label] < Thresholds[label] - Slack) continue;
                if (reached++ == 0) first = label;
            }

            Guesses[row] = reached > 1 ? Predicted[row] : first;
            if (reached > 0) joint[given[row], Guesses[row]]++;
        }

        for (var label = 0; label < Classes; label++) joint[label, label] = Math.Max(1, joint[label, label]);
        return joint;
    }

    /// <summary>Scales each given label to its rows; what is lost by rounding goes to the largest remainders, so that rows add up.</summary>
    private static int[,] Calibrate(int[,] joint, int[] counts)
    {
        var classes = counts.Length;
        var calibrated = new int[classes, classes];
        for (var g = 0; g < classes; g++)
        {
            long sum = 0;
            for (var t = 0; t < classes; t++) sum += joint[g, t];
            var rest = counts[g];
            var remainders = new long[classes];
            for (var t = 0; t < classes; t++)
            {
                var scaled = (long)joint[g, t] * counts[g];
                calibrated[g, t] = (int)(scaled / sum);
                remainders[t] = scaled % sum;
                rest -= calibrated[g, t];
            }

            foreach (var t in Enumerable.Range(0, classes).OrderByDescending(t => remainders[t]).ThenBy(t => t).Take(rest)) calibrated[g, t]++;
        }

        return calibrated;
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
