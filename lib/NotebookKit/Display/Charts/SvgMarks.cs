using System.Text;
using static NotebookKit.Display.Charts.SvgCanvas;

namespace NotebookKit.Display.Charts;

/// <summary>Draws the marks of a trace.</summary>
internal static class SvgMarks
{
    private const int ManyDots = 400;

    private static readonly string[] Dashes = ["", "7 4", "2 3", "10 3 2 3", "12 4", "4 2", "1 4", "8 3 2 3 2 3"];

    public static void Draw(SvgCanvas canvas, Trace trace, Figure figure, FigureLayout layout)
    {
        switch (trace)
        {
            case BarTrace bars: SvgBars.Draw(canvas, bars, hatched: figure.Keys.Count > 0, layout); break;
            case DotTrace dots: Dots(canvas, dots, layout); break;
            case BoxTrace boxes: SvgBoxes.Draw(canvas, boxes, layout); break;
            case CellTrace cells: SvgBoxes.Draw(canvas, cells, layout); break;
            case AreaTrace areas: Areas(canvas, areas, layout); break;
            case LabelTrace labels: Labels(canvas, labels, layout); break;
            default: throw new InvalidOperationException($"No drawing for {trace.GetType().Name}.");
        }
    }

    /// <summary>The mark beside a name in the legend.</summary>
    public static void Key(SvgCanvas canvas, Trace trace, double x, double y)
    {
        const double High = 12;
        var wide = FigureLayout.KeyWidth(trace);
        var fill = trace.Paint.Css;
        switch (trace)
        {
            case DotTrace { Connected: true } line:
                canvas.Path($"{To('M', x, y + 6)}h{N(wide)}", style: Stroke(line));
                if (line.Marked) canvas.Path(Marker(line.Paint.Shape, x + (wide / 2), y + 6, 3.5), style: $"fill:{fill}");
                break;
            case DotTrace dots:
                canvas.Path(Marker(dots.Paint.Shape, x + (wide / 2), y + 6, 4.5), style: $"fill:{fill}");
                break;
            default:
                canvas.Rect(x, y, High, High, round: 2, style: $"fill:{fill}");
                SvgBars.Hatch(canvas, trace.Paint, x, y, High, High);
                break;
        }
    }

    private static void Dots(SvgCanvas canvas, DotTrace trace, FigureLayout layout)
    {
        if (trace.Connected) canvas.Path(Line(trace, layout), trace.Name.Length > 0 ? trace.Name : null, Stroke(trace));
        if (trace.Connected && !trace.Marked && trace.Dots.Count > ManyDots) return;
        var many = trace.Dots.Count > ManyDots;
        // Unmarked lines have points that are not seen, yet can be hovered.
        canvas.Open(trace.Marked ? $"fill:{trace.Paint.Css}{(many ? ";fill-opacity:.6" : "")}" : "fill:transparent");
        foreach (var dot in trace.Dots.Where(d => !double.IsNaN(d.Y)))
            canvas.Path(Marker(trace.Marked ? trace.Paint.Shape : 0, layout.X.Of(dot.X), layout.Y.Of(dot.Y), many ? 2.5 : trace.Connected ? 3.5 : 4), dot.Hint);
        canvas.Close();
    }

    private static string Line(DotTrace trace, FigureLayout layout)
    {
        var path = new StringBuilder();
        var broken = true;
        foreach (var dot in trace.Dots)
        {
            if (!double.IsNaN(dot.Y)) path.Append(To(broken ? 'M' : 'L', layout.X.Of(dot.X), layout.Y.Of(dot.Y)));
            broken = double.IsNaN(dot.Y);
        }

        return path.ToString();
    }

    private static string Stroke(DotTrace trace)
    {
        var dash = Dashes[trace.Paint.Shape % Dashes.Length];
        return $"fill:none;stroke:{trace.Paint.Css};stroke-width:2;stroke-linejoin:round{(dash.Length > 0 ? $";stroke-dasharray:{dash}" : "")}";
    }

    /// <summary>Circle, square, triangle, diamond, cross, plus, triangle on its tip, ring.</summary>
    private static string Marker(int shape, double x, double y, double r)
    {
        string P(params (double X, double Y)[] points) => string.Concat(points.Select((p, i) => To(i == 0 ? 'M' : 'L', x + (p.X * r), y + (p.Y * r)))) + "Z";
        string Ring(double size, int sweep) => $"{To('M', x - size, y)}a{N(size)} {N(size)} 0 1 {sweep} {N(2 * size)} 0a{N(size)} {N(size)} 0 1 {sweep} {N(-2 * size)} 0Z";
        return (shape % 8) switch
        {
            1 => P((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
            2 => P((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
            3 => P((0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)),
            4 => P((-1, -0.55), (-0.55, -1), (0, -0.45), (0.55, -1), (1, -0.55), (0.45, 0), (1, 0.55), (0.55, 1), (0, 0.45), (-0.55, 1), (-1, 0.55), (-0.45, 0)),
            5 => P((-0.32, -1.15), (0.32, -1.15), (0.32, -0.32), (1.15, -0.32), (1.15, 0.32), (0.32, 0.32), (0.32, 1.15), (-0.32, 1.15), (-0.32, 0.32), (-1.15, 0.32), (-1.15, -0.32), (-0.32, -0.32)),
            6 => P((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
            7 => Ring(r * 1.1, 1) + Ring(r * 0.55, 0),
            _ => Ring(r, 1),
        };
    }

    private static void Areas(SvgCanvas canvas, AreaTrace trace, FigureLayout layout)
    {
        canvas.Open($"fill:{trace.Paint.Css}{(trace.Opacity < 1 ? $";fill-opacity:{N(trace.Opacity)}" : "")}");
        foreach (var area in trace.Areas)
            canvas.Path(string.Concat(area.Outline.Select((p, i) => To(i == 0 ? 'M' : 'L', layout.X.Of(p.X), layout.Y.Of(p.Y)))) + "Z", area.Hint);
        canvas.Close();
    }

    private static void Labels(SvgCanvas canvas, LabelTrace trace, FigureLayout layout)
    {
        // A seam in the colour of the ground keeps letters legible on bands.
        canvas.Open("fill:currentColor;stroke:var(--nk-paper,#ffffff);stroke-width:3;stroke-opacity:.65;paint-order:stroke;stroke-linejoin:round");
        foreach (var label in trace.Labels)
        {
            var whole = Visible.Line(label.Text);
            var x = layout.X.Of(label.X) + (6 * label.Side);
            canvas.Text(x, layout.Y.Of(label.Y) + 4, layout.Shown(label), whole, label.Side switch { 0 => "middle", > 0 => "start", _ => "end" });
        }

        canvas.Close();
    }
}
