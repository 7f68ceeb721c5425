using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws boxes with whiskers (Tukey, Exploratory Data Analysis, 1977).</summary>
internal static class BoxFigure
{
    public static Figure Of(string title, IReadOnlyList<NumberSeries> series, BoxOptions options)
    {
        long left = 0, hidden = 0;
        var boxes = new List<BoxShape>();
        var rows = new List<IReadOnlyList<string>>();
        for (var s = 0; s < series.Count; s++)
        {
            var numbers = series[s].Values.Where(v => Usable.Is(v, options.Log)).Order().ToArray();
            left += series[s].Values.Count - numbers.Length;
            if (numbers.Length == 0)
            {
                rows.Add([series[s].Name, "0", "", "", "", "", "", "", ""]);
                continue;
            }

            var (box, beyond) = Shape(s, series[s].Name, numbers, options);
            hidden += beyond - box.Beyond.Count;
            boxes.Add(box);
            rows.Add([series[s].Name, Numbers.Count(numbers.Length), .. new[] { numbers[0], box.Q1, box.Median, box.Q3, numbers[^1], box.Mean }.Select(Numbers.Measure), Numbers.Count(beyond)]);
        }

        var notes = new List<string>(Usable.LeftOut(left, options.Log));
        if (hidden > 0) notes.Add($"Not drawn: {Numbers.Count(hidden, "value")} beyond the whiskers.");
        var ends = boxes.SelectMany(b => b.Beyond.Concat([b.Low, b.High])).DefaultIfEmpty(options.Log ? 1 : 0).ToList();
        return new()
        {
            Title = title,
            Kind = "Box plot",
            Options = options,
            X = new() { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, series.Count) - 0.5, Title = options.XTitle, Fixed = [.. series.Select((n, i) => new Tick(i, n.Name))] },
            Y = new() { Kind = options.Log ? AxisKind.Log : AxisKind.Number, Low = ends.Min(), High = boxes.Count == 0 ? ends.Max() + 1 : ends.Max(), Title = options.YTitle },
            Traces = [new BoxTrace { Name = "", Paint = Palette.Accent, InLegend = false, Boxes = boxes }],
            PlotHeight = 320,
            Notes = Usable.Notes(options, notes),
            Table = new()
            {
                Caption = title,
                Columns = [new(""), .. new[] { "count", "least", "25%", "median", "75%", "most", "mean", "beyond whiskers" }.Select(n => new Column(n, true))],
                Rows = rows,
            },
        };
    }

    private static (BoxShape Box, int Beyond) Shape(int at, string name, double[] sorted, BoxOptions options)
    {
        var (q1, median, q3) = (Quantiles.At(sorted, 0.25), Quantiles.At(sorted, 0.5), Quantiles.At(sorted, 0.75));
        var reach = options.Whisker * (q3 - q1);
        var inside = sorted.Where(v => v >= q1 - reach && v <= q3 + reach).DefaultIfEmpty(median).ToArray();
        // Interpolated quartiles may lie beyond every value inside; a whisker never ends within its box.
        var (low, high) = (Math.Min(inside[0], q1), Math.Max(inside[^1], q3));
        var beyond = sorted.Where(v => v < low || v > high).ToList();
        var mean = sorted.Sum(v => v / sorted.Length);
        var hint = $"{(name.Length > 0 ? name + ": " : "")}median {Numbers.Measure(median)}, middle half {Numbers.Measure(q1)} – {Numbers.Measure(q3)}, "
            + $"whiskers {Numbers.Measure(low)} – {Numbers.Measure(high)}, {Numbers.Count(sorted.Length, "value")}";
        return (new(at, low, q1, median, q3, high, mean, [.. EvenChoice.Of(beyond, options.MostOutliers)], hint), beyond.Count);
    }
}
