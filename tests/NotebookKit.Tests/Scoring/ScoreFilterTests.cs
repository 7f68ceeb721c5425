using NotebookKit.Scoring;

namespace NotebookKit.Tests.Scoring;

public class ScoreFilterTests
{
    private static Example Row(string id, double? quality) =>
        quality is { } q ? Build.Example(id, "question", "answer").WithScore(ScoreNames.Quality, q) : Build.Example(id, "question", "answer");

    [Fact]
    public void Rows_below_the_limit_are_removed_with_what_was_measured()
    {
        var result = Build.Dataset(Row("a-1", 0.199999), Row("a-2", 0.2), Row("a-3", 0.9)).Apply(new ScoreFilter());
        var removal = Assert.Single(result.Removed);
        Assert.Equal(("a-1", ScoreFilter.LowScore, 0.199999, 0.2), (removal.Example.Id, removal.Reason, removal.Measured, removal.Limit));
    }

    [Fact]
    public void Rows_that_were_not_scored_stay_and_the_report_says_so()
    {
        var result = Build.Dataset(Row("a-1", null), Row("a-2", 0.5)).Apply(new ScoreFilter { Min = 1 });
        Assert.Equal("a-1", Assert.Single(result.Kept.Examples).Id);
        Assert.Equal("1 of 2 rows have no quality score and were kept: run Scoring first.", Assert.Single(result.Report.Findings).Text);
    }

    [Fact]
    public void Flagged_rows_stay_listed()
    {
        var kept = Assert.Single(Build.Dataset(Row("a-1", 0.1)).Apply(new ScoreFilter { Policy = FilterPolicy.Flag }).Kept.Examples);
        Assert.Equal(new Flag("ScoreFilter", ScoreFilter.LowScore, 0.1, 0.2), Assert.Single(kept.Flags));
    }

    [Fact]
    public void Off_keeps_all() => Assert.Equal(1, Build.Dataset(Row("a-1", 0)).Apply(new ScoreFilter { Min = null }).Kept.Count);

    [Fact]
    public void No_row_without_signals_is_removed_by_default()
    {
        var data = Build.Dataset(Build.Example("a-1", "hi", "hello"), Build.Example("a-2", "", ""), new Example { Id = "a-3" });
        Assert.Empty(data.Apply(new SignalScorer()).Kept.Apply(new ScoreFilter()).Removed);
    }

    [Fact]
    public void Limits_are_ratios() => Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreFilter { Min = 1.1 });
}
