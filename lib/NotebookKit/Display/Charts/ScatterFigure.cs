using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws points by two numbers.</summary>
internal static class ScatterFigure
{
    public static Figure Of(string title, IReadOnlyList<PointSeries> series, ScatterOptions options)
    {
        var usable = series.Select(s => s.Points.Where(p => Usable.Is(p.X, options.LogX) && Usable.Is(p.Y, options.LogY)).ToList()).ToList();
        var all = usable.Sum(p => (long)p.Count);
        var left = series.Sum(s => (long)s.Points.Count) - all;
        var x = PointAxes.Text(series, dates: false);
        var traces = new List<Trace>();
        for (var s = 0; s < series.Count; s++)
        {
            // Each series keeps its share of the points, and at least one.
            var most = all <= options.MostPoints ? usable[s].Count : (int)Math.Max(Math.Min(1, usable[s].Count), (long)options.MostPoints * usable[s].Count / all);
            traces.Add(new DotTrace
            {
                Name = series[s].Name,
                Paint = Palette.Series(s, series.Count),
                Dots = [.. EvenChoice.Of(usable[s], most).Select(p => new Dot(p.X, p.Y, PointAxes.Hint(series[s].Name, p, x)))],
            });
        }

        var drawn = traces.Cast<DotTrace>().Sum(t => (long)t.Dots.Count);
        var notes = new List<string>(Usable.LeftOut(left, options.LogX || options.LogY, "point"));
        if (drawn < all) notes.Add($"{Numbers.Count(drawn)} of {Numbers.Count(all, "point")} are drawn, evenly chosen.");
        return new()
        {
            Title = title,
            Kind = "Scatter chart",
            Options = options,
            X = PointAxes.Span(traces, d => d.X, options.LogX ? AxisKind.Log : AxisKind.Number) with { Title = options.XTitle },
            Y = PointAxes.Span(traces, d => d.Y, options.LogY ? AxisKind.Log : AxisKind.Number) with { Title = options.YTitle },
            Traces = traces,
            PlotHeight = 340,
            Notes = Usable.Notes(options, notes),
            Table = PointAxes.Table(title, series, options, x),
        };
    }
}

/// <summary>Fewer items, spread evenly over the order of all.</summary>
internal static class EvenChoice
{
    /// <summary>One item from each of <paramref name="most"/> equal stretches; which one is drawn by its number alone, so that a rhythm in
    /// the order does not meet the rhythm of the choice.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> items, int most)
    {
        if (items.Count <= most) return items;
        return Enumerable.Range(0, most).Select(i =>
        {
            var (begin, end) = ((long)i * items.Count / most, ((long)i + 1) * items.Count / most);
            var draw = StableHash.Combine(0, (ulong)i);
            return items[(int)(begin + (long)(draw % (ulong)(end - begin)))];
        });
    }
}
