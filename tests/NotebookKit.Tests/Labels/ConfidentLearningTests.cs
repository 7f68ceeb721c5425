using NotebookKit.Labels;
using NotebookKit.Text;

namespace NotebookKit.Tests.Labels;

/// <summary>Small matrices worked out by hand, and many drawn ones against a straightforward second writing of the rules.</summary>
public class ConfidentLearningTests
{
    // Thresholds: label 0: (.9 + .8 + .1 + .6) ÷ 4 = .6; label 1: (.8 + .9 + .7 + .2) ÷ 4 = .65.
    private static readonly int[] Given = [0, 0, 0, 0, 1, 1, 1, 1];

    private static readonly double[][] Probabilities = [[.9, .1], [.8, .2], [.1, .9], [.6, .4], [.2, .8], [.1, .9], [.3, .7], [.8, .2]];

    [Fact]
    public void A_threshold_is_the_mean_probability_of_a_label_over_the_rows_that_were_given_it()
    {
        var counted = new ConfidentLearning(Given, Probabilities);
        Assert.Equal([.6, .65], counted.ConfidentThresholds.Select(t => Math.Round(t, 9)));
        Assert.Equal([4, 4], counted.LabelCounts);
    }

    [Fact]
    public void The_confident_joint_counts_rows_that_reach_a_threshold()
    {
        var counted = new ConfidentLearning(Given, Probabilities);
        // The fourth row reaches its threshold by the slack only: .6 against .6.
        Assert.Equal((3, 1, 1, 3), (counted.ConfidentJoint(0, 0), counted.ConfidentJoint(0, 1), counted.ConfidentJoint(1, 0), counted.ConfidentJoint(1, 1)));
        Assert.Equal((2, 2), (counted.EstimatedErrors, counted.EstimatedErrorsCalibrated));
        Assert.Equal((.25, .75), (counted.NoiseRate(1, 0), counted.InverseNoiseRate(0, 0)));
    }

    [Theory]
    [InlineData(LabelFilter.PruneByNoiseRate)]
    [InlineData(LabelFilter.PruneByClass)]
    [InlineData(LabelFilter.Both)]
    [InlineData(LabelFilter.ConfidentLearning)]
    [InlineData(LabelFilter.PredictedNeqGiven)]
    [InlineData(LabelFilter.LowNormalizedMargin)]
    [InlineData(LabelFilter.LowSelfConfidence)]
    [InlineData(LabelFilter.LowBoth)]
    public void Every_rule_finds_the_two_clear_errors(LabelFilter filter) => Assert.Equal([2, 7], new ConfidentLearning(Given, Probabilities).Find(filter));

    [Fact]
    public void Scores_are_those_of_the_formulas()
    {
        var counted = new ConfidentLearning([0, 1], [[.7, .2, .1], [.7, .2, .1]]);
        Assert.Equal((.7, .2), (counted.SelfConfidence(0), counted.SelfConfidence(1)));
        Assert.Equal((.75, .25), (Math.Round(counted.NormalizedMargin(0), 9), Math.Round(counted.NormalizedMargin(1), 9)));
        // Entropy of .7, .2, .1 ÷ ln 3 = .801819 ÷ 1.098612 = .729847; ÷ .7 = 1.042638; ln 2.042638 ÷ 1.042638 = .685034.
        Assert.Equal(.685034, counted.ConfidenceWeightedEntropy(0), 5);
        Assert.True(counted.ConfidenceWeightedEntropy(1) < counted.ConfidenceWeightedEntropy(0));
    }

    [Fact]
    public void Calibrating_keeps_the_rows_of_each_label_and_gives_the_rest_to_the_largest_remainders()
    {
        // Label 0: 5 rows, of which 2 reach their own threshold, 1 that of label 1 and 1 that of label 2; one reaches none.
        double[][] rows = [[.9, .05, .05], [.8, .1, .1], [.1, .85, .05], [.1, .05, .85], [.4, .3, .3], [.1, .8, .1], [.1, .1, .8]];
        var counted = new ConfidentLearning([0, 0, 0, 0, 0, 1, 2], rows);
        Assert.Equal((2, 1, 1), (counted.ConfidentJoint(0, 0), counted.ConfidentJoint(0, 1), counted.ConfidentJoint(0, 2)));
        // 2, 1, 1 of 4 scaled to 5 rows: 2.5, 1.25, 1.25.
        Assert.Equal((3, 1, 1), (counted.Calibrated(0, 0), counted.Calibrated(0, 1), counted.Calibrated(0, 2)));
        Assert.Equal([2, 3], counted.Find());
        Assert.Empty(counted.Find(noiseShare: 0));
        Assert.Equal([2, 3], counted.Find(minPerClass: 3));
        Assert.Empty(counted.Find(minPerClass: 5));
    }

