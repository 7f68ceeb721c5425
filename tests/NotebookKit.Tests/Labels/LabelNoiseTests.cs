using NotebookKit.Labels;

namespace NotebookKit.Tests.Labels;

public class LabelNoiseTests
{
    private static readonly int[] Wrong = [4, 30, 71, 100, 143];

    private static readonly string[] WrongIds = [.. Wrong.Select(i => $"row-{i:D4}")];

    private static LabelNoiseResult Applied(LabelNoise stage, params Example[] more) => (LabelNoiseResult)Dataset.Of(LabelData.Rows(150, Wrong).Concat(more)).Apply(stage);

    [Fact]
    public void Wrong_labels_are_listed_with_what_was_measured_and_the_label_that_is_meant()
    {
        var result = Applied(new());
        Assert.Equal(WrongIds, result.Issues.Select(i => i.Example.Id).Order(StringComparer.Ordinal));
        Assert.All(result.Issues, i => Assert.Equal(LabelData.Kinds[int.Parse(i.Example.Id[4..], System.Globalization.CultureInfo.InvariantCulture) % 3], i.Judgement.Suggested));
        Assert.Equal((150, 0, 5L), (result.Kept.Count, result.Removed.Count, result.Report.Flagged[LabelNoise.WrongLabel]));
        foreach (var row in result.Kept.Examples.Where(e => WrongIds.Contains(e.Id)))
        {
            var flag = Assert.Single(row.Flags);
            Assert.Equal((row.Scores[ScoreNames.LabelConfidence], "LabelNoise"), (flag.Measured, flag.Stage));
            Assert.True(flag.Measured <= flag.Limit && row.Scores[ScoreNames.LabelMargin] < 0.5);
        }

        Assert.Equal("5 labels are probably wrong (3.3% of 150 labelled rows); 0 rows removed.", result.Report.Findings.Single().Text);
    }

    [Fact]
    public void Removed_rows_say_why_and_rows_that_a_person_answered_stay()
    {
        var rows = LabelData.Rows(150, Wrong);
        rows[30] = rows[30] with { Signals = new() { AnsweredBy = AnsweredBy.Human } };
        var result = (LabelNoiseResult)Dataset.Of(rows).Apply(new LabelNoise { Policy = LabelNoisePolicy.Remove });
        Assert.Equal(WrongIds.Where(i => i != "row-0030"), result.Removed.Select(r => r.Example.Id));
        Assert.All(result.Removed, r => Assert.True(r.Reason == LabelNoise.WrongLabel && r.Measured <= r.Limit));
        Assert.Equal(LabelNoise.WrongLabel, result.Kept.Examples.Single(e => e.Id == "row-0030").Flags.Single().Reason);
        Assert.True(result.Issues.Single(i => i.Example.Id == "row-0030").ByPerson);
    }

    [Fact]
    public void Relabelled_rows_get_the_label_in_both_places()
    {
        var result = Applied(new() { Policy = LabelNoisePolicy.Relabel });
        Assert.All(result.Kept.Examples, e => Assert.Equal(LabelData.Kinds[int.Parse(e.Id[4..], System.Globalization.CultureInfo.InvariantCulture) % 3], e.Label));
        Assert.All(result.Kept.Examples, e => Assert.Equal(e.Label, e.Output));
        Assert.Equal(5, result.Kept.Examples.Count(e => e.Flags.Count == 1));
    }

