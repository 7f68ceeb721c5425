using System.Collections.Concurrent;
using System.Diagnostics;

namespace NotebookKit;

/// <summary>What a model or service measured about one example: score names and values.</summary>
/// <param name="Values">Names and finite numbers.</param>
public sealed record Measures(IReadOnlyDictionary<string, double> Values);

/// <summary>A stage that asks the outside world (a model, a service): in batches, with retries, each content asked once. It only adds
/// scores and never removes.</summary>
public abstract record MeasureStage : Stage
{
    private readonly ConcurrentDictionary<UInt128, Measures> known = new();

    /// <summary>Examples per call. Default 64, at least 1.</summary>
    public int BatchSize { get; init => field = Guard.AtLeast(value, 1); } = 64;

    /// <summary>How often a failed call is tried again. Default 3, at least 0.</summary>
    public int Retries { get; init => field = Guard.AtLeast(value, 0); } = 3;

    /// <summary>Wait before the first retry; it doubles each time. Default 200 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures a batch: one result per example, in the same order.</summary>
    protected abstract Task<IReadOnlyList<Measures>> MeasureAsync(IReadOnlyList<Example> batch, CancellationToken cancel);

    private protected override StageResult Run(Dataset input, RunContext run, Stopwatch watch)
    {
        var open = input.Examples.Where(e => !known.ContainsKey(e.ContentHash)).DistinctBy(e => e.ContentHash).Chunk(BatchSize).ToList();
        var count = input.Examples.Count;
        var asked = 0L;
        Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancel }, async (batch, cancel) =>
        {
            var measured = await WithRetries(batch, cancel).ConfigureAwait(false);
            for (var i = 0; i < batch.Length; i++) known[batch[i].ContentHash] = measured[i];
            Interlocked.Add(ref asked, batch.Length);
        }).GetAwaiter().GetResult();
        return Account(input, run, watch, (0, count), (example, tally) =>
        {
            foreach (var (name, value) in known[example.ContentHash].Values.OrderBy(v => v.Key, StringComparer.Ordinal))
                example = example.WithScore(name, value);
            tally.Add("measured");
            return Outcome.Keep(example);
        });
    }

    private async Task<IReadOnlyList<Measures>> WithRetries(Example[] batch, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var measured = await MeasureAsync(batch, cancel).ConfigureAwait(false);
                return measured.Count == batch.Length
                    ? measured
                    : throw new InvalidOperationException($"{measured.Count} results for {batch.Length} examples.");
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (attempt >= Retries) throw new StageFailedException(Name, batch[0], error);
                await Task.Delay(RetryDelay * Math.Pow(2, attempt), cancel).ConfigureAwait(false);
            }
        }
    }
}
