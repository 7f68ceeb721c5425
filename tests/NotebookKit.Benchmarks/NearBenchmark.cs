using System.Diagnostics;
using System.Text.Json;
using NotebookKit.Deduplicating;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Near-duplicates of documents and of short chats in memory: rows per second on all cores and on one, and that exactly what was planted leaves. With
/// the path of a driver (a program that reads lines of id and text, and a file for its clusters) a peer does the documents in the same run.</summary>
internal static class NearBenchmark
{
    private const int Rounds = 5;

    public static int Run(int documents, string? peer)
    {
        var made = Enumerable.Range(0, documents).ToArray();
        var rows = Dataset.Of(made.Select(NearRows.Document));
        var bytes = rows.Examples.Average(e => e.Output.Length);
        Console.WriteLine(FormattableString.Invariant($"documents of {bytes:F0} bytes on average"));
        var planted = made.Count(i => NearRows.Replaced(i) <= 5);
        var isWell = Measure("documents", rows, Environment.ProcessorCount, planted, out var seconds) & Measure("documents", rows, 1, planted, out _);

        var chats = Dataset.Of(Enumerable.Range(0, 2 * documents).Select(NearRows.Chat));
        planted = Enumerable.Range(0, 2 * documents).Count(i => i % 33 is 5 or 15);
        isWell = isWell & Measure("short chats", chats, Environment.ProcessorCount, planted, out _) & Measure("short chats", chats, 1, planted, out _);
        if (peer is null) Console.WriteLine("peer: none given");
        else AskPeer(peer, rows, seconds);
        return isWell ? 0 : 1;
    }

    private static bool Measure(string job, Dataset rows, int threads, int planted, out double best)
    {
        best = double.MaxValue;
        var least = double.MaxValue;
        StageResult? result = null;
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Cpu());
            result = rows.Apply(new NearDuplicates(), new RunContext { Threads = threads });
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            least = Math.Min(least, Cpu() - cpu);
        }

        var removed = result!.Removed;
        Console.WriteLine(FormattableString.Invariant($"{job,-12} {threads} threads {rows.Count,9:N0} rows {best,7:F3} s {rows.Count / best,11:N0} rows/s ({least:F3} s of processors) peak {PeakMegaBytes():N0} MB removed {removed.Count:N0} of {planted:N0} planted, checksum {Checksum(removed):x16}"));
        if (removed.Count != planted) Console.WriteLine("WRONG: other rows left than were planted");
        return removed.Count == planted;
    }

    /// <summary>One number over who left for whom, and how similar the two are.</summary>
    private static ulong Checksum(IReadOnlyList<Removal> removed) => removed.Aggregate(0UL, (sum, r) =>
        StableHash.Combine(sum, StableHash.Of(FormattableString.Invariant($"{r.Example.Id} {r.CauseId} {r.Measured}"))));

    /// <summary>Time that the processors gave, which says more than the clock on a machine that others use.</summary>
    internal static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    internal static double PeakMegaBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static void AskPeer(string driver, Dataset rows, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("near-peer");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "rows.jsonl"), Path.Combine(folder.FullName, "clusters.tsv"));
            File.WriteAllLines(input, rows.Examples.Select(e => JsonSerializer.Serialize(new { id = e.Id, text = e.Output })));
            using var peer = Process.Start(new ProcessStartInfo(driver, [input, output]) { RedirectStandardOutput = true })!;
            var said = peer.StandardOutput.ReadToEnd();
            peer.WaitForExit();
            Console.WriteLine("peer: " + said.Trim());
            if (peer.ExitCode != 0) return;
            using var answer = JsonDocument.Parse(said);
            Console.WriteLine(FormattableString.Invariant($"the peer takes {answer.RootElement.GetProperty("seconds").GetDouble() / seconds:F1} times as long"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
