using System.Text.Json;
using NotebookKit.Console;

namespace NotebookKit.Tests.Console;

public sealed class DetectCommandTests(DetectCommandTests.Files files) : IClassFixture<DetectCommandTests.Files>
{
    [Fact]
    public void Rows_of_another_topic_are_strange_and_rows_like_the_known_ones_are_not()
    {
        var list = files.At("strange.jsonl");
        var (code, output, error) = Detect(files.Known, "--rows", files.Today, "--share", "0.05", "--out", list);
        Assert.Equal((0, ""), (code, error));
        var strange = File.ReadAllLines(list).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var ids = strange.Select(r => r.GetProperty("id").GetString()!).ToList();
        Assert.Equal(3, ids.Count(i => i.Contains("odd", StringComparison.Ordinal)));
        Assert.InRange(ids.Count, 3, 6);
        Assert.StartsWith("today/odd", ids[0], StringComparison.Ordinal);
        Assert.All(strange, r => Assert.Equal(3, r.GetProperty("nearest").GetArrayLength()));
        Assert.Contains($"{ids.Count} of 43 rows are strange", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_detector_judges_as_it_did_when_it_was_fitted()
    {
        var (kept, first, again) = (files.At("desk.detector"), files.At("first.jsonl"), files.At("again.jsonl"));
        var (code, output, _) = Detect(files.Known, "--share", "0.05", "--save", kept, "--rows", files.Today, "--out", first);
        Assert.Equal(0, code);
        var limit = output.Split("--limit ")[1].Split(' ')[0];
        Assert.Contains($"--set outlier-filter.maxDetector={limit}", output, StringComparison.Ordinal);
        Assert.Equal(0, Detect("--detector", kept, "--limit", limit, "--rows", files.Today, "--out", again).Code);
        Assert.Equal(File.ReadAllText(first), File.ReadAllText(again));
        Assert.DoesNotContain("parcel", File.ReadAllText(kept, System.Text.Encoding.Latin1), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_main_command_lists_what_a_kept_detector_finds_strange()
    {
        var (kept, to) = (files.At("main.detector"), files.At("out"));
        var limit = Detect(files.Known, "--share", "0.05", "--save", kept).Output.Split("--limit ")[1].Split(' ')[0];
        using var run = new ConsoleRun();
        Assert.True(run.Run(files.Today, "--detector", kept, "--set", $"outlier-filter.maxDetector={limit}", "--out", to) == 0, run.Error);
        Assert.Contains("detected-strange", run.Output, StringComparison.Ordinal);
        var manifest = Path.Combine(to, "manifest.json");
        Assert.Contains("detector ensemble ", File.ReadAllText(manifest), StringComparison.Ordinal);
        run.Run(files.Today, "--like", manifest, "--out", files.At("like"));
        Assert.Contains("give its file again with --detector", run.Output, StringComparison.Ordinal);
        run.Run(files.Today, "--like", manifest, "--detector", kept, "--out", files.At("like"));
        Assert.DoesNotContain("detector", run.Output.Split("Sourcing")[0], StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(to, "train.jsonl")), File.ReadAllText(Path.Combine(files.At("like"), "train.jsonl")));
    }

    [Fact]
    public void A_page_shows_scores_and_rows_with_what_is_personal_masked()
    {
        var page = files.At("strange.html");
        Assert.Equal(0, Detect(files.Known, "--rows", files.Today, "--share", "0.05", "--html", page).Code);
        var html = File.ReadAllText(page);
        Assert.Contains("How strange rows are", html, StringComparison.Ordinal);
        Assert.Contains("[EMAIL]", html, StringComparison.Ordinal);
        Assert.DoesNotContain("otter@example.com", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detect: Give files of rows that belong, or --detector with one that was kept: detect -- tickets.jsonl --rows today.jsonl. See --help.")]
    [InlineData("detect: --rows is missing: the file of the rows to be judged (or --save, to keep the detector only). See --help.", "known.jsonl")]
    [InlineData("detect: --detector and --limit belong together: the limit was printed when the detector was saved. See --help.", "--detector", "x", "--rows", "y")]
    [InlineData("detect: --share has no use with --detector: it is there when a detector is fitted. See --help.", "--detector", "x", "--limit", "1", "--rows", "y", "--share", "0.1")]
    [InlineData("detect: --html needs --rows. See --help.", "known.jsonl", "--save", "x", "--html", "y.html")]
    [InlineData("detect: --share: 7 is not between 0 and 1. See --help.", "known.jsonl", "--save", "x", "--share", "7")]
    [InlineData("detect: --share: 'nan' is not a share between 0 and 1. See --help.", "known.jsonl", "--save", "x", "--share", "nan")]
    public void Wrong_arguments_end_with_2_and_one_line(string complaint, params string[] args)
    {
        var (code, _, error) = Detect(args);
        Assert.Equal((2, complaint + "\n"), (code, error));
    }

    [Fact]
    public void Files_that_cannot_be_used_end_with_2_and_one_line()
    {
        var few = files.At("few.jsonl");
        File.WriteAllLines(few, File.ReadLines(files.Known).Take(60));
        foreach (var args in (string[][])[["nowhere.jsonl", "--rows", files.Today], [files.Known, "--rows", "nowhere.jsonl"], [few, "--rows", files.Today], ["--detector", files.Known, "--limit", "1", "--rows", files.Today]])
        {
            var (code, _, error) = Detect(args);
            Assert.Equal(2, code);
            Assert.Single(error.TrimEnd('\n').Split('\n'));
        }

        Assert.Contains("needs 49: give more known rows, or a larger --share", Detect(few, "--rows", files.Today).Error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Detect(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (DetectCommand.Run(new Terminal(output, error), args), output.ToString(), error.ToString());
    }

    public sealed class Files : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("detect");

        public Files()
        {
            File.WriteAllLines(Known, Enumerable.Range(0, 400).Select(i => Row($"k-{i}", Question(i))));
            string[] odd = ["Why does my sourdough not rise in the fridge overnight?", "Which planet has the most moons, write to otter@example.com", "How do I tune the strings of a cello?"];
            File.WriteAllLines(Today, [.. Enumerable.Range(1000, 40).Select(i => Row($"t-{i}", Question(i))), .. odd.Select((text, i) => Row($"odd-{i}", text))]);
        }

        public string Known => At("known.jsonl");

        public string Today => At("today.jsonl");

        public string At(string name) => Path.Combine(folder.FullName, name);

        public void Dispose() => folder.Delete(recursive: true);

        private static string Question(int i)
        {
            string[] things = ["parcel", "invoice", "refund", "password", "subscription", "delivery", "account", "order", "voucher", "address"];
            string[] asks = ["Where is my", "I cannot find the", "Please change my", "How long does the", "There is a mistake in my", "Can I cancel the"];
            string[] ends = ["since Monday", "that I asked for last week", "in the app", "on the web page", "before the end of the month", "for my second customer number", "again"];
            return $"{asks[i % 6]} {things[i / 6 % 10]} {ends[i % 7]}, number {i}";
        }

        private static string Row(string id, string text) => JsonSerializer.Serialize(new { id, messages = new object[] { new { role = "user", content = text }, new { role = "assistant", content = $"We have looked at it and will write to you about {id}." } } });
    }
}
