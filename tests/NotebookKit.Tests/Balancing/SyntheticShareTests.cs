using NotebookKit.Balancing;

namespace NotebookKit.Tests.Balancing;

public class SyntheticShareTests
{
    [Theory]
    [InlineData("S0RealAtLeast30", 0.7, 233)]
    [InlineData("s1atmost20", 0.2, 25)]
    [InlineData("S3RealToSynthetic1To10", 0.909091, 1000)]
    [InlineData("S4Mixed30To70", 0.7, 233)]
    [InlineData("S4Half", 0.5, 100)]
    [InlineData("0.25", 0.25, 33)]
    public void Each_policy_allows_its_share_beside_a_hundred_real_rows(string policy, double share, int allowed)
    {
        var read = SyntheticPolicy.Parse(policy);
        Assert.Equal(share, read.MaxShare);
        Assert.Equal(Severity.Note, Finding(Mixed(100, allowed).Apply(new SyntheticShare { Policy = read })).Severity);
        Assert.Equal(Severity.Warning, Finding(Mixed(100, allowed + 1).Apply(new SyntheticShare { Policy = read })).Severity);

        var enforced = Mixed(100, 1200).Apply(new SyntheticShare { Policy = read, Enforce = true });
        Assert.Equal((100, allowed), (Real(enforced), enforced.Report.Kept - Real(enforced)));
    }

    [Fact]
    public void By_default_more_than_a_fifth_is_a_warning_and_nothing_is_removed()
    {
        var result = Mixed(60, 40).Apply(new SyntheticShare());
        Assert.Equal(100, result.Report.Kept);
        Assert.Equal("40 of 100 training lines are synthetic (40.0%); S1AtMost20 allows 20.0%.", Finding(result).Text);
    }

    [Fact]
    public void Enforced_the_surplus_leaves_with_its_share_and_the_limit()
    {
        var result = Mixed(60, 40).Apply(new SyntheticShare { Enforce = true });
        Assert.Equal((60, 15), (Real(result), result.Report.Kept - 60));
        Assert.All(result.Removed, r => Assert.Equal((SyntheticShare.OverSyntheticShare, 0.4, 0.2), (r.Reason, r.Measured, r.Limit)));
        Assert.All(result.Removed, r => Assert.Equal(Origin.Synthetic, r.Example.Origin));
        Assert.Equal(Severity.Note, Finding(result).Severity);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_set_that_is_all_synthetic_fails_under_every_policy_and_keeps_its_rows(bool enforce)
    {
        foreach (var policy in SyntheticPolicy.All)
        {
            var result = Mixed(0, 20).Apply(new SyntheticShare { Policy = policy, Enforce = enforce });
            Assert.Equal(20, result.Report.Kept);
            Assert.Equal((Severity.Failure, "all-synthetic"), (result.Report.Findings[0].Severity, result.Report.Findings[0].Code));
        }
    }

    [Fact]
    public void Repeats_count_and_rows_of_other_splits_do_not()
    {
        var data = Dataset.Of(Mixed(80, 20).Examples.Select(e => e.Origin == Origin.Synthetic ? e with { Repeat = 2 } : e)
            .Concat(Mixed(0, 50).Examples.Select(e => e with { Id = "t-" + e.Id, Split = Split.Test })));
        Assert.StartsWith("40 of 120 training lines", Finding(data.Apply(new SyntheticShare())).Text, StringComparison.Ordinal);

        var enforced = data.Apply(new SyntheticShare { Enforce = true });
        Assert.Equal(20, enforced.Kept.Examples.Where(e => e is { Origin: Origin.Synthetic, Split: Split.Train }).Sum(e => e.Repeat));
        Assert.Equal(50, enforced.Kept.Examples.Count(e => e.Split == Split.Test));
    }

    [Fact]
    public void Rows_of_unknown_origin_count_as_real_and_are_reported()
    {
        var data = Dataset.Of(Mixed(0, 5).Examples.Concat(Enumerable.Range(0, 45).Select(i => Build.Example($"u-{i}", "q", "a") with { Split = Split.Train })));
        var findings = data.Apply(new SyntheticShare()).Report.Findings;
        Assert.Equal([(Severity.Note, "synthetic-share"), (Severity.Note, "unknown-origin")], findings.Select(f => (f.Severity, f.Code)));
        Assert.StartsWith("45 training rows", findings[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Distilled_rows_count_as_synthetic_unless_told_otherwise()
    {
        var data = Dataset.Of(Mixed(50, 50).Examples.Select(e => e.Origin == Origin.Synthetic ? e with { Origin = Origin.Distilled } : e));
        Assert.Equal(Severity.Warning, Finding(data.Apply(new SyntheticShare())).Severity);
        Assert.Empty(data.Apply(new SyntheticShare { CountDistilled = false }).Report.Findings);
    }

    [Theory]
    [InlineData(""), InlineData("1"), InlineData("-0.1"), InlineData("S9"), InlineData("NaN")]
    public void Other_policies_are_refused(string text)
    {
        Assert.False(SyntheticPolicy.TryParse(text, out _));
        Assert.Contains("S4Half", Assert.Throws<FormatException>(() => SyntheticPolicy.Parse(text)).Message, StringComparison.Ordinal);
    }

    private static Finding Finding(StageResult result) => Assert.Single(result.Report.Findings, f => f.Code == "synthetic-share");

    private static int Real(StageResult result) => result.Kept.Examples.Count(e => e.Origin != Origin.Synthetic);

    private static Dataset Mixed(int real, int synthetic) => Dataset.Of(Enumerable.Range(0, real + synthetic).Select(i =>
        Build.Example($"row-{i}", $"question {i}", "answer") with { Split = Split.Train, Origin = i < real ? Origin.ProductionLog : Origin.Synthetic }));
}
