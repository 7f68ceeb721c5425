using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public class ExactDuplicatesTests
{
    private static readonly Example Original = Build.Example("b", "How do I reset my password?", "Open Settings and choose Reset.");

    [Theory]
    [InlineData("how do i reset my PASSWORD", "Open  Settings and\nchoose Reset.")]
    [InlineData("How do I reset my password?!", "Open Settings and choose Reset")]
    [InlineData("Hów do I reset my password?", "Open Settings and choose Reset.")]
    [InlineData("How do I re\u200Bset my password?", "Ｏpen Settings and choose Reset.")]
    public void Case_accents_space_and_closing_marks_do_not_make_a_difference(string user, string assistant)
    {
        var result = Build.Dataset(Original, Build.Example("a", user, assistant) with { CreatedAt = DateTimeOffset.UnixEpoch }).Apply(new ExactDuplicates());
        var removal = Assert.Single(result.Removed);
        Assert.Equal((ExactDuplicates.ExactDuplicate, 1.0, 1.0), (removal.Reason, removal.Measured, removal.Limit));
        Assert.Equal(2, Assert.Single(result.Kept.Examples).Occurrences);
    }

    [Theory]
    [InlineData("Is x = a + b?", "Is x = a - b?")]
    [InlineData("order 4521", "order 4522")]
    [InlineData("C", "C++")]
    public void Punctuation_inside_and_digits_make_a_difference(string first, string second)
    {
        var result = Build.Dataset(Build.Example("a", first, "Yes."), Build.Example("b", second, "Yes.")).Apply(new ExactDuplicates());
        Assert.Empty(result.Removed);
    }

    [Fact]
    public void The_best_row_stays_and_counts_all()
    {
        var accepted = Original with { Id = "accepted", Signals = new() { Events = Events.Accepted } };
        var edited = Original with { Id = "edited", Signals = new() { Events = Events.Edited }, Occurrences = 3 };
        var rated = Original with { Id = "rated", Signals = new() { Rating = 5 } };
        var synthetic = Original with { Id = "synthetic", Origin = Origin.Synthetic, Signals = new() { Events = Events.Edited, Rating = 5 } };
        var result = Build.Dataset(accepted, synthetic, rated, edited, Original).Apply(new ExactDuplicates());
        Assert.Equal(("edited", 7), (Assert.Single(result.Kept.Examples).Id, result.Kept.Examples[0].Occurrences));
        Assert.All(result.Removed, r => Assert.Equal("edited", r.CauseId));
    }

    [Fact]
    public void Another_role_another_label_or_another_tool_call_is_another_row()
    {
        var result = Build.Dataset(
            Original,
            Original with { Id = "label", Label = "account" },
            Build.Chat("role", (Role.Assistant, "How do I reset my password?"), (Role.Assistant, "Open Settings and choose Reset.")),
            Original with { Id = "call", Messages = [Original.Messages[0], Original.Messages[1] with { ToolCalls = [new("1", "reset", "{}")] }] })
            .Apply(new ExactDuplicates());
        Assert.Empty(result.Removed);
    }

    [Fact]
    public void A_system_prompt_does_not_make_rows_different()
    {
        var result = Build.Dataset(Original, Original with { Id = "prompted", Messages = [new(Role.System, "You help."), .. Original.Messages] }).Apply(new ExactDuplicates());
        Assert.Single(result.Removed);
    }

    [Fact]
    public void By_input_only_rows_with_the_same_answer_are_removed()
    {
        var result = Build.Dataset(Original, Original with { Id = "twin" }, Build.Example("other", "How do I reset my password?", "You cannot."))
            .Apply(new ExactDuplicates { Key = DuplicateKey.Input });
        Assert.Equal("twin", Assert.Single(result.Removed).Example.Id);
    }

    [Fact]
    public void A_plan_refuses_rows_it_has_not_seen()
    {
        var stage = new ExactDuplicates();
        var plan = stage.Fit(Build.Dataset(Original));
        var failure = Assert.Throws<StageFailedException>(() => stage.With(plan).Apply(Build.Dataset(Original with { Id = "stranger" })));
        Assert.Equal(("ExactDuplicates", "stranger"), (failure.Stage, failure.ExampleId));
        Assert.DoesNotContain("plan knows", failure.ToString(), StringComparison.Ordinal);
    }
}
