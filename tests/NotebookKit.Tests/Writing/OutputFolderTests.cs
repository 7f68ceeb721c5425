using NotebookKit.Writing;

namespace NotebookKit.Tests.Writing;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_of_an_earlier_run_is_replaced_whole()
    {
        SmallRun.Output().WriteTo(folder.At("out"));
        File.WriteAllText(folder.At("out/train.jsonl.bak"), "old");
        SmallRun.Output().WriteTo(folder.At("out"));
        Assert.False(File.Exists(folder.At("out/train.jsonl.bak")));
        Assert.Equal(["out"], Entries());
    }

    [Fact]
    public void An_empty_folder_a_new_one_and_a_path_with_spaces_below_new_folders_will_do()
    {
        Directory.CreateDirectory(folder.At("empty"));
        SmallRun.Output().WriteTo(folder.At("empty"));
        SmallRun.Output().WriteTo(folder.At("new one/with spaces") + Path.DirectorySeparatorChar);
        Assert.True(File.Exists(folder.At("empty/manifest.json")));
        Assert.True(File.Exists(folder.At("new one/with spaces/manifest.json")));
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData("manifest.json", "{\"name\":\"a web app\"}")]
    [InlineData("manifest.json", "[1]")]
    [InlineData("manifest.json", "no json")]
    public void Any_other_folder_that_holds_something_is_refused_and_stays(string file, string content)
    {
        Directory.CreateDirectory(folder.At("out"));
        File.WriteAllText(folder.At("out/" + file), content);
        var error = Assert.Throws<OutputFolderException>(() => SmallRun.Output().WriteTo(folder.At("out")));
        Assert.True(error.Refused);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Throws<OutputFolderException>(() => RunOutput.CheckFolder(folder.At("out")));
        Assert.Equal(["out"], Entries());
        Assert.Equal(content, File.ReadAllText(folder.At("out/" + file)));
    }

    [Fact]
    public void A_file_a_root_and_a_link_are_refused()
    {
        File.WriteAllText(folder.At("file"), "x");
        Assert.True(Assert.Throws<OutputFolderException>(() => RunOutput.CheckFolder(folder.At("file"))).Refused);
        Assert.True(Assert.Throws<OutputFolderException>(() => RunOutput.CheckFolder(Path.GetPathRoot(folder.Root)!)).Refused);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        SmallRun.Output().WriteTo(folder.At("real"));
        Directory.CreateSymbolicLink(folder.At("link"), folder.At("real"));
        Directory.CreateSymbolicLink(folder.At("dangling"), folder.At("nowhere"));
        Assert.True(Assert.Throws<OutputFolderException>(() => SmallRun.Output().WriteTo(folder.At("link"))).Refused);
        Assert.True(Assert.Throws<OutputFolderException>(() => SmallRun.Output().WriteTo(folder.At("dangling"))).Refused);
        Assert.True(File.Exists(folder.At("real/manifest.json")));
    }

    [Fact]
    public void A_parent_that_is_a_file_gives_one_clear_line()
    {
        File.WriteAllText(folder.At("file"), "x");
        var error = Assert.Throws<OutputFolderException>(() => SmallRun.Output().WriteTo(folder.At("file/out")));
        Assert.False(error.Refused);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("x", File.ReadAllText(folder.At("file")));
    }

    [Fact]
    public void A_full_disk_gives_one_clear_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full here");
        using var file = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.Write, 0);
        var full = Assert.Throws<IOException>(() => file.Write("x"u8));
        Assert.Equal("the disk is full", RunOutput.Why(full));
    }

    [Fact]
    public void What_dead_runs_left_is_cleared_and_what_only_looks_like_it_stays()
    {
        foreach (var left in new[] { ".out.tmp-123", ".out.old-123", ".out.tmp-mine", ".other.tmp-123" })
        {
            Directory.CreateDirectory(folder.At(left));
            File.WriteAllText(folder.At(left + "/train.jsonl"), "half");
        }

        SmallRun.Output().WriteTo(folder.At("out"));
        SmallRun.Output().WriteTo(folder.At("out"));
        Assert.Equal([".other.tmp-123", ".out.tmp-mine", "out"], Entries());
        Assert.NotEqual("half", File.ReadAllText(folder.At("out/train.jsonl")));
    }

    [Fact]
    public void A_folder_that_a_dead_run_had_moved_aside_comes_back()
    {
        SmallRun.Output().WriteTo(folder.At("out"));
        Directory.Move(folder.At("out"), folder.At(".out.old-123"));
        var failing = SmallRun.Output() with { Mask = _ => throw new InvalidOperationException() };
        Assert.Throws<StageFailedException>(() => failing.WriteTo(folder.At("out")));
        Assert.True(File.Exists(folder.At("out/manifest.json")));
        Assert.Equal(["out"], Entries());
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder_at_a_time()
    {
        using (OutputFolder.Open(folder.At("out")))
        {
            var error = Assert.Throws<OutputFolderException>(() => SmallRun.Output().WriteTo(folder.At("out")));
            Assert.StartsWith("Another run is writing", error.Message, StringComparison.Ordinal);
        }

        SmallRun.Output().WriteTo(folder.At("out"));
        Assert.Equal(["out"], Entries());
    }

    [Fact]
    public void A_run_that_fails_leaves_the_old_folder_as_it_was()
    {
        SmallRun.Output().WriteTo(folder.At("out"));
        var before = File.ReadAllBytes(folder.At("out/train.jsonl"));
        var failing = SmallRun.Output() with { Run = new() { Seed = 9, Progress = new Failing() } };
        var error = Assert.Throws<OutputFolderException>(() => failing.WriteTo(folder.At("out")));
        Assert.Equal($"The dataset could not be written to '{folder.At("out")}': device gone at once. What was there before is unchanged.", error.Message);
        Assert.Equal(before, File.ReadAllBytes(folder.At("out/train.jsonl")));
        Assert.Equal(["out"], Entries());
    }

    private IEnumerable<string?> Entries() => Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private sealed class Failing : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => throw new IOException("device gone\nat once");
    }
}
