using System.Diagnostics;
using System.Text.Json;
using NotebookKit.Deduplicating;

namespace NotebookKit.Benchmarks;

/// <summary>Rows compared with a reference set: what is found of known leaks, by kind, that nothing else leaves, rows per second and memory. What is found is counted by a second, plain program
/// over strings.</summary>
internal static class DecontaminationBenchmark
{
    private const int Items = 10_000, Rounds = 5, FarAway = 500_000_000;

    public static int Run(int rows, int megabytes)
    {
        var items = Enumerable.Range(0, Items).Select(i => NearRows.Chat(FarAway + (33 * i)) with { Id = $"item-{i:D5}" }).ToArray();
        var isWell = Made("made chats", Dataset.Of(items), rows);
        if (Public() is { } texts)
        {
            var reference = texts.Where((_, i) => i % 10 == 0).ToArray();
            var others = Dataset.Of(texts.Where((_, i) => i % 10 != 0));
            isWell &= OfPublic(Dataset.Of(reference), others);
        }
        else
        {
            Console.WriteLine("public rows: no folder of data");
        }

        Large(megabytes);
        return isWell ? 0 : 1;
    }

    private static bool Made(string job, Dataset reference, int rows)
    {
        var made = Enumerable.Range(0, rows).Select(i => NearRows.Chat(33 * i) with { Id = $"row-{i:D8}" })
            .Select((row, i) => LeakRows.Plant(row, reference.Examples[i / 100 * 7919 % Items], LeakRows.LeakOf(i))).ToArray();
        var data = Dataset.Of(made);
        var isWell = true;
        foreach (var threads in new[] { Environment.ProcessorCount, 1 }.Distinct())
        {
            // Each item is planted more often than ten times where rows are many: what is common is not the question here.
            var result = Timed(job, data, new Decontamination { Against = [new("reference", reference)], MostRows = rows }, threads);
            if (threads != Environment.ProcessorCount) continue;
            isWell = Recall(result, made, reference);
        }

        return isWell;
    }

    private static DecontaminationResult Timed(string job, Dataset data, Decontamination stage, int threads)
    {
        var (best, least) = (double.MaxValue, double.MaxValue);
        DecontaminationResult? result = null;
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), NearBenchmark.Cpu());
            result = (DecontaminationResult)data.Apply(stage, new RunContext { Threads = threads });
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            least = Math.Min(least, NearBenchmark.Cpu() - cpu);
        }

        Console.WriteLine(FormattableString.Invariant($"{job,-12} {threads} threads {data.Count,9:N0} rows against {stage.Against[0].Items.Count:N0} items {best,7:F3} s {data.Count / best,11:N0} rows/s ({least:F3} s of processors) peak {NearBenchmark.PeakMegaBytes():N0} MB, {result!.Sets[0].Contaminated:N0} items in {result.Sets[0].Rows:N0} rows"));
        return result;
    }

    private static bool Recall(DecontaminationResult result, Example[] rows, Dataset reference)
    {
        var found = result.Removed.Select(r => r.Example.Id).ToHashSet(StringComparer.Ordinal);
        var isWell = true;
        for (var leak = Leak.None; leak <= Leak.Paraphrase; leak++)
        {
            var planted = Enumerable.Range(0, rows.Length).Where(i => LeakRows.LeakOf(i) == leak).ToArray();
            var got = planted.Count(i => found.Contains(rows[i].Id));
            var expected = leak == Leak.None ? 0 : planted.Count(i => LeakRows.IsFindable(rows[i], reference.Examples[i / 100 * 7919 % Items], 13, 0.8));
            Console.WriteLine(FormattableString.Invariant($"  {leak,-24} {planted.Length,9:N0} planted {got,9:N0} found {(planted.Length == 0 ? 0 : (double)got / planted.Length),6:F3}"));
            if (got == expected) continue;
            Console.WriteLine(FormattableString.Invariant($"WRONG: {expected:N0} share 13 words in a row or are alike"));
            isWell = false;
        }

        return isWell;
    }

    /// <summary>Public instructions: each item of the reference is planted in each way, and nothing but these and what overlaps by itself may leave.</summary>
    private static bool OfPublic(Dataset reference, Dataset others)
    {
        var stage = new Decontamination { Against = [new("reference", reference)], MostRows = null };
        var itself = Timed("public rows", others, stage, Environment.ProcessorCount);
        string Reasons(StageResult result) => string.Join(", ", result.Report.Reasons.Select(r => FormattableString.Invariant($"{r.Value} {r.Key}")));
        Console.WriteLine($"  as they are: {Reasons(itself)}; with common text ignored: {Reasons(others.Apply(stage with { MostRows = 10 }))}");
        var clean = itself.Kept.Examples;
        var isWell = true;
        for (var leak = Leak.Verbatim; leak <= Leak.Paraphrase; leak++)
        {
            var rows = clean.Select((row, i) => i < 20 * reference.Count && i % 7 == 0 ? LeakRows.Plant(row, reference.Examples[i / 7 % reference.Count], leak) : row).ToArray();
            var found = Dataset.Of(rows).Apply(stage).Removed.Select(r => r.Example.Id).ToHashSet(StringComparer.Ordinal);
            var planted = Enumerable.Range(0, rows.Length).Where(i => !ReferenceEquals(rows[i], clean[i])).ToArray();
            var got = planted.Count(i => found.Contains(rows[i].Id));
            Console.WriteLine(FormattableString.Invariant($"  {leak,-24} {planted.Length,9:N0} planted {got,9:N0} found {(double)got / planted.Length,6:F3}, {found.Count - got} others"));
            isWell &= found.Count == got;
        }

        if (!isWell) Console.WriteLine("WRONG: rows left in which nothing was planted");
        return isWell;
    }

    /// <summary>A benchmark of many megabytes.</summary>
    private static void Large(int megabytes)
    {
        var count = megabytes * 1_000_000 / 870;
        var reference = Dataset.Of(Enumerable.Range(0, count).Select(i => NearRows.Document(FarAway + (100 * i)) with { Id = $"document-{i:D8}" }));
        var data = Dataset.Of(Enumerable.Range(0, 100).Select(i => NearRows.Chat(33 * i) with { Id = $"row-{i}" }));
        GC.Collect();
        var (before, watch) = (GC.GetTotalMemory(true), Stopwatch.StartNew());
        var stage = new Decontamination { Against = [new("large", reference)] };
        var planned = stage.With(stage.Fit(data)).Prepare(new());
        var held = GC.GetTotalMemory(true) - before;
        Console.WriteLine(FormattableString.Invariant($"a reference of {megabytes} MB, {count:N0} items: read twice in {watch.Elapsed.TotalSeconds:F1} s, {held / 1e6:N0} MB held, peak {NearBenchmark.PeakMegaBytes():N0} MB"));
        GC.KeepAlive(planned);
    }

    /// <summary>Instructions with answers, where the folder of data is there.</summary>
    private static List<Example>? Public()
    {
        var folder = Path.Combine(PublicTexts.Folder, "gpteacher");
        if (!Directory.Exists(folder)) return null;
        var rows = new List<Example>();
        foreach (var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var row in document.RootElement.EnumerateArray())
            {
                string Of(string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
                rows.Add(new Example { Id = $"row-{rows.Count:D6}", Position = new(0, rows.Count + 1), Messages = [new(Role.User, $"{Of("instruction")}\n{Of("input")}"), new(Role.Assistant, Of("response"))] });
            }
        }

        return rows;
    }
}
