using System.Diagnostics;
using NotebookKit.Deduplicating;
using NotebookKit.Embeddings;

namespace NotebookKit.Benchmarks;

/// <summary>All that finds duplicates in one table: job, rows, seconds (the best of three), rows a second, peak memory, and what was found of what is known to be there. Each job runs in a
/// process of its own, so that the peak is its own. Counts are asserted exactly; where one is wrong, the exit code is 1.</summary>
internal static class DuplicateBenchmark
{
    private const int Rounds = 3;

    private static readonly (string Name, Func<Job> Make)[] Jobs =
    [
        ("exact, short chats", () => Chats(100_000, new ExactDuplicates(), i => i % 33 == 5)),
        ("near, short chats", () => Chats(100_000, new NearDuplicates(), i => i % 33 is 5 or 15)),
        ("near, documents", () => new(Rows(50_000, NearRows.Document), new NearDuplicates(), 50_000 / 100 * 6, "rows of Jaccard .8 and more, all of them and no other")),
        ("semantic, questions", Semantic),
        ("contradictions", () => new(Rows(20_000, Asked), new Contradictions { Policy = ContradictionPolicy.KeepMostFrequent }, 20_000 - ((20_000 + 11) / 12), "answers against the most frequent one of twelve")),
        ("decontamination", Decontaminated),
    ];

    /// <summary>What a job does.</summary>
    /// <param name="Data">Rows.</param>
    /// <param name="Stage">What is applied to them.</param>
    /// <param name="Removed">How many rows must leave; null where <paramref name="Check"/> says what is right.</param>
    /// <param name="What">What these rows are.</param>
    /// <param name="Check">Rows that must have left and stayed; null where the count is all.</param>
    private sealed record Job(Dataset Data, Stage Stage, int? Removed, string What, Func<StageResult, int>? Check = null);

    /// <summary>Runs all jobs, and a peer over the documents where its driver is given.</summary>
    public static int Run(string? peer)
    {
        var worst = 0;
        Console.WriteLine($"{"job",-22} {"rows",9} {"seconds",8} {"rows/s",11} {"peak MB",8}  quality");
        foreach (var (name, _) in Jobs)
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Own(), "duplicates", "only", name]))!;
            child.WaitForExit();
            worst = Math.Max(worst, child.ExitCode);
        }

        return peer is null ? worst : Math.Max(worst, NearBenchmark.Run(50_000, peer));
    }

    /// <summary>Runs one job in this process.</summary>
    public static int RunOnly(string name)
    {
        var job = Jobs.Single(j => j.Name == name).Make();
        var (best, result) = (double.MaxValue, default(StageResult));
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            result = job.Data.Apply(job.Stage);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        var missed = job.Check?.Invoke(result!) ?? 0;
        var right = missed == 0 && (job.Removed is null || job.Removed == result!.Removed.Count);
        var quality = job.Removed is { } expected ? $"{result!.Removed.Count:N0} of {expected:N0} {job.What}" : $"{result!.Removed.Count:N0} left; {job.What}, missed {missed:N0}";
        Console.WriteLine(FormattableString.Invariant($"{name,-22} {job.Data.Count,9:N0} {best,8:F2} {job.Data.Count / best,11:N0} {NearBenchmark.PeakMegaBytes(),8:N0}  {quality}{(right ? "" : " WRONG")}"));
        return right ? 0 : 1;
    }

    private static string[] Own() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(DuplicateBenchmark).Assembly.Location] : [];

    private static Dataset Rows(int count, Func<int, Example> row) => Dataset.Of(Enumerable.Range(0, count).Select(row));

    private static Job Chats(int count, Stage stage, Func<int, bool> isPlanted) =>
        new(Rows(count, NearRows.Chat), stage, Enumerable.Range(0, count).Count(isPlanted), "planted copies, and no other row");

    private static Job Semantic()
    {
        const int count = 100_000;
        return new(Rows(count, SemanticBenchmark.Row), new SemanticDuplicates(), null, "of the planted paraphrases", result => SemanticBenchmark.Missed(result, SemanticBenchmark.Planted(new BuiltInEmbedder(), count)));
    }

    private static Job Decontaminated()
    {
        // Every hundredth row is one of ten thousand items, as it is.
        var items = Enumerable.Range(0, 10_000).Select(i => NearRows.Chat(500_000_000 + (33 * i)) with { Id = $"item-{i:D5}" }).ToArray();
        var rows = Rows(200_000, i => i % 100 == 7 ? items[i / 100] with { Id = $"row-{i:D8}" } : NearRows.Chat(33 * i) with { Id = $"row-{i:D8}" });
        return new(rows, new Decontamination { Against = [new("items", Dataset.Of(items))] }, 2000, "rows of 10,000 items, and no other");
    }

    private static Example Asked(int i) => new()
    {
        Id = $"r-{i:D7}",
        Messages = [new(Role.User, "How long does a refund take until it is back in my account?"), new(Role.Assistant, $"colleague {i % 12 * 7} answered on day {i % 12 * 3} in room {i % 12 * 11} of house {i % 12 * 13}")],
    };
}
