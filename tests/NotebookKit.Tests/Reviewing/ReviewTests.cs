using System.Collections.Immutable;
using NotebookKit.Reviewing;

namespace NotebookKit.Tests.Reviewing;

public class ReviewTests
{
    private static readonly Dataset Data = Dataset.Of(Enumerable.Range(0, 120).Select(i => Build.Example($"row-{i}", $"question {i}", $"answer {i}") with { Source = i < 100 ? "tickets" : "chats" }));

    private static Verdict Say(int row, VerdictKind kind = VerdictKind.Right) => new() { Id = $"row-{row}", Kind = kind };

    private static StageResult Apply(params Verdict[] verdicts) => Data.Apply(new Review { Verdicts = Verdicts.Of(verdicts) });

    private static ImmutableSortedDictionary<string, bool> No(params string[] questions) => questions.ToImmutableSortedDictionary(q => q, _ => false, StringComparer.Ordinal);

    [Fact]
    public void Without_verdicts_nothing_changes()
    {
        var result = Data.Apply(new Review());
        Assert.Equal((120, 0, 0), (result.Report.Kept, result.Report.Changed, result.Report.Findings.Count));
    }

    [Fact]
    public void Wrong_harmful_and_twice_failed_rows_leave_each_with_its_reason()
    {
        var result = Apply(Say(1, VerdictKind.Wrong), Say(2) with { Harmful = true }, Say(3) with { Answers = No("proud", "better") }, Say(4) with { Answers = No("proud") });
        Assert.Equal([("row-1", Review.ReviewedWrong), ("row-2", Review.ReviewedHarmful), ("row-3", Review.ReviewedTwoFailed)], result.Removed.Select(r => (r.Example.Id, r.Reason)));
        Assert.Equal((2.0, 1.0), (result.Removed[2].Measured!.Value, result.Removed[2].Limit!.Value));
        Assert.Contains(Review.ReadTag, result.Kept.Examples.Single(e => e.Id == "row-4").Tags);
    }

    [Fact]
    public void A_correction_replaces_the_answer_and_keeps_the_old_one_as_the_one_that_lost()
    {
        var row = Apply(Say(5, VerdictKind.Corrected) with { Correction = "the right one", Answers = No("proud", "format", "better") }).Kept.Examples.Single(e => e.Id == "row-5");
        Assert.Equal(("the right one", "answer 5", AnsweredBy.Human), (row.Output, row.Declined![0].Content, row.Signals.AnsweredBy));
        Assert.True(row.Signals.Has(Events.Edited));
    }

    [Fact]
    public void A_corrected_label_is_the_new_class_of_the_row()
    {
        var data = Build.Dataset(Build.Example("c-1", "I paid twice", "delivery") with { Label = "delivery" });
        var row = data.Apply(new Review { Verdicts = Verdicts.Of([new() { Id = "c-1", Kind = VerdictKind.Corrected, Correction = "billing" }]) }).Kept.Examples[0];
        Assert.Equal(("billing", "billing"), (row.Label, row.Output));
    }

    [Fact]
    public void A_readers_word_about_an_edge_case_replaces_that_of_a_rule()
    {
        var data = Build.Dataset(Build.Example("e-1", "q", "a").WithTag("edge:decline").WithTag("other"), Build.Example("e-2", "q", "a").WithTag("edge:decline"));
        var rows = data.Apply(new Review { Verdicts = Verdicts.Of([new() { Id = "e-1", Kind = VerdictKind.Right, Edge = "ambiguous" }, new() { Id = "e-2", Kind = VerdictKind.Right, Edge = "none" }]) }).Kept.Examples;
        Assert.Equal(["other", "edge:ambiguous", "reviewed"], rows[0].Tags);
        Assert.Equal(["reviewed"], rows[1].Tags);
    }

    [Theory]
    [InlineData(100, 20, Severity.Failure, "source-fails-review", "surely: mend")]
    [InlineData(100, 12, Severity.Failure, "source-fails-review", "do not prove it")]
    [InlineData(10, 2, Severity.Warning, "source-fails-review", "do not prove it")]
    [InlineData(30, 1, Severity.Warning, "source-reviewed", "read more of them")]
    [InlineData(100, 2, Severity.Note, "source-reviewed", "surely.")]
    public void A_source_is_held_against_S1s_limit_as_far_as_the_interval_allows(int read, int wrong, Severity severity, string code, string says)
    {
        var finding = Assert.Single(Apply([.. Enumerable.Range(0, read).Select(i => Say(i, i < wrong ? VerdictKind.Wrong : VerdictKind.Right))]).Report.Findings);
        Assert.Equal((severity, code), (finding.Severity, finding.Code));
        Assert.StartsWith($"tickets: {Wilson.Of95(wrong, read)} of the rows", finding.Text, StringComparison.Ordinal);
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_about_rows_that_left_earlier_and_open_rows_are_reported()
    {
        var result = Data.Apply(new Review { Verdicts = Verdicts.Of([Say(1), new() { Id = "gone", Kind = VerdictKind.Wrong }], open: 7) });
        Assert.Contains(result.Report.Findings, f => f.Code == "verdict-without-row" && f.Text.StartsWith("1 verdict ", StringComparison.Ordinal));
        Assert.Contains(result.Report.Findings, f => f.Code == "review-not-finished" && f.Text.StartsWith("7 rows ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_were_shown_for_a_reason_do_not_count_in_shares()
    {
        var summary = ReviewSummary.Of(Verdicts.Of([Say(1), Say(2, VerdictKind.Wrong) with { IsRandom = false }, Say(3) with { Harmful = false }]), Data.Examples, []);
        Assert.Equal((0, 2), (summary.Errors.Count, summary.Errors.Of));
        Assert.Equal((0, 1), (summary.Harmful.Count, summary.Harmful.Of));
    }

    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(10, 100, 0.055229, 0.174367)]
    [InlineData(1, 30, 0.005909, 0.166709)]
    [InlineData(5, 5, 0.565518, 1)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(int count, int of, double low, double high)
    {
        var interval = Wilson.Of95(count, of);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Of95(of + 1, of));
    }

    [Fact]
    public void The_description_changes_with_every_verdict()
    {
        string Of(params Verdict[] verdicts) => new Review { Verdicts = Verdicts.Of(verdicts) }.Describe().Options;
        var all = new[] { Of(), Of(Say(1)), Of(Say(2)), Of(Say(1, VerdictKind.Wrong)), Of(Say(1) with { Harmful = true }), Of(Say(1) with { Edge = "none" }), Of(Say(1, VerdictKind.Corrected) with { Correction = "a" }), Of(Say(1, VerdictKind.Corrected) with { Correction = "b" }) };
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(Of(Say(1), Say(2)), Of(Say(2), Say(1)));
    }
}
