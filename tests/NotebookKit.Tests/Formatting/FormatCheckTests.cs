using NotebookKit.Formatting;

namespace NotebookKit.Tests.Formatting;

public class FormatCheckTests
{
    private static readonly Example Good = Build.Chat("good", (Role.System, "s"), (Role.User, "q"), (Role.Assistant, "a"));

    [Fact]
    public void Rows_that_trainers_refuse_leave_with_the_checkers_name_and_the_turn()
    {
        var result = Build.Dataset(Good,
            Build.Chat("none"),
            Build.Chat("silent", (Role.User, "q"), (Role.Assistant, "")),
            Build.Chat("unanswered", (Role.User, "q")),
            Build.Chat("orphan", (Role.Tool, "x"), (Role.Assistant, "a"))).Apply(new FormatCheck());
        Assert.Equal([("none", "missing_messages_list", null), ("silent", "missing_content", 1), ("unanswered", "example_missing_assistant_message", null), ("orphan", "message_missing_key", 0d)],
            result.Removed.Select(r => (r.Example.Id, r.Reason, r.Measured)));
        Assert.Equal(["good"], result.Kept.Examples.Select(e => e.Id));
    }

    [Fact]
    public void What_the_format_cannot_hold_leaves_for_that_format_only()
    {
        var call = Build.Chat("call") with { Messages = [new(Role.User, "q"), new(Role.Assistant, null) { ToolCalls = [new("1", "f", "{}")] }] };
        var order = Build.Chat("order", (Role.User, "a"), (Role.User, "b"), (Role.Assistant, "c"));
        Assert.Equal(2, Build.Dataset(call, order).Apply(new FormatCheck()).Kept.Count);
        Assert.Equal([FormatCheck.CannotHoldTurnOrder], Build.Dataset(call, order).Apply(new FormatCheck { Format = ChatFormat.ShareGpt }).Removed.Select(r => r.Reason));
        Assert.Equal([FormatCheck.CannotHoldToolCalls, FormatCheck.CannotHoldTurnOrder], Build.Dataset(call, order).Apply(new FormatCheck { Format = ChatFormat.Alpaca }).Removed.Select(r => r.Reason));
    }

    [Fact]
    public void System_prompts_are_kept_set_or_dropped()
    {
        var bare = Build.Example("bare", "q", "a");
        Assert.Same(Good, Only(new FormatCheck(), Good));
        Assert.Equal([Role.User, Role.Assistant], Only(new FormatCheck { SystemPolicy = SystemPromptPolicy.Drop }, Good).Messages.Select(m => m.Role));
        var set = new FormatCheck { SystemPolicy = SystemPromptPolicy.Set, SystemPrompt = "new" };
        Assert.Equal("new", Only(set, bare).SystemPrompt);
        Assert.Equal(["new", "q", "a"], Only(set, Good).Messages.Select(m => m.Content));
        var once = Only(set, bare);
        Assert.Same(once, Only(set, once));
    }

    [Fact]
    public void A_system_turn_that_says_nothing_leaves() =>
        Assert.Equal([Role.User, Role.Assistant], Only(new FormatCheck(), Build.Chat("x", (Role.System, " "), (Role.User, "q"), (Role.Assistant, "a"))).Messages.Select(m => m.Role));

    [Fact]
    public void Setting_a_prompt_needs_one() =>
        Assert.Throws<ArgumentException>(() => Build.Dataset(Good).Apply(new FormatCheck { SystemPolicy = SystemPromptPolicy.Set }));

    [Fact]
    public void Differing_system_prompts_are_counted()
    {
        var finding = Findings(Build.Dataset(Good, Build.Example("bare", "q", "a"), Good with { Id = "2", Messages = [new(Role.System, "t"), .. Good.Messages.Skip(1)] })).Single(f => f.Code == "system-prompts-differ");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.StartsWith("2 system prompts in 3 rows, 1 without one.", finding.Text, StringComparison.Ordinal);
        Assert.Contains(Findings(Build.Dataset(Good)), f => f.Code == "system-prompts-consistent");
        Assert.Empty(Findings(Dataset.Empty));
    }

    [Theory]
    [InlineData(TaskKind.Classification, 199, "size-below-minimum")]
    [InlineData(TaskKind.Classification, 200, "size-minimum")]
    [InlineData(TaskKind.Classification, 500, "size-good")]
    [InlineData(TaskKind.Classification, 2000, "size-excellent")]
    [InlineData(TaskKind.Chat, 499, "size-below-minimum")]
    [InlineData(TaskKind.Summarization, 1000, "size-good")]
    [InlineData(TaskKind.Generation, 1500, "size-good")]
    [InlineData(TaskKind.QuestionAnswering, 3000, "size-excellent")]
    [InlineData(TaskKind.Extraction, 200, "size-minimum")]
    [InlineData(TaskKind.Unknown, 500, "size-minimum")]
    public void Sizes_are_judged_by_the_article_of_the_task(TaskKind task, int count, string code)
    {
        var finding = SizeGuide.For(task).Judge(task, count);
        Assert.Equal(code, finding.Code);
        Assert.Contains("asks for", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_below_the_floors_names_each_of_them()
    {
        var text = SizeGuide.For(TaskKind.Chat).Judge(TaskKind.Chat, 60).Text;
        Assert.Equal("Chat: 60 examples; S0 asks for 500, calls 2,000 good and 5,000 excellent. S1: 100 is the least to see overfitting; S3: 200 is the least for a steady effect.", text);
    }

    [Fact]
    public void Each_task_that_is_there_has_its_finding() =>
        Assert.Equal(2, Findings(Build.Dataset(Good with { Task = TaskKind.Chat }, Good with { Id = "2", Task = TaskKind.Summarization })).Count(f => f.Code == "size-below-minimum"));

    [Fact]
    public void Weights_and_names_that_the_format_loses_are_reported()
    {
        var row = Good with { Messages = [new(Role.User, "q") { Name = "kim" }, new(Role.Assistant, "a") { Weight = 0 }] };
        Assert.Equal(["format-drops-weights", "format-drops-names"], Build.Dataset(row).Apply(new FormatCheck { Format = ChatFormat.Alpaca }).Report.Findings.Select(f => f.Code).Where(c => c.StartsWith("format", StringComparison.Ordinal)));
        Assert.DoesNotContain(Findings(Build.Dataset(row)), f => f.Code.StartsWith("format", StringComparison.Ordinal));
    }

    [Fact]
    public void A_format_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatCheck { Format = (ChatFormat)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatCheck { SystemPolicy = (SystemPromptPolicy)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => RowFormatter.For((ChatFormat)9));
    }

    private static IReadOnlyList<Finding> Findings(Dataset data) => data.Apply(new FormatCheck()).Report.Findings;

    private static Example Only(FormatCheck check, Example example) => Assert.Single(Build.Dataset(example).Apply(check).Kept.Examples);
}
