using System.Globalization;

namespace NotebookKit.Display.Charts;

/// <summary>Writes the traces of a figure as traces of Plotly.</summary>
internal static class PlotlyTraces
{
    private static readonly string[] Symbols = ["circle", "square", "triangle-up", "diamond", "x", "cross", "triangle-down", "circle-open"];
    private static readonly string[] Dashes = ["solid", "dash", "dot", "longdashdot", "longdash", "dashdot", "4px,2px", "8px,3px,2px,3px"];
    private static readonly string[] Hatches = ["", "/", "\\", "-", "|", "x", "+", "."];

    public static void Write(PlotlyWriter json, Trace trace, Figure figure, FigureLayout layout, PlotlyTheme theme)
    {
        if (trace is BarTrace { Bars.Count: 0 } or DotTrace { Dots.Count: 0 }) return;
        switch (trace)
        {
            case BarTrace bars: json.Object(null, () => Bars(json, bars, figure, layout, theme)); break;
            case DotTrace dots: json.Object(null, () => Dots(json, dots, figure, theme)); break;
            case BoxTrace boxes: Boxes(json, boxes, theme); break;
            case CellTrace cells: json.Object(null, () => Cells(json, cells, figure, layout)); break;
            case AreaTrace areas: foreach (var area in areas.Areas) json.Object(null, () => Outline(json, area, areas, theme)); break;
            case LabelTrace labels: json.Object(null, () => Labels(json, labels, layout, theme)); break;
            default: throw new InvalidOperationException($"No Plotly trace for {trace.GetType().Name}.");
        }
    }

    private static void Begin(PlotlyWriter json, string type, Trace trace, Figure? figure)
    {
        json.Set("type", type);
        json.Set("name", PlotlyText.Label(trace.Name));
        json.Set("showlegend", figure is not null && figure.Keys.Contains(trace));
    }

    private static void Hints(PlotlyWriter json, IEnumerable<string> hints)
    {
        json.Set("hoverinfo", "text");
        json.Texts("hovertext", hints.Select(PlotlyText.Hint));
    }

    private static void Bars(PlotlyWriter json, BarTrace trace, Figure figure, FigureLayout layout, PlotlyTheme theme)
    {
        Begin(json, "bar", trace, figure);
        json.Set("orientation", trace.Horizontal ? "h" : "v");
        json.Numbers(trace.Horizontal ? "y" : "x", trace.Bars.Select(b => b.At));
        json.Numbers(trace.Horizontal ? "x" : "y", trace.Bars.Select(b => b.To - b.From));
        json.Numbers("base", trace.Bars.Select(b => b.From));
        json.Numbers("width", trace.Bars.Select(b => b.Width));
        if (trace.Ground) json.Set("hoverinfo", "skip");
        else Hints(json, trace.Bars.Select(trace.Hint));
        if (layout.ShowsTexts(trace))
        {
            json.Texts("text", trace.Bars.Select(b => PlotlyText.Line(b.Text ?? "")));
            json.Set("textposition", "outside");
            json.Set("textangle", 0);
            json.Set("cliponaxis", false);
            json.Object("textfont", () => json.Set("color", theme.Text));
        }

        json.Object("marker", () =>
        {
            // The ground of a bar is a veil, so that it suits pages of any colour.
            json.Set("color", trace.Ground ? "rgba(128,138,155,0.16)" : theme.Mark(trace.Paint));
            var hatch = Hatches[trace.Paint.Shape % Hatches.Length];
            if (figure.Keys.Count == 0 || hatch.Length == 0) return;
            json.Object("pattern", () =>
            {
                json.Set("shape", hatch);
                json.Set("size", 6);
                json.Set("solidity", 0.15);
                json.Set("fillmode", "overlay");
                json.Set("fgcolor", "rgba(255,255,255,0.55)");
                json.Set("bgcolor", theme.Mark(trace.Paint));
            });
        });
    }

    private static void Dots(PlotlyWriter json, DotTrace trace, Figure figure, PlotlyTheme theme)
    {
        var many = trace.Dots.Count > 400;
        Begin(json, "scatter", trace, figure);
        json.Set("mode", !trace.Connected ? "markers" : trace.Marked ? "lines+markers" : "lines");
        if (figure.X.Kind == AxisKind.Date) json.Texts("x", trace.Dots.Select(d => FigurePlotly.Date(d.X)));
        else json.Numbers("x", trace.Dots.Select(d => d.X));
        json.Numbers("y", trace.Dots.Select(d => d.Y));
        Hints(json, trace.Dots.Select(d => d.Hint));
        if (trace.Connected) json.Object("line", () => { json.Set("color", theme.Mark(trace.Paint)); json.Set("width", 2); json.Set("dash", Dashes[trace.Paint.Shape % Dashes.Length]); });
        if (trace.Connected && !trace.Marked) return;
        json.Set("cliponaxis", false);
        json.Object("marker", () =>
        {
            json.Set("color", theme.Mark(trace.Paint));
            json.Set("symbol", Symbols[trace.Paint.Shape % Symbols.Length]);
            json.Set("size", many ? 5 : 8);
            json.Set("opacity", many ? 0.6 : 1);
        });
    }