    [Fact]
    public void Rows_without_a_label_or_with_a_rare_one_stay_as_they_are()
    {
        var bare = Build.Example("bare", "set an alarm today", "done");
        var rare = Build.Example("rare", "order a pizza with cheese", "food") with { Label = "food" };
        var result = Applied(new() { Policy = LabelNoisePolicy.Remove }, bare, rare);
        Assert.Same(bare, result.Kept.Examples.Single(e => e.Id == "bare"));
        Assert.Same(rare, result.Kept.Examples.Single(e => e.Id == "rare"));
        Assert.Equal(["food"], result.Plan.NearEmptyLabels);
        Assert.Contains(result.Report.Findings, f => f.Code == "labels-not-judged" && f.Text.StartsWith("1 label was not judged (1 row)", StringComparison.Ordinal));
        Assert.True(result.Labels.Single(l => l.Label == "food") is { IsNearEmpty: true, Judged: 0, NoiseRate: null });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Too_few_rows_give_a_finding(int count)
    {
        var result = Dataset.Of(LabelData.Rows(count)).Apply(new LabelNoise());
        Assert.Equal(count == 0 ? [] : ["labels-not-judged"], result.Report.Findings.Select(f => f.Code));
        Assert.Empty(((LabelNoiseResult)result).Issues);
    }

    [Fact]
    public void One_label_gives_a_finding()
    {
        var result = (LabelNoiseResult)Dataset.Of(LabelData.Rows(150).Select(e => e with { Label = "all" })).Apply(new LabelNoise());
        Assert.False(result.Plan.CanJudge);
        Assert.Equal("labels-not-judged", Assert.Single(result.Report.Findings).Code);
    }

    [Fact]
    public void Rows_outside_the_sample_are_judged_by_what_it_taught()
    {
        var result = (LabelNoiseResult)Dataset.Of(LabelData.Rows(180, Wrong)).Apply(new LabelNoise { SampleSize = 120 });
        Assert.Equal(120, result.Plan.SampledRows);
        Assert.Equal(WrongIds, result.Issues.Select(i => i.Example.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_plan_judges_other_rows_and_comes_back_from_its_bytes()
    {
        var stage = new LabelNoise();
        var plan = stage.Fit(Dataset.Of(LabelData.Rows(150, Wrong)));
        var other = Build.Example("new", "play the jazz album for tomorrow", "weather") with { Label = "weather" };
        var again = Persisted.FromBytes<LabelNoisePlan>(Persisted.ToBytes(plan))!;
        Assert.Equal(("weather", "music"), (plan.Judge(other)!.Label, plan.Judge(other)!.Suggested));
        Assert.Equal(plan.Judge(other), again.Judge(other));
        Assert.Equal(Persisted.ToBytes(plan), Persisted.ToBytes(again));
        Assert.Single(Build.Dataset(other).Apply(stage.With(plan)).Kept.Examples[0].Flags);
    }

    [Fact]
    public void An_explanation_names_rows_and_terms_for_the_suggested_label()
    {
        var result = Applied(new());
        var issue = result.Issues.First(i => i.Example.Id == "row-0004");
        var why = result.Explain(issue.Example, 3);
        Assert.Equal(("weather", "music"), (why.Judgement!.Label, why.Judgement.Suggested));
        Assert.All(why.ForSuggested, n => Assert.Equal("music", result.Kept.Examples.Single(e => e.Id == n.Id).Label));
        Assert.Equal((3, 3), (why.ForSuggested.Count, why.Terms.Count));
        Assert.Null(result.Explain(Build.Example("bare", "hello", "you")).Judgement);
    }

    [Fact]
    public void It_shows_itself_with_all_its_tables()
    {
        var result = Applied(new());
        foreach (var text in new[] { result.ToText(), result.ToHtml() })
            foreach (var part in new[] { "Rows whose label is probably wrong", "Labels, those with the most estimated noise first", "Labels that are taken for each other", "Groups of similar rows", "What to label next", "row-0004" })
                Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Contains("taken for another", result.ToHeatMap().ToText(), StringComparison.Ordinal);
        Assert.Single(result.ToTable(1).Rows);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.10)]
    [InlineData(0.20)]
    public void Labels_of_HWU64_that_were_flipped_are_found(double rate)
    {
        var (data, flipped) = LabelData.Hwu(rate);
        var result = (LabelNoiseResult)data.Apply(new LabelNoise());
        var right = result.Issues.Count(i => flipped.Contains(i.Example.Id));
        TestContext.Current.SendDiagnosticMessage($"{result.Issues.Count} found, {right} of {flipped.Count} flipped ones");
        Assert.True(right >= 0.8 * result.Issues.Count && right >= 0.6 * flipped.Count, $"{result.Issues.Count} found, {right} of {flipped.Count} flipped ones");
    }
}
