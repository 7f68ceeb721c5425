using System.Globalization;
using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class LengthLimitsTests
{
    private static readonly LengthLimits Rule = new();

    [Fact]
    public void The_defaults_are_those_of_the_first_article()
    {
        Assert.Equal((10, 20, 32_000), (Rule.MinInput, Rule.MinOutput, Rule.MaxTotal));
        Assert.Same(LengthPolicy.S0, Rule.Policy);
    }

    [Fact]
    public void Short_inputs_and_short_outputs_are_removed_at_exactly_their_limits()
    {
        var input = Removal(Rule, Build.Example("a", "123456789", Good));
        Assert.Equal(("too-short-input", 9d, 10d), (input.Reason, input.Measured, input.Limit));
        Assert.Null(Reason(Rule, Good, "1234567890"));

        var output = Removal(Rule, Build.Example("a", Question, "1234567890123456789"));
        Assert.Equal(("too-short-output", 19d, 20d), (output.Reason, output.Measured, output.Limit));
        Assert.Null(Reason(Rule, "12345678901234567890"));
    }

    [Fact]
    public void The_fourth_article_asks_for_less()
    {
        var rule = new LengthLimits { Policy = LengthPolicy.S4 };
        Assert.Equal(((int?)null, 10), (rule.MinInput, rule.MinOutput));
        Assert.Null(Reason(rule, "1234567890", "a"));
        Assert.Equal("too-short-output", Reason(rule, "123456789", "a"));
    }

    [Theory]
    [InlineData(TaskKind.Classification), InlineData(TaskKind.Extraction)]
    public void Labels_and_fields_are_short_by_nature(TaskKind task) =>
        Assert.Null(Reason(Rule, Build.Example("a", "bad", "Yes.") with { Task = task }));

    [Theory]
    [InlineData("{\"a\":1}"), InlineData("[]"), InlineData(" [1, 2]\n"), InlineData("```json\n{\"a\":1}\n```")]
    public void Answers_in_json_are_short_by_nature(string answer) => Assert.Null(Reason(Rule, answer));

    [Theory]
    [InlineData("[EMAIL]"), InlineData("{a}"), InlineData("[1] [2]"), InlineData("\"text\""), InlineData("{\"a\":1")]
    public void Braces_alone_make_no_json(string answer) => Assert.Equal("too-short-output", Reason(Rule, answer));

    [Fact]
    public void An_answer_that_is_the_label_is_a_classification_whatever_the_task_says()
    {
        Assert.Null(Reason(Rule, Build.Example("a", Question, "Billing.") with { Label = "billing" }));
        Assert.Equal("too-short-output", Reason(Rule, Build.Example("a", Question, "Delivery.") with { Label = "billing" }));
    }

    [Fact]
    public void A_call_of_a_tool_is_not_too_short() =>
        Assert.Null(Reason(Rule, Build.Chat("a") with { Messages = [new(Role.User, Question), Calling("1")] }));

    [Fact]
    public void The_turns_of_a_conversation_count_together() =>
        Assert.Null(Reason(Rule, Build.Chat("a", (Role.User, "Hi"), (Role.Assistant, "Hello! How can I help?"), (Role.User, "All is fine."), (Role.Assistant, "Good!"))));

    [Theory]
    [InlineData("你好", 6), InlineData("カタカナ", 8), InlineData("안녕", 4), InlineData("e\u0301e\u0301", 2), InlineData("a\u200Bb", 2), InlineData("  ab  ", 2)]
    [InlineData("🙂", 1), InlineData("👩‍👩‍👧", 1), InlineData("", 0), InlineData("สวัสดี", 4)]
    public void Characters_count_as_readers_see_them_and_dense_scripts_more(string text, int characters) =>
        Assert.Equal(characters, TextLength.Of(text, int.MaxValue));

    [Fact]
    public void Half_a_character_counts_one() => Assert.Equal((1, 0), (TextLength.Of("\uD83D", 9), TextLength.Of("\uDE42", 9)));

    [Fact]
    public void Too_long_is_judged_on_the_whole_conversation()
    {
        var rule = new LengthLimits { MaxTotal = 100 };
        var removal = Removal(rule, Build.Chat("a", (Role.System, new string('s', 40)), (Role.User, new string('u', 30)), (Role.Assistant, new string('a', 31))));
        Assert.Equal(("too-long", 101d, 100d), (removal.Reason, removal.Measured, removal.Limit));
        Assert.Null(Reason(rule, new string('a', 50), new string('u', 50)));
        Assert.Equal("too-long", Reason(rule, new string('好', 34), "你"));
        Assert.Null(Reason(new LengthLimits { MaxTotal = null }, new string('a', 1_000_000)));
    }

    [Fact]
    public void Policies_are_found_by_name_in_any_case()
    {
        Assert.Same(LengthPolicy.S0, LengthPolicy.Parse("s0", null));
        Assert.Same(LengthPolicy.S4, LengthPolicy.Parse("S4", CultureInfo.InvariantCulture));
        Assert.Contains("S0, S4", Assert.Throws<FormatException>(() => LengthPolicy.Parse("S9", null)).Message);
        Assert.Equal("own", new LengthLimits { MinOutput = 15 }.Policy.Name);
    });

    [Fact]
    public void Limits_below_one_are_refused_and_null_is_off()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LengthLimits { MinInput = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LengthLimits { MinOutput = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LengthLimits { MaxTotal = 0 });
        Assert.Null(Reason(new LengthLimits { MinInput = null, MinOutput = null }, "a", "b"));
    }
}
