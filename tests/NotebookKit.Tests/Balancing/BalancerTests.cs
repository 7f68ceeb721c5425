using NotebookKit.Balancing;

namespace NotebookKit.Tests.Balancing;

public class BalancerTests
{
    [Fact]
    public void By_default_nothing_changes_and_the_distribution_is_counted()
    {
        var data = Classes(("a", 30), ("b", 10));
        data = Dataset.Of(data.Examples.Select(e => e with { Occurrences = e.Label == "b" ? 3 : 1 }));

        var result = data.Apply(new Balancer());

        Assert.Equal((40, 0), (result.Report.Kept, result.Report.Changed));
        Assert.Equal((30, 10), (result.Report.Counts["before:label:a"], result.Report.Counts["before:label:b"]));
        Assert.Equal((30, 10), (result.Report.Counts["after:label:a"], result.Report.Counts["after:label:b"]));
        Assert.Equal((30, 30), (result.Report.Counts["occurrences:label:a"], result.Report.Counts["occurrences:label:b"]));
        Assert.Equal(40, result.Report.Counts["before:source:test"]);
    }

    [Fact]
    public void Upsampling_repeats_rows_of_small_classes_up_to_the_largest_and_at_most_five_times()
    {
        var result = Classes(("a", 100), ("b", 40), ("c", 10)).Apply(new Balancer { Method = BalanceMethod.Upsample });

        Assert.Equal((100, 100, 50), (Lines(result, "a"), Lines(result, "b"), Lines(result, "c")));
        // 40 rows to 100 lines: twenty rows three times, twenty rows twice.
        Assert.Equal([2, 3], result.Kept.Examples.Where(e => e.Label == "b").Select(e => e.Repeat).Distinct().Order());
        Assert.Equal(20, result.Kept.Examples.Count(e => e is { Label: "b", Repeat: 3 }));
        Assert.Equal(150, result.Report.Kept);
        Assert.Equal((10, 50), (result.Report.Counts["before:label:c"], result.Report.Counts["after:label:c"]));
        Assert.Contains(result.Report.Findings, f => f.Code == "upsample-capped" && f.Text.StartsWith("1 of 3", StringComparison.Ordinal));
        Assert.Equal(100, Lines(Classes(("a", 100), ("c", 10)).Apply(new Balancer { Method = BalanceMethod.Upsample, MaxFactor = 10 }), "c"));
    }

    [Fact]
    public void Downsampling_removes_rows_of_large_classes_down_to_the_smallest()
    {
        var result = Classes(("a", 100), ("b", 40), ("c", 10)).Apply(new Balancer { Method = BalanceMethod.Downsample });

        Assert.Equal((10, 10, 10), (Lines(result, "a"), Lines(result, "b"), Lines(result, "c")));
        Assert.All(result.Removed, r => Assert.Equal((Balancer.Downsampled, 10d), (r.Reason, r.Limit)));
        Assert.All(result.Removed, r => Assert.Equal(r.Example.Label == "a" ? 100 : 40, r.Measured));
        Assert.Contains(result.Report.Findings, f => f is { Code: "balance-heavy", Severity: Severity.Warning });
        Assert.Equal(40, Lines(Classes(("a", 100), ("b", 40), ("stray", 1)).Apply(new Balancer { Method = BalanceMethod.Downsample, MinClass = 5 }), "a"));
    }

    [Fact]
    public void A_cap_cuts_only_what_is_above_it()
    {
        var result = Classes(("a", 30), ("b", 20), ("c", 5)).Apply(new Balancer { Method = BalanceMethod.Cap, Cap = 20 });
        Assert.Equal((20, 20, 5), (Lines(result, "a"), Lines(result, "b"), Lines(result, "c")));
        Assert.All(result.Removed, r => Assert.Equal((Balancer.OverCap, 30d, 20d), (r.Reason, r.Measured, r.Limit)));
    }

    [Fact]
    public void A_target_distribution_is_matched_with_as_many_rows_as_there_are()
    {
        var target = Shares.Parse("billing=0.4,technical=0.6");
        var result = Classes(("billing", 300), ("technical", 90), ("gossip", 7)).Apply(new Balancer { Method = BalanceMethod.Target, Target = target });

        Assert.Equal((60, 90, 0), (Lines(result, "billing"), Lines(result, "technical"), Lines(result, "gossip")));
        Assert.Equal(7, result.Report.Reasons[Balancer.NotInTarget]);
        Assert.Equal(240, result.Report.Reasons[Balancer.Downsampled]);

        var repeated = Classes(("billing", 300), ("technical", 90)).Apply(new Balancer { Method = BalanceMethod.Target, Target = target, MaxFactor = 2 });
        Assert.Equal((120, 180), (Lines(repeated, "billing"), Lines(repeated, "technical")));
    }

