using Microsoft.Extensions.AI;

namespace NotebookKit.Embeddings;

/// <summary>Embeddings of texts by the table that the library carries: no file, no download, no network. A text's vector is the weighted mean of the vectors of its words, without what
/// all texts have in common, with the length 1 (L2). Words with slips of the pen lie near the words they stand for, unknown ones near words of the same characters. English; texts in
/// other languages are told apart by their characters only. Gives the same bytes on every machine and for any number of threads. Thread-safe.</summary>
/// <remarks>A text without words and marks has the vector of zeros. Every word of a text counts, and the time grows with its length. The table is read once, when a vector is first asked for.
/// How it was made and how well it does: docs/embedder-model.md. Sources: Arora and others, A Simple but Tough-to-Beat Baseline for Sentence Embeddings (2017); Tulkens and van Dongen,
/// Model2Vec (2024).</remarks>
public sealed class BuiltInEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Name of the model; another one where vectors differ, so that vectors that were kept can be told apart.</summary>
    public const string ModelId = "notebookkit-1";

    private static readonly EmbeddingGeneratorMetadata Metadata = new(nameof(BuiltInEmbedder), null, ModelId, BuiltInTable.Dimensions);

    /// <summary>Numbers of a vector: 128.</summary>
    public int Dimensions { get; } = BuiltInTable.Dimensions;

    /// <summary>The vector of one text: <see cref="Dimensions"/> numbers.</summary>
    public float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var vector = new float[Dimensions];
        BuiltInWords.Embed(BuiltInTable.Instance, text, vector);
        return vector;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Other dimensions than <see cref="Dimensions"/> are asked for.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != Dimensions) throw new ArgumentException(FormattableString.Invariant($"The model has {Dimensions} dimensions, not {asked}."), nameof(options));
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            made.Add(new(Embed(value)));
        }

        return Task.FromResult(made);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held but memory.
    }
}
