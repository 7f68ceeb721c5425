using System.Collections;

namespace NotebookKit;

/// <summary>Runs work over index ranges on several threads; results come back in the order of the ranges, so they are the same for any number of threads.</summary>
internal static class Chunks
{
    private const int Size = 512;

    /// <summary>How many ranges suit a corpus stage: enough to keep every thread busy, few enough to merge cheaply.</summary>
    public static int CountFor(int count, RunContext run) => Math.Clamp(count / 256, 1, 4 * run.Threads);

    /// <summary>Calls <paramref name="work"/> for ranges [from, to) and reports how many items are done.</summary>
    public static IReadOnlyList<T> Run<T>(int count, RunContext run, Func<int, int, T> work, Action<long>? progress = null, int? ranges = null)
    {
        run.Cancel.ThrowIfCancellationRequested();
        var total = ranges ?? (count + Size - 1) / Size;
        var results = new T[total];
        var done = 0L;
        var gate = new Lock();

        void One(int range)
        {
            var from = (int)((long)count * range / total);
            var to = (int)((long)count * (range + 1) / total);
            results[range] = work(from, to);
            if (progress is null) return;
            lock (gate) progress(done += to - from);
        }

        try
        {
            if (run.Threads == 1 || total < 2)
            {
                for (var range = 0; range < total; range++)
                {
                    run.Cancel.ThrowIfCancellationRequested();
                    One(range);
                }
            }
            else
            {
                Parallel.For(0, total, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancel }, One);
            }
        }
        catch (AggregateException errors)
        {
            // Several threads may fail at once; the first in input order is the one to show, whatever the timing.
            var first = errors.Flatten().InnerExceptions.OrderBy(e => e is StageFailedException s ? s.Position : null).First();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        return results;
    }

    /// <summary>Runs jobs side by side, of which none needs what another one makes.</summary>
    public static void AtOnce(RunContext run, params Action[] jobs) => Run(jobs.Length, run, (from, to) =>
    {
        for (var job = from; job < to; job++) jobs[job]();
        return 0;
    }, ranges: jobs.Length);
}

/// <summary>A range of a list, without a copy.</summary>
internal sealed class Slice<T>(IReadOnlyList<T> list, int from, int count) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => (uint)index < (uint)count ? list[from + index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return list[from + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
