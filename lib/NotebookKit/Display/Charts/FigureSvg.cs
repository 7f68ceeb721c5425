using NotebookKit.Text;
using static NotebookKit.Display.Charts.SvgCanvas;

namespace NotebookKit.Display.Charts;

/// <summary>Draws a figure as static SVG: no script, no reference, no id.</summary>
internal static class FigureSvg
{
    private const string Muted = "fill:var(--nk-muted,#68748a)", Ground = "var(--nk-paper,#ffffff)";

    private static readonly string Colours =
        $".nk-alone{{{Palette.Variables(dark: false)}color:{Palette.Ink.Light}}}"
        + $"@media(prefers-color-scheme:dark){{.nk-alone{{{Palette.Variables(dark: true)}color:{Palette.Ink.Dark}}}}}";

    /// <summary>The picture; one that stands alone brings its colours and its ground along.</summary>
    public static Html Render(Figure figure, bool alone)
    {
        var layout = new FigureLayout(figure);
        var canvas = new SvgCanvas();
        Titles(canvas, figure, layout);
        if (figure.IsEmpty)
        {
            canvas.Text(layout.Left + (layout.PlotWidth / 2), layout.Top + (layout.PlotHeight / 2), "nothing to show", "nothing to show", "middle", Muted);
        }
        else
        {
            Axes(canvas, figure, layout);
            foreach (var trace in figure.Traces) SvgMarks.Draw(canvas, trace, figure, layout);
            BaseLine(canvas, figure, layout);
            YTexts(canvas, figure, layout);
            XTexts(canvas, figure, layout);
            SideTexts(canvas, figure, layout);
        }

        for (var i = 0; i < layout.NoteLines.Count; i++)
        {
            var y = layout.Height - FigureLayout.Pad - ((layout.NoteLines.Count - 1 - i) * (FigureLayout.LineHeight - 1)) - 2;
            canvas.Text(FigureLayout.Pad, y, layout.NoteLines[i], layout.NoteLines[i], style: Muted + ";font-size:11px");
        }

        return Html.Trusted($"{Head(figure, layout, alone)}{canvas}</svg>");
    }

    private static string Head(Figure figure, FigureLayout layout, bool alone)
    {
        var (width, height) = (N(layout.Width), N(layout.Height));
        var size = alone ? $" width=\"{width}\" height=\"{height}\"" : "";
        // Alone it may still stand in a page that is narrower than it.
        var fit = alone ? "max-width:100%;height:auto;" : $"width:100%;max-width:{width}px;height:auto;";
        // Texts are placed by their ends: in a page that runs from right to left, ends would change sides.
        var head = $"<svg class=\"nk-chart{(alone ? " nk-alone" : "")}\" xmlns=\"http://www.w3.org/2000/svg\"{size} viewBox=\"0 0 {width} {height}\" role=\"img\" "
            + $"style=\"{fit}font:12px system-ui,sans-serif;direction:ltr\">{SvgCanvas.Element("title", Visible.Line(figure.Title))}{SvgCanvas.Element("desc", Description(figure))}";
        return alone ? $"{head}<style>{Colours}</style><rect width=\"{width}\" height=\"{height}\" style=\"fill:{Ground}\"/>" : head;
    }

    /// <summary>What a screen reader says after the title: the kind, and the numbers as far as a listener can bear them.</summary>
    private static string Description(Figure figure)
    {
        const int Rows = 12;
        var table = figure.Table;
        var rows = table.Rows.Take(Rows).Select(r => Visible.Cut(Visible.Line(r[0] ?? Table.None), 60) + ": " + string.Join(", ", r.Skip(1).Select((c, i) => $"{table.Columns[i + 1].Name} {c}".Trim())));
        var more = table.Rows.Count > Rows ? $"; and {Numbers.Count(table.Rows.Count - Rows)} more" : "";
        var text = figure.IsEmpty ? $"{figure.Kind}: nothing to show." : $"{figure.Kind}. {string.Join("; ", rows)}{more}.";
        return Visible.Line(string.Join(' ', figure.Notes.Prepend(text)));
    }

