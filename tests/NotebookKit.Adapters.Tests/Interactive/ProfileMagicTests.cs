namespace NotebookKit.Adapters.Tests.Interactive;

[Collection(nameof(HostCollection))]
public class ProfileMagicTests
{
    private const string Data = """
        var data = Dataset.Of([new Example { Id = "a", Label = "billing", Messages = [new(Role.User, "where is my invoice?"), new(Role.Assistant, "Here.")] }, new Example { Id = "b", Messages = [new(Role.User, "hi")] }]);
        """;

    [Fact]
    public async Task It_shows_what_describe_shows()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data)).Succeeds();
        var described = (await session.Run("data.Describe()")).Succeeds().Output;
        Assert.Contains("label", described["text/plain"], StringComparison.Ordinal);
        Assert.Equal(described, (await session.Run("#!nbk-profile data")).Succeeds().Output);
        Assert.Equal(described, (await session.Run("#!nbk-profile --dataset data")).Succeeds().Output);
    }

    [Fact]
    public async Task It_takes_examples_and_what_a_stage_kept()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data + "\nvar list = data.Examples.ToList(); var kept = data.Keep(\"Rule\", \"odd\", e => e.Id == \"a\").Kept; object hidden = data;")).Succeeds();
        Assert.StartsWith("2 ", (await session.Run("#!nbk-profile list")).Succeeds().Output["text/plain"], StringComparison.Ordinal);
        Assert.StartsWith("1 ", (await session.Run("#!nbk-profile kept")).Succeeds().Output["text/plain"], StringComparison.Ordinal);
        Assert.StartsWith("2 ", (await session.Run("#!nbk-profile hidden")).Succeeds().Output["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_sees_the_newest_value_and_cells_may_hold_more()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data)).Succeeds();
        (await session.Run("data = Dataset.Of(data.Examples.Take(1));")).Succeeds();
        var shown = (await session.Run("#!nbk-profile data\nSystem.Console.Write(data.Count);")).Succeeds();
        Assert.Equal(2, shown.Outputs.Count);
        Assert.StartsWith("1 ", shown.Outputs[0]["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!nbk-profile dta", "#!nbk-profile: there is no variable 'dta'. Variables that hold a dataset: data.")]
    [InlineData("#!nbk-profile number", "#!nbk-profile: 'number' is no dataset, it is a Int32. Variables that hold a dataset: data.")]
    [InlineData("#!nbk-profile nothing", "#!nbk-profile: 'nothing' is null. Variables that hold a dataset: data.")]
    [InlineData("#!nbk-profile result", "#!nbk-profile: 'result' is what a stage gave, not a dataset; give the rows that it kept a name: var kept = result.Kept. Variables that hold a dataset: data.")]
    public async Task It_says_what_is_wrong(string cell, string message)
    {
        using var session = await Session.Loaded();
        (await session.Run(Data + "\nvar number = 3; string nothing = null; var result = data.Keep(\"Rule\", \"odd\", e => true);")).Succeeds();
        Assert.Equal(message, (await session.Run(cell)).Failure);
    }

    [Fact]
    public async Task It_says_that_there_is_no_dataset_yet_and_that_one_is_needed()
    {
        using var session = await Session.Loaded();
        Assert.Equal("#!nbk-profile: there is no variable 'data'. No variable holds a dataset yet.", (await session.Run("#!nbk-profile data")).Failure);
        Assert.Contains("--dataset", (await session.Run("#!nbk-profile")).Failure, StringComparison.Ordinal);
        (await session.Run("1 + 1")).Succeeds();
    }

    [Fact]
    public async Task Its_name_and_the_datasets_are_completed()
    {
        using var session = await Session.Loaded();
        (await session.Run(Data + "\nvar other = data; var number = 3;")).Succeeds();
        Assert.Contains("#!nbk-profile", await session.Complete("#!nbk"));
        var names = await session.Complete("#!nbk-profile ");
        Assert.Contains("data", names);
        Assert.Contains("other", names);
        Assert.DoesNotContain("number", names);
    }
}
