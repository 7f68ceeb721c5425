using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Tests.Embeddings;

public sealed class BuiltInEmbedderTests : IDisposable
{
    private const string Reset = "How do I reset my password?";

    private static readonly string[] Texts =
    [
        Reset, "how do i rset my pasword", "The invoice of 2024-03-01 is wrong!", "Crème brûlée, Straße", "Где мой заказ?", "我的订单在哪里", "a", "?", "zzxqj", "don't", "xn--80ak6aa92e", "👍🏽 great", "\ud800 lone",
        "pneumonoultramicroscopicsilicovolcanoconiosis pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis",
    ];

    private readonly BuiltInEmbedder embedder = new();

    public void Dispose() => embedder.Dispose();

    [Fact]
    public void Vectors_have_128_numbers_and_the_length_1()
    {
        Assert.Equal(128, embedder.Dimensions);
        foreach (var vector in Texts.Select(embedder.Embed))
        {
            Assert.Equal(128, vector.Length);
            Assert.InRange(vector.Sum(v => (double)v * v), 1 - 1e-6, 1 + 1e-6);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0")]
    [InlineData("\u0000\u200B\uFFFD")]
    public void A_text_without_words_has_zeros(string text) => Assert.All(embedder.Embed(text), v => Assert.Equal(0f, v));

    [Fact]
    public void Vectors_are_those_that_were_accepted()
    {
        // Another hash means that every vector somebody kept is out of date: then the name of the model has to change, too.
        var hash = Texts.Aggregate(0UL, (h, t) => StableHash.Of(MemoryMarshal.AsBytes<float>(embedder.Embed(t)), h));
        Assert.Equal(("notebookkit-1", "1d88c4e8f70c5ab5"), (BuiltInEmbedder.ModelId, hash.ToString("x16", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var texts = Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Texts[i % Texts.Length]} nubmer {i} of the ordres")).ToArray();
        var one = texts.Select(embedder.Embed).ToArray();
        var many = new float[texts.Length][];
        Parallel.For(0, texts.Length, i => many[i] = new BuiltInEmbedder().Embed(texts[i]));
        for (var i = 0; i < texts.Length; i++) Assert.Equal(one[i], many[i]);
    }

    [Theory]
    [InlineData("reservation", "reservtion")]
    [InlineData("reservation", "reservaiton")]
    [InlineData("restaurant", "restuarnat")]
    [InlineData("weather", "wether forecast")]
    [InlineData("invoice", "invoices")]
    [InlineData("playlist", "playlists")]
    [InlineData("cancel my order", "cancle my oder")]
    [InlineData(Reset, "HOW DO I RESET MY PASSWORD?")]
    [InlineData(Reset, "i frogot my passwrod")]
    [InlineData("play some jazz", "put on jazz musik")]
    public void What_means_nearly_the_same_is_near(string one, string other) => Assert.InRange(Likeness(one, other), 0.5, 1.01);

    [Theory]
    [InlineData("reservation", "keyboard")]
    [InlineData("weather forecast", "invoice number")]
    [InlineData(Reset, "Two pepperoni pizzas for delivery")]
    [InlineData("play some jazz", "is it going to rain tomorrow")]
    [InlineData("cancle my oder", "book a tabel for two")]
    public void What_has_nothing_to_do_with_it_is_far(string one, string other) => Assert.InRange(Likeness(one, other), -1, 0.35);

    [Fact]
    public void Accents_and_case_count_for_nothing() => Assert.Equal(embedder.Embed("CRÈME BRÛLÉE"), embedder.Embed("creme brulee"));

    [Fact]
    public void The_order_of_words_counts_for_nothing() => Assert.Equal(embedder.Embed("cancle that ordr zzxqj now"), embedder.Embed("zzxqj now ordr that cancle"));

    [Theory]
    [InlineData("a", 10_000_000)]
    [InlineData("a ", 2_000_000)]
    [InlineData("?", 2_000_000)]
    [InlineData("\ud83d\udc4d", 1_000_000)]
    [InlineData("\ud800", 1_000_000)]
    [InlineData("你", 1_000_000)]
    [InlineData("intrenatoinal ", 20_000)]
    [InlineData("\u0301", 1_000_000)]
    public void A_hostile_text_is_taken(string unit, int times)
    {
        var vector = embedder.Embed(string.Concat(Enumerable.Repeat(unit, times)));
        Assert.All(vector, v => Assert.True(float.IsFinite(v)));
    }

    [Fact]
    public void A_text_a_hundred_thousand_times_over_has_the_vector_of_the_text()
    {
        var (once, often) = (embedder.Embed("cancel my order "), embedder.Embed(string.Concat(Enumerable.Repeat("cancel my order ", 100_000))));
        for (var d = 0; d < once.Length; d++) Assert.InRange(Math.Abs(once[d] - often[d]), 0, 1e-6);
    }

    [Fact]
    public async Task It_is_a_generator_as_others_are()
    {
        var cancel = TestContext.Current.CancellationToken;
        using IEmbeddingGenerator<string, Embedding<float>> generator = embedder;
        var made = await generator.GenerateAsync(Texts, cancellationToken: cancel);
        Assert.Equal(Texts.Select(embedder.Embed), made.Select(m => m.Vector.ToArray()));
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>()!;
        Assert.Equal((BuiltInEmbedder.ModelId, 128), (metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Same(generator, generator.GetService<BuiltInEmbedder>());
        Assert.Null(generator.GetService(typeof(BuiltInEmbedder), "key"));
        await Assert.ThrowsAsync<OperationCanceledException>(() => generator.GenerateAsync(["a"], cancellationToken: new(true)));
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new() { Dimensions = 64 }, cancel));
        Assert.Throws<ArgumentNullException>(() => embedder.Embed(null!));
    }

    [Fact]
    public void Neighbours_have_the_same_intent_also_where_letters_are_missing()
    {
        var known = Rows("train").Select(r => (Vector: embedder.Embed(r.Text), r.Intent)).ToArray();
        var asked = Rows("test");
        double Right(Func<string, string> change)
        {
            var right = 0;
            Parallel.ForEach(asked, a =>
            {
                var vector = embedder.Embed(change(a.Text));
                if (known.MaxBy(k => System.Numerics.Tensors.TensorPrimitives.Dot<float>(k.Vector, vector)).Intent == a.Intent) Interlocked.Increment(ref right);
            });
            return (double)right / asked.Length;
        }

        Assert.InRange(Right(t => t), 0.8, 1);
        Assert.InRange(Right(t => string.Join(' ', t.Split(' ').Select(w => w.Length > 4 ? w.Remove(w.Length / 2, 1) : w))), 0.7, 1);
    }

    private static (string Text, string Intent)[] Rows(string part)
    {
        var folder = RealData.At("fewshot_intent_oos/HWU64/" + part);
        return [.. File.ReadLines(Path.Combine(folder, "seq.in")).Zip(File.ReadLines(Path.Combine(folder, "label")))];
    }

    private double Likeness(string one, string other) => embedder.Embed(one).Zip(embedder.Embed(other), (a, b) => (double)a * b).Sum();
}