    [Fact]
    public void What_the_target_leaves_goes_to_the_other_classes_in_their_own_proportion()
    {
        var result = Classes(("a", 100), ("b", 90), ("c", 30)).Apply(new Balancer { Method = BalanceMethod.Target, Target = Shares.Parse("a=0.2") });
        Assert.Equal((30, 90, 30), (Lines(result, "a"), Lines(result, "b"), Lines(result, "c")));
    }

    [Fact]
    public void Without_a_target_all_classes_get_the_same_and_a_wanted_class_without_rows_is_a_warning()
    {
        Assert.Equal(20, Lines(Classes(("a", 100), ("b", 20)).Apply(new Balancer { Method = BalanceMethod.Target }), "a"));
        var result = Classes(("a", 100), ("b", 20)).Apply(new Balancer { Method = BalanceMethod.Target, Target = Shares.Parse("a=0.4,b=0.4,ghost=0.2") });
        Assert.Equal((20, 20), (Lines(result, "a"), Lines(result, "b")));
        Assert.Contains(result.Report.Findings, f => f is { Code: "target-class-missing", Severity: Severity.Warning });
    }

    [Fact]
    public void The_source_mix_of_the_article_is_reached_before_the_classes_are_balanced()
    {
        var data = Dataset.Of(Classes(("a", 600), ("b", 400)).Examples.Select((e, i) => e with
        {
            Origin = (i % 10) switch { < 4 => Origin.ProductionLog, < 6 => Origin.PublicDataset, < 8 => Origin.HumanWritten, 8 => Origin.Distilled, _ => Origin.Synthetic },
        }));

        var result = data.Apply(new Balancer { Mix = SourceMix.S1 });

        // 400 production, 200 public, 200 human, 200 made by models: production is the scarcest for its share.
        Assert.Equal((400, 160, 160, 80), (Of(Origin.ProductionLog), Of(Origin.PublicDataset), Of(Origin.HumanWritten), Of(Origin.Synthetic) + Of(Origin.Distilled)));
        Assert.Equal(200, result.Report.Reasons[Balancer.OverMix]);

        var both = data.Apply(new Balancer { Mix = SourceMix.S1, Method = BalanceMethod.Downsample });
        Assert.Equal(Lines(both, "a"), Lines(both, "b"));
        Assert.Equal(2, both.Report.Reasons.Count);

        int Of(Origin origin) => result.Kept.Examples.Count(e => e.Origin == origin);
    }

    [Fact]
    public void Rows_of_unknown_origin_are_left_out_of_the_mix_with_a_warning()
    {
        var result = Classes(("a", 50)).Apply(new Balancer { Mix = SourceMix.S1 });
        Assert.Equal(50, result.Report.Kept);
        Assert.Contains(result.Report.Findings, f => f is { Code: "unknown-origin", Severity: Severity.Warning });
    }

    [Theory]
    [InlineData(BalanceBy.Source), InlineData(BalanceBy.Cluster), InlineData(BalanceBy.LengthBand)]
    public void Classes_may_be_sources_clusters_and_bands_of_length(BalanceBy by)
    {
        var data = Dataset.Of(Enumerable.Range(0, 60).Select(i => Build.Example($"row-{i}", i < 45 ? "short" : new string('x', 500), "answer") with
        {
            Split = Split.Train,
            Source = i < 45 ? "one" : "two",
            Cluster = i < 45 ? "one" : "two",
        }));
        var result = data.Apply(new Balancer { Method = BalanceMethod.Downsample, By = by });
        Assert.Equal((15, 15), (result.Kept.Examples.Count(e => e.Source == "one"), result.Kept.Examples.Count(e => e.Source == "two")));
    }

