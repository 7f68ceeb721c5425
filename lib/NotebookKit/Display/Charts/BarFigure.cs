using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws numbers by name: bars alone, side by side, or on top of each other.</summary>
internal static class BarFigure
{
    public static Figure Of(string title, IReadOnlyList<string> labels, IReadOnlyList<NumberSeries> series, bool stacked, BarOptions options)
    {
        var left = series.Sum(s => s.Values.Take(labels.Count).LongCount(v => !Usable.Is(v)));
        var rows = labels.Select((l, i) => new Row(l, [.. series.Select(s => i < s.Values.Count && Usable.Is(s.Values[i]) ? s.Values[i] : double.NaN)])).ToList();
        var notes = new List<string>(Usable.LeftOut(left, log: false));
        rows = Arrange(rows, options, notes);
        var shares = stacked && options.Shares;
        var traces = new List<Trace>();
        for (var s = 0; s < series.Count; s++)
        {
            var bars = new List<Bar>();
            for (var r = 0; r < rows.Count; r++)
            {
                var value = rows[r].Values[s];
                if (double.IsNaN(value)) continue;
                var size = rows[r].Values.Where(v => !double.IsNaN(v)).Sum(Math.Abs);
                var text = shares ? $"{Numbers.Measure(value)} · {Percent(value, size)}" : Numbers.Measure(value);
                var (from, to) = stacked ? Stack(rows[r].Values, s, shares ? size : 1) : (0, value);
                var (at, width) = stacked ? (r, 0.72) : Slot(r, s, series.Count);
                bars.Add(new(r, at, width, from, to, rows[r].Label, text, options.ShowValues && !stacked ? text : null));
            }

            traces.Add(new BarTrace { Name = series[s].Name, Paint = Palette.Series(s, series.Count), Bars = bars, Horizontal = options.Horizontal, Stacked = stacked });
        }

        var ends = traces.OfType<BarTrace>().SelectMany(t => t.Bars).SelectMany(b => new[] { b.From, b.To }).Append(0).ToList();
        var whole = rows.All(r => r.Values.All(v => double.IsNaN(v) || v == Math.Floor(v)));
        var numbers = new Axis { Kind = AxisKind.Number, Low = ends.Min(), High = Top(ends), Percent = shares, Whole = whole && !shares };
        var names = new Axis { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, rows.Count) - 0.5, Down = options.Horizontal, Fixed = [.. rows.Select((r, i) => new Tick(i, r.Label))] };
        return new()
        {
            Title = title,
            Kind = stacked ? "Stacked bar chart" : "Bar chart",
            Options = options,
            X = (options.Horizontal ? numbers : names) with { Title = options.XTitle },
            Y = (options.Horizontal ? names : numbers) with { Title = options.YTitle },
            Traces = traces,
            PlotHeight = options.Horizontal ? Math.Max(40, rows.Count * (stacked ? 26 : 12 + (14 * series.Count))) : 280,
            Notes = Usable.Notes(options, notes),
            Table = new()
            {
                Caption = title,
                Columns = [new(""), .. series.Select(s => new Column(s.Name.Length > 0 ? s.Name : "value", true))],
                Rows = [.. rows.Select(r => (IReadOnlyList<string>)[r.Label, .. r.Values.Select(v => double.IsNaN(v) ? "" : Numbers.Measure(v))])],
            },
        };
    }

    private static List<Row> Arrange(List<Row> rows, BarOptions options, List<string> notes)
    {
        static double Sum(Row row) => row.Values.Where(v => !double.IsNaN(v)).Sum();
        var most = options.Most ?? int.MaxValue;
        var bySize = rows.Select((r, i) => (Row: r, Index: i)).OrderByDescending(r => Sum(r.Row)).ThenBy(r => r.Row.Label, StringComparer.Ordinal).ThenBy(r => r.Index).ToList();
        if (rows.Count > most)
        {
            var rest = bySize.Skip(most).Select(r => r.Row).ToList();
            bySize = [.. bySize.Take(most)];
            if (!options.SumRest) notes.Add($"Left out: {Numbers.Count(rest.Count, "smaller label")}.");
            else bySize.Add((new($"{Numbers.Count(rest.Count)} more", [.. rows[0].Values.Select((_, s) => rest.Where(r => !double.IsNaN(r.Values[s])).Sum(r => r.Values[s]))]), int.MaxValue));
        }

        return [.. (options.Sorted ? bySize.AsEnumerable() : bySize.OrderBy(r => r.Index)).Select(r => r.Row)];
    }

    /// <summary>The ends of a part: positive ones stand on positive ones, negative ones hang below zero.</summary>
    private static (double From, double To) Stack(IReadOnlyList<double> values, int part, double scale)
    {
        if (scale == 0) return (0, 0);
        var below = values.Take(part).Where(v => !double.IsNaN(v) && double.IsNegative(v) == double.IsNegative(values[part])).Sum();
        return (below / scale, (below + values[part]) / scale);
    }

    internal static (double At, double Width) Slot(double middle, int series, int of)
    {
        var width = (of == 1 ? 0.72 : 0.84) / of;
        return (middle + ((series - ((of - 1) / 2.0)) * width), width);
    }

    private static double Top(List<double> ends) => ends.Max() == 0 && ends.Min() == 0 ? 1 : ends.Max();

    private static string Percent(double part, double whole) => whole == 0 ? "–" : Numbers.Percent(Math.Abs(part) / whole);

    private sealed record Row(string Label, IReadOnlyList<double> Values);
}
