using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Numbers counted in bins: the borders, and for each series the counts.</summary>
/// <param name="Borders">One more than there are bins; the last one is infinite where the last bin is open.</param>
/// <param name="Even">True for bins of the same width, drawn on an axis of numbers.</param>
/// <param name="Series">Name, looks and counts of each series.</param>
internal sealed record Binned(IReadOnlyList<double> Borders, bool Even, IReadOnlyList<(string Name, Paint Paint, IReadOnlyList<long> Counts)> Series);

/// <summary>Draws numbers in bins.</summary>
internal static class HistogramFigure
{
    public static Figure Of(string title, IReadOnlyList<NumberSeries> series, HistogramOptions options)
    {
        var usable = series.Select(s => s.Values.Where(Usable.Is).ToArray()).ToList();
        var all = usable.SelectMany(v => v).ToArray();
        var borders = options.LogBins ? BinBorders.Log(all) : BinBorders.Even(all, options.Bins);
        var binned = new Binned(borders, !options.LogBins,
            [.. series.Select((s, i) => (s.Name, Palette.Series(i, series.Count), (IReadOnlyList<long>)BinBorders.Count(borders, usable[i])))]);
        var left = series.Sum(s => (long)s.Values.Count) - all.LongLength;
        return Draw(title, binned, options.Shares ?? series.Count > 1, options, Usable.LeftOut(left, log: false));
    }

    public static Figure Draw(string title, Binned binned, bool shares, ChartOptions options, IEnumerable<string> notes)
    {
        var count = binned.Borders.Count - 1;
        var totals = binned.Series.Select(s => s.Counts.Sum()).ToArray();
        var labels = Enumerable.Range(0, count).Select(b => Name(binned, b)).ToArray();
        var traces = new List<Trace>();
        for (var s = 0; s < binned.Series.Count; s++)
        {
            var (name, paint, counts) = binned.Series[s];
            var bars = new List<Bar>();
            for (var b = 0; b < count; b++)
            {
                if (counts[b] == 0) continue;
                var (low, high) = binned.Even ? (binned.Borders[b], binned.Borders[b + 1]) : (b, b + 1);
                var (at, width) = Slot(low, high, s, binned.Series.Count);
                bars.Add(new(b, at, width, 0, shares ? (double)counts[b] / totals[s] : counts[b], labels[b], $"{Numbers.Count(counts[b])} · {Numbers.Share(counts[b], totals[s])}"));
            }

            traces.Add(new BarTrace { Name = name, Paint = paint, Bars = bars });
        }

        var most = traces.OfType<BarTrace>().SelectMany(t => t.Bars).Select(b => b.To).DefaultIfEmpty(1).Max();
        return new()
        {
            Title = title,
            Kind = "Histogram",
            Options = options,
            X = Horizontal(binned, options),
            Y = new() { Kind = AxisKind.Number, Low = 0, High = most, Percent = shares, Whole = !shares, Title = options.YTitle ?? (shares ? "share" : "count") },
            Traces = traces,
            Notes = Usable.Notes(options, notes),
            Table = new()
            {
                Caption = title,
                Columns = [new(options.XTitle ?? "from – to"), .. binned.Series.SelectMany(s => new Column[] { new(s.Name.Length > 0 ? s.Name : "count", true), new("share", true) })],
                Rows = [.. Enumerable.Range(0, count).Select(b => (IReadOnlyList<string>)
                    [labels[b], .. binned.Series.SelectMany((s, i) => new[] { Numbers.Count(s.Counts[b]), Numbers.Share(s.Counts[b], totals[i]) })])],
            },
        };
    }

    /// <summary>The place of a bar in its bin: one series fills it but for a seam, several stand side by side.</summary>
    private static (double At, double Width) Slot(double low, double high, int series, int of)
    {
        var room = (high - low) * (of == 1 ? 0.94 : 0.86);
        var width = room / of;
        return (low + ((high - low - room) / 2) + ((series + 0.5) * width), width);
    }

    private static Axis Horizontal(Binned binned, ChartOptions options)
    {
        var count = binned.Borders.Count - 1;
        if (binned.Even) return new() { Kind = AxisKind.Number, Low = binned.Borders[0], High = binned.Borders[^1], Loose = false, Title = options.XTitle };
        return new()
        {
            Kind = AxisKind.Fixed,
            AtBorders = true,
            Low = 0,
            High = Math.Max(1, count),
            Title = options.XTitle,
            Fixed = [.. binned.Borders.Select((b, i) => new Tick(i, double.IsInfinity(b) ? "" : Numbers.Tick(b, b, Math.Abs(b) >= 1e3 ? Math.Max(Math.Abs(b), 1e4) : b)))],
        };
    }

    private static string Name(Binned binned, int bin)
    {
        var (low, high) = (binned.Borders[bin], binned.Borders[bin + 1]);
        if (double.IsInfinity(high)) return $"≥ {Numbers.Measure(low)}";
        var step = high - low;
        return binned.Even
            ? $"{Numbers.Tick(low, step, 0)} – {Numbers.Tick(high, step, 0)}"
            : $"{Numbers.Measure(low)} – {Numbers.Measure(high)}";
    }
}
