using System.Diagnostics;
using NotebookKit.Display;

namespace NotebookKit.Benchmarks;

/// <summary>What a first look at a dataset costs: each view made and rendered once cold and then five times, the least of the five.</summary>
internal static class ViewBenchmark
{
    public static void Run(int rows)
    {
        var data = ChatRows.Dataset(rows, 7);
        var (first, second) = (Text(data, 0), Text(data, 400));
        Measure("ToTable + ToHtml, first 20", () => data.ToTable().ToHtml());
        Measure("ToTable + ToText, first 20", () => data.ToTable().ToText());
        Measure("rows of records, ToTable + ToHtml", () => data.Examples.Select(e => new { e.Id, e.Label, e.CreatedAt, e.Length }).ToTable().ToHtml());
        Measure("Describe", () => data.Describe().ToHtml());
        Measure("Describe, rows of records", () => data.Examples.Select(e => new { e.Id, e.Label, e.CreatedAt, e.Length }).Describe().ToHtml());
        Measure("CountBy label", () => data.CountBy(e => e.Label).ToHtml());
        Measure("CrossTable label × turns", () => data.CrossTable(e => e.Label, e => e.Messages.Count).ToHtml());
        Measure("Sample 20", () => data.Sample(20).ToHtml());
        Measure($"Differences, {first.Length / 1000} kB × {second.Length / 1000} kB, unlike", () => first.DifferencesTo(second).ToHtml());
        Measure("Differences, 100 kB, every 97th word", () => first.DifferencesTo(string.Join(' ', first.Split(' ').Select((w, i) => i % 97 == 0 ? "x" + i : w))).ToHtml());
        Measure("Differences, 100 kB, worst", () => new string('漢', 100_000).DifferencesTo(string.Concat(Enumerable.Repeat("漢字", 50_000))).ToHtml());
    }

    private static string Text(Dataset data, int from) => string.Join(' ', data.Examples.Skip(from).Take(400).Select(e => e.Input + " " + e.Output))[..100_000];

    private static void Measure(string name, Func<string> view)
    {
        var watch = Stopwatch.StartNew();
        var length = view().Length;
        var cold = watch.Elapsed;
        var warm = Enumerable.Range(0, 5).Select(_ =>
        {
            var again = Stopwatch.StartNew();
            view();
            return again.Elapsed;
        }).Min();
        Console.WriteLine(FormattableString.Invariant($"  {name,-46} cold {cold.TotalMilliseconds,8:F1} ms   warm {warm.TotalMilliseconds,8:F1} ms   {length,9:N0} characters"));
    }
}
