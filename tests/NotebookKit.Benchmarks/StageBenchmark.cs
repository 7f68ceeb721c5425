using System.Diagnostics;
using NotebookKit.Cleaning;
using NotebookKit.Deduplicating;
using NotebookKit.Outliers;
using NotebookKit.Scoring;
using NotebookKit.Sourcing;
using NotebookKit.Splitting;
using NotebookKit.Balancing;
using NotebookKit.Formatting;
namespace NotebookKit.Benchmarks;
internal static class StageBenchmark
{
    public static void Run(string file)
    {
        var watch = Stopwatch.StartNew();
        var data = Sources.Read([file]);
        Console.WriteLine($"read {data.Count} {watch.Elapsed.TotalSeconds:F2}");
        foreach (var stage in new Stage[] { new Extraction(), new Permissions(), new Identity(), new Cleaner(), new Contradictions(), new ExactDuplicates(), new SignalScorer(), new ScoreFilter(), new NearDuplicates(), new OutlierScorer(), new OutlierFilter(), new Splitter(), new LeakageCheck(), new Balancer(), new SyntheticShare(), new FormatCheck() })
        {
            watch.Restart();
            var r = data.Apply(stage);
            data = r.Kept;
            Console.WriteLine($"{stage.Name,-20} {watch.Elapsed.TotalSeconds,7:F2} s  removed {r.Removed.Count} {string.Join(' ', r.Report.Reasons)} flagged {string.Join(' ', r.Report.Flagged)} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB");
        }
        watch.Restart();
    }
}
