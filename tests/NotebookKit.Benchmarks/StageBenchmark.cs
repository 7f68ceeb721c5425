using System.Diagnostics;
using NotebookKit.Explaining;
using NotebookKit.Recipes;

namespace NotebookKit.Benchmarks;

/// <summary>The whole recipe over generated chat rows: seconds of each stage, of all, and the most memory the process held. One run a process, because the
/// peak never falls again.</summary>
internal static class StageBenchmark
{
    /// <summary>What notebooks/Directory.Build.props sets for scripts: whoever runs the recipe runs it so.</summary>
    private static readonly (string Name, string Value)[] AsScripts = [("DOTNET_gcServer", "1"), ("DOTNET_TieredPGO", "0")];

    /// <summary>Runs it in a process of its own that is set up as scripts are.</summary>
    public static int Run(int rows)
    {
        if (AsScripts.All(s => Environment.GetEnvironmentVariable(s.Name) == s.Value))
        {
            RunHere(rows);
            return 0;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["recipe", FormattableString.Invariant($"{rows}")]);
        foreach (var (name, value) in AsScripts) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static void RunHere(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("notebookkit-benchmark-").FullName;
        try
        {
            var file = Path.Combine(folder, "chats.jsonl");
            ChatRows.Write(file, rows, 7);
            var megabytes = new FileInfo(file).Length / 1e6;
            var watch = Stopwatch.StartNew();
            var result = FineTuning.Prepare([file]);
            var prepared = watch.Elapsed.TotalSeconds;
            _ = result.Assess();
            var assessed = watch.Elapsed.TotalSeconds - prepared;
            watch.Restart();
            var summary = result.WriteTo(Path.Combine(folder, "out"));
            // Writing checks the run, too: the checks' own time is shown apart.
            var writing = watch.Elapsed.TotalSeconds;
            var seconds = prepared + writing;
            foreach (var stage in result.Data.History.Stages.Select(s => s.Report))
                Print($"  {stage.Name,-20} {stage.Elapsed.TotalSeconds,7:F2} s   removed {stage.Removed,7:N0}");
            Print($"  {"Writing",-20} {writing - assessed,7:F2} s");
            Print($"  {"Checking",-20} {assessed,7:F2} s");
            watch.Restart();
            var page = result.Data.Report().ToPage();
            Print($"  {"Report page",-20} {watch.Elapsed.TotalSeconds - assessed,7:F2} s, {new FileInfo(summary.ReportPage).Length / 1048576.0:F2} MB, without the checks; {page.Length:N0} characters");
            Print($"recipe {rows:N0} rows {megabytes:F0} MB: {seconds:F2} s, {seconds / rows * 1e6:F0} µs a row, peak {Peak()} MB, kept {result.Data.Count:N0}, train {result.Data.Examples.Count(e => e.Split == Split.Train):N0}, {summary.Files.Count} files");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
