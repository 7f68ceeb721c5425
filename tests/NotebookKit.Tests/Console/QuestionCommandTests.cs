using NotebookKit.Console;
using NotebookKit.Tests.Explaining;

namespace NotebookKit.Tests.Console;

public sealed class QuestionCommandTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    [Fact]
    public void Why_prints_the_life_of_each_row_that_is_asked_for()
    {
        var (code, output, error) = Why(run.Out, "chats/c-1", "short-1");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("chats/c-1: kept, in ", output, StringComparison.Ordinal);
        Assert.Contains("\n\nchats/short-1: removed by Cleaning (too-short-output)\n", output, StringComparison.Ordinal);
        Assert.Contains("to keep it    --set length.minOutput=9\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_gives_json_for_one_row_and_a_list_for_several()
    {
        using var one = System.Text.Json.JsonDocument.Parse(Why(run.Out, "chats/c-1", "--json").Output);
        Assert.Equal("kept", one.RootElement.GetProperty("fate").GetString());
        using var two = System.Text.Json.JsonDocument.Parse(Why("--json", run.Out, "chats/c-1", "chats.jsonl:94").Output);
        Assert.Equal(["kept", "rejected"], two.RootElement.EnumerateArray().Select(l => l.GetProperty("fate").GetString()));
    }

    [Fact]
    public void Why_writes_a_page()
    {
        var page = run.At("why.html");
        Assert.Equal(0, Why(run.Out, "chats/c-1", $"--html={page}").Code);
        Assert.Contains("chats/c-1: kept, in ", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(2, Why(run.Out, "chats/c-1", "--html", run.Chats).Code);
    }

    [Fact]
    public void Why_finds_rows_by_their_text()
    {
        var (code, output, _) = Why(run.Out, "--text", "green button");
        Assert.Equal(0, code);
        Assert.Contains("chats/near-1", output, StringComparison.Ordinal);
        Assert.Equal(2, Why(run.Out, "--text", "no row says this").Code);
    }

    [Theory]
    [InlineData("why: Give the folder of a run and the row to ask for: why -- out tickets/T-1042. See --help.")]
    [InlineData("why: There is no option '--jsn'; there are --text, --html, --json, --help. See --help.", "out", "--jsn")]
    [InlineData("why: --html needs a value. See --help.", "out", "x", "--html")]
    [InlineData("why: --json was given twice. See --help.", "out", "--json", "--json")]
    [InlineData("why: The folder 'no such folder' does not exist: give the folder of an earlier run (prepare writes to 'out' by default).", "no such folder", "x")]
    public void Wrong_arguments_end_with_2_and_one_line(string complaint, params string[] args)
    {
        var (code, output, error) = Why(args);
        Assert.Equal((2, "", complaint + "\n"), (code, output, error));
    }

    [Fact]
    public void An_unknown_row_ends_with_2_and_the_nearest_ids()
    {
        var (code, _, error) = Why(run.Out, "chats/naer-1");
        Assert.Equal(2, code);
        Assert.StartsWith("why: There is no row 'chats/naer-1' in this run; did you mean chats/near-1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ends_with_0_where_nothing_leaks_and_with_1_where_something_does()
    {
        Assert.Equal(0, Compare(run.Out, run.Out).Code);
        var other = run.At("seed 6");
        NotebookKit.Recipes.FineTuning.Prepare([run.Chats, run.Log], run: new() { Seed = 6 }).WriteTo(other);
        var (code, output, error) = Compare(run.Out, other);
        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("LEAK ACROSS VERSIONS: ", output, StringComparison.Ordinal);
        Assert.Equal(1, Compare(run.Out, other, "--html", run.At("compared.html")).Code);
        Assert.Contains("LEAK ACROSS VERSIONS", File.ReadAllText(run.At("compared.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_asks_for_two_folders()
    {
        var (code, _, error) = Compare(run.Out);
        Assert.Equal((2, "compare: Give two folders, the earlier version first: compare -- out-v1 out-v2 (got 1). See --help.\n"), (code, error));
    }

    [Fact]
    public void Both_explain_themselves()
    {
        Assert.StartsWith("Where did a row go, why, and which row was kept instead?", Why("--help").Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", Compare("-h").Output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Why(params string[] args) => Run(t => WhyCommand.Run(t, args));

    private static (int Code, string Output, string Error) Compare(params string[] args) => Run(t => CompareCommand.Run(t, args));

    private static (int Code, string Output, string Error) Run(Func<Terminal, int> command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = command(new Terminal(output, error));
        return (code, output.ToString(), error.ToString());
    }
}
