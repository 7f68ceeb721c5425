using Microsoft.Extensions.AI;
using NotebookKit.Text;

namespace NotebookKit.Tests.Deduplicating;

/// <summary>An embedder whose vectors a test can foresee: a text is the sum of its words, each of which points a way of its own; words of one group point the same way.</summary>
internal sealed class WordEmbedder(params string[] groups) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 40;

    private readonly Dictionary<string, string> meanings = groups.SelectMany(g => g.Split(' ').Select(w => (w, g))).ToDictionary(p => p.w, p => p.g);

    /// <summary>Texts that it was given.</summary>
    public int Asked { get; private set; }

    /// <summary>What is done to the vectors of an answer.</summary>
    public Func<List<Embedding<float>>, IEnumerable<Embedding<float>>>? Spoil { get; init; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var made = values.Select(v => new Embedding<float>(Vector(v))).ToList();
        lock (meanings) Asked += made.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(Spoil?.Invoke(made) ?? made));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            for (var d = 0; d < Dimensions; d++) vector[d] += (float)(KeyedRandom.Unit(1, meanings.GetValueOrDefault(word, word), $"{d}") - 0.5);
        return vector;
    }
}
