using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class NoAnswerTests
{
    [Fact]
    public void A_conversation_without_an_assistant_turn_is_removed()
    {
        var removal = Removal(new NoAnswer(), Build.Chat("a", (Role.System, "Help."), (Role.User, Question)));
        Assert.Equal((NoAnswer.Reason, 2d, (double?)null), (removal.Reason, removal.Measured, removal.Limit));
        Assert.Equal("no-answer", Reason(new NoAnswer(), new Example { Id = "bare" }));
    }

    [Fact]
    public void Any_assistant_turn_is_an_answer() => Assert.Null(Reason(new NoAnswer(), Good));
}

public class EmptyTurnsTests
{
    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \t\r\n"), InlineData("\u200B\u200D\uFEFF"), InlineData("\0\u0001"), InlineData("\u00A0\u3000")]
    public void An_answer_without_a_readable_character_is_removed(string? answer)
    {
        var removal = Removal(new EmptyTurns(), Build.Chat("a", (Role.User, Question), (Role.Assistant, answer)));
        Assert.Equal(("empty", 1d), (removal.Reason, removal.Measured));
    }

    [Fact]
    public void An_empty_question_is_removed_too() => Assert.Equal("empty", Reason(new EmptyTurns(), Good, "  "));

    [Fact]
    public void A_call_of_a_tool_and_a_tool_that_returns_nothing_are_not_empty()
    {
        var example = Build.Chat("a") with { Messages = [new(Role.User, Question), Calling("1"), new(Role.Tool, ""), new(Role.Assistant, Good)] };
        Assert.Null(Reason(new EmptyTurns(), example));
    }

    [Theory]
    [InlineData("."), InlineData("🙂"), InlineData("好")]
    public void One_readable_character_is_enough(string answer) => Assert.Null(Reason(new EmptyTurns(), answer));
}

public class TurnOrderTests
{
    private static readonly TurnOrder Rule = new();

    private static double? FirstBroken(params Message[] turns) =>
        Run(Rule, Build.Chat("a") with { Messages = turns }).Removed.SingleOrDefault()?.Measured;

    private static Message User => new(Role.User, "Where is it?");

    private static Message Said => new(Role.Assistant, "On its way.");

    private static Message System => new(Role.System, "Help customers.");

    [Fact]
    public void Ordinary_conversations_stay()
    {
        Assert.Null(FirstBroken(User, Said));
        Assert.Null(FirstBroken(System, User, Said, User, Said));
        Assert.Null(FirstBroken(System, System, User, Said));
        Assert.Null(FirstBroken(User, Calling("1"), ToolResult("1"), Said));
        Assert.Null(FirstBroken(User, Calling("1"), ToolResult("1"), ToolResult(null), Calling("2"), ToolResult("2"), Said));
    }

    [Fact]
    public void A_call_of_a_tool_may_be_the_last_turn() => Assert.Null(FirstBroken(User, Calling("1")));

    [Fact]
    public void The_first_turn_that_cannot_stand_there_is_told()
    {
        Assert.Equal(0, FirstBroken(Said, User, Said));
        Assert.Equal(1, FirstBroken(System, Said));
        Assert.Equal(1, FirstBroken(User, User, Said));
        Assert.Equal(2, FirstBroken(User, Said, Said));
        Assert.Equal(2, FirstBroken(User, Said, System, User, Said));
        Assert.Equal(1, FirstBroken(User, ToolResult("1"), Said));
        Assert.Equal(2, FirstBroken(User, Calling("1"), ToolResult("other"), Said));
        Assert.Equal(2, FirstBroken(User, Calling("1"), User, Said));
    }

    [Fact]
    public void A_conversation_that_does_not_end_with_the_assistant_is_removed_and_not_cut()
    {
        var example = Build.Chat("a", (Role.User, Question), (Role.Assistant, Good), (Role.User, "Thanks!"));
        var removal = Removal(Rule, example);
        Assert.Equal((TurnOrder.Reason, 3d), (removal.Reason, removal.Measured));
        Assert.Same(example, removal.Example);
        Assert.Equal(0, FirstBroken());
    }
}
