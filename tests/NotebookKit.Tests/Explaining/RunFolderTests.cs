using NotebookKit.Explaining;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Explaining;

public sealed class RunFolderTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    [Fact]
    public void What_is_no_folder_of_a_run_is_refused_in_one_line()
    {
        Assert.Contains("does not exist", Message(() => RunFolder.Open(run.At("nowhere"))), StringComparison.Ordinal);
        Assert.Contains("is a file", Message(() => RunFolder.Open(run.Chats)), StringComparison.Ordinal);
        Directory.CreateDirectory(run.At("empty"));
        Assert.Contains("holds no manifest.json", Message(() => RunFolder.Open(run.At("empty"))), StringComparison.Ordinal);
        Directory.CreateDirectory(run.At("other"));
        File.WriteAllText(run.At("other/manifest.json"), "{\"name\":\"an app\"}");
        Assert.Contains("is no manifest of this kit", Message(() => RunFolder.Open(run.At("other"))), StringComparison.Ordinal);
        File.WriteAllText(run.At("other/manifest.json"), "{\"kind\":");
        Assert.Contains("manifest.json', line 1 is damaged", Message(() => RunFolder.Open(run.At("other"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_its_audit_says_so()
    {
        var folder = run.Copy("handed over");
        Directory.Delete(Path.Combine(folder, "audit"), true);
        var opened = RunFolder.Open(folder);
        Assert.False(opened.HasAudit);
        Assert.Contains("has no audit/: it was handed over without the audit", Message(() => opened.Why("chats/c-1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trail.jsonl", 4, "{\"id\":")]
    [InlineData("trail.jsonl", 6, "{\"nothing\":1}")]
    [InlineData("trail.jsonl", 1, "{\"kind\":\"another\"}")]
    [InlineData("rows.jsonl", 3, "[]")]
    [InlineData("rejected.jsonl", 1, "{}")]
    public void A_damaged_line_is_named_with_its_file(string name, int line, string damage)
    {
        var folder = run.Copy($"damaged {name} {line}");
        var path = Path.Combine(folder, "audit", name);
        var lines = File.ReadAllLines(path);
        lines[line - 1] = damage;
        File.WriteAllLines(path, lines);
        var message = Message(() => RunFolder.Open(folder).Why("chats/c-1"));
        Assert.Contains($"{name}', line {line} is damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_of_an_older_version_says_what_to_do()
    {
        var folder = run.Copy("older");
        File.Delete(Path.Combine(folder, "audit", "trail.jsonl"));
        Assert.Contains("Prepare the dataset again.", Message(() => RunFolder.Open(folder).Why("chats/c-1")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trail_is_small_and_only_its_owner_reads_it()
    {
        var file = new FileInfo(Path.Combine(run.Out, "audit", "trail.jsonl"));
        var rows = run.Opened.Rows().Count();
        Assert.Equal(run.Preparation.Data.Count + run.Preparation.Data.History.Removals.Count(), rows);
        Assert.True(file.Length < 400L * rows + 4000, $"{file.Length} bytes for {rows} rows");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Fact]
    public void A_dataset_that_any_chain_of_cells_led_to_is_written_reported_and_asked()
    {
        var data = Build.Dataset(Build.Example("a", "where is my parcel", "it is on its way"), Build.Example("b", "mail me at b.smith@example.org", "done"), Build.Example("c", "hm", "ok"));
        data = data.Keep("Long enough", "short", e => e.Input.Length > 5).Kept.Apply(new NotebookKit.Splitting.Splitter()).Kept;
        data.WriteTo(run.At("cells"));
        var opened = RunFolder.Open(run.At("cells"));
        Assert.Equal((RowFate.Removed, RowFate.Kept), (opened.Why("c").Fate, opened.Why("a").Fate));
        Assert.Contains("Long enough", data.Report().ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("b.smith", opened.Why("b").ToText() + data.Why("b").ToText(), StringComparison.Ordinal);
    }

    private static string Message(Action work)
    {
        var message = Assert.Throws<RunFolderException>(work).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
