using System.Diagnostics;

namespace NotebookKit.Benchmarks;

/// <summary>All tables about strange rows, wrong labels and the gap to live inputs by one command, with fixed seeds. Returns 0 only where every exact count is what is expected and every target is reached.</summary>
internal static class ProofBenchmark
{
    public static int Run()
    {
        if (!Directory.Exists(PublicTexts.Folder))
        {
            Console.WriteLine("public data sets are absent (set NOTEBOOKKIT_DATA to their folder): nothing was proved");
            return 2;
        }

        (string Name, Func<int> Run)[] parts =
        [
            ("linear models", () => LinearBenchmark.Run(15_000)),
            ("detectors of strange rows", () => OutlierBenchmark.Run(OutlierBenchmark.Seeds)),
            ("wrong labels", () => LabelNoiseBenchmark.Run(tables: false)),
            ("labels, coverage and what to label next", () => LabelNoiseBenchmark.Run(tables: true)),
            ("gap and messy variants", () => GapBenchmark.Run(100_000)),
        ];
        var lines = new List<string>();
        var holds = true;
        foreach (var (name, run) in parts)
        {
            Console.WriteLine($"== {name}");
            var watch = Stopwatch.StartNew();
            var isRight = run() == 0;
            holds &= isRight;
            lines.Add(FormattableString.Invariant($"{name,-40} {(isRight ? "holds" : "DOES NOT HOLD"),-14} {watch.Elapsed.TotalSeconds,6:F0} s"));
            Console.WriteLine();
        }

        Console.WriteLine("== in short");
        foreach (var line in lines) Console.WriteLine(line);
        return holds ? 0 : 1;
    }
}
