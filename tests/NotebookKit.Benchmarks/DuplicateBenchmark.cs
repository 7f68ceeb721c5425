using System.Diagnostics;
using NotebookKit.Deduplicating;

namespace NotebookKit.Benchmarks;

/// <summary>Rows per second of exact and near duplicates and contradictions, best of five.</summary>
internal static class DuplicateBenchmark
{
    public static void Run(int count)
    {
        var data = ChatRows.Dataset(count, 7);
        foreach (var stage in new Stage[] { new ExactDuplicates(), new NearDuplicates(), new Contradictions() })
        {
            var best = TimeSpan.MaxValue;
            var removed = 0;
            for (var i = 0; i < 5; i++)
            {
                var watch = Stopwatch.StartNew();
                removed = data.Apply(stage).Removed.Count;
                if (watch.Elapsed < best) best = watch.Elapsed;
            }

            Console.WriteLine(FormattableString.Invariant($"{stage.Name,-18} {count,9:N0} rows {best.TotalSeconds,7:F2} s {count / best.TotalSeconds,11:N0} rows/s removed {removed:N0}"));
        }
    }
}
