using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>An example with what several detectors need of it, made once. For one thread.</summary>
/// <param name="example">The example.</param>
/// <param name="vector">Its vector, where an embedder was given.</param>
internal sealed class PreparedInput(Example example, float[]? vector)
{
    public Example Example { get; } = example;

    /// <summary>The vector, of the length 1 or all zeros.</summary>
    public float[] Vector => vector ?? throw new InvalidOperationException("No vector was made.");

    public FeatureBag Features { get => field ??= TextFeatures.Of(Example.Input); init; }

    /// <summary>Whether there is anything to compare.</summary>
    public bool HasWords => Features.Hashes.Length > 0 && (vector is null || Array.Exists(vector, v => v != 0));

    public static PreparedInput[] Of(IReadOnlyList<Example> examples, int from, int to, IEmbeddingGenerator<string, Embedding<float>>? embedder)
    {
        var vectors = embedder is null ? null : InputVectors.Of([.. Enumerable.Range(from, to - from).Select(i => examples[i].Input)], embedder, default);
        return [.. Enumerable.Range(0, to - from).Select(i => new PreparedInput(examples[from + i], vectors?[i]))];
    }
}

/// <summary>Vectors of inputs.</summary>
internal static class InputVectors
{
    private const int Batch = 256;

    /// <summary>The vectors of the inputs of rows, in their order, on all threads.</summary>
    public static float[][] Of(IReadOnlyList<Example> rows, IEmbeddingGenerator<string, Embedding<float>> embedder, RunContext run) =>
        [.. Chunks.Run(rows.Count, run, (from, to) => Of([.. Enumerable.Range(from, to - from).Select(i => rows[i].Input)], embedder, run.Cancel)).SelectMany(v => v)];

    /// <summary>The vectors of texts, scaled to the length 1. The sum runs in the order of the numbers, so that every machine rounds alike.</summary>
    public static float[][] Of(string[] texts, IEmbeddingGenerator<string, Embedding<float>> embedder, CancellationToken cancel)
    {
        var vectors = new float[texts.Length][];
        for (var from = 0; from < texts.Length; from += Batch)
        {
            var asked = texts[from..Math.Min(texts.Length, from + Batch)];
            var made = embedder.GenerateAsync(asked, cancellationToken: cancel).GetAwaiter().GetResult();
            if (made.Count != asked.Length) throw new EmbeddingException($"The embedder was given {asked.Length} texts and answered with {made.Count} vectors.");
            for (var i = 0; i < asked.Length; i++) vectors[from + i] = Unit(made[i].Vector.Span);
        }

        return vectors;
    }

    /// <summary>The vector with the length 1; zeros stay zeros.</summary>
    /// <exception cref="EmbeddingException">A number is not finite.</exception>
    public static float[] Unit(ReadOnlySpan<float> vector)
    {
        var square = 0.0;
        foreach (var number in vector)
        {
            if (!float.IsFinite(number)) throw new EmbeddingException("The embedder gave a number that is not finite.");
            square += (double)number * number;
        }

        var unit = new float[vector.Length];
        if (square == 0) return unit;
        var length = Math.Sqrt(square);
        for (var d = 0; d < unit.Length; d++) unit[d] = (float)(vector[d] / length);
        return unit;
    }
}
