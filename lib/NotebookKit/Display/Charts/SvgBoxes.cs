using static NotebookKit.Display.Charts.SvgCanvas;

namespace NotebookKit.Display.Charts;

/// <summary>Draws boxes with whiskers, and cells.</summary>
internal static class SvgBoxes
{
    /// <summary>The strongest shade of a cell: text in the colour of the page has a contrast of 4.5:1 on every shade up to it, on light
    /// and on dark grounds.</summary>
    public const double StrongestShade = 0.55;

    public const double PalestShade = 0.05;

    private const double MostWide = 56;

    public static void Draw(SvgCanvas canvas, BoxTrace trace, FigureLayout layout)
    {
        var half = Math.Min(MostWide, (layout.X.Of(0.5) - layout.X.Of(-0.5)) * 0.6) / 2;
        var colour = trace.Paint.Css;
        foreach (var box in trace.Boxes)
        {
            var x = layout.X.Of(box.At);
            var (low, q1, median, q3, high) = (layout.Y.Of(box.Low), layout.Y.Of(box.Q1), layout.Y.Of(box.Median), layout.Y.Of(box.Q3), layout.Y.Of(box.High));
            canvas.Path($"{To('M', x, low)}V{N(q1)}{To('M', x, q3)}V{N(high)}{To('M', x - (half / 2), low)}h{N(half)}{To('M', x - (half / 2), high)}h{N(half)}",
                box.Hint, $"fill:none;stroke:{colour};stroke-width:1.5");
            canvas.Rect(x - half, q3, 2 * half, Math.Max(1, q1 - q3), box.Hint, 2, $"fill:{colour};fill-opacity:.28;stroke:{colour};stroke-width:1.5");
            canvas.Path($"{To('M', x - half, median)}h{N(2 * half)}", style: $"fill:none;stroke:{colour};stroke-width:3;pointer-events:none");
            canvas.Open($"fill:none;stroke:{colour};stroke-width:1.2");
            foreach (var value in box.Beyond)
                canvas.Path($"{To('M', x - 3, layout.Y.Of(value))}a3 3 0 1 1 6 0a3 3 0 1 1 -6 0Z", NotebookKit.Text.Numbers.Measure(value));
            canvas.Close();
        }
    }

    /// <summary>The least and the largest value, with the shades between them.</summary>
    public static void Key(SvgCanvas canvas, CellTrace trace, double y, bool percent)
    {
        const int Steps = 6, Side = 14;
        string Shown(double value) => percent ? NotebookKit.Text.Numbers.Percent(value) : NotebookKit.Text.Numbers.Measure(value);
        var x = FigureLayout.Pad + TextWidth.Of(Shown(trace.Low)) + 6;
        canvas.Text(FigureLayout.Pad, y, Shown(trace.Low), Shown(trace.Low), style: "fill:var(--nk-muted,#68748a)");
        for (var i = 0; i < Steps; i++)
            canvas.Rect(x + (i * Side), y - 10, Side - 1, 12, style: $"fill:{trace.Paint.Css};fill-opacity:{N(Opacity(i / (Steps - 1.0)))}");
        canvas.Text(x + (Steps * Side) + 5, y, Shown(trace.High), Shown(trace.High), style: "fill:var(--nk-muted,#68748a)");
    }

    private static double Opacity(double shade) => PalestShade + (shade * (StrongestShade - PalestShade));

    public static void Draw(SvgCanvas canvas, CellTrace trace, FigureLayout layout)
    {
        var (wide, high) = (Math.Abs(layout.X.Of(0.5) - layout.X.Of(-0.5)), Math.Abs(layout.Y.Of(0.5) - layout.Y.Of(-0.5)));
        foreach (var cell in trace.Cells)
        {
            canvas.Rect(layout.X.Of(cell.Column - 0.5) + 0.5, layout.Y.Of(cell.Row - 0.5) + 0.5, Math.Max(0.5, wide - 1), Math.Max(0.5, high - 1), cell.Hint,
                style: $"fill:{trace.Paint.Css};fill-opacity:{N(Opacity(cell.Shade))}");
        }

        if (!layout.ShowsTexts(trace)) return;
        canvas.Open("fill:currentColor;font-size:11px;pointer-events:none");
        foreach (var cell in trace.Cells) canvas.Text(layout.X.Of(cell.Column), layout.Y.Of(cell.Row) + 4, cell.Text, cell.Text, "middle");
        canvas.Close();
    }
}
