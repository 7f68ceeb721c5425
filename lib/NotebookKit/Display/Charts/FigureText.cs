using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Writes a figure as text: tables with bars of blocks, boxes of lines, plots of characters.</summary>
internal static class FigureText
{
    private const int MostRows = 60, Wide = 36;

    private static readonly char[] Shades = ['█', '▓', '▒', '░'];

    public static string Render(Figure figure)
    {
        var body = figure.IsEmpty ? "nothing to show" : figure.Traces.FirstOrDefault(t => !t.IsEmpty) switch
        {
            BarTrace { Stacked: true } => Stacked(figure),
            BarTrace when figure.Traces.Count > 1 => Grouped(figure),
            BarTrace bars => WithBars(figure, bars),
            BoxTrace boxes => Boxes(figure, boxes),
            DotTrace => TextPlot.Render(figure),
            _ when figure.RowSizes is { } sizes => Table(figure.Table, [.. sizes.Select(s => Blocks(s, sizes.Max()))]),
            _ => Table(figure.Table, null),
        };
        return string.Join('\n', [Visible.Line(figure.Title), body, .. figure.Notes.Select(Visible.Line)]);
    }

    /// <summary>The table with headings that are fit to be read: names of series come from data, too.</summary>
    public static Table Readable(Table table) => table with { Columns = [.. table.Columns.Select(c => c with { Name = Visible.Cut(Visible.Line(c.Name), 60) })] };

    /// <summary>A bar of blocks, in eighths of a character; a negative one is pale.</summary>
    private static string Blocks(double value, double most)
    {
        if (value == 0 || most == 0) return "";
        var eighths = (int)Math.Max(1, Math.Round(Math.Abs(value) / most * Wide * 8));
        if (value < 0) return new string('░', Math.Max(1, eighths / 8));
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : ((char)('▉' + 7 - (eighths % 8))).ToString());
    }

    /// <summary>The table with one more column, cut to what a screen can bear.</summary>
    private static string Table(Table table, IReadOnlyList<string>? drawn)
    {
        var rows = table.Rows.Take(MostRows).Select((r, i) => drawn is null ? r : [.. r, drawn[i]]).ToList();
        var columns = Readable(table).Columns;
        var text = new Table { Columns = drawn is null ? columns : [.. columns, new("")], Rows = rows }.ToText();
        return table.Rows.Count > MostRows ? $"{text}\n… and {Numbers.Count(table.Rows.Count - MostRows, "more row")}" : text;
    }

    private static string WithBars(Figure figure, BarTrace trace)
    {
        var most = trace.Bars.Max(b => Math.Abs(b.To));
        var byRow = trace.Bars.ToDictionary(b => b.Row);
        return Table(figure.Table, [.. figure.Table.Rows.Select((_, r) => byRow.TryGetValue(r, out var bar) ? Blocks(bar.To, most) : "")]);
    }

    private static string Grouped(Figure figure)
    {
        var traces = figure.Traces.OfType<BarTrace>().ToList();
        var most = traces.SelectMany(t => t.Bars).Max(b => Math.Abs(b.To));
        var bars = traces.Select(t => t.Bars.ToDictionary(b => b.Row)).ToList();
        var rows = figure.Table.Rows.SelectMany((row, r) => traces.Select((t, s) => bars[s].TryGetValue(r, out var bar)
            ? (IReadOnlyList<string?>)[s == 0 ? row[0] : "", t.Name, bar.Value, Blocks(bar.To, most)]
            : [s == 0 ? row[0] : "", t.Name, "", ""]));
        return Table(new() { Columns = [figure.Table.Columns[0], new("series"), new("value", true), new("")], Rows = [.. rows] }, null);
    }

    private static string Stacked(Figure figure)
    {
        var traces = figure.Traces.OfType<BarTrace>().Where(t => !t.Ground).ToList();
        double Sum(int row) => traces.SelectMany(t => t.Bars).Where(b => b.Row == row).Sum(b => Math.Abs(b.To - b.From));
        var most = Enumerable.Range(0, figure.Table.Rows.Count).Max(Sum);
        string Row(int row)
        {
            var (text, end) = ("", 0.0);
            foreach (var (s, trace) in traces.Index())
            {
                end += trace.Bars.Where(b => b.Row == row).Sum(b => Math.Abs(b.To - b.From));
                text += new string(Shades[s % Shades.Length], Math.Max(0, (int)Math.Round(end / most * Wide) - text.Length));
            }

            return text;
        }

        var key = string.Join("  ", traces.Select((t, s) => $"{Shades[s % Shades.Length]} {Visible.Line(t.Name)}"));
        return $"{Table(figure.Table, [.. Enumerable.Range(0, figure.Table.Rows.Count).Select(Row)])}\n{key}";
    }

    private static string Boxes(Figure figure, BoxTrace trace)
    {
        var scale = new Scale(figure.Y with { Loose = false }, 0, Wide - 1, 5);
        string Row(BoxShape box)
        {
            var line = new string(' ', Wide).ToCharArray();
            int At(double value) => (int)Math.Round(scale.Of(value));
            foreach (var value in box.Beyond) line[At(value)] = '∘';
            line.AsSpan(At(box.Low)..(At(box.High) + 1)).Fill('─');
            line.AsSpan(At(box.Q1)..(At(box.Q3) + 1)).Fill('▒');
            (line[At(box.Low)], line[At(box.High)]) = (box.Low < box.Q1 ? '├' : '▒', box.High > box.Q3 ? '┤' : '▒');
            line[At(box.Median)] = '█';
            return new string(line).TrimEnd();
        }

        var byRow = trace.Boxes.ToDictionary(b => (int)b.At);
        return Table(figure.Table, [.. figure.Table.Rows.Select((_, r) => byRow.TryGetValue(r, out var box) ? Row(box) : "")]);
    }
}
