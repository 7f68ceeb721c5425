using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.MLNet;

/// <summary>Rows to learn from, and their vectors.</summary>
internal static class KnownTexts
{
    private const int Batch = 256;

    /// <summary>Rows whose input has a letter or a digit, in the order of their texts and labels, so that the order they came in does not matter.</summary>
    public static Example[] Of(Dataset dataset) =>
    [
        .. dataset.Examples.Where(e => HasWords(e.Input)).OrderBy(e => e.Input, StringComparer.Ordinal).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal),
    ];

    public static bool HasWords(string text) => text.Any(char.IsLetterOrDigit);

    /// <summary>The vectors of inputs, of the length 1; all zeros where the embedder knows nothing of a text.</summary>
    public static float[][] Vectors(IReadOnlyList<Example> examples, int from, int to, IEmbeddingGenerator<string, Embedding<float>> embedder, RunContext run)
    {
        var vectors = new float[to - from][];
        Parallel.For(0, (vectors.Length + Batch - 1) / Batch, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancel }, part =>
        {
            var first = part * Batch;
            string[] texts = [.. Enumerable.Range(first, Math.Min(Batch, vectors.Length - first)).Select(i => examples[from + i].Input)];
            var made = embedder.GenerateAsync(texts, cancellationToken: run.Cancel).GetAwaiter().GetResult();
            if (made.Count != texts.Length) throw new EmbeddingException($"The embedder was given {texts.Length} texts and answered with {made.Count} vectors.");
            for (var i = 0; i < texts.Length; i++) vectors[first + i] = Unit(made[i].Vector.Span);
        });
        return vectors;
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        var square = 0.0;
        foreach (var number in vector) square += float.IsFinite(number) ? (double)number * number : throw new EmbeddingException("The embedder gave a number that is not finite.");
        var unit = new float[vector.Length];
        if (square == 0) return unit;
        var length = Math.Sqrt(square);
        for (var d = 0; d < unit.Length; d++) unit[d] = (float)(vector[d] / length);
        return unit;
    }
}

/// <summary>Checks of options.</summary>
internal static class Options
{
    public static T InRange<T>(T value, T least, T most, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        where T : System.Numerics.INumber<T> =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {least} to {most}, but was {value}."));
}
