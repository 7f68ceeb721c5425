using Microsoft.Extensions.AI;

namespace NotebookKit.Embeddings;

/// <summary>Keeps the vectors of another generator in a file, so that no text is asked about twice, over runs as well. What is asked about in one call is kept as soon as it is
/// there: with a <see cref="BatchedEmbedder"/> around this, not behind it, a run that is killed has all but its last batch. Thread-safe where the other generator is.</summary>
public sealed class CachedEmbedder : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly VectorFile file;
    private readonly SecretKey key;
    private readonly string model;

    /// <summary>Opens the file, or makes it, readable by its owner only.</summary>
    /// <param name="inner">The generator behind it.</param>
    /// <param name="path">The file. One process at a time.</param>
    /// <param name="model">What the vectors hang on beside the text: the model's name and version, its settings. Vectors of another model in the same file are not found.</param>
    /// <param name="key">The key of the codes that stand for texts; null for one that anybody can make, with which guesses can be tested.</param>
    /// <exception cref="BadInputException">The file is none of these, or is damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened, or another process has it.</exception>
    public CachedEmbedder(IEmbeddingGenerator<string, Embedding<float>> inner, string path, string model, SecretKey? key = null)
        : base(inner)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(model);
        (this.model, this.key) = (model, key ?? SecretKey.FromSeed(0));
        file = new(path);
    }

    /// <summary>How many vectors the file holds.</summary>
    public int Count => file.Count;

    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<string> texts = [.. values];
        var purpose = FormattableString.Invariant($"embedding\0{model}\0{options?.ModelId}\0{options?.Dimensions}");
        List<UInt128> codes = [.. texts.Select(t => VectorFile.Code(key.Digest(purpose, t)))];
        List<int> missing = [.. Enumerable.Range(0, texts.Count).Where(i => !file.Has(codes[i])).DistinctBy(i => codes[i])];
        if (missing.Count > 0)
        {
            var made = await base.GenerateAsync(missing.Select(i => texts[i]), options, cancellationToken).ConfigureAwait(false);
            if (made.Count != missing.Count) throw new EmbeddingException(FormattableString.Invariant($"The embedding generator gave {made.Count} vectors for {missing.Count} texts."));
            for (var i = 0; i < made.Count; i++) file.Add(codes[missing[i]], made[i].Vector.Span);
        }

        return [.. codes.Select(c => new Embedding<float>(file.Get(c)))];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