    [Fact]
    public void Where_the_model_prefers_the_given_label_nothing_is_found() => Assert.Empty(new ConfidentLearning([0, 1], [[.6, .4], [.4, .6]]).Find(LabelFilter.PredictedNeqGiven));

    [Fact]
    public void No_rows_no_errors()
    {
        var counted = new ConfidentLearning([], []);
        Assert.Equal((0, 0), (counted.EstimatedErrors, counted.Classes));
        foreach (var filter in Enum.GetValues<LabelFilter>()) Assert.Empty(counted.Find(filter));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConfidentLearning([0], []));
        Assert.Throws<ArgumentException>(() => new ConfidentLearning([2], [[.5, .5]]));
        Assert.Throws<ArgumentException>(() => new ConfidentLearning([0, 1], [[.5, .5], [1]]));
        Assert.Throws<ArgumentException>(() => new ConfidentLearning([0], [[1.5, -.5]]));
        Assert.Throws<ArgumentException>(() => new ConfidentLearning([0], [[double.NaN, .5]]));
    }

    [Fact]
    public void A_label_that_one_of_two_models_finds_right_is_not_low_in_each()
    {
        var (given, probabilities) = Drawn(5, 300, 3);
        var both = new ConfidentLearning(given, probabilities).Find(LabelFilter.LowBoth);
        Assert.True(both.Count > 2);
        // One model is sure of the first of these rows; the others it doubts as both together do.
        var counted = new ConfidentLearning(given, probabilities) { LeastDoubt = [.. Enumerable.Range(0, given.Length).Select(r => r == both[0] ? 1.0 : both.Contains(r) ? 0.1 : 0.9)] };
        Assert.Equal(both.Skip(1), counted.Find(LabelFilter.LowInEach));
        Assert.Equal(both, counted.Find(LabelFilter.LowBoth));
    }

    [Theory]
    [InlineData(2, 60)]
    [InlineData(3, 200)]
    [InlineData(7, 400)]
    [InlineData(30, 300)]
    public void Drawn_matrices_give_what_a_second_writing_of_the_rules_gives(int classes, int rows)
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var (given, probabilities) = Drawn(classes, rows, seed);
            var counted = new ConfidentLearning(given, probabilities);
            var oracle = new LabelOracle(given, probabilities);
            Assert.Equal(oracle.Joint.SelectMany(r => r), Enumerable.Range(0, classes).SelectMany(g => Enumerable.Range(0, classes).Select(t => counted.ConfidentJoint(g, t))));
            Assert.Equal(oracle.Calibrated.SelectMany(r => r), Enumerable.Range(0, classes).SelectMany(g => Enumerable.Range(0, classes).Select(t => counted.Calibrated(g, t))));
            foreach (var filter in Enum.GetValues<LabelFilter>()) Assert.Equal(oracle.Find(filter), counted.Find(filter));
            Assert.True(counted.EstimatedErrorsCalibrated >= 0 && counted.EstimatedErrors == counted.Find(LabelFilter.ConfidentLearning).Count);
        }
    }

    /// <summary>Rows whose model prefers the true label mostly; a fifth of them was given another.</summary>
    private static (int[] Given, double[][] Probabilities) Drawn(int classes, int rows, ulong seed)
    {
        double Unit(int row, string what, int k = 0) => KeyedRandom.Unit(seed, what, row.ToString(System.Globalization.CultureInfo.InvariantCulture), (ulong)k);
        var given = new int[rows];
        var probabilities = new double[rows][];
        for (var row = 0; row < rows; row++)
        {
            var right = (int)(Unit(row, "true") * Unit(row, "skew") * classes);
            given[row] = Unit(row, "flip") < .2 ? (int)(Unit(row, "to") * classes) : right;
            var weights = Enumerable.Range(0, classes).Select(k => (k == right ? 3 : 0) + Math.Pow(Unit(row, "weight", k), 3)).ToArray();
            probabilities[row] = [.. weights.Select(w => Math.Round(w / weights.Sum(), 6))];
        }

        return (given, probabilities);
    }
}
