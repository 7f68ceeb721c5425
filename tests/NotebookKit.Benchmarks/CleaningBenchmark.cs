using System.Diagnostics;
using System.Globalization;
using NotebookKit.Cleaning;

namespace NotebookKit.Benchmarks;

/// <summary>Cost of cleaning: all rules together, each alone, and the language check. Processor time is told beside the elapsed time, because it
/// stays the same on a busy machine.</summary>
internal static class CleaningBenchmark
{
    private const int Rounds = 5;

    public static void Run(int rows)
    {
        var data = ChatRows.Dataset(rows, 7);
        var characters = data.Examples.Sum(e => (long)e.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {characters / rows} characters a row, {Environment.ProcessorCount} threads, best of {Rounds}"));
        foreach (var stage in new Stage[] { new Cleaner(), new LanguageCheck() }.Concat(new Cleaner().Rules.Select(r => r.Stage))) Measure(stage, data);
    }

    private static void Measure(Stage stage, Dataset data)
    {
        var elapsed = TimeSpan.MaxValue;
        var processor = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            stage.Apply(data);
            var used = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (watch.Elapsed < elapsed) elapsed = watch.Elapsed;
            if (used < processor) processor = used;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage.Name,-22} {elapsed.TotalSeconds,6:F2} s elapsed {processor.TotalSeconds,6:F2} s processor"));
    }
}
