using System.Diagnostics;

namespace NotebookKit.Benchmarks;

/// <summary>A notebook that is used for days: very many cells through the real kernel in a process of its own, while other clients come and go. What the process
/// holds must not grow beyond what the compiled cells themselves take.</summary>
internal static class SoakBenchmark
{
    /// <summary>Cells after which everything that comes once has come.</summary>
    private const int Warm = 200;

    private const double MegaBytesPerCell = 0.8;

    /// <summary>Threads and handles that may come and go.</summary>
    private const int Slack = 6;

    /// <summary>Runs everything; 1 where a limit is passed.</summary>
    public static int Run(int cells)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("the soak reads /proc: it runs on Linux only");
            return 2;
        }

        using var kernel = new KernelProcess();
        using var client = kernel.Client();
        void Do(int i)
        {
            if ((string?)client.Run(Cell(i)).Reply.Content["status"] != "ok") throw new InvalidOperationException(FormattableString.Invariant($"Cell {i} failed: {Cell(i)}"));
            if (i % 100 != 0) return;
            using var guest = kernel.Client();
        }

        for (var i = 1; i <= Warm; i++) Do(i);
        var first = Settled(kernel);
        Say(Warm, first, 0);
        var (last, watch) = (first, Stopwatch.StartNew());
        var step = Math.Max(1, cells / 20);
        for (var i = 1; i <= cells; i++)
        {
            Do(Warm + i);
            if (i % step != 0 && i != cells) continue;
            last = Settled(kernel);
            Say(Warm + i, last, watch.Elapsed.TotalMilliseconds / step);
            watch.Restart();
        }

        var growth = (last.MegaBytes - first.MegaBytes) / cells;
        Console.WriteLine(FormattableString.Invariant($"{cells} cells: {growth:F3} MB a cell (limit {MegaBytesPerCell}), threads {first.Threads} to {last.Threads}, handles {first.Handles} to {last.Handles}, sockets {first.Sockets} to {last.Sockets}"));
        var isWell = growth <= MegaBytesPerCell && last.Threads <= first.Threads + Slack && last.Handles <= first.Handles + Slack && last.Sockets == first.Sockets;
        Console.WriteLine(isWell ? "nothing grows that should not" : "TOO MUCH");
        return isWell ? 0 : 1;
    }

    /// <summary>What cells of a notebook are: values, functions, types, text, tables, waits.</summary>
    private static string Cell(int i) => (i % 8) switch
    {
        0 => $"var rows{i} = Enumerable.Range(0, 50).Select(n => new {{ n, Square = n * n }}).ToList();\nrows{i}",
        1 => $"record Item{i % 4096}(string Name, int Size);\nnew[] {{ new Item{i % 4096}(\"a\", {i}) }}",
        2 => $"async Task<int> Wait{i % 4096}(int n) {{ await Task.Yield(); return n; }}\nawait Wait{i % 4096}({i})",
        3 => $"for (var k = 0; k < 3; k++) Console.WriteLine(k + {i});",
        4 => $"var total = {i}; total + 1",
        5 => $"display({i}); Console.Error.WriteLine(\"said\");",
        6 => $"string Shout{i % 4096}(string s) => s.ToUpperInvariant() + {i};\nShout{i % 4096}(\"a\")",
        _ => $"1 + {i}",
    };

    /// <summary>What the process holds once the guests are gone.</summary>
    private static Held Settled(KernelProcess kernel)
    {
        Thread.Sleep(300);
        return kernel.Holds();
    }

    private static void Say(int cells, Held held, double milliseconds) =>
        Console.WriteLine(FormattableString.Invariant($"  {cells,6} cells {milliseconds,7:F1} ms each {held.MegaBytes,8:F0} MB {held.Threads,4} threads {held.Handles,4} handles {held.Sockets,3} sockets"));
}
