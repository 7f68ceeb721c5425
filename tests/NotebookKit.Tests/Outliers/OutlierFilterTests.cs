using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers;

public class OutlierFilterTests
{
    private static Example Row(int i, double distance) => Build.Example($"row-{i}", "question", "answer").WithScore(ScoreNames.OutlierDistance, distance);

    /// <summary>Distances 1.00 … 1.99, one each, then one that is far.</summary>
    private static Dataset Spread(double last = 5) => Dataset.Of(Enumerable.Range(0, 100).Select(i => Row(i, 1 + (i / 100.0))).Append(Row(100, last)));

    [Fact]
    public void The_limit_is_the_third_quartile_and_1_7_quartile_ranges()
    {
        var limit = new OutlierFilter().Fit(Spread()).MaxDistance;
        // 101 distances: Q1 is the 26th (1.25), Q3 the 76th (1.75).
        Assert.Equal(Math.Round(1.75 + (((1 / 0.37037) - 1) * 0.5), 4), Math.Round(limit!.Value, 4));
    }

    [Fact]
    public void Rows_beyond_it_are_flagged_by_default()
    {
        var result = Spread().Apply(new OutlierFilter());
        Assert.Empty(result.Removed);
        var flag = Assert.Single(result.Kept.Examples[100].Flags);
        Assert.Equal(("OutlierFilter", OutlierFilter.OutOfDistribution, 5.0, 2.600002), (flag.Stage, flag.Reason, flag.Measured!.Value, flag.Limit!.Value));
        Assert.Equal(1, result.Report.Flagged[OutlierFilter.OutOfDistribution]);
        Assert.Equal("1 of 101 rows lie outside the rest of the corpus (1%); 0 removed, 1 listed for review.", Assert.Single(result.Report.Findings).Text);
    }

    [Fact]
    public void They_are_removed_by_policy()
    {
        var removal = Assert.Single(Spread().Apply(new OutlierFilter { Policy = FilterPolicy.Remove }).Removed);
        Assert.Equal(("row-100", OutlierFilter.OutOfDistribution, 5.0, 2.600002), (removal.Example.Id, removal.Reason, removal.Measured!.Value, removal.Limit!.Value));
    }

    [Fact]
    public void Answers_of_people_and_edge_cases_are_listed_and_never_removed()
    {
        var data = Spread().Examples.Take(100).Concat(
        [
            Row(101, 5) with { Signals = new() { AnsweredBy = AnsweredBy.Human } },
            Row(102, 5) with { Signals = new() { AnsweredBy = AnsweredBy.EditedModel } },
            Row(103, 5) with { Tags = ["edge:out-of-domain"] },
            Row(104, 5) with { Tags = ["edge:decline"] },
            Row(105, 5) with { Tags = ["other"] },
        ]);
        var result = Dataset.Of(data).Apply(new OutlierFilter { Policy = FilterPolicy.Remove });
        Assert.Equal("row-105", Assert.Single(result.Removed).Example.Id);
        Assert.All(result.Kept.Examples.Skip(100), e => Assert.Single(e.Flags));
        Assert.Equal(4, result.Report.Counts["spared"]);
    }

    [Fact]
    public void Nearly_equal_distances_do_not_make_close_rows_odd()
    {
        var data = Dataset.Of(Enumerable.Range(0, 100).Select(i => Row(i, i < 90 ? 0.1 : 0.6)));
        Assert.Empty(data.Apply(new OutlierFilter()).Report.Flagged);
        Assert.Equal(10, data.Apply(new OutlierFilter { AlwaysNormal = 0.8 }).Report.Flagged[OutlierFilter.OutOfDistribution]);
        Assert.Empty(data.Apply(new OutlierFilter { AlwaysNormal = 0 }).Report.Flagged);
    }

    [Fact]
    public void A_row_that_shares_nothing_is_odd_however_wide_the_rest_is_spread()
    {
        var data = Dataset.Of(Enumerable.Range(0, 100).Select(i => Row(i, i / 20.0)).Append(Row(100, OutlierPlan.Farthest)));
        Assert.Single(data.Apply(new OutlierFilter()).Kept.Examples[100].Flags);
    }

    [Fact]
    public void Few_rows_give_no_limit()
    {
        var data = Dataset.Of(Spread().Examples.TakeLast(29));
        Assert.Null(new OutlierFilter().Fit(data).MaxDistance);
        Assert.Empty(data.Apply(new OutlierFilter()).Report.Flagged);
        Assert.Equal(1, data.Apply(new OutlierFilter { MaxDistance = 4 }).Report.Flagged[OutlierFilter.OutOfDistribution]);
    }

    [Fact]
    public void Domain_and_class_have_limits_of_their_own()
    {
        var row = Build.Example("row-1", "q", "a").WithScore(ScoreNames.OutlierDomain, 0.4).WithScore(ScoreNames.OutlierCentroid, 0.2);
        var kept = Build.Dataset(row).Apply(new OutlierFilter { MinCentroid = 0.3 }).Kept.Examples[0];
        Assert.Equal([new Flag("OutlierFilter", OutlierFilter.OutOfDomain, 0.4, 0.5), new Flag("OutlierFilter", OutlierFilter.FarFromClass, 0.2, 0.3)], kept.Flags);
        Assert.Empty(Build.Dataset(row).Apply(new OutlierFilter { MinDomain = null }).Kept.Examples[0].Flags);
    }

    [Fact]
    public void Options_refuse_bad_values()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierFilter { RangeFactor = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierFilter { MaxDistance = 7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierFilter { AlwaysNormal = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierFilter { MinDomain = -0.1 });
    }
}