    private static void Boxes(PlotlyWriter json, BoxTrace trace, PlotlyTheme theme)
    {
        var colour = theme.Mark(trace.Paint);
        json.Object(null, () =>
        {
            Begin(json, "box", trace, null);
            json.Numbers("x", trace.Boxes.Select(b => b.At));
            json.Numbers("lowerfence", trace.Boxes.Select(b => b.Low));
            json.Numbers("q1", trace.Boxes.Select(b => b.Q1));
            json.Numbers("median", trace.Boxes.Select(b => b.Median));
            json.Numbers("q3", trace.Boxes.Select(b => b.Q3));
            json.Numbers("upperfence", trace.Boxes.Select(b => b.High));
            json.Set("width", 0.5);
            json.Set("hoverinfo", "y");
            json.Set("fillcolor", Veil(colour, 0.28));
            json.Object("line", () => json.Set("color", colour));
        });
        var beyond = trace.Boxes.SelectMany(b => b.Beyond.Select(v => (b.At, Value: v))).ToList();
        if (beyond.Count == 0) return;
        json.Object(null, () =>
        {
            Begin(json, "scatter", trace, null);
            json.Set("mode", "markers");
            json.Numbers("x", beyond.Select(b => b.At));
            json.Numbers("y", beyond.Select(b => b.Value));
            Hints(json, beyond.Select(b => NotebookKit.Text.Numbers.Measure(b.Value)));
            json.Object("marker", () => { json.Set("color", colour); json.Set("symbol", "circle-open"); json.Set("size", 6); });
        });
    }

    private static void Cells(PlotlyWriter json, CellTrace trace, Figure figure, FigureLayout layout)
    {
        var cells = trace.Cells.ToDictionary(c => (c.Row, c.Column));
        var (rows, columns) = (figure.Y.Fixed.Count, figure.X.Fixed.Count);
        void Grid(string name, Action<Cell?> cell) => json.List(name, Enumerable.Range(0, rows), r => json.List(null, Enumerable.Range(0, columns), c => cell(cells.GetValueOrDefault((r, c)))));
        Begin(json, "heatmap", trace, null);
        json.Numbers("x", Enumerable.Range(0, columns).Select(c => (double)c));
        json.Numbers("y", Enumerable.Range(0, rows).Select(r => (double)r));
        Grid("z", c => json.Number(c?.Value ?? double.NaN));
        json.Set("zmin", trace.High > trace.Low ? trace.Low : trace.Low - 1);
        json.Set("zmax", trace.High > trace.Low ? trace.High : trace.High + 1);
        json.Set("hoverinfo", "text");
        json.Set("hoverongaps", false);
        Grid("hovertext", c => json.Text(PlotlyText.Hint(c?.Hint ?? "")));
        var texts = layout.ShowsTexts(trace);
        if (texts)
        {
            Grid("text", c => json.Text(PlotlyText.Line(c?.Text ?? "")));
            json.Set("texttemplate", "%{text}");
            // The shades are pale in every theme, so their text is dark in every theme.
            json.Object("textfont", () => { json.Set("color", Palette.Ink.Light); json.Set("size", 11); });
        }

        json.List("colorscale", new[] { (0.0, "#e9effb"), (1.0, "#7f9fe2") }, s => json.List(null, new[] { 0, 1 }, i =>
        {
            if (i == 0) json.Number(s.Item1);
            else json.Text(s.Item2);
        }));
        json.Set("xgap", 1);
        json.Set("ygap", 1);
        json.Set("showscale", !texts);
        if (!texts) json.Object("colorbar", () => { json.Set("thickness", 10); json.Set("outlinewidth", 0); json.Set("tickformat", trace.Percent ? "~%" : ""); });
    }

    private static void Outline(PlotlyWriter json, Area area, AreaTrace trace, PlotlyTheme theme)
    {
        Begin(json, "scatter", trace, null);
        json.Set("mode", "lines");
        json.Numbers("x", area.Outline.Append(area.Outline[0]).Select(p => p.X));
        json.Numbers("y", area.Outline.Append(area.Outline[0]).Select(p => p.Y));
        json.Set("fill", "toself");
        json.Set("fillcolor", Veil(theme.Mark(trace.Paint), trace.Opacity));
        json.Object("line", () => json.Set("width", 0));
        json.Set("hoveron", "fills");
        json.Set("hoverinfo", "text");
        json.Set("text", PlotlyText.Hint(area.Hint));
    }

    private static void Labels(PlotlyWriter json, LabelTrace trace, FigureLayout layout, PlotlyTheme theme)
    {
        Begin(json, "scatter", trace, null);
        json.Set("mode", "text");
        json.Numbers("x", trace.Labels.Select(l => l.X));
        json.Numbers("y", trace.Labels.Select(l => l.Y));
        json.Texts("text", trace.Labels.Select(l => " " + PlotlyText.Line(layout.Shown(l))));
        json.Set("textposition", "middle right");
        json.Set("hoverinfo", "skip");
        json.Set("cliponaxis", false);
        json.Object("textfont", () => json.Set("color", theme.Text));
    }

    /// <summary>A colour that lets the ground shine through.</summary>
    private static string Veil(string colour, double opacity)
    {
        int Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({Part(1)},{Part(3)},{Part(5)},{opacity:0.##})");
    }
}
