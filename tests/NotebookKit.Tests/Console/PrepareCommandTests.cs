using System.Text.RegularExpressions;
using NotebookKit.Console;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Console;

public class PrepareCommandTests
{
    [Fact]
    public void A_run_says_what_it_does_what_came_of_each_stage_and_where_it_is()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats("chats.jsonl", 40), "--out", run.Out, "--seed", "7"));
        Assert.Equal("", run.Error);
        var lines = run.Output.Split('\n');
        Assert.Equal($"Preparing 1 input → {run.Out} (seed 7)", lines[0]);
        foreach (var step in FineTuning.Recipe().Steps) Assert.Contains(step.Stage.Name, run.Output, StringComparison.Ordinal);
        foreach (var head in new[] { "stage", "received", "kept", "removed", "main reasons", "seconds", "records", "examples", "Splits: train " })
            Assert.Contains(head, run.Output, StringComparison.Ordinal);
        var link = lines.Single(l => l.StartsWith("Report:", StringComparison.Ordinal));
        Assert.Contains("file:///", link, StringComparison.Ordinal);
        Assert.DoesNotContain("notebookkit tests", link, StringComparison.Ordinal);
        string[] files = ["train.jsonl", "validation.jsonl", "test.jsonl", "manifest.json", "README.md"];
        string[] audit = ["removed.jsonl", "rejected.jsonl", "to-label.jsonl", "review-sample.jsonl", "report.html", "report.json"];
        foreach (var file in files.Concat(audit.Select(a => Path.Combine("audit", a)))) Assert.True(File.Exists(Path.Combine(run.Out, file)), file);
    }

    [Fact]
    public void Inputs_that_are_missing_or_folders_are_one_line_and_code_2()
    {
        using var run = new ConsoleRun();
        var good = run.Chats("good.jsonl", 5);
        Assert.Equal(2, run.Run(good, Path.Combine(run.Folder, "missing.jsonl"), "--out", run.Out));
        Assert.Contains("missing.jsonl", run.Complaint(), StringComparison.Ordinal);
        Assert.Equal(2, run.Run(good, run.Folder, "--out", run.Out));
        Assert.Contains("folder", run.Complaint(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_refused_before_anything_is_read()
    {
        using var run = new ConsoleRun();
        Directory.CreateDirectory(run.Out);
        var own = Path.Combine(run.Out, "own.txt");
        File.WriteAllText(own, "mine");
        Assert.Equal(2, run.Run(run.Chats("a.jsonl", 5), "--out", run.Out));
        Assert.Contains("not empty", run.Complaint(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sourcing", run.Output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(own));
        Assert.Single(Directory.GetFileSystemEntries(run.Out));
    }

    [Fact]
    public void An_earlier_result_is_replaced_whole()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats("a.jsonl", 40), "--out", run.Out));
        File.WriteAllText(Path.Combine(run.Out, "left.txt"), "old");
        Assert.Equal(0, run.Run(run.Chats("b.jsonl", 30), "--out", run.Out));
        Assert.False(File.Exists(Path.Combine(run.Out, "left.txt")));
    }

    [Fact]
    public void A_run_that_keeps_no_row_says_why_and_writes_its_audit_files()
    {
        using var run = new ConsoleRun();
        var input = run.File("short.jsonl", """{"messages":[{"role":"user","content":"How do I close my account for good?"},{"role":"assistant","content":"No."}]}""");
        Assert.Equal(1, run.Run(input, "--out", run.Out));
        Assert.Contains("no row was kept: too-short-output 1 (Cleaning)", run.Complaint(), StringComparison.Ordinal);
        Assert.Contains("too-short-output", File.ReadAllText(Path.Combine(run.Out, "audit", "removed.jsonl")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run.Out, "audit", "report.html")));
    }

    [Theory]
    [InlineData("empty.jsonl", "")]
    [InlineData("binary.jsonl", "\0\u0001\u0002\u007fELF\0\0\0")]
    [InlineData("bad.jsonl", "this is no JSON")]
    public void An_input_that_gives_nothing_is_named_while_the_others_go_on(string name, string text)
    {
        using var run = new ConsoleRun();
        var bad = Path.Combine(run.Folder, name);
        File.WriteAllText(bad, text);
        Assert.Equal(1, run.Run(run.Chats("good.jsonl", 40), bad, "--out", run.Out));
        Assert.Contains(name, run.Complaint(), StringComparison.Ordinal);
        Assert.True(File.ReadAllLines(Path.Combine(run.Out, "train.jsonl")).Length > 20);
    }

    [Fact]
    public void A_rule_that_throws_ends_in_one_line_without_text_of_the_row()
    {
        using var run = new ConsoleRun();
        var recipe = new Recipe("own", [new("boom", new LambdaStage("Boom", e => throw new InvalidOperationException(e.Input)))]);
        Assert.Equal(1, run.Run(_ => recipe, CancellationToken.None, run.Chats("a.jsonl", 3), "--out", run.Out));
        Assert.Contains("Stage 'Boom' failed at example", run.Complaint(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("account", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void An_unknown_error_is_named_by_its_kind_alone()
    {
        using var run = new ConsoleRun();
        Assert.Equal(1, run.Run(_ => throw new InvalidOperationException("secret"), CancellationToken.None, "--out", run.Out));
        Assert.Contains("unexpected error: InvalidOperationException.", run.Complaint(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_nothing_and_returns_130()
    {
        using var run = new ConsoleRun();
        using var stop = new CancellationTokenSource();
        var recipe = FineTuning.Recipe().Then("stop", new LambdaStage("Stop", e =>
        {
            stop.Cancel();
            return Outcome.Keep(e);
        }));
        Assert.Equal(130, run.Run(_ => recipe, stop.Token, run.Chats("a.jsonl", 40), "--out", run.Out));
        Assert.Equal("prepare: stopped; nothing was written.", run.Complaint());
        Assert.Equal("a.jsonl", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(run.Folder))));
    }

    [Fact]
    public void Names_of_files_can_color_nothing_and_move_no_cursor()
    {
        var name = OperatingSystem.IsWindows() ? "[red]x[⁄].jsonl" : "[red]x[] \u001b[2J \u202Egnp.jsonl";
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run(run.Chats(name, 40), "--out", run.Out));
        Assert.Contains("[red]x[", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u202E', run.Output);
    }

    [Fact]
    public void A_sample_is_drawn_by_the_seed_and_its_account_holds()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 200);
        var prepared = FineTuning.Prepare([input], new() { Sample = 50 }, new() { Seed = 3 });
        var report = Assert.Single(prepared.Data.History.Inputs);
        Assert.Equal(50, report.Examples);
        Assert.Equal(report.Records, report.Examples + report.Joined + report.Rejected - report.Expanded);
        Assert.Equal(50, prepared.Data.History.Stages[0].Report.Received);
        Assert.Contains(report.Findings, f => f.Code == "sampled");

        var again = FineTuning.Prepare([input], new() { Sample = 50 }, new() { Seed = 3, Threads = 1 });
        Assert.Equal(prepared.Data.Examples.Select(e => e.Id), again.Data.Examples.Select(e => e.Id));
        var other = FineTuning.Prepare([input], new() { Sample = 50 }, new() { Seed = 4 });
        Assert.NotEqual(prepared.Data.Examples.Select(e => e.Input), other.Data.Examples.Select(e => e.Input));
    }

    [Fact]
    public void Inputs_can_be_named_from_a_folder_wherever_it_lies()
    {
        using var run = new ConsoleRun();
        var bad = run.File("bad.jsonl", "this is no JSON");
        var prepared = FineTuning.Prepare([run.Chats("a.jsonl", 5), bad], new() { InputRoot = Path.GetDirectoryName(run.Folder) });
        var name = Path.GetFileName(run.Folder);
        Assert.Equal([$"{name}/a.jsonl", $"{name}/bad.jsonl"], prepared.Data.History.Inputs.Select(i => i.File));
        Assert.Equal($"{name}/bad.jsonl", Assert.Single(prepared.Data.History.Rejected).File);
    }

    [Fact]
    public void Warnings_count_where_the_user_is_strict()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 40);
        Assert.Equal(0, run.Run(input, "--out", run.Out));
        Assert.Contains("Warning: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Run(input, "--out", run.Out, "--strict"));
        Assert.Contains("(--strict)", run.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_is_the_same_in_every_culture()
    {
        using var run = new ConsoleRun();
        var input = run.Chats("a.jsonl", 1001);
        var screens = new List<string>();
        foreach (var culture in new[] { "", "de-DE", "ar-SA" })
        {
            Cultures.Under(culture, () => Assert.Equal(0, run.Run(input, "--out", run.Out, "--set", "near.threshold=0.95")));
            Assert.Contains("1,001", run.Output, StringComparison.Ordinal);
            screens.Add(WithoutTimes(run.Output));
        }

        Assert.Single(screens.Distinct());

        // Seconds differ from run to run, and with them the width of their column and the lines of slow stages.
        static string WithoutTimes(string screen) => string.Join('\n', screen.Split('\n').Where(l => !l.EndsWith('%'))
            .Select(l => Regex.Replace(Regex.Replace(l, @"\s*\d+\.\d\d\s*$", ""), "[ ─]+", " ").Trim()));
    }

    [Fact]
    public void Samples_are_found_from_any_folder_of_the_repository()
    {
        var samples = BundledSamples.Find(Path.Combine(RealData.Repository, "notebooks", "scripts"));
        Assert.NotEmpty(samples);
        Assert.Equal(samples.Order(StringComparer.Ordinal), samples);
        Assert.All(samples, s => Assert.StartsWith(Path.Combine(RealData.Repository, "data-samples"), s, StringComparison.Ordinal));
        Assert.Empty(BundledSamples.Find(Path.GetTempPath()));
    }
}
