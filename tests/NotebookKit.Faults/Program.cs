using System.Diagnostics;
using NotebookKit.Faults;
using NotebookKit.Samples;

Arguments asked;
try
{
    asked = Arguments.Parse(args);
}
catch (Exception error) when (error is FormatException or OverflowException)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var folder = asked.Keep ?? Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"notebookkit-faults-{Environment.ProcessId}"));
var runs = new List<Measured>();
try
{
    foreach (var seed in asked.Seeds)
    {
        var clock = Stopwatch.StartNew();
        var run = Evaluation.Run(seed, asked.Half, asked.Each, Path.Combine(folder, FormattableString.Invariant($"{seed}")), asked.Threads);
        runs.Add(run);
        Console.WriteLine(FormattableString.Invariant(
            $"seed {seed}, {(asked.Half == VariantHalf.Open ? "open" : "held")} half: {run.Rows} rows, {run.Verdicts.Count} faults, {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
finally
{
    if (asked.Keep is null && Directory.Exists(folder)) Directory.Delete(folder, true);
}

Console.WriteLine();
var below = ScoreTable.Print(Console.Out, runs, asked.Least, asked.Clean);
foreach (var kind in asked.Show)
{
    Console.WriteLine();
    Console.WriteLine($"{kind}:");
    if (kind == "clean")
        foreach (var alarm in runs.SelectMany(r => r.Alarms).Where(a => a.IsRemoved)) Console.WriteLine($"- {alarm.Where}, {alarm.Reason}\n    {Indented(alarm.Text)}");
    else
        foreach (var missed in runs.SelectMany(r => r.Verdicts).Where(v => v.Kind == kind && !v.IsFound))
            Console.WriteLine($"- {missed.Where}{(missed.IsOther ? ", found as " + string.Join(" and ", missed.Reasons) : "")}\n  variant: {Indented(missed.Variant)}\n  row:     {Indented(missed.Text)}");
}

if (below.Count == 0) return 0;
Console.WriteLine();
Console.WriteLine("Not reached: " + string.Join(", ", below));
return 1;

static string Indented(string text) => text.Replace("\n", "\n           ", StringComparison.Ordinal);