    [Fact]
    public void Rows_of_validation_and_test_and_rows_without_a_class_pass_untouched()
    {
        var data = Dataset.Of(Classes(("a", 40), ("b", 4)).Examples.Select((e, i) => (i % 4) switch
        {
            1 => e with { Split = Split.Test },
            2 => e with { Split = Split.Validation },
            3 => e with { Label = null },
            _ => e,
        }));
        foreach (var method in new[] { BalanceMethod.Upsample, BalanceMethod.Downsample, BalanceMethod.Cap, BalanceMethod.Target })
        {
            var result = data.Apply(new Balancer { Method = method, Cap = 1 });
            Assert.Equal(33, result.Kept.Examples.Count(e => e.Split != Split.Train || e.Label is null));
            Assert.All(result.Kept.Examples.Where(e => e.Split != Split.Train || e.Label is null), e => Assert.Equal(1, e.Repeat));
            Assert.Contains(result.Report.Findings, f => f.Code == "without-class" && f.Text.StartsWith("11 ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Which_rows_stay_depends_on_seed_and_ids_and_not_on_their_order()
    {
        var data = Classes(("a", 200), ("b", 50));
        var stage = new Balancer { Method = BalanceMethod.Downsample };
        HashSet<string> Kept(Dataset rows, ulong seed) => [.. rows.Apply(stage, new RunContext { Seed = seed }).Kept.Examples.Select(e => e.Id)];

        Assert.Equal(Kept(data, 1), Kept(Dataset.Of(data.Examples.Reverse()), 1));
        Assert.NotEqual(Kept(data, 1), Kept(data, 2));
    }

    [Fact]
    public void Weighted_by_quality_better_rows_stay_more_often_in_proportion()
    {
        var data = Dataset.Of(Classes(("a", 4000), ("b", 200)).Examples.Select((e, i) => e.WithScore("quality", i % 2 == 0 ? 0.9 : 0.3)));
        int Good(bool weighted) => data.Apply(new Balancer { Method = BalanceMethod.Downsample, QualityWeighted = weighted })
            .Kept.Examples.Count(e => e.Label == "a" && e.Scores["quality"] > 0.5);

        // 200 of 4,000 with weights 3:1 → about 150 good ones; without weights about 100.
        Assert.InRange(Good(true), 132, 168);
        Assert.InRange(Good(false), 80, 120);
    }

    [Fact]
    public void Rows_without_a_score_are_counted_when_quality_decides()
    {
        var result = Classes(("a", 10), ("b", 5)).Apply(new Balancer { Method = BalanceMethod.Downsample, QualityWeighted = true });
        Assert.Contains(result.Report.Findings, f => f.Code == "quality-missing" && f.Text.StartsWith("15 ", StringComparison.Ordinal));
    }

    [Fact]
    public void One_class_with_nine_tenths_of_the_lines_is_a_warning()
    {
        Assert.Equal(Severity.Warning, Balance(Classes(("a", 90), ("b", 10))).Severity);
        Assert.Equal(Severity.Note, Balance(Classes(("a", 89), ("b", 11))).Severity);
        Finding Balance(Dataset data) => Assert.Single(data.Apply(new Balancer()).Report.Findings, f => f.Code == "class-balance");
    }

    [Fact]
    public void Rows_in_no_split_are_taken_for_training_rows_with_a_warning()
    {
        var result = Dataset.Of(Classes(("a", 9), ("b", 3)).Examples.Select(e => e with { Split = null })).Apply(new Balancer { Method = BalanceMethod.Cap, Cap = 3 });
        Assert.Equal(6, result.Report.Kept);
        Assert.Contains(result.Report.Findings, f => f is { Code: "not-split", Severity: Severity.Warning });
    }

    [Fact]
    public void Labels_that_are_rare_or_long_are_counted_together()
    {
        var data = Dataset.Of(Enumerable.Range(0, 150).Select(i => Build.Example($"row-{i}", "q", "a") with { Label = i == 0 ? new string('l', 81) : $"label {i:000}" }));
        var counts = data.Apply(new Balancer()).Report.Counts;
        // 99 of the first 100 names are short enough; the long one never shows.
        Assert.Equal(101, counts.Keys.Count(k => k.StartsWith("before:label:", StringComparison.Ordinal)));
        Assert.Equal(50, counts["before:label:(other)"]);
        Assert.DoesNotContain(counts.Keys, k => k.Contains("lll", StringComparison.Ordinal));
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balancer { MaxFactor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balancer { Cap = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balancer { MinClass = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balancer { Method = (BalanceMethod)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balancer { By = (BalanceBy)9 });
    }

    private static int Lines(StageResult result, string label) => result.Kept.Examples.Where(e => e.Label == label).Sum(e => e.Repeat);

    private static Dataset Classes(params (string Label, int Count)[] classes) => Dataset.Of(classes.SelectMany(c =>
        Enumerable.Range(0, c.Count).Select(i => Build.Example($"{c.Label}-{i}", $"question {i}", "answer") with { Label = c.Label, Split = Split.Train })));
}
