using System.Diagnostics;
using System.Globalization;
using NotebookKit.Labels;
using NotebookKit.Outliers;

namespace NotebookKit.Benchmarks;

/// <summary>How long each detector and the search for wrong labels take on many generated rows of 150 labels, with how much memory, and what they say to bad input. Returns 1 where a flagged row or an
/// error is not what is expected.</summary>
internal static class DetectorBenchmark
{
    private const int Scored = 1_000;

    private static readonly List<string> Wrong = [];

    private static (string Name, OutlierDetector Detector)[] Detectors(Dataset background) =>
    [
        ("knn-embedding", new EmbeddingNeighboursDetector()),
        ("knn-terms", new TermNeighboursDetector()),
        ("pca-residual", new PcaResidualDetector()),
        ("pseudo-classes", new PseudoClassDetector()),
        ("linear-energy", new LinearDetector()),
        ("mahalanobis, relative", new MahalanobisDetector()),
        ("knn-tuned", new TunedNeighboursDetector()),
        ("domain", new DomainDetector(background)),
        ("ensemble without labels", new EnsembleDetector { UseLabels = false }),
        ("ensemble", new EnsembleDetector()),
    ];

    public static int Run(int rows, string? only)
    {
        Wrong.Clear();
        var known = Made(0, rows);
        var fresh = Made(rows, Scored);
        var background = Dataset.Of(Enumerable.Range(0, rows / 10).Select(i => Row(FormattableString.Invariant($"b-{i:D7}"), Questions.Of(i), "b")));
        Console.WriteLine(FormattableString.Invariant($"{rows:N0} rows of {LinearBenchmark.Classes} labels; {Scored:N0} others scored"));
        foreach (var (name, detector) in Detectors(background).Where(d => only is null || d.Name == only))
        {
            var (fitted, fit, peak) = Measured(() => detector.Fit(known));
            var watch = Stopwatch.StartNew();
            var scores = fitted.Score(fresh.Examples);
            Say($"{name,-26} fit {fit,6:F1} s, {peak,6:F0} MB more at most; {1e6 * watch.Elapsed.TotalSeconds / Scored,7:F0} µs a score");
            if (scores.Any(s => !double.IsFinite(s))) Wrong.Add($"{name}: a score is not a number");
        }

        if (only is null or "labels") Labels(rows);
        foreach (var line in Wrong) Console.WriteLine("WRONG: " + line);
        return Wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>One label in twenty is another one.</summary>
    private static void Labels(int rows)
    {
        var flipped = Dataset.Of(Made(0, rows).Examples.Select((e, i) => i % 20 == 7 ? e with { Label = LinearBenchmark.Label(i + 1 + (i / 20 % (LinearBenchmark.Classes - 1))) } : e));
        var (result, seconds, peak) = Measured(() => (LabelNoiseResult)flipped.Apply(new LabelNoise()));
        var found = result.Issues.Count;
        var right = result.Issues.Count(i => int.Parse(i.Example.Id.AsSpan(2), CultureInfo.InvariantCulture) % 20 == 7);
        Say($"{"wrong labels",-26}     {seconds,6:F1} s, {peak,6:F0} MB more at most; {found:N0} of {rows / 20:N0} found, {right:N0} of them rightly");
        if (found == 0 || right < 0.8 * found) Wrong.Add($"wrong labels: {right} right of {found} found");
    }

    private static Dataset Made(int from, int count) => Dataset.Of(Enumerable.Range(from, count).Select(i => Row(FormattableString.Invariant($"r-{i:D7}"), LinearBenchmark.Text(i), LinearBenchmark.Label(i))));

    private static Example Row(string id, string text, string label) => new() { Id = id, Label = label, Messages = [new(Role.User, text), new(Role.Assistant, label)] };

    /// <summary>Runs it, and looks every few milliseconds how much memory is in use.</summary>
    private static (T Result, double Seconds, double Megabytes) Measured<T>(Func<T> work)
    {
        GC.Collect();
        var (before, peak, isDone) = (GC.GetTotalMemory(true), 0L, false);
        var looking = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                Thread.Sleep(5);
            }
        });
        looking.Start();
        var watch = Stopwatch.StartNew();
        var result = work();
        var seconds = watch.Elapsed.TotalSeconds;
        Volatile.Write(ref isDone, true);
        looking.Join();
        return (result, seconds, Math.Max(0, peak - before) / 1e6);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
