using Microsoft.Extensions.AI;

namespace NotebookKit.Embeddings;

/// <summary>Embeddings of texts by a table: the mean of the vectors of a text's word pieces. Reads the folders that Model2Vec and sentence-transformers write, needs no network and no
/// graphics card, and gives the same bytes on every machine. Thread-safe.</summary>
/// <remarks>A text without a known piece has the vector of zeros. Source: Tulkens and van Dongen, Model2Vec (2024), and its reference (model2vec/model.py, <c>encode</c>).</remarks>
public sealed class StaticEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly WordPieces pieces;
    private readonly float[] vectors;
    private readonly float[]? weights;
    private readonly int[]? rows;
    private readonly int typicalPiece;
    private readonly EmbeddingGeneratorMetadata metadata;

    private StaticEmbedder(StaticModelFolder model, int? maxPieces)
    {
        MaxPieces = maxPieces;
        (pieces, vectors, weights, rows, Dimensions, IsNormalized, typicalPiece) = (model.Pieces, model.Vectors, model.Weights, model.Rows, model.Dimensions, model.IsNormalized, model.TypicalPiece);
        metadata = new(nameof(StaticEmbedder), null, model.Name, Dimensions);
    }

    /// <summary>Numbers of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Whether vectors have the length 1 (L2), as the model's configuration says.</summary>
    public bool IsNormalized { get; }

    /// <summary>Pieces of a text that count, from its beginning; null for all of them.</summary>
    public int? MaxPieces { get; }

    /// <summary>Reads a model: <c>model.safetensors</c> (F64, F32, F16, BF16 or I8), <c>tokenizer.json</c> (WordPiece) and <c>config.json</c>, in the folder or in its <c>0_StaticEmbedding</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maxPieces">Pieces of a text that count, from its beginning; at least 1, default 512, as Model2Vec has it. Null for all of them.</param>
    /// <exception cref="BadInputException">A file is missing or not what was expected; the message says which and what.</exception>
    public static StaticEmbedder Load(string folder, int? maxPieces = 512)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (maxPieces is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(maxPieces));
        return new(StaticModelFolder.Read(folder), maxPieces);
    }

    /// <summary>The vector of one text: <see cref="Dimensions"/> numbers.</summary>
    public float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var vector = new float[Dimensions];
        Embed(text, vector, []);
        return vector;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != Dimensions) throw new ArgumentException(FormattableString.Invariant($"The model has {Dimensions} dimensions, not {asked}."), nameof(options));
        var (made, numbers) = (new GeneratedEmbeddings<Embedding<float>>(), new List<int>());
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = new float[Dimensions];
            Embed(value, vector, numbers);
            made.Add(new(vector));
        }

        return Task.FromResult(made);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private void Embed(string text, Span<float> vector, List<int> numbers)
    {
        numbers.Clear();
        pieces.Split(MaxPieces is { } most ? Start(text, (long)most * typicalPiece) : text, numbers);
        var count = Math.Min(numbers.Count, MaxPieces ?? int.MaxValue);
        if (count == 0) return;
        for (var i = 0; i < count; i++)
        {
            var number = numbers[i];
            var row = vectors.AsSpan((rows is null ? number : rows[number]) * Dimensions, Dimensions);
            var weight = weights is null ? 1 : weights[number];
            for (var d = 0; d < row.Length; d++) vector[d] += row[d] * weight;
        }

        // In the order of the numbers: a sum by the width of a machine's registers would differ from machine to machine.
        var squares = 0.0;
        for (var d = 0; d < vector.Length; d++)
        {
            vector[d] /= count;
            squares += (double)vector[d] * vector[d];
        }

        if (!IsNormalized || squares == 0) return;
        var length = Math.Sqrt(squares);
        for (var d = 0; d < vector.Length; d++) vector[d] = (float)(vector[d] / length);
    }

    /// <summary>The beginning of a text in characters of Unicode: what lies behind it is not even split.</summary>
    private static ReadOnlySpan<char> Start(string text, long most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        for (long i = 0; i < most && end < text.Length; i++) end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length && char.IsLowSurrogate(text[end + 1]) ? 2 : 1;
        return text.AsSpan(0, end);
    }
}
