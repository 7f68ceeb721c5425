using System.Diagnostics;
using NotebookKit.MLNet;

namespace NotebookKit.Adapters.Benchmarks;

/// <summary>How long a data frame of many rows takes, and whether nothing is lost in it.</summary>
internal static class FrameBenchmark
{
    private static readonly string[] Columns = ["id", "input", "output", "label", "source", "author", "created", "rating", "occurrences", "turns", "length", "score.quality"];

    public static int Run(int rows)
    {
        var data = Dataset.Of(Enumerable.Range(0, rows).Select(i => new Example
        {
            Id = FormattableString.Invariant($"row-{i:D7}"),
            Messages = [new(Role.User, FormattableString.Invariant($"where is my parcel number {i}")), new(Role.Assistant, "We will look.")],
            Label = i % 3 == 0 ? null : "parcel",
            Source = "desk",
            Author = FormattableString.Invariant($"a{i % 97}"),
            CreatedAt = i % 5 == 0 ? null : new DateTimeOffset(2024, 1, 1 + (i % 28), i % 24, 0, 0, TimeSpan.Zero),
            Signals = new() { Rating = i % 2 == 0 ? null : 1 + (i % 5) },
            Scores = i % 7 == 0 ? default : Scores.Empty.With("quality", i % 100 / 100.0),
        }));
        var wrong = false;
        for (var run = 1; run <= 3; run++)
        {
            var watch = Stopwatch.StartNew();
            var frame = data.ToDataFrame(Columns);
            Console.WriteLine(FormattableString.Invariant($"ToDataFrame of {rows:N0} rows × {frame.Columns.Count} columns: {watch.Elapsed.TotalSeconds:F2} s"));
            var nulls = frame.Columns.Sum(c => c.NullCount);
            var expected = data.Examples.Sum(e => (e.Label is null ? 1L : 0) + (e.CreatedAt is null ? 1 : 0) + (e.Signals.Rating is null ? 1 : 0) + (e.Scores.Count == 0 ? 1 : 0));
            if (frame.Rows.Count == rows && nulls == expected) continue;
            Console.WriteLine($"WRONG: {frame.Rows.Count} rows and {nulls} nulls, expected {rows} and {expected}");
            wrong = true;
        }

        return wrong ? 1 : 0;
    }
}
