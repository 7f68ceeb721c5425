namespace NotebookKit.Display.Charts;

/// <summary>Plots points and lines with characters.</summary>
internal static class TextPlot
{
    private const int Wide = 64, High = 16;

    private static readonly char[] Marks = ['●', '■', '▲', '◆', '×', '+', '▼', '○'];

    public static string Render(Figure figure)
    {
        var x = new Scale(figure.X, 0, Wide - 1, 5);
        var y = new Scale(figure.Y, High - 1, 0, 4);
        var grid = Enumerable.Range(0, High).Select(_ => new string(' ', Wide).ToCharArray()).ToArray();
        foreach (var (s, trace) in figure.Traces.OfType<DotTrace>().Index().Reverse())
        {
            var mark = Marks[s % Marks.Length];
            (int X, int Y)? before = null;
            foreach (var dot in trace.Dots)
            {
                if (double.IsNaN(dot.Y))
                {
                    before = null;
                    continue;
                }

                var at = ((int)Math.Round(x.Of(dot.X)), (int)Math.Round(y.Of(dot.Y)));
                if (trace.Connected && before is { } from) Connect(grid, from, at);
                grid[at.Item2][at.Item1] = mark;
                before = at;
            }

            // The connections of a later line are drawn first: marks of no line are hidden by them.
            foreach (var dot in trace.Dots.Where(d => !double.IsNaN(d.Y))) grid[(int)Math.Round(y.Of(dot.Y))][(int)Math.Round(x.Of(dot.X))] = mark;
        }

        return string.Join('\n', [.. Rows(grid, y), Below(x, YWidth(y)), .. Key(figure)]);
    }

    private static void Connect(char[][] grid, (int X, int Y) from, (int X, int Y) to)
    {
        var steps = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        for (var i = 1; i < steps; i++)
        {
            var (column, row) = (from.X + ((to.X - from.X) * i / steps), from.Y + ((to.Y - from.Y) * i / steps));
            if (grid[row][column] == ' ') grid[row][column] = '·';
        }
    }

    private static IEnumerable<string> Rows(char[][] grid, Scale y)
    {
        var texts = y.Ticks.GroupBy(t => (int)Math.Round(y.Of(t.At))).ToDictionary(g => g.Key, g => g.First().Text);
        for (var row = 0; row < High; row++)
        {
            var text = texts.GetValueOrDefault(row, "");
            yield return $"{text.PadLeft(YWidth(y))} {(text.Length > 0 ? '┤' : '│')}{new string(grid[row]).TrimEnd()}";
        }
    }

    private static string Below(Scale x, int left)
    {
        var line = new string(' ', left + 2 + Wide + 12).ToCharArray();
        var free = 0;
        foreach (var tick in x.Ticks)
        {
            var begin = Math.Max(0, left + 2 + (int)Math.Round(x.Of(tick.At)) - (tick.Text.Length / 2));
            if (begin < free || begin + tick.Text.Length > line.Length) continue;
            tick.Text.CopyTo(0, line, begin, tick.Text.Length);
            free = begin + tick.Text.Length + 2;
        }

        return $"{new string(' ', left + 1)}└{new string('─', Wide)}\n{new string(line).TrimEnd()}";
    }

    private static IEnumerable<string> Key(Figure figure)
    {
        var names = figure.Traces.Where(t => t.Name.Length > 0).ToList();
        if (names.Count > 0) yield return string.Join("  ", figure.Traces.Index().Select(t => $"{Marks[t.Index % Marks.Length]} {Visible.Cut(Visible.Line(t.Item.Name), 60)}"));
        if (figure.X.Title is { Length: > 0 } x) yield return $"x: {Visible.Line(x)}";
        if (figure.Y.Title is { Length: > 0 } y) yield return $"y: {Visible.Line(y)}";
    }

    private static int YWidth(Scale y) => y.Ticks.Select(t => t.Text.Length).DefaultIfEmpty(0).Max();
}
