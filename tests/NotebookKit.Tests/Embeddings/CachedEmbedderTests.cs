using NotebookKit.Embeddings;

namespace NotebookKit.Tests.Embeddings;

public sealed class CachedEmbedderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nbk-vectors").FullName;

    private string At => Path.Combine(folder, "vectors.bin");

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task No_text_is_asked_about_twice()
    {
        var (first, second) = (new FakeGenerator(), new FakeGenerator());
        Assert.Equal([1f, 2f, 1f], await Embed(first, "a", "bb", "a"));
        Assert.Equal([2f, 3f, 1f], await Embed(second, "bb", "ccc", "a"));
        Assert.Equal([["a", "bb"]], first.Asked);
        Assert.Equal([["ccc"]], second.Asked);
        Assert.DoesNotContain("bb", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(At)), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At));
    }

    [Fact]
    public async Task Another_model_or_key_finds_nothing_of_it()
    {
        await Embed(new FakeGenerator(), "a");
        var other = new FakeGenerator();
        await Embed(other, "model 2", SecretKey.FromSeed(0), "a");
        await Embed(other, "model 1", SecretKey.FromSeed(7), "a");
        Assert.Equal([["a"], ["a"]], other.Asked);
    }

    /// <summary>Whatever is left of a file after a kill: each whole record is there, and what is torn is asked for again.</summary>
    [Fact]
    public async Task A_killed_run_has_all_that_was_written_whole()
    {
        await Embed(new FakeGenerator(), "a", "bb", "ccc");
        var whole = File.ReadAllBytes(At);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(At, whole[..length]);
            var service = new FakeGenerator();
            Assert.Equal([1f, 2f, 3f], await Embed(service, "a", "bb", "ccc"));
            var records = Math.Max(0, length - 22) / 36;
            Assert.Equal(3 - records, service.Asked.Sum(a => a.Length));
            Assert.Equal(whole, File.ReadAllBytes(At));
        }
    }

    [Fact]
    public async Task With_batches_around_it_a_failure_loses_one_batch_only()
    {
        var service = new FakeGenerator { OnCall = call => { if (call == 3) throw new ArgumentException("broken"); } };
        using (var embedder = new BatchedEmbedder(new CachedEmbedder(service, At, "model 1")) { BatchSize = 2 })
            await Assert.ThrowsAsync<EmbeddingException>(() => embedder.GenerateAsync(["1", "2", "3", "4", "5", "6"], cancellationToken: TestContext.Current.CancellationToken));
        using var again = new CachedEmbedder(new FakeGenerator(), At, "model 1");
        Assert.Equal(4, again.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(18)]
    public async Task Damage_before_the_end_is_told(int record)
    {
        await Embed(new FakeGenerator(), [.. Enumerable.Range(1, 20).Select(i => new string('a', i))]);
        var bytes = File.ReadAllBytes(At);
        bytes[22 + (36 * record) + 25] ^= 1;
        File.WriteAllBytes(At, bytes);
        Assert.Equal($"{At}: the record at byte {22 + (36 * record)} is damaged. Delete the file: its vectors are asked for again.", Opening().Message);
        Assert.Equal(bytes, File.ReadAllBytes(At));
    }

    [Fact]
    public void Another_file_is_left_alone()
    {
        File.WriteAllText(At, "precious");
        Assert.Equal($"{At}: this is no file of vectors. Give another path, or delete the file.", Opening().Message);
        Assert.Equal("precious", File.ReadAllText(At));
    }

    private BadInputException Opening() => Assert.Throws<BadInputException>(() => new CachedEmbedder(new FakeGenerator(), At, "model 1"));

    private Task<List<float>> Embed(FakeGenerator service, params string[] texts) => Embed(service, "model 1", null, texts);

    private async Task<List<float>> Embed(FakeGenerator service, string model, SecretKey? key, params string[] texts)
    {
        using var embedder = new CachedEmbedder(service, At, model, key);
        return [.. (await embedder.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken)).Select(e => e.Vector.Span[0])];
    }
}
