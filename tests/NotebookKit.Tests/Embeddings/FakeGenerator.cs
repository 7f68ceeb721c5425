using Microsoft.Extensions.AI;

namespace NotebookKit.Tests.Embeddings;

/// <summary>A service that gives the length of a text as its vector, and counts and answers as a test wants.</summary>
internal sealed class FakeGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The batches that it was asked about.</summary>
    public List<string[]> Asked { get; } = [];

    /// <summary>Called with the number of the call, from 1; may throw.</summary>
    public Action<int> OnCall { get; init; } = _ => { };

    /// <summary>The vector of a text.</summary>
    public Func<string, float[]> Vector { get; init; } = text => [text.Length, 1];

    /// <summary>How many of the vectors it gives back.</summary>
    public int Short { get; init; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] batch = [.. values];
        Asked.Add(batch);
        OnCall(Asked.Count);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(batch.Skip(Short).Select(t => new Embedding<float>(Vector(t)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
