using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class AbandonedTests
{
    [Theory]
    [InlineData(Events.Abandoned, "abandoned"), InlineData(Events.Crashed, "crashed"), InlineData(Events.Crashed | Events.Abandoned, "crashed")]
    [InlineData(Events.Abandoned | Events.Copied, "abandoned"), InlineData(Events.Accepted, null), InlineData(Events.None, null)]
    public void The_event_gives_the_reason(Events events, string? reason) => Assert.Equal(reason, Reason(new Abandoned(), WithEvents(events)));

    [Theory]
    [InlineData("abandoned", "abandoned"), InlineData("Crashed", "crashed"), InlineData("resolved", null)]
    public void The_status_counts_like_the_event(string status, string? reason) =>
        Assert.Equal(reason, Reason(new Abandoned(), Build.Example("a", Question, Good) with { Signals = new() { Status = status } }));
}

public class RejectedAnswersTests
{
    [Theory]
    [InlineData(Events.Rejected), InlineData(Events.ThumbsDown), InlineData(Events.Rejected | Events.AskedAgain)]
    public void A_rejected_answer_is_listed_by_default_and_removed_by_policy(Events events)
    {
        var flag = Assert.Single(Kept(new RejectedAnswers(), WithEvents(events)).Flags);
        Assert.Equal(("Rejected answers", RejectedAnswers.Reason), (flag.Stage, flag.Reason));
        Assert.Equal("rejected-answer", Reason(new RejectedAnswers { Policy = CleaningPolicy.Remove }, WithEvents(events)));
    }

    [Theory]
    [InlineData(Events.Rejected | Events.Edited), InlineData(Events.ThumbsDown | Events.Accepted), InlineData(Events.ThumbsUp | Events.ThumbsDown), InlineData(Events.Copied)]
    public void An_edit_or_a_later_yes_outweighs_it(Events events)
    {
        var example = WithEvents(events);
        Assert.Same(example, Kept(new RejectedAnswers { Policy = CleaningPolicy.Remove }, example));
    }

    [Fact]
    public void An_edited_draft_is_not_the_rejected_one() => Assert.Null(Reason(new RejectedAnswers { Policy = CleaningPolicy.Remove },
        WithEvents(Events.Rejected) with { Signals = new() { Events = Events.Rejected, AnsweredBy = AnsweredBy.EditedModel } }));

    [Fact]
    public void A_policy_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RejectedAnswers { Policy = (CleaningPolicy)9 });
}
