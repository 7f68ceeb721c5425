using System.Diagnostics;
using NotebookKit.Deduplicating;

namespace NotebookKit.Benchmarks;

/// <summary>Near-duplicates of more rows than are ever in memory: made part by part, summarized, planned once, made again and decided about. 5% of the rows share
/// templates at a similarity of .667, 6% are copies; exactly these must leave.</summary>
internal static class NearScaleBenchmark
{
    private const int Part = 20_000;

    /// <param name="rows">How many.</param>
    /// <param name="templates">From how many templates the 5% are made: few make hot buckets.</param>
    public static int Run(int rows, int templates)
    {
        var scratch = Directory.CreateTempSubdirectory("near-scale");
        try
        {
            return Run(rows, templates, new RunContext { Scratch = scratch });
        }
        finally
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            scratch.Delete(recursive: true);
        }
    }

    private static int Run(int rows, int templates, RunContext run)
    {
        var (stage, gate, removed) = (new NearDuplicates(), new Lock(), 0);
        var making = Measure("make rows", rows, () => Each(rows, templates, run, _ => { }));
        var whole = stage.Summarize([], run);
        var summarizing = Measure("make, summarize", rows, () => Each(rows, templates, run, part =>
        {
            var summary = stage.Summarize(part, run);
            lock (gate) whole = stage.Merge([whole, summary]);
        }));
        NearPlan? plan = null;
        var planning = Measure("plan", rows, () => plan = stage.Plan(whole, run));
        whole = null;
        var deciding = Measure("make, decide", rows, () => Each(rows, templates, run, part =>
        {
            var tally = new Tally();
            Interlocked.Add(ref removed, part.Count(e => stage.Decide(e, plan!, tally).IsRemoved));
        }));
        var planted = Enumerable.Range(0, rows).Count(i => i % 33 is 5 or 15);
        var (seconds, cpu) = (summarizing.Seconds + planning.Seconds + deciding.Seconds - (2 * making.Seconds), summarizing.Cpu + planning.Cpu + deciding.Cpu - (2 * making.Cpu));
        Console.WriteLine(FormattableString.Invariant($"near-scale {rows:N0} rows, {templates} templates, {seconds:F1} s without making them, {rows / seconds:N0} rows/s, {cpu / rows * 1e6:F2} µs of a processor a row, peak {NearBenchmark.PeakMegaBytes():N0} MB, removed {removed:N0} of {planted:N0} planted, {plan!.Crowded:N0} crowded"));
        return removed == planted ? 0 : 1;
    }

    private static void Each(int rows, int templates, RunContext run, Action<Example[]> use) =>
        Parallel.For(0, (rows + Part - 1) / Part, new ParallelOptions { MaxDegreeOfParallelism = run.Threads }, part =>
        {
            var made = new Example[Math.Min(Part, rows - (part * Part))];
            for (var i = 0; i < made.Length; i++) made[i] = NearRows.ChatOrTemplate((part * Part) + i, templates);
            use(made);
        });

    private static (double Seconds, double Cpu) Measure(string what, int rows, Action work)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), NearBenchmark.Cpu());
        work();
        var used = (watch.Elapsed.TotalSeconds, NearBenchmark.Cpu() - cpu);
        Console.WriteLine(FormattableString.Invariant($"  {what,-16} {rows,11:N0} rows {used.TotalSeconds,8:F2} s, {used.Item2,8:F2} s of processors, peak {NearBenchmark.PeakMegaBytes():N0} MB"));
        return used;
    }
}
