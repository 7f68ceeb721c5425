using System.Text;
using static NotebookKit.Display.Charts.SvgCanvas;

namespace NotebookKit.Display.Charts;

/// <summary>Draws bars, with hatching where colour alone would tell series apart.</summary>
internal static class SvgBars
{
    private const double LeastLength = 1.5, LeastHatched = 5;

    public static void Draw(SvgCanvas canvas, BarTrace trace, bool hatched, FigureLayout layout)
    {
        canvas.Open($"fill:{trace.Paint.Css}");
        var places = trace.Bars.Select(b => Place(trace, b, layout)).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            var (x, y, width, height) = places[i];
            canvas.Rect(x, y, width, height, trace.Ground ? null : trace.Hint(trace.Bars[i]), Math.Min(2, Math.Min(width, height) / 4));
        }

        if (hatched && trace.Paint.Shape > 0)
            foreach (var (x, y, width, height) in places) Hatch(canvas, trace.Paint, x, y, width, height);
        canvas.Close();
        Texts(canvas, trace, places, layout);
    }

    /// <summary>Thin lines over a bar, of a kind for each series: rising, falling, level, upright, and so on with wider spaces.</summary>
    public static void Hatch(SvgCanvas canvas, Paint paint, double x, double y, double width, double height)
    {
        if (paint.Shape == 0 || width < LeastHatched || height < LeastHatched) return;
        var space = 7 + (3 * ((paint.Shape - 1) / 4));
        var path = new StringBuilder();
        switch ((paint.Shape - 1) % 4)
        {
            case 0:
            case 1:
                // A slanted line meets the frame at two of its sides; at = where it would leave the upper side.
                for (double at = space; at < width + height; at += space)
                {
                    var (x1, y1) = at <= width ? (at, 0.0) : (width, at - width);
                    var (x2, y2) = at <= height ? (0.0, at) : (at - height, height);
                    var falling = (paint.Shape - 1) % 4 == 1;
                    path.Append(To('M', falling ? x + width - x1 : x + x1, y + y1)).Append(To('L', falling ? x + width - x2 : x + x2, y + y2));
                }

                break;
            case 2:
                for (var at = space / 2.0; at < height; at += space) path.Append(To('M', x, y + at)).Append('h').Append(N(width));
                break;
            default:
                for (var at = space / 2.0; at < width; at += space) path.Append(To('M', x + at, y)).Append('v').Append(N(height));
                break;
        }

        if (path.Length > 0) canvas.Path(path.ToString(), style: "fill:none;stroke:var(--nk-paper,#ffffff);stroke-width:1;stroke-opacity:.5;pointer-events:none");
    }

    /// <summary>The rectangle of a bar; one that is not nothing is always seen.</summary>
    private static (double X, double Y, double Width, double Height) Place(BarTrace trace, Bar bar, FigureLayout layout)
    {
        var (along, across) = trace.Horizontal ? (layout.X, layout.Y) : (layout.Y, layout.X);
        var (from, to) = (along.Of(bar.From), along.Of(bar.To));
        if (bar.From != bar.To && Math.Abs(to - from) < LeastLength) to = from + (LeastLength * (trace.Horizontal == bar.To > bar.From ? 1 : -1));
        var (side, end) = (across.Of(bar.At - (bar.Width / 2)), across.Of(bar.At + (bar.Width / 2)));
        var (thinFrom, thin) = (Math.Min(side, end), Math.Max(0.5, Math.Abs(end - side) - 1));
        var (longFrom, length) = (Math.Min(from, to), Math.Abs(to - from));
        // A seam between stacked parts.
        if (trace.Stacked && length > 4) length -= 1;
        return trace.Horizontal ? (longFrom, thinFrom, length, thin) : (thinFrom, longFrom, thin, length);
    }

    private static void Texts(SvgCanvas canvas, BarTrace trace, List<(double X, double Y, double Width, double Height)> places, FigureLayout layout)
    {
        if (!layout.ShowsTexts(trace)) return;
        canvas.Open("fill:var(--nk-muted,#68748a)");
        foreach (var (bar, (x, y, width, height)) in trace.Bars.Zip(places).Where(b => b.First.Text is not null))
        {
            var negative = bar.To < 0;
            if (!trace.Horizontal) canvas.Text(x + (width / 2), negative ? y + height + 13 : y - 5, bar.Text!, bar.Text!, "middle");
            else canvas.Text(negative ? layout.X.Of(0) + 6 : x + width + 6, y + (height / 2) + 4, bar.Text!, bar.Text!);
        }

        canvas.Close();
    }
}
