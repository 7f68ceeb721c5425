using System.Text.Json;

namespace NotebookKit.Tests.Console;

public class PlantedCommandTests
{
    [Fact]
    public void A_run_below_the_least_recall_writes_all_files_and_ends_with_1()
    {
        using var run = new ConsoleRun();
        Assert.Equal(1, run.Run(run.Chats("a.jsonl", 40), "--out", run.Out, "--least-recall", "1", "--set", "anonymizing.minScore=1"));
        Assert.StartsWith("prepare: all files are written, but ", run.Complaint(), StringComparison.Ordinal);
        Assert.Equal("fail", State(run));
        Assert.Contains("Planted personal data", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_above_it_ends_with_0_and_says_what_was_found()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats("a.jsonl", 40), "--out", run.Out, "--least-recall", "0.0"));
        Assert.Equal("pass", State(run));
    }

    [Fact]
    public void Without_the_option_nothing_is_planted_and_no_item_is_listed()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats("a.jsonl", 40), "--out", run.Out));
        Assert.Null(State(run));
    }

    [Theory]
    [InlineData("98")]
    [InlineData("-0.5")]
    [InlineData("most")]
    public void A_share_that_is_none_is_refused_in_one_line(string share)
    {
        using var run = new ConsoleRun();
        Assert.Equal(2, run.Run(run.Chats("a.jsonl", 5), "--out", run.Out, $"--least-recall={share}"));
        Assert.Contains("--least-recall takes a share from 0 to 1, such as 0.98", run.Complaint(), StringComparison.Ordinal);
    }

    private static string? State(ConsoleRun run)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "audit", "report.json")));
        var item = report.RootElement.GetProperty("checklist").EnumerateArray().FirstOrDefault(i => i.GetProperty("id").GetString() == "planted-personal-data");
        return item.ValueKind == JsonValueKind.Undefined ? null : item.GetProperty("state").GetString();
    }
}
