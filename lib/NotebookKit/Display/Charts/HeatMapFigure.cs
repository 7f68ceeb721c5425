using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws numbers by row and column as shades.</summary>
internal static class HeatMapFigure
{
    /// <summary>More rows or columns than this cannot be told apart in a picture; the table has them all.</summary>
    private const int MostRows = 200, MostColumns = 100;

    public static Figure Of(string title, IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double>> values, HeatMapOptions options)
    {
        double At(int row, int column) => row < values.Count && column < values[row].Count && Usable.Is(values[row][column]) ? values[row][column] : double.NaN;
        string Shown(double v) => double.IsNaN(v) ? "" : options.Percent ? Numbers.Percent(v) : Numbers.Measure(v);
        var left = values.Take(rows.Count).Sum(r => r.Take(columns.Count).LongCount(v => !Usable.Is(v)));
        var (height, width) = (Math.Min(rows.Count, MostRows), Math.Min(columns.Count, MostColumns));
        var shown = Enumerable.Range(0, height).SelectMany(r => Enumerable.Range(0, width).Select(c => (Row: r, Column: c, Value: At(r, c)))).ToList();
        var finite = shown.Where(s => !double.IsNaN(s.Value)).Select(s => s.Value).DefaultIfEmpty(0).ToList();
        var (low, high) = (Bound(options.Low) ?? finite.Min(), Bound(options.High) ?? finite.Max());
        var cells = shown.Where(s => !double.IsNaN(s.Value))
            .Select(s => new Cell(s.Row, s.Column, s.Value, Shade(s.Value, low, high), Shown(s.Value), $"{rows[s.Row]}, {columns[s.Column]}: {Shown(s.Value)}")).ToList();
        var notes = new List<string>(left > 0 ? [$"Empty: {Numbers.Count(left, "cell")} whose number is not finite."] : []);
        if (rows.Count > height || columns.Count > width)
            notes.Add($"Drawn: the first {Numbers.Count(height, "row")} and {Numbers.Count(width, "column")} of {Numbers.Count(rows.Count)} and {Numbers.Count(columns.Count)}.");
        return new()
        {
            Title = title,
            Kind = "Heat map",
            Options = options,
            X = new() { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, width) - 0.5, Title = options.XTitle, Fixed = [.. columns.Take(width).Select((c, i) => new Tick(i, c))] },
            Y = new() { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, height) - 0.5, Down = true, Title = options.YTitle, Fixed = [.. rows.Take(height).Select((r, i) => new Tick(i, r))] },
            Traces = [new CellTrace { Name = "", Paint = Palette.Accent, InLegend = false, Cells = cells, Low = low, High = high, ShowText = options.ShowValues, Percent = options.Percent }],
            PlotHeight = Math.Max(30, height * 30),
            Notes = Usable.Notes(options, notes),
            Table = new()
            {
                Caption = title,
                Columns = [new(""), .. columns.Select(c => new Column(c, true))],
                Rows = [.. rows.Select((r, i) => (IReadOnlyList<string>)[r, .. columns.Select((_, c) => Shown(At(i, c)))])],
            },
        };
    }

    private static double? Bound(double? value) => value is { } v && Usable.Is(v) ? v : null;

    /// <summary>From 0 to 1; one shade in the middle where all values are the same.</summary>
    private static double Shade(double value, double low, double high) => high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 0.5;
}
