using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Short texts a second on one core, and how long the table takes to be read. The texts are made here, so that the result is the same everywhere.</summary>
internal static class EmbedderBenchmark
{
    private const int Rounds = 5;
    private const int Different = 6 * 6 * 6 * 6;
    private const ulong Expected = 0x9f8e6e34d2e519d2;

    private static readonly string[] Starts = ["how do I", "please", "can you", "I want to", "why can't I", "help me"], Acts = ["cancel", "reset", "change", "track", "return", "pay for"],
        Things = ["my order", "the password", "an invoice", "this subscription", "the delivery address", "my account"], Ends = ["today", "?", "before Friday", "without a receipt", "again", "on my phone"];

    public static void Run(int rows)
    {
        var watch = Stopwatch.StartNew();
        using var embedder = new BuiltInEmbedder();
        embedder.Embed("unknwon");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first vector after {watch.Elapsed.TotalMilliseconds:F0} ms"));
        var texts = Make(rows);
        Measure("clean", embedder, texts);
        Measure("one letter missing", embedder, Damaged(texts));
        var different = Make(Different);
        var hash = different.Concat(Damaged(different)).Aggregate(0UL, (h, t) => StableHash.Of(MemoryMarshal.AsBytes<float>(embedder.Embed(t)), h));
        if (hash != Expected) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The vectors are not those that were accepted: {hash:x16}."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{2 * Different} vectors are those that were accepted"));
    }

    private static string[] Make(int rows) => [.. Enumerable.Range(0, rows).Select(i => $"{Starts[i % 6]} {Acts[i / 6 % 6]} {Things[i / 36 % 6]} {Ends[i / 216 % 6]}")];

    private static string[] Damaged(string[] texts) => [.. texts.Select((t, i) => t.Remove((int)(StableHash.Combine(1, (ulong)i) % (ulong)t.Length), 1))];

    private static void Measure(string name, BuiltInEmbedder embedder, string[] texts)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, ones) = (Stopwatch.StartNew(), 0);
            foreach (var text in texts)
                if (embedder.Embed(text).Length == embedder.Dimensions) ones++;
            if (watch.Elapsed < best) best = watch.Elapsed;
            if (ones != texts.Length) throw new InvalidOperationException("A text has no vector.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {texts.Length / best.TotalSeconds,9:F0} texts/s on one core"));
    }
}
