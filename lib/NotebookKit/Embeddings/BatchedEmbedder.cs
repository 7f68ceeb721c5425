using System.Globalization;
using System.Net;
using Microsoft.Extensions.AI;

namespace NotebookKit.Embeddings;

/// <summary>Asks another generator in batches, asks again where it gave no answer, and holds each answer to what was asked: one vector a text, all of one length, finite numbers.
/// Equal texts of a call are asked about once. Thread-safe where the other generator is.</summary>
/// <param name="inner">The generator behind it: a service, say.</param>
public sealed class BatchedEmbedder(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    /// <summary>Texts of a batch, at least 1. Default 256; OpenAI takes up to 2,048.</summary>
    public int BatchSize { get; init => field = Guard.AtLeast(value, 1); } = 256;

    /// <summary>How often a batch is asked again that got no answer (unreachable, too late, overloaded), 0–20. Default 3.</summary>
    public int Retries { get; init => field = Guard.InRange(value, 0, 20); } = 3;

    /// <summary>How long it waits before the first retry; twice as long before each further one, at most a minute. Default one second.</summary>
    public TimeSpan Backoff { get; init => field = value >= TimeSpan.Zero && value <= LongestBackoff ? value : throw new ArgumentOutOfRangeException(nameof(Backoff), value, "Backoff must be from 0 to a minute."); } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    /// <exception cref="EmbeddingException">The generator behind it gave no answer, or not what was asked for; what led to it is the inner exception.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<string> texts = [.. values];
        var made = new Dictionary<string, Embedding<float>>(StringComparer.Ordinal);
        int? width = options?.Dimensions;
        foreach (var batch in texts.Distinct(StringComparer.Ordinal).Chunk(BatchSize))
        {
            var answer = await AskAsync(batch, options, cancellationToken).ConfigureAwait(false);
            if (answer.Count != batch.Length) throw new EmbeddingException(string.Create(CultureInfo.InvariantCulture, $"The embedding generator gave {answer.Count} vectors for {batch.Length} texts."));
            for (var i = 0; i < batch.Length; i++)
            {
                var vector = answer[i].Vector;
                width ??= vector.Length;
                if (vector.IsEmpty) throw new EmbeddingException("The embedding generator gave a vector without numbers.");
                if (vector.Length != width) throw new EmbeddingException(string.Create(CultureInfo.InvariantCulture, $"The embedding generator gave a vector of {vector.Length} numbers where {width} were expected."));
                foreach (var number in vector.Span)
                    if (!float.IsFinite(number)) throw new EmbeddingException("The embedding generator gave a vector with a number that is no finite one.");
                made[batch[i]] = answer[i];
            }
        }

        return [.. texts.Select(t => made[t])];
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] batch, EmbeddingGenerationOptions? options, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                return await base.GenerateAsync(batch, options, cancel).ConfigureAwait(false);
            }
            catch (Exception error) when (!(error is OperationCanceledException && cancel.IsCancellationRequested))
            {
                // The message of a service may repeat a text, so that it stays within the inner exception.
                if (!IsWorthAsking(error)) throw new EmbeddingException($"The embedding generator failed ({error.GetType().Name}).", error);
                if (tries > Retries) throw new EmbeddingException(string.Create(CultureInfo.InvariantCulture, $"The embedding generator gave no answer; it was asked {tries} times ({error.GetType().Name})."), error);
            }

            await Task.Delay(TimeSpan.FromTicks(Math.Min(Backoff.Ticks << Math.Min(tries - 1, 16), LongestBackoff.Ticks)), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Errors that may be gone the next time. Those of clients of services are told by the HTTP status that they carry.</summary>
    private static bool IsWorthAsking(Exception error) => error switch
    {
        HttpRequestException { StatusCode: { } status } => IsPassing((int)status),
        HttpRequestException or TimeoutException or IOException or OperationCanceledException => true,
        _ => error.GetType().GetProperty("Status")?.GetValue(error) is int status && (status == 0 || IsPassing(status)),
    };

    private static bool IsPassing(int status) => status is (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests or >= 500;
}