    private static void Titles(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        for (var i = 0; i < layout.TitleLines.Count; i++)
            canvas.Text(FigureLayout.Pad, FigureLayout.Pad + 13 + (i * 19), layout.TitleLines[i], layout.TitleLines[i], style: "fill:currentColor;font-size:14px;font-weight:600");
        foreach (var (trace, x, y, shown) in layout.Keys)
        {
            SvgMarks.Key(canvas, trace, x, y - 10);
            canvas.Text(x + FigureLayout.KeyWidth(trace) + 6, y, shown, Visible.Line(trace.Name), style: Muted);
        }

        if (layout.ShadesY is { } shades && figure.Traces[0] is CellTrace cells) SvgBoxes.Key(canvas, cells, shades, cells.Percent);
    }

    private static void Axes(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        canvas.Open("stroke:var(--nk-grid,#dfe3ea);stroke-width:1;fill:none");
        if (!figure.Y.Hidden && figure.Y.Kind != AxisKind.Fixed)
            foreach (var tick in layout.Y.Ticks) canvas.Path($"{To('M', layout.Left, layout.Y.Of(tick.At))}H{N(layout.Width - layout.Right)}");
        if (!figure.X.Hidden && (figure.X.Kind != AxisKind.Fixed || figure.X.AtBorders) && !figure.Traces.Any(t => t is BarTrace { Horizontal: false }))
            foreach (var tick in layout.X.Ticks) canvas.Path($"{To('M', layout.X.Of(tick.At), layout.Top)}V{N(layout.Bottom)}");
        canvas.Close();
    }

    /// <summary>The line on which bars stand, above them.</summary>
    private static void BaseLine(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        if (figure.X.Hidden || figure.Traces[0] is not BarTrace bars) return;
        var line = bars.Horizontal
            ? $"{To('M', layout.X.Of(0), layout.Top)}V{N(layout.Bottom)}"
            : $"{To('M', layout.Left, layout.Y.Of(0))}H{N(layout.Width - layout.Right)}";
        canvas.Path(line, style: "stroke:var(--nk-muted,#68748a);stroke-width:1;fill:none");
    }

    private static void YTexts(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        if (figure.Y.Title is { Length: > 0 } title)
        {
            var (x, y) = (FigureLayout.Pad + 11, layout.Top + (layout.PlotHeight / 2));
            canvas.Text(x, y, TextWidth.Cut(Visible.Line(title), layout.PlotHeight + 20), Visible.Line(title), "middle", Muted, -90);
        }

        if (figure.Y.Hidden) return;
        var end = double.NaN;
        foreach (var tick in layout.Y.Ticks)
        {
            var (at, whole) = (layout.Y.Of(tick.At), Visible.Line(tick.Text));
            if (Math.Abs(at - end) < 13) continue;
            end = at;
            canvas.Text(layout.Left - 8, at + 4, layout.YShown(tick), whole, "end", figure.Y.Kind == AxisKind.Fixed ? "fill:currentColor" : Muted);
        }
    }

    private static void XTexts(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        var style = figure.X.Kind == AxisKind.Fixed && !figure.X.AtBorders ? "fill:currentColor" : Muted;
        foreach (var label in layout.Labels.Items)
        {
            if (layout.Labels.IsSlanted) canvas.Text(label.X + 4, layout.Bottom + 13, label.Shown, label.Whole, "end", style, -XLabels.Slant);
            else canvas.Text(label.X, layout.Bottom + 16, label.Shown, label.Whole, "middle", style);
        }

        if (figure.X.Title is not { Length: > 0 } title) return;
        var y = layout.Bottom + (figure.X.Hidden ? 4 : 8 + layout.Labels.Height) + 14;
        canvas.Text(layout.Left + (layout.PlotWidth / 2), y, TextWidth.Cut(Visible.Line(title), layout.PlotWidth), Visible.Line(title), "middle", Muted);
    }

    private static void SideTexts(SvgCanvas canvas, Figure figure, FigureLayout layout)
    {
        foreach (var side in figure.Side)
        {
            var y = layout.Y.Of(side.At) + 4;
            canvas.Text(layout.Side.NumberEnd, y, side.Number, side.Number, "end", side.Strong ? "fill:currentColor;font-weight:600" : "fill:currentColor");
            if (layout.Side.RemarkRoom > 20) canvas.Text(layout.Side.NumberEnd + 14, y, TextWidth.Cut(side.Remark, layout.Side.RemarkRoom), side.Remark, style: Muted);
        }
    }
}
