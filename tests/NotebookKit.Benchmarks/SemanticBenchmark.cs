using System.Diagnostics;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using NotebookKit.Deduplicating;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Semantic duplicates of short questions: rows per second from text to decision, embedding included, and which share of all pairs the approximate search finds.</summary>
internal static class SemanticBenchmark
{
    /// <summary>Rows on which the approximate search is held against all pairs.</summary>
    private const int Compared = 40_000;

    /// <summary>Far enough above the threshold that bytes for numbers do not matter.</summary>
    private const double SurelyAlike = 0.955;

    public static int Run(int count, string? model)
    {
        IEmbeddingGenerator<string, Embedding<float>> embedder = model is null ? new BuiltInEmbedder() : StaticEmbedder.Load(model);
        var stage = new SemanticDuplicates { Embedder = embedder };
        var recall = Recall(stage, Math.Min(count, Compared));
        var planted = Planted(embedder, count);
        var rows = Dataset.Of(Enumerable.Range(0, count).Select(Row));
        var (best, least, result) = (double.MaxValue, double.MaxValue, default(StageResult));
        for (var round = 0; round < (count > 200_000 ? 1 : 3); round++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), NearBenchmark.Cpu());
            result = rows.Apply(stage);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            least = Math.Min(least, NearBenchmark.Cpu() - cpu);
        }

        var missed = Missed(result!, planted);
        Console.WriteLine(FormattableString.Invariant($"semantic · {count:N0} rows · {best:F2} s · {count / best:N0} rows/s · {least:F2} s of processors · peak {NearBenchmark.PeakMegaBytes():N0} MB · removed {result!.Removed.Count:N0}, planted {planted.Count:N0}, of these missed {missed:N0} · {string.Join("; ", result.Report.Findings.Select(f => f.Text))}"));
        if (missed > planted.Count / 50 || recall < 0.98) Console.WriteLine("WRONG: pairs are missing");
        return missed > planted.Count / 50 || recall < 0.98 ? 1 : 0;
    }

    /// <summary>The numbers of the questions that repeat another one nearly.</summary>
    internal static List<int> Planted(IEmbeddingGenerator<string, Embedding<float>> embedder, int count) =>
        [.. Enumerable.Range(0, count).Where(i => Questions.IsRepeated(i) && Cosine(embedder, Questions.Of(i), Questions.Of(Questions.Original(i))) > SurelyAlike)];

    /// <summary>How many of these were not found.</summary>
    internal static int Missed(StageResult result, List<int> planted)
    {
        var removed = result.Removed.Select(r => r.Example.Id).ToHashSet(StringComparer.Ordinal);
        // The longer one of a pair stays, so either may be gone.
        return planted.Count(i => !removed.Contains(Id(i)) && !removed.Contains(Id(Questions.Original(i))));
    }

    private static double Cosine(IEmbeddingGenerator<string, Embedding<float>> embedder, string one, string other)
    {
        var made = embedder.GenerateAsync([one, other]).GetAwaiter().GetResult();
        return TensorPrimitives.CosineSimilarity(made[0].Vector.Span, made[1].Vector.Span);
    }

    private static string Id(int i) => $"q{i:D8}";

    internal static Example Row(int i) => new()
    {
        Id = Id(i),
        Position = new(0, i + 1),
        Messages = [new(Role.User, Questions.Of(i)), new(Role.Assistant, "Thanks, a colleague looks at it.")],
    };

    private static double Recall(SemanticDuplicates stage, int count)
    {
        var run = new RunContext();
        var rows = new RankedRows(stage.Summarize([.. Enumerable.Range(0, count).Select(Row)], run));
        var watch = Stopwatch.StartNew();
        var all = CosineJoin.Edges(rows, 0.9, run, out _, int.MaxValue).Where(e => e.Jaccard >= 0.95).ToHashSet();
        var exact = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var found = CosineJoin.Edges(rows, 0.9, run, out _, 0).Where(e => e.Jaccard >= 0.95).ToHashSet();
        var share = all.Count == 0 ? 1 : (double)found.Count(all.Contains) / all.Count;
        Console.WriteLine(FormattableString.Invariant($"recall · {count:N0} rows · {all.Count:N0} pairs of cosine .95 and more, {share:P2} of them found by the approximate search; {exact:F2} s for all pairs from .9, {watch.Elapsed.TotalSeconds:F2} s approximate"));
        if (!found.IsSubsetOf(all)) throw new InvalidOperationException("The approximate search gave a pair that the exact one has not.");
        return share;
    }
}
