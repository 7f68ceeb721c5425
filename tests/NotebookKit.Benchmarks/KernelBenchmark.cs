using System.Diagnostics;
using System.Globalization;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Benchmarks;

/// <summary>What cells of a notebook cost: the first of a process, as built and compiled ahead; a small one later; memory after many; and how long an interrupt
/// takes. Each figure stands beside the limit that the kit sets itself.</summary>
internal static class KernelBenchmark
{
    private const int Cells = 200;

    private static readonly string[] Endless =
    [
        "while (true) { }", "var s = \"\"; while (true) s = new string('a', 50) + s.Length;", "while (true) Enumerable.Range(0, 50).Where(x => x % 2 == 0).ToList();",
        "System.Threading.Tasks.Parallel.For(0L, long.MaxValue, i => { Math.Sqrt(i); });", "while (true) await Task.Yield();", "await Task.Delay(1_000_000);",
        "System.Threading.Thread.Sleep(1_000_000);", "again: goto again;", "while (true) { try { Console.Write(\"\"); } finally { Console.Write(\"\"); } }",
        "int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2);\nF(1000)",
    ];

    /// <summary>Runs everything; 1 where a limit is passed.</summary>
    public static async Task<int> RunAsync()
    {
        var failed = 0;
        void Say(string what, double value, double most, string unit)
        {
            if (value > most) failed = 1;
            Console.WriteLine(FormattableString.Invariant($"  {what,-46} {value,8:F1} {unit,-3} (limit {most:N0}){(value > most ? "  TOO MUCH" : "")}"));
        }

        var own = typeof(KernelBenchmark).Assembly.Location;
        Say("first cell, process included, as built", First(own), 1800, "ms");
        var published = Directory.CreateTempSubdirectory("kernel-r2r-");
        try
        {
            var project = Path.Combine(own[..own.IndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)], "NotebookKit.Benchmarks.csproj");
            Output("publish", project, "-v", "q", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", published.FullName);
            Say("first cell, process included, ReadyToRun", First(Path.Combine(published.FullName, Path.GetFileName(own))), 900, "ms");
        }
        finally
        {
            published.Delete(recursive: true);
        }

        Say("small cell, warm, median of 50", await WarmAsync(), 30, "ms");
        Say($"working set after {Cells} cells", double.Parse(Output(own, "kernel-memory"), CultureInfo.InvariantCulture), 450, "MB");
        var (slowest, stopped) = await InterruptsAsync();
        Console.WriteLine(FormattableString.Invariant($"  {stopped} of {Cells} cells without end stopped"));
        Say("interrupt, the slowest", slowest, 1000, "ms");
        return stopped == Cells ? failed : 1;
    }

    /// <summary>One cell in a process of its own.</summary>
    public static async Task<int> FirstAsync()
    {
        await using var session = new NotebookSession();
        var result = await session.RunAsync("1 + 1", "Cell[1]");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{(DateTime.Now - process.StartTime).TotalMilliseconds} {process.TotalProcessorTime.TotalMilliseconds}"));
        return result.Status == CellStatus.Ok ? 0 : 1;
    }

    /// <summary>The cells of a long notebook in a process of its own.</summary>
    public static async Task<int> MemoryAsync()
    {
        await using var session = new NotebookSession();
        for (var i = 0; i < Cells; i++)
        {
            var code = (i % 4) switch
            {
                0 => $"var rows{i} = Enumerable.Range(0, 50).Select(n => new {{ n, Square = n * n }}).ToList();\nrows{i}",
                1 => $"record Item{i}(string Name, int Size);\nnew[] {{ new Item{i}(\"a\", {i}) }}",
                2 => $"async Task<int> Wait{i}(int n) {{ await Task.Yield(); return n; }}\nawait Wait{i}({i})",
                _ => $"foreach (var r in rows{i - 3}.Take(3)) Console.WriteLine(r.Square);",
            };
            if ((await session.RunAsync(code, $"Cell[{i}]")).Error is { } error) throw new InvalidOperationException(error.Value);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.WorkingSet64 / 1e6).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The middle one of five processes. The processor's time is said, too: on a busy machine the clock's says little.</summary>
    private static double First(string assembly)
    {
        var times = Enumerable.Range(0, 5).Select(_ => Output(assembly, "kernel-first").Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray()).OrderBy(t => t[0]).ToList();
        Console.WriteLine(FormattableString.Invariant($"  ({times[2][1]:F0} ms of processor time)"));
        return times[2][0];
    }

    private static async Task<double> WarmAsync()
    {
        await using var session = new NotebookSession();
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var watch = Stopwatch.StartNew();
            await session.RunAsync($"1 + {i}", "Cell[1]");
            if (i >= 50) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(25);
    }

    private static async Task<(double Slowest, int Stopped)> InterruptsAsync()
    {
        await using var session = new NotebookSession();
        var (slowest, stopped) = (0.0, 0);
        for (var i = 0; i < Cells; i++)
        {
            using var cancel = new CancellationTokenSource();
            var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var cell = session.RunAsync("Console.WriteLine(1); " + Endless[i % Endless.Length], "Cell[1]", _ => began.TrySetResult(), cancel.Token);
            await began.Task;
            await Task.Delay(20);
            var watch = Stopwatch.StartNew();
            await cancel.CancelAsync();
            var result = await cell;
            slowest = Math.Max(slowest, watch.Elapsed.TotalMilliseconds);
            if (result is { Status: CellStatus.Interrupted, Error.Value: "The cell was interrupted." }) stopped++;
        }

        return (slowest, stopped);
    }

    private static string Output(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}");
    }
}
