using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing.Remote;

/// <summary>How questions are asked: how many at once, how often, what is remembered, and how a run is stopped.</summary>
public sealed class RemoteRecognizerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notebookkit-remote");

    private static readonly SecretKey Key = SecretKey.FromSeed(11);

    private string File => Path.Combine(folder.FullName, "finds.jsonl");

    public void Dispose() => folder.Delete(recursive: true);

    private static Dataset Rows(int count) => Build.Dataset([.. Enumerable.Range(0, count).Select(i => Build.Example($"row-{i}", $"Is Zorblat{i} here?", "Nobody is here today."))]);

    /// <summary>Finds the word that begins with "Zorblat".</summary>
    private static Task<(int, string)> Answer(System.Text.Json.JsonElement question, int call)
    {
        var text = question.GetProperty("text").GetString()!;
        var at = text.IndexOf("Zorblat", StringComparison.Ordinal);
        return Task.FromResult((200, at < 0 ? "[]" : FakeAnalyzer.Finds(text, ("PERSON", text[at..text.IndexOf(' ', at)]))));
    }

    [Fact]
    public async Task Asking_ahead_asks_once_for_each_text_with_the_bound_of_concurrency_and_the_stage_asks_nothing()
    {
        using var service = new FakeAnalyzer(async (question, call) =>
        {
            await Task.Delay(5);
            return await Answer(question, call);
        });
        var analyzer = new PresidioAnalyzer(service.Endpoint) { Concurrency = 3 };
        var stage = new Anonymizer { Recognizers = [analyzer] };
        var data = Rows(40);

        var asked = await stage.AskAheadAsync(data);
        // Forty texts, their masked form, which is one, and one answer that all share.
        Assert.Equal((42, 42), (asked, service.Calls));
        Assert.InRange(service.MostAtOnce, 2, 3);

        var kept = data.Apply(stage, new RunContext { Threads = 4 }).Kept;
        Assert.All(kept.Examples, e => Assert.Equal("Is [NAME] here?", e.Messages[0].Content));
        Assert.Equal(42, service.Calls);
        Assert.Equal(0, await stage.AskAheadAsync(data));
    }

    [Fact]
    public void The_result_is_the_same_for_any_number_of_threads_and_without_asking_ahead()
    {
        using var model = new FakeChat((text, _) => text.Contains("Zorblat", StringComparison.Ordinal) ? $$"""{"finds":[{"type":"PERSON","quote":"{{text.Split(' ')[1]}}"}]}""" : """{"finds":[]}""");
        var data = Rows(1100);
        string Masked(int threads) => string.Join('\n', data.Apply(new Anonymizer { Recognizers = [new ChatRecognizer(model)] }, new RunContext { Threads = threads }).Kept.Examples.Select(e => e.Messages[0].Content));
        Assert.Equal(Masked(1), Masked(4));
    }

    [Fact]
    public void The_cache_survives_a_new_instance_and_holds_no_text()
    {
        using var service = new FakeAnalyzer(Answer);
        var data = Rows(5);
        string Run(double threshold, SecretKey key)
        {
            using var cache = new RemoteCache(File, key);
            var analyzer = new PresidioAnalyzer(service.Endpoint) { Cache = cache, ScoreThreshold = threshold };
            return string.Join('\n', data.Apply(new Anonymizer { Recognizers = [analyzer] }).Kept.Examples.Select(e => e.Messages[0].Content));
        }

        var first = Run(0.25, Key);
        var calls = service.Calls;
        Assert.Equal(7, calls);
        Assert.Equal(first, Run(0.25, Key));
        Assert.Equal(calls, service.Calls);
        Assert.DoesNotMatch("Zorblat|here|Nobody", System.IO.File.ReadAllText(File));
        // Another setting is another question, and another key knows nothing.
        Run(0.3, Key);
        Assert.Equal(2 * calls, service.Calls);
        Run(0.25, SecretKey.FromSeed(12));
        Assert.Equal(3 * calls, service.Calls);
    }

    [Fact]
    public void A_cache_that_was_killed_while_it_wrote_goes_on_behind_its_last_whole_line()
    {
        using var service = new FakeAnalyzer(Answer);
        void Run()
        {
            using var cache = new RemoteCache(File, Key);
            Rows(5).Apply(new Anonymizer { Recognizers = [new PresidioAnalyzer(service.Endpoint) { Cache = cache }] });
            Assert.Equal(7, cache.Count);
        }

        Run();
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..^9]);
        Run();
        Assert.Equal(8, service.Calls);
        Assert.Equal(bytes.Length, new FileInfo(File).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData("{\"format\":\"other\"}\n", "line 1: This is no cache of remote finds.")]
    [InlineData("{\"format\":\"NotebookKit remote finds\",\"version\":1}\n[\"00\",1,2,\"Zorblat\",0.5]\n", "line 2: This is no answer of a remote recognizer.")]
    [InlineData("{\"format\":\"NotebookKit remote finds\",\"version\":1}\n[\"00\",1]\n\n", "line 3: This is no answer of a remote recognizer.")]
    public void A_file_that_is_no_cache_is_refused_with_its_line(string content, string said)
    {
        System.IO.File.WriteAllText(File, content);
        var error = Assert.Throws<BadInputException>(() => new RemoteCache(File, Key));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Zorblat", error.Message, StringComparison.Ordinal);
        System.IO.File.Delete(File);
    }

    [Fact]
    public async Task A_failure_while_asking_ahead_keeps_what_was_answered()
    {
        using var service = new FakeAnalyzer((question, call) => call > 3 ? Task.FromResult((400, "")) : Answer(question, call));
        using var cache = new RemoteCache(File, Key);
        var stage = new Anonymizer { Recognizers = [new PresidioAnalyzer(service.Endpoint) { Cache = cache, Concurrency = 1 }] };
        await Assert.ThrowsAsync<RemoteRecognizerException>(() => stage.AskAheadAsync(Rows(10)));
        Assert.Equal(3, cache.Count);
    }

    [Fact]
    public async Task A_run_that_is_stopped_does_not_wait_for_the_answer()
    {
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<(int, string)>();
        using var service = new FakeAnalyzer((_, _) =>
        {
            asked.TrySetResult();
            return never.Task;
        });
        var stage = new Anonymizer { Recognizers = [new PresidioAnalyzer(service.Endpoint)] };
        var run = new RunContext { Cancel = stop.Token };
        var applying = Task.Run(() => Rows(3).Apply(stage, run), TestContext.Current.CancellationToken);
        var ahead = stage.AskAheadAsync(Rows(3), run);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => applying);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ahead);
    }

    [Fact]
    public void Windows_cover_the_text_and_never_cut_a_pair()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 3000)) + new string('x', 3001);
        var windows = TextWindows.Of(text, 1001).ToList();
        Assert.Equal((0, text.Length), (windows[0].Start, windows[^1].End));
        foreach (var (start, end) in windows)
        {
            Assert.InRange(end - start, 1, 1001);
            Assert.False(char.IsLowSurrogate(text[start]));
            Assert.False(end < text.Length && char.IsLowSurrogate(text[end]));
        }

        foreach (var (before, behind) in windows.Zip(windows.Skip(1))) Assert.InRange(before.End - behind.Start, 1, TextWindows.Overlap + 1);
    }
}
