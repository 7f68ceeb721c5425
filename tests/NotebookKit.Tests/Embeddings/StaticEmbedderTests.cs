using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Tests.Embeddings;

public sealed class StaticEmbedderTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Vectors_of_a_public_table_are_those_of_a_straight_computation()
    {
        var model = RealData.At("potion_base_4m_int8/test_model");
        using var embedder = StaticEmbedder.Load(model);
        var straight = new StraightComputation(model);
        Assert.Equal((128, true), (embedder.Dimensions, embedder.IsNormalized));
        List<string> texts = [.. File.ReadLines(RealData.At("fewshot_intent_oos/HWU64/test/seq.in")), .. File.ReadLines(RealData.At("oasst_samples/en_100_tree.jsonl")).Take(30)];
        // Other scripts; where the machine cannot take letters apart, the straight computation cannot, either.
        if (AccentsTests.MachineKnows) texts.AddRange(Directory.EnumerateFiles(RealData.At("lingua_testdata"), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("LICENSE", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f).Take(20)));
        Assert.InRange(texts.Count, 1_000, 50_000);
        foreach (var text in texts)
        {
            var (ours, theirs) = (embedder.Embed(text), straight.Embed(text));
            for (var d = 0; d < ours.Length; d++) Assert.InRange(Math.Abs(ours[d] - theirs[d]), 0, 1e-6);
        }
    }

    [Theory]
    [InlineData("a", "3 4")]
    [InlineData("A", "3 4")]
    [InlineData("á", "3 4")]
    [InlineData("a b", "1.5 7")]
    [InlineData("ab", "1.5 12")]
    [InlineData("a?", "2 2.5")]
    [InlineData("a\u200Bb", "1.5 12")]
    [InlineData("a\u0000 b", "1.5 7")]
    [InlineData("a 你b", "-0.33333334 4.6666665")]
    [InlineData("a x", "3 4")]
    [InlineData("ax", "0 0")]
    [InlineData("", "0 0")]
    [InlineData("[PAD] a", "51.5 52")]
    [InlineData("[UNK] a", "3 4")]
    public void Pieces_are_found_and_their_mean_is_taken(string text, string expected)
    {
        folder.Write("\"normalize\": false");
        using var embedder = StaticEmbedder.Load(folder.Path);
        Assert.Equal(expected, string.Join(" ", embedder.Embed(text).Select(v => v.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_model_that_says_so_gives_vectors_of_length_1()
    {
        folder.Write("\"normalize\": true");
        using var embedder = StaticEmbedder.Load(folder.Path);
        Assert.Equal([0.6f, 0.8f], embedder.Embed("a"));
        Assert.Equal([0f, 0f], embedder.Embed("unknown"));
    }

    [Theory]
    [InlineData("F64")]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("I8")]
    public void Every_type_of_number_gives_the_same_vectors(string type)
    {
        folder.Write("\"normalize\": false", type);
        Assert.Equal([1.5f, 12f], StaticEmbedder.Load(folder.Path).Embed("ab"));
    }

    [Fact]
    public void Pieces_that_share_rows_and_have_weights_are_read()
    {
        folder.Write("\"normalize\": false", "F32", mapping: [0, 0, 1, 2, 1, 0, 0], weights: [1, 1, 2, 1, 0.5f, 1, 1], rows: 3);
        // a: row 1 twice; b: row 2.
        Assert.Equal([((2 * folder.Row(1)[0]) + folder.Row(2)[0]) / 2, ((2 * folder.Row(1)[1]) + folder.Row(2)[1]) / 2], StaticEmbedder.Load(folder.Path).Embed("a b"));
    }

    [Fact]
    public void Only_the_beginning_of_a_long_text_counts()
    {
        folder.Write("\"normalize\": false");
        var text = string.Concat(Enumerable.Repeat("a ", 512)) + "b b b b";
        Assert.Equal([3f, 4f], StaticEmbedder.Load(folder.Path).Embed(text));
        Assert.NotEqual([3f, 4f], StaticEmbedder.Load(folder.Path, null).Embed(text));
        Assert.Equal([3f, 4f], StaticEmbedder.Load(folder.Path, 1).Embed("a b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => StaticEmbedder.Load(folder.Path, 0));
    }

    [Fact]
    public async Task It_is_a_generator_as_others_are()
    {
        folder.Write("\"normalize\": false");
        using IEmbeddingGenerator<string, Embedding<float>> generator = StaticEmbedder.Load(folder.Path);
        var made = await generator.GenerateAsync(["a", "b"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([[3f, 4f], [0f, 10f]], made.Select(m => m.Vector.ToArray()));
        Assert.Equal(2, generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions);
        Assert.Same(generator, generator.GetService<StaticEmbedder>());
        await Assert.ThrowsAsync<OperationCanceledException>(() => generator.GenerateAsync(["a"], cancellationToken: new(true)));
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new() { Dimensions = 3 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_hostile_text_takes_no_longer_than_its_length()
    {
        folder.Write("\"normalize\": false");
        using var embedder = StaticEmbedder.Load(folder.Path, null);
        Assert.Equal([0f, 0f], embedder.Embed(new string('a', 1_000_000)));
        Assert.Equal(2, embedder.Embed(string.Concat(Enumerable.Repeat("ab?[PAD]", 200_000))).Length);
    }
}
