using NotebookKit.Scoring;

namespace NotebookKit.Tests.Scoring;

public class SelfDistillationTests
{
    private static Example Row(string id, string? generator, Events events = Events.None) =>
        Build.Example(id, "question", "answer") with { Generator = generator, Generation = 1, Signals = new() { Events = events } };

    [Theory]
    [InlineData("gpt-4o-mini-2024-07-18", "gpt-4o-mini", true)]
    [InlineData("gpt-4o-mini", "gpt-4o", false)]
    [InlineData("gpt-4o", "gpt-4o-mini", false)]
    [InlineData("ft:gpt-4o-mini-2024-07-18:acme::abc", "gpt-4o-mini", true)]
    [InlineData("openai/GPT-4o", "gpt-4o", true)]
    [InlineData("gpt-4-0613", "gpt-4", true)]
    [InlineData("gpt-4", "gpt-4o", false)]
    [InlineData("meta-llama/Llama-3.1-8B-Instruct", "Llama-3.1-8B", true)]
    [InlineData("Llama-3.1-70B", "Llama-3.1-8B", false)]
    [InlineData("llama3.1:8b", "Llama-3.1-8B", true)]
    [InlineData("Llama-3.1-8B-Instruct-Q4_K_M", "llama-3.1-8b", true)]
    [InlineData("anthropic.claude-3-5-sonnet-20240620-v1:0", "claude-3-5-sonnet", true)]
    [InlineData("google/gemma-2-9b-it", "gemma-2-9b", true)]
    [InlineData("", "gpt-4o", false)]
    [InlineData("ft:", "gpt-4o", false)]
    public void Snapshots_tunings_and_packagings_are_one_family(string generator, string baseModel, bool same) =>
        Assert.Equal(same, ModelFamily.Same(generator, baseModel));

    [Fact]
    public void Own_output_is_flagged_with_a_warning()
    {
        var result = Build.Dataset(Row("a-1", "gpt-4o-mini-2024-07-18"), Row("a-2", "claude-3-5-sonnet"), Row("a-3", null))
            .Apply(new SelfDistillation { BaseModel = "gpt-4o-mini" });
        Assert.Equal(3, result.Kept.Count);
        Assert.Equal(new Flag("SelfDistillation", "self-distillation", 1, 0), Assert.Single(result.Kept.Examples[0].Flags));
        Assert.Equal([(Severity.Warning, "self-distillation"), (Severity.Note, "unknown-model")], result.Report.Findings.Select(f => (f.Severity, f.Code)));
    }

    [Fact]
    public void It_is_removed_by_policy()
    {
        var removal = Assert.Single(Build.Dataset(Row("a-1", "gpt-4o-mini")).Apply(new SelfDistillation { BaseModel = "gpt-4o-mini", Policy = FilterPolicy.Remove }).Removed);
        Assert.Equal((SelfDistillation.OwnOutput, 1.0, 0.0), (removal.Reason, removal.Measured, removal.Limit));
    }

    [Fact]
    public void What_a_person_edited_is_the_persons()
    {
        var result = Build.Dataset(Row("a-1", "gpt-4o-mini", Events.Edited)).Apply(new SelfDistillation { BaseModel = "gpt-4o-mini" });
        Assert.Empty(result.Kept.Examples[0].Flags);
        Assert.Empty(result.Report.Findings);
    }

    [Fact]
    public void Without_a_base_model_nothing_happens()
    {
        var data = Build.Dataset(Row("a-1", "gpt-4o-mini"));
        Assert.Same(data.Examples[0], data.Apply(new SelfDistillation()).Kept.Examples[0]);
    }

    [Fact]
    public void A_blank_base_model_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SelfDistillation { BaseModel = " " });
}
