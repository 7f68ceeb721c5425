using NotebookKit.Splitting;

namespace NotebookKit.Tests.Splitting;

public class StratifiedGroupSplitTests
{
    [Theory]
    [InlineData(0.9, 0.1, 0)]
    [InlineData(0.85, 0.05, 0.1)]
    [InlineData(0.8, 0.1, 0.1)]
    public void A_hundred_thousand_rows_of_twenty_skewed_classes_keep_their_class_shares(double train, double test, double validation)
    {
        var (labels, groups) = Make(100_000, 20, 25_000);
        double[] ratios = [train, test, validation];

        var splits = StratifiedGroupSplit.Assign(labels, groups, ratios);

        Assert.All(StratifiedGroupSplit.Deviations(labels, splits, 3), d => Assert.InRange(d, 0, 0.0013));
        for (var s = 0; s < 3; s++) Assert.InRange(splits.Count(x => x == s), (ratios[s] * 100_000) - 5, (ratios[s] * 100_000) + 5);
        Assert.All(splits.Zip(groups).GroupBy(x => x.Second), g => Assert.Single(g.Select(x => x.First).Distinct()));
    }

    [Fact]
    public void Groups_of_very_different_size_are_spread_over_all_splits()
    {
        // Sizes by Zipf's law: a few groups of hundreds of rows, thousands of single ones; each group has one class.
        var labels = new List<int>();
        var groups = new List<int>();
        for (var g = 0; g < 4000; g++)
            for (var i = 0; i < Math.Max(1, 400 / (g + 1)); i++)
            {
                labels.Add(g % 7);
                groups.Add(g);
            }

        var splits = StratifiedGroupSplit.Assign([.. labels], [.. groups], [0.8, 0.1, 0.1]);

        Assert.All(StratifiedGroupSplit.Deviations([.. labels], splits, 3), d => Assert.InRange(d, 0, 0.0013));
        var largeHeldOut = Enumerable.Range(0, splits.Length).Where(i => groups[i] is > 3 and < 40 && splits[i] > 0).Select(i => groups[i]).Distinct();
        Assert.NotEmpty(largeHeldOut);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        var (labels, groups) = Make(5_000, 9, 1_200);
        var order = Enumerable.Range(0, labels.Length).OrderBy(i => NotebookKit.Text.StableHash.Combine(5, (ulong)i)).ToArray();

        var straight = StratifiedGroupSplit.Assign(labels, groups, [0.8, 0.1, 0.1], 3);
        var shuffled = StratifiedGroupSplit.Assign([.. order.Select(i => labels[i])], [.. order.Select(i => groups[i])], [0.8, 0.1, 0.1], 3);

        Assert.Equal(order.Select(i => straight[i]), shuffled);
    }

    [Fact]
    public void Another_seed_gives_another_split_of_the_same_sizes()
    {
        var (labels, groups) = Make(5_000, 4, 1_200);
        var one = StratifiedGroupSplit.Assign(labels, groups, [0.9, 0.1], 1);
        var two = StratifiedGroupSplit.Assign(labels, groups, [0.9, 0.1], 2);

        Assert.NotEqual(one, two);
        Assert.Equal(one.Count(s => s == 1), two.Count(s => s == 1), 3d);
        Assert.Equal(one, StratifiedGroupSplit.Assign(labels, groups, [0.9, 0.1], 1));
    }

    [Fact]
    public void Numbers_of_groups_and_classes_may_lie_far_apart_or_below_zero()
    {
        int[] labels = [int.MinValue, int.MaxValue, -3, int.MinValue, int.MaxValue, -3, 0, 0, 0, 0];
        int[] groups = [int.MaxValue, int.MinValue, 5, 6, 7, 8, 9, -9, 10, 11];

        var splits = StratifiedGroupSplit.Assign(labels, groups, [0.5, 0.5]);

        Assert.Equal((5, 5), (splits.Count(s => s == 0), splits.Count(s => s == 1)));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(9), InlineData(20)]
    public void The_first_split_is_never_empty_where_there_are_rows(int rows)
    {
        var splits = StratifiedGroupSplit.Assign(new int[rows], [.. Enumerable.Range(0, rows)], [0.1, 0.9]);
        Assert.Equal(rows > 0, splits.Contains(0));
        Assert.Equal(rows, splits.Length);
    }

    [Fact]
    public void One_group_goes_whole_into_the_first_split() =>
        Assert.All(StratifiedGroupSplit.Assign(new int[50], new int[50], [0.8, 0.2]), s => Assert.Equal(0, s));

    [Fact]
    public void A_split_with_ratio_zero_stays_empty() =>
        Assert.DoesNotContain(1, StratifiedGroupSplit.Assign(new int[100], [.. Enumerable.Range(0, 100)], [0.9, 0, 0.1]));

    [Fact]
    public void A_deviation_is_the_largest_difference_of_a_share()
    {
        // Class 0 has half of all rows, and all of split 1.
        Assert.Equal([1 / 6.0, 0.5], StratifiedGroupSplit.Deviations([0, 0, 1, 1], [0, 1, 0, 0], 2).Select(d => Math.Round(d, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Arrays_of_different_length_and_unusable_ratios_are_refused()
    {
        Assert.Throws<ArgumentException>(() => StratifiedGroupSplit.Assign([1], [1, 2], [1.0]));
        Assert.Throws<ArgumentException>(() => StratifiedGroupSplit.Assign([1], [1], []));
        Assert.Throws<ArgumentException>(() => StratifiedGroupSplit.Assign([1], [1], [0, 1.0]));
        Assert.Throws<ArgumentException>(() => StratifiedGroupSplit.Assign([1], [1], [1.0, double.NaN]));
    }

    private static (int[] Labels, int[] Groups) Make(int rows, int classes, int groups)
    {
        var limits = Enumerable.Range(1, classes).Select(c => 1.0 / c).ToArray();
        for (var c = 1; c < classes; c++) limits[c] += limits[c - 1];
        int[] labels = new int[rows], of = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            var at = NotebookKit.Text.KeyedRandom.Unit(1, "label", "", (ulong)i) * limits[^1];
            labels[i] = Array.FindIndex(limits, l => at <= l);
            of[i] = (int)(NotebookKit.Text.KeyedRandom.Unit(1, "group", "", (ulong)i) * groups);
        }

        return (labels, of);
    }
}
