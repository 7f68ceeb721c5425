using System.Globalization;

namespace NotebookKit.Display.Charts;

/// <summary>Writes a figure as Plotly JSON, with the traces that the bundle "cartesian" of plotly.js has: bar, scatter, box, heatmap.</summary>
internal static class FigurePlotly
{
    private const string Clear = "rgba(0,0,0,0)";

    public static string Render(Figure figure, PlotlyTheme theme)
    {
        using var json = new PlotlyWriter();
        var layout = new FigureLayout(figure);
        json.Object(null, () =>
        {
            json.List("data", figure.IsEmpty ? [] : figure.Traces, t => PlotlyTraces.Write(json, t, figure, layout, theme));
            json.Object("layout", () => Layout(json, figure, layout, theme));
            json.Object("config", () =>
            {
                json.Set("responsive", true);
                json.Set("displaylogo", false);
                json.Set("typesetMath", false);
                // Nothing leaves the page: no address of a server, no button to send to one.
                json.Set("plotlyServerURL", "");
                json.Set("showSendToCloud", false);
            });
        });
        return json.ToString();
    }

    private static void Layout(PlotlyWriter json, Figure figure, FigureLayout layout, PlotlyTheme theme)
    {
        var top = Title(json, figure, layout, theme);
        var bottom = Math.Max(24, layout.Height - layout.Bottom - (15 * layout.NoteLines.Count)) + (figure.X.Title is { Length: > 0 } ? 6 : 0);
        json.Set("height", Math.Round(top + layout.PlotHeight + bottom));
        json.Set("autosize", true);
        json.Object("font", () => { json.Set("family", "system-ui,sans-serif"); json.Set("size", 12); json.Set("color", theme.Text); });
        json.Set("paper_bgcolor", Clear);
        json.Set("plot_bgcolor", Clear);
        json.Object("margin", () =>
        {
            json.Set("l", Math.Round(layout.Left));
            json.Set("r", Math.Round(layout.Right));
            json.Set("t", top);
            json.Set("b", Math.Round(bottom));
        });
        json.Set("showlegend", layout.Keys.Count > 0);
        if (layout.Keys.Count > 0)
            json.Object("legend", () => { json.Set("orientation", "h"); json.Set("x", 0); json.Set("y", 1); json.Set("yanchor", "bottom"); json.Set("traceorder", "normal"); });
        if (!figure.IsEmpty && figure.Traces[0] is BarTrace) json.Set("barmode", "overlay");
        json.Set("hovermode", "closest");
        json.Object("hoverlabel", () => { json.Set("align", "left"); json.Set("namelength", -1); });
        json.Object("modebar", () =>
        {
            json.Set("bgcolor", Clear);
            json.Set("color", theme.Grid);
            json.Set("activecolor", theme.Text);
            json.Texts("remove", ["lasso2d", "select2d"]);
        });
        json.Object("xaxis", () => PlotlyAxis.Write(json, figure.X, layout.X, figure, layout, theme));
        json.Object("yaxis", () => PlotlyAxis.Write(json, figure.Y, layout.Y, figure, layout, theme));
        Annotations(json, "annotations", figure, layout);
    }

    /// <summary>Writes the title and the notes below it; the margin that they and the legend need.</summary>
    private static double Title(PlotlyWriter json, Figure figure, FigureLayout layout, PlotlyTheme theme)
    {
        var title = figure.Options.ShowTitle ? TextWidth.Cut(Visible.Line(figure.Title), figure.Options.Width - 20, FigureLayout.TitleSize) : "";
        json.Object("title", () =>
        {
            json.Set("text", PlotlyText.Line(title));
            json.Object("font", () => json.Set("size", 14));
            json.Set("x", 0);
            json.Set("xref", "container");
            json.Set("xanchor", "left");
            json.Set("y", 1);
            json.Set("yref", "container");
            json.Set("yanchor", "top");
            json.Object("pad", () => { json.Set("l", 10); json.Set("t", 10); });
            if (layout.NoteLines.Count == 0) return;
            json.Object("subtitle", () =>
            {
                json.Set("text", string.Join("<br>", layout.NoteLines.Select(PlotlyText.Line)));
                json.Object("font", () => { json.Set("size", 11); json.Set("color", theme.Text); });
            });
        });
        return (title.Length > 0 ? 38 : 20) + (layout.NoteLines.Count * 16) + (layout.Keys.Select(k => k.Y).Distinct().Count() * 22) + (layout.NoteLines.Count > 0 ? 8 : 0);
    }

    /// <summary>The texts at the right of rows: numbers that end at one line, remarks that begin at one. Or that there is nothing.</summary>
    private static void Annotations(PlotlyWriter json, string name, Figure figure, FigureLayout layout)
    {
        if (figure.IsEmpty)
        {
            json.List(name, [0], _ => Note(json, "paper", 0.5, 0.5, "center", 0, "nothing to show"));
            return;
        }

        var number = layout.Side.NumberEnd - (layout.Width - layout.Right);
        json.List(name, figure.Side.SelectMany(s => new[] { (Text: s, IsNumber: true), (Text: s, IsNumber: false) }), s =>
        {
            var shown = s.IsNumber ? PlotlyText.Line(s.Text.Number) : PlotlyText.Line(TextWidth.Cut(s.Text.Remark, layout.Side.RemarkRoom));
            Note(json, "y", 1, s.Text.At, s.IsNumber ? "right" : "left", Math.Round(s.IsNumber ? number : number + 14), s.IsNumber && s.Text.Strong ? $"<b>{shown}</b>" : shown);
        });
    }

    private static void Note(PlotlyWriter json, string yref, double x, double y, string anchor, double shift, string text) => json.Object(null, () =>
    {
        json.Set("xref", "paper");
        json.Set("yref", yref);
        json.Set("x", x);
        json.Set("y", y);
        json.Set("xanchor", anchor);
        json.Set("yanchor", "middle");
        json.Set("xshift", shift);
        json.Set("showarrow", false);
        json.Set("text", text);
    });

    /// <summary>A moment as Plotly reads it: without a zone, since it shows what it is given.</summary>
    public static string Date(double milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
