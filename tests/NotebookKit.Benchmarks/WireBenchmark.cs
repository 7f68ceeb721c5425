using System.Diagnostics;
using System.Globalization;
using NotebookKit.Kernel.Tests.Jupyter;
using NotebookKit.Kernel.Tests.Jupyter.Wire;

namespace NotebookKit.Benchmarks;

/// <summary>Broken streams against the real kernel in a process of its own: it must neither end, nor hang, nor grow, nor run what nobody signed.</summary>
internal static class WireBenchmark
{
    private const int Seed = 11, Batch = 2_000;

    private const double MegaBytes = 50;

    /// <summary>Threads and handles that may come and go.</summary>
    private const int Slack = 8;

    /// <summary>Runs everything; 1 where something is wrong.</summary>
    public static int Run(int streams)
    {
        var (refused, whole) = WireFuzz.Run(streams, Seed);
        Console.WriteLine(FormattableString.Invariant($"{streams} broken messages read: {refused} refused, {whole} whole ones in the others, nothing unsigned came through"));
        var canary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var code = $"System.IO.File.WriteAllText(@\"{canary}\", \"\");";
        try
        {
            using var kernel = new KernelProcess();
            using var client = kernel.Client();
            var attack = new BrokenStreams(Seed, kernel.Key, code);
            // What comes once has come: threads, buffers, compiled code.
            WireAttack.Run(attack, kernel.Where, streams, Batch);
            var (before, liveBefore) = Quiet(kernel, client);
            var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var (watch, slowest) = (Stopwatch.StartNew(), 0.0);
            for (var at = 0; at < streams; at += Batch)
            {
                foreach (var (kind, count) in WireAttack.Run(attack, kernel.Where, at, Math.Min(Batch, streams - at))) kinds[kind] = kinds.GetValueOrDefault(kind) + count;
                slowest = Math.Max(slowest, Answers(kernel, client));
                if (File.Exists(canary)) return Wrong(FormattableString.Invariant($"a stream of {at} to {at + Batch} ran what nobody signed"));
            }

            foreach (var (kind, count) in kinds) Console.WriteLine(FormattableString.Invariant($"  {count,7} {kind}"));
            var (after, liveAfter) = Quiet(kernel, client);
            Console.WriteLine(FormattableString.Invariant($"{streams} broken streams in {watch.Elapsed.TotalSeconds:F0} s, {kernel.Log.Count} clients sent away, the slowest answer to a good client between them {slowest:F0} ms"));
            Console.WriteLine(FormattableString.Invariant($"memory of its own {before.MegaBytes:F0} to {after.MegaBytes:F0} MB, live {liveBefore:F1} to {liveAfter:F1} MB (limit +{MegaBytes}), threads {before.Threads} to {after.Threads}, handles {before.Handles} to {after.Handles}, sockets {before.Sockets} to {after.Sockets}"));
            if (!kernel.IsAlive) return Wrong("the kernel has ended");
            if (after.MegaBytes > before.MegaBytes + MegaBytes || liveAfter > liveBefore + MegaBytes) return Wrong("memory grows");
            if (after.Threads > before.Threads + Slack || after.Handles > before.Handles + Slack || after.Sockets > before.Sockets) return Wrong("threads, handles or sockets grow");
            // A canary that can sing: the same cell, signed as it should be.
            client.Run(code);
            if (!File.Exists(canary)) return Wrong("the signed canary did not run");
            Console.WriteLine("nothing unsigned ran, and the canary, well signed, did");
            return 0;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or AggregateException or InvalidDataException)
        {
            return Wrong(error.GetBaseException().Message);
        }
        finally
        {
            File.Delete(canary);
        }
    }

    /// <summary>How long a good client waits for a heartbeat, an answer and a cell; a read that takes 20 s fails.</summary>
    private static double Answers(KernelProcess kernel, TestClient client)
    {
        var watch = Stopwatch.StartNew();
        using (var heart = new Peer(kernel.Where(4), "REQ"))
        {
            heart.Send([], [1]);
            heart.Receive();
        }

        using (kernel.Client())
        {
        }

        if (Result(client, "6 * 7") != "42") throw new InvalidOperationException("a good client got a wrong answer");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string? Result(TestClient client, string code) => (string?)client.Run(code).Heard[^1].Content["data"]?["text/plain"];

    private static (Held Held, double LiveMegaBytes) Quiet(KernelProcess kernel, TestClient client)
    {
        Thread.Sleep(500);
        var live = Result(client, "GC.Collect(2, GCCollectionMode.Aggressive, true, true); GC.WaitForPendingFinalizers(); GC.GetTotalMemory(true)");
        return (OperatingSystem.IsLinux() ? kernel.Holds() : new(0, 0, 0, 0), double.Parse(live!, CultureInfo.InvariantCulture) / 1e6);
    }

    private static int Wrong(string what)
    {
        Console.WriteLine("WRONG: " + what);
        return 1;
    }
}
