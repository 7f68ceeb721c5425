using System.Text.Json;
using NotebookKit.Console;
using NotebookKit.Tests.Explaining;

namespace NotebookKit.Tests.Console;

public sealed class GapCommandTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    [Fact]
    public void A_run_is_compared_with_a_file_and_page_and_plan_are_written()
    {
        var (page, plan) = (run.At("gap.html"), run.At("plan.jsonl"));
        var live = Live("live.jsonl", 60);
        var (code, output, error) = Gap(run.Out, live, "--html", page, "--plan", plan, "--to-label", "7");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("60 inputs of 'live' against ", output, StringComparison.Ordinal);
        Assert.Contains("A classifier tells them apart", output, StringComparison.Ordinal);
        Assert.Contains("Plan: 7 rows to label, ", output, StringComparison.Ordinal);
        Assert.Contains("Sampling plan", File.ReadAllText(page), StringComparison.Ordinal);

        var lines = File.ReadLines(plan).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("notebookkit-sampling-plan", lines[0].GetProperty("kind").GetString());
        var label = lines.Skip(1).Where(l => l.GetProperty("do").GetString() == "label").ToList();
        Assert.Equal(7, label.Count);
        // The place that is named is the place where the row stands.
        Assert.All(label, l => Assert.Equal($"where does parcel {l.GetProperty("line").GetInt64() - 1} stay pls", l.GetProperty("input").GetString()));
        Assert.All(lines.Skip(1).Where(l => l.GetProperty("do").GetString() == "repeat"), l =>
        {
            Assert.InRange(l.GetProperty("copies").GetInt32(), 2, 5);
            Assert.True(run.Opened.Why(l.GetProperty("id").GetString()!).Id is not null);
        });
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(plan));
        // A plan may be replaced by the next one; the same input gives the same bytes.
        var bytes = File.ReadAllBytes(plan);
        Assert.Equal(0, Gap(run.Out, live, "--plan", plan, "--to-label", "7", "--threads", "1").Code);
        Assert.Equal(bytes, File.ReadAllBytes(plan));
    }

    [Fact]
    public void Json_says_the_same_without_a_text_of_a_row()
    {
        var (code, output, _) = Gap(run.Out, Live("json.jsonl", 60), "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(60, json.RootElement.GetProperty("liveRows").GetInt32());
        Assert.True(json.RootElement.GetProperty("test").GetProperty("canBeToldApart").GetBoolean());
        Assert.Equal(8, json.RootElement.GetProperty("features").GetArrayLength());
        Assert.DoesNotContain("where does parcel", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_masked_and_a_run_compared_with_itself_has_no_gap()
    {
        var live = run.At("names.jsonl");
        File.WriteAllLines(live, Enumerable.Range(0, 40).Select(i => $$$"""{"messages":[{"role":"user","content":"Please write to maria.lopez@example.org about order {{{i}}}."},{"role":"assistant","content":"Done."}]}"""));
        var plan = run.At("names-plan.jsonl");
        Assert.Equal(0, Gap(run.Out, live, "--plan", plan).Code);
        Assert.DoesNotContain("maria.lopez", File.ReadAllText(plan), StringComparison.Ordinal);
        Assert.Contains("[EMAIL]", File.ReadAllText(plan), StringComparison.Ordinal);
        Assert.Contains("cannot tell them apart", Gap(run.Out, run.Out).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_alone_are_read_by_a_map()
    {
        var csv = run.At("questions.csv");
        File.WriteAllLines(csv, ["question", .. Enumerable.Range(0, 40).Select(i => $"where does parcel {i} stay pls")]);
        Assert.StartsWith("40 inputs of 'live'", Gap(run.Out, csv, "--live-map", "input=question").Output, StringComparison.Ordinal);
        var (code, _, error) = Gap(run.Out, csv);
        Assert.Equal(2, code);
        Assert.Contains("holds no row that can be read (40 records were rejected; the first: unknown-format", error, StringComparison.Ordinal);
        Assert.EndsWith("Say how to read it with --live-map or --live-read-as. See --help.\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gap: Give two files or folders, that of training first: gap -- out live.jsonl (got 1). See --help.", "OUT")]
    [InlineData("gap: --seed takes a whole number from 0, but was given '-1'. See --help.", "OUT", "OUT", "--seed=-1")]
    [InlineData("gap: --clusters takes a whole number from 2 to 500, but was given '1'. See --help.", "OUT", "OUT", "--clusters", "1")]
    [InlineData("gap: --plan: 'plan.txt' must end in .jsonl. See --help.", "OUT", "OUT", "--plan", "plan.txt")]
    [InlineData("gap: --html: 'page.txt' must end in .html. See --help.", "OUT", "OUT", "--html", "page.txt")]
    public void Wrong_arguments_end_with_2_and_one_line(string complaint, params string[] args)
    {
        var (code, output, error) = Gap([.. args.Select(a => a == "OUT" ? run.Out : a)]);
        Assert.Equal((2, "", complaint + "\n"), (code, output, error));
    }

    [Fact]
    public void Bad_files_end_with_2_and_nothing_is_replaced()
    {
        foreach (var (name, bytes) in new (string, byte[])[] { ("empty.jsonl", []), ("binary.jsonl", [0, 1, 2, 255, 254, 7, 8]), ("broken.jsonl", "{\"a\":\n[1,\n"u8.ToArray()) })
        {
            File.WriteAllBytes(run.At(name), bytes);
            var (code, output, error) = Gap(run.Out, run.At(name));
            Assert.Equal((2, ""), (code, output));
            Assert.Single(error.TrimEnd().Split('\n'));
        }

        Assert.Equal(2, Gap(run.Out, run.At("nowhere.jsonl")).Code);
        Assert.Equal(2, Gap(Path.GetDirectoryName(run.Out)!, run.Out).Code);
        var before = File.ReadAllBytes(run.Chats);
        Assert.Equal(2, Gap(run.Out, run.Chats, "--plan", run.Chats).Code);
        Assert.Equal(before, File.ReadAllBytes(run.Chats));
        Assert.Equal(2, Gap(run.Out, run.Chats, "--live-map", "input=messages,output=messages,nothing").Code);
        Assert.Equal(2, Gap(run.Out, run.Chats, "--train-map", "input=a").Code);
    }

    [Fact]
    public void Asking_to_stop_stops_it()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(130, GapCommand.Run(new Terminal(output, error), [run.Out, run.Chats], new(canceled: true)));
        Assert.Equal("gap: stopped.\n", error.ToString());
    }

    [Fact]
    public void It_explains_itself() => Assert.Contains("Exit codes:", Gap("--help").Output, StringComparison.Ordinal);

    /// <summary>Questions of another kind than those of the run.</summary>
    private string Live(string name, int rows)
    {
        var path = run.At(name);
        File.WriteAllLines(path, Enumerable.Range(0, rows).Select(i => $$$"""{"messages":[{"role":"user","content":"where does parcel {{{i}}} stay pls"},{"role":"assistant","content":"On its way."}]}"""));
        return path;
    }

    private static (int Code, string Output, string Error) Gap(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = GapCommand.Run(new Terminal(output, error), args);
        return (code, output.ToString(), error.ToString());
    }
}
