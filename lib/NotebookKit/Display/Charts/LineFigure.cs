using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws lines over numbers or dates.</summary>
internal static class LineFigure
{
    private const int MostDrawn = 2_000, FewEnoughToMark = 40;

    /// <summary>Dates as milliseconds since 1970, which Plotly counts in, too.</summary>
    public static PointSeries Numbered(DateSeries series) =>
        new(series.Name, [.. series.Points.Select(p => new ChartPoint(p.At.ToUnixTimeMilliseconds(), p.Value, p.Text))]);

    public static Figure Of(string title, IReadOnlyList<PointSeries> series, bool dates, LineOptions options)
    {
        var logX = options.LogX && !dates;
        long left = 0, thinned = 0;
        var traces = new List<Trace>();
        var xs = PointAxes.Text(series, dates);
        for (var s = 0; s < series.Count; s++)
        {
            var placed = series[s].Points.Where(p => Usable.Is(p.X, logX)).OrderBy(p => p.X).ToList();
            var seen = placed.Count(p => Usable.Is(p.Y, options.LogY));
            left += series[s].Points.Count - seen;
            var drawn = Thin(placed);
            thinned += placed.Count - drawn.Count;
            traces.Add(new DotTrace
            {
                Name = series[s].Name,
                Paint = Palette.Series(s, series.Count),
                Connected = true,
                Marked = options.Markers ?? (seen <= FewEnoughToMark),
                Dots = seen == 0 ? [] : [.. drawn.Select(p => new Dot(p.X, Usable.Is(p.Y, options.LogY) ? p.Y : double.NaN, PointAxes.Hint(series[s].Name, p, xs)))],
            });
        }

        var notes = new List<string>(Usable.LeftOut(left, options.LogY || logX, "point"));
        if (thinned > 0) notes.Add($"Drawn with the first, last, least and largest of near points; {Numbers.Count(thinned, "point")} between them not shown.");
        return new()
        {
            Title = title,
            Kind = "Line chart",
            Options = options,
            X = PointAxes.Span(traces, d => d.X, dates ? AxisKind.Date : logX ? AxisKind.Log : AxisKind.Number) with { Title = options.XTitle, Loose = false },
            Y = PointAxes.Span(traces, d => d.Y, options.LogY ? AxisKind.Log : AxisKind.Number, options.FromZero) with { Title = options.YTitle },
            Traces = traces,
            Notes = Usable.Notes(options, notes),
            Table = PointAxes.Table(title, series, options, xs),
        };
    }

    /// <summary>First, last, least and largest of each of 500 stretches: what a line of so many pixels can show (the aggregation M4 of
    /// Jugel and others, VLDB 2014).</summary>
    private static List<ChartPoint> Thin(List<ChartPoint> points)
    {
        if (points.Count <= MostDrawn) return points;
        var kept = new List<ChartPoint>();
        foreach (var stretch in points.Select((p, i) => (Point: p, Index: i)).GroupBy(p => (long)p.Index * (MostDrawn / 4) / points.Count))
        {
            var all = stretch.ToList();
            var finite = all.Where(p => Usable.Is(p.Point.Y)).ToList();
            IEnumerable<(ChartPoint Point, int Index)> chosen = finite.Count == 0 ? [all[0]] : [finite[0], finite.MinBy(p => p.Point.Y), finite.MaxBy(p => p.Point.Y), finite[^1]];
            kept.AddRange(chosen.DistinctBy(p => p.Index).OrderBy(p => p.Index).Select(p => p.Point));
        }

        return kept;
    }
}

/// <summary>What lines and scatters share: axes around points, hints, the table.</summary>
internal static class PointAxes
{
    private const int MostRows = 1_000;

    /// <summary>How a place on the x axis is written.</summary>
    public static Func<double, string> Text(IReadOnlyList<PointSeries> series, bool dates)
    {
        if (!dates) return Numbers.Measure;
        var days = series.All(s => s.Points.All(p => !Usable.Is(p.X) || p.X % 86_400_000 == 0));
        return x => DateTimeOffset.FromUnixTimeMilliseconds((long)x).ToString(days ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static string Hint(string name, ChartPoint point, Func<double, string> x)
    {
        var numbers = $"{x(point.X)}, {Numbers.Measure(point.Y)}";
        var named = name.Length > 0 ? $"{name}: {numbers}" : numbers;
        return point.Text is { Length: > 0 } text ? $"{named} · {text}" : named;
    }

    public static Axis Span(IEnumerable<Trace> traces, Func<Dot, double> of, AxisKind kind, bool fromZero = false)
    {
        var values = traces.OfType<DotTrace>().SelectMany(t => t.Dots).Select(of).Where(v => !double.IsNaN(v)).ToList();
        if (values.Count == 0) return new() { Kind = kind, Low = kind == AxisKind.Log ? 1 : 0, High = kind == AxisKind.Log ? 10 : 1 };
        var (low, high) = (values.Min(), values.Max());
        if (fromZero && kind == AxisKind.Number) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        return new() { Kind = kind, Low = low, High = high };
    }

    public static Table Table(string title, IReadOnlyList<PointSeries> series, ChartOptions options, Func<double, string> x)
    {
        var named = series.Any(s => s.Name.Length > 0);
        var texts = series.Any(s => s.Points.Any(p => p.Text is { Length: > 0 }));
        IReadOnlyList<string> Row(string name, ChartPoint p) =>
            [.. named ? [name] : Array.Empty<string>(), Usable.Is(p.X) ? x(p.X) : "", Usable.Is(p.Y) ? Numbers.Measure(p.Y) : "", .. texts ? [p.Text ?? ""] : Array.Empty<string>()];
        return new()
        {
            Caption = title,
            Columns = [.. named ? [new Column("series")] : Array.Empty<Column>(), new(options.XTitle ?? "x", true), new(options.YTitle ?? "y", true), .. texts ? [new Column("text")] : Array.Empty<Column>()],
            Rows = [.. series.SelectMany(s => s.Points.Select(p => Row(s.Name, p))).Take(MostRows)],
        };
    }
}
