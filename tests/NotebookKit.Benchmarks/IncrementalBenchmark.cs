using System.Diagnostics;
using System.Globalization;
using NotebookKit.Deduplicating;
using NotebookKit.Writing;

namespace NotebookKit.Benchmarks;

/// <summary>A month of new rows against the signatures of ten times as many old ones, and against running all together. Of ten new rows one says what an old one says, one nearly so,
/// and, where semantic duplicates are looked for, one asks the same with its words in another order; exactly these must leave. Each part is a process of its own, so that its memory is its own.</summary>
internal static class IncrementalBenchmark
{
    private const string Old = "old", New = "new", Together = "together";

    /// <param name="rows">Old rows.</param>
    /// <param name="semantic">Looks for semantic duplicates, too.</param>
    /// <param name="part">The part that this process runs; null for all, each in a process of its own.</param>
    /// <param name="folder">Where the parts leave what the next one needs.</param>
    public static int Run(int rows, bool semantic, string? part = null, string? folder = null)
    {
        if (part is not null) return Part(rows, semantic, part, folder!);
        folder = Directory.CreateTempSubdirectory("incremental").FullName;
        try
        {
            var seconds = new Dictionary<string, double>();
            foreach (var each in new[] { Old, New, Together })
            {
                using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["incremental", rows.ToString(CultureInfo.InvariantCulture), semantic ? "semantic" : "words", each, folder]) { RedirectStandardOutput = true })!;
                var lines = child.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
                child.WaitForExit();
                foreach (var line in lines[..^1]) Console.WriteLine(line);
                if (child.ExitCode != 0) return child.ExitCode;
                seconds[each] = double.Parse(lines[^1], CultureInfo.InvariantCulture);
            }

            Console.WriteLine(FormattableString.Invariant($"incremental {rows:N0} + {rows / 10:N0} rows{(semantic ? ", semantic duplicates as well" : "")}: {seconds[New]:F2} s after an earlier run, {seconds[Together]:F2} s all together, ratio {seconds[Together] / seconds[New]:F1}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Part(int rows, bool semantic, string part, string folder)
    {
        var run = new RunContext { Scratch = new(folder) };
        var january = Path.Combine(folder, "january");
        var input = Dataset.Of(Enumerable.Range(0, part == New ? 0 : rows).Select(OldRow).Concat(Enumerable.Range(0, part == Old ? 0 : rows / 10).Select(i => NewRow(i, rows))));
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var earlier = part == New ? EarlierRuns.Read(january) : null;
        var read = watch.Elapsed.TotalSeconds;
        var sketches = new KeptSketches();
        var recipe = new Recipe("duplicates", [new("exact", new ExactDuplicates { Earlier = earlier }), new("near", new NearDuplicates { Earlier = earlier })]);
        if (semantic) recipe = recipe.Then("semantic", new SemanticDuplicates { Earlier = earlier });
        var result = recipe.Run(input, run with { Sketches = part == Old ? sketches : null });
        var ran = watch.Elapsed.TotalSeconds;
        var stages = string.Join(", ", result.History.Stages.Select(s => FormattableString.Invariant($"{s.Report.Name} {s.Report.Elapsed.TotalSeconds:F2} s removed {s.Report.Removed:N0}")));
        Console.WriteLine(FormattableString.Invariant($"  {part,-9} {input.Count,9:N0} rows {ran,7:F2} s{(part == New ? FormattableString.Invariant($" (reading signatures {read:F2} s)") : "")}, peak {NearBenchmark.PeakMegaBytes():N0} MB: {stages}"));
        if (part == Old)
        {
            watch.Restart();
            var audit = Directory.CreateDirectory(Path.Combine(january, RunOutput.AuditFolder)).FullName;
            KeptFile.Write(new() { Result = result, Recipe = recipe, Mask = e => e, MaskText = t => t, Run = run, Sketches = sketches }, audit);
            var bytes = new FileInfo(Path.Combine(audit, EarlierFile.FileName)).Length;
            Console.WriteLine(FormattableString.Invariant($"  writing signatures {watch.Elapsed.TotalSeconds:F2} s, {bytes / 1e6:N0} MB, {bytes / (double)rows:F0} bytes a row"));
        }

        Console.WriteLine(ran.ToString("F3", CultureInfo.InvariantCulture));
        var kinds = semantic ? 3 : 2;
        var planted = part == Old ? 0 : Enumerable.Range(0, rows / 10).Count(i => i % 10 < kinds);
        var removed = result.History.Removals.ToList();
        var right = removed.Count == planted && (part != New || (removed.All(r => r.CauseRun == "january" && r.CauseId == $"old-{Source(Number(r.Example.Id), rows):D8}")
            && result.History.Stages.Select(s => s.Report.Removed).SequenceEqual(Enumerable.Range(0, kinds).Select(Share))));
        if (!right) Console.Error.WriteLine(FormattableString.Invariant($"WRONG: removed {removed.Count:N0} of {planted:N0} planted"));
        return right ? 0 : 1;

        int Share(int kind) => Enumerable.Range(0, rows / 10).Count(i => i % 10 == kind);
    }

    private static int Number(string id) => int.Parse(id.AsSpan(4), CultureInfo.InvariantCulture);

    /// <summary>The old row that a planted one was made of.</summary>
    private static int Source(int i, int rows) => (int)((long)i * 7919 % rows);

    private static Example OldRow(int i) => NearRows.Chat(i * 33) with { Id = $"old-{i:D8}", Position = new(0, i + 1) };

    private static Example NewRow(int i, int rows)
    {
        var row = i % 10 < 3 ? OldRow(Source(i, rows)) : NearRows.Chat((rows + i) * 33);
        var (asked, answered) = (row.Messages[0].Content!, row.Messages[1].Content!);
        if (i % 10 == 1) answered += " thanks";
        if (i % 10 == 2) asked = string.Join(' ', asked.Split(' ').Reverse());
        return row with { Id = $"new-{i:D8}", Position = new(1, i + 1), Messages = [new(Role.User, asked), new(Role.Assistant, answered)] };
    }
}
