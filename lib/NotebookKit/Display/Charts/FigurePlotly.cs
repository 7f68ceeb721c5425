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
            json.List("data", figure.Traces, t => PlotlyTraces.Write(json, t, figure, theme));
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
        var notes = figure.Notes.Count > 0 ? 16 * figure.Notes.Count : 0;
        var keys = figure.Keys.Count > 0;
        var top = (figure.Options.ShowTitle ? 34 : 12) + notes + (keys ? 26 : 0) + 8;
        json.Set("height", Math.Round(layout.Height - layout.Top + top + 10));
        json.Set("autosize", true);
        json.Object("title", () =>
        {
            json.Set("text", figure.Options.ShowTitle ? PlotlyText.Line(TextWidth.Cut(Visible.Line(figure.Title), figure.Options.Width - 20, FigureLayout.TitleSize)) : "");
            json.Object("font", () => json.Set("size", 14));
            json.Set("x", 0);
            json.Set("xref", "container");
            json.Set("xanchor", "left");
            json.Set("y", 1);
            json.Set("yref", "container");
            json.Set("yanchor", "top");
            json.Object("pad", () => { json.Set("l", 10); json.Set("t", 10); });
            if (notes == 0) return;
            json.Object("subtitle", () =>
            {
                json.Set("text", string.Join("<br>", figure.Notes.Select(PlotlyText.Line)));
                json.Object("font", () => { json.Set("size", 11); json.Set("color", theme.Text); });
            });
        });
        json.Object("font", () => { json.Set("family", "system-ui,sans-serif"); json.Set("size", 12); json.Set("color", theme.Text); });
        json.Set("paper_bgcolor", Clear);
        json.Set("plot_bgcolor", Clear);
        json.Object("margin", () =>
        {
            json.Set("l", Math.Round(layout.Left));
            json.Set("r", Math.Round(layout.Right));
            json.Set("t", top);
            json.Set("b", Math.Round(Math.Max(30, layout.Height - layout.Bottom - (15 * layout.NoteLines.Count))));
        });
        json.Set("showlegend", keys);
        if (keys)
            json.Object("legend", () => { json.Set("orientation", "h"); json.Set("x", 0); json.Set("y", 1); json.Set("yanchor", "bottom"); json.Set("traceorder", "normal"); });
        json.Set("barmode", "overlay");
        json.Set("hovermode", "closest");
        json.Object("hoverlabel", () => { json.Set("align", "left"); json.Set("namelength", -1); });
        json.Object("xaxis", () => Axis(json, figure.X, layout.X, figure, theme));
        json.Object("yaxis", () => Axis(json, figure.Y, layout.Y, figure, theme));
        json.List("annotations", figure.Side, s => Side(json, s));
    }

    private static void Axis(PlotlyWriter json, Axis axis, Scale scale, Figure figure, PlotlyTheme theme)
    {
        json.Set("type", axis.Kind switch { AxisKind.Log => "log", AxisKind.Date => "date", _ => "linear" });
        var ends = axis.Kind == AxisKind.Log ? (Low: Math.Log10(scale.Low), High: Math.Log10(scale.High)) : (scale.Low, scale.High);
        var (low, high) = axis.Down ? (ends.High, ends.Low) : ends;
        if (axis.Kind == AxisKind.Date) json.List("range", new[] { low, high }, m => json.Text(Date(m)));
        else json.Numbers("range", [low, high]);
        json.Set("visible", !axis.Hidden && !figure.IsEmpty);
        json.Set("automargin", true);
        json.Set("zeroline", false);
        json.Set("gridcolor", theme.Grid);
        json.Set("linecolor", theme.Grid);
        if (axis.Title is { Length: > 0 } title) json.Object("title", () => json.Set("text", PlotlyText.Label(title)));
        if (axis.Kind == AxisKind.Fixed)
        {
            json.Set("showgrid", false);
            json.Set("tickmode", "array");
            json.Numbers("tickvals", axis.Fixed.Select(t => t.At));
            json.Texts("ticktext", axis.Fixed.Select(t => PlotlyText.Label(t.Text)));
        }
        else
        {
            if (axis.Percent) json.Set("tickformat", "~%");
            else json.Set("exponentformat", Math.Max(Math.Abs(scale.Low), Math.Abs(scale.High)) is >= 1e15 or < 1e-3 ? "e" : "SI");
            json.Set("separatethousands", true);
        }
    }

    private static void Side(PlotlyWriter json, SideText side) => json.Object(null, () =>
    {
        json.Set("xref", "paper");
        json.Set("x", 1);
        json.Set("xanchor", "left");
        json.Set("y", side.At);
        json.Set("yanchor", "middle");
        json.Set("showarrow", false);
        json.Set("align", "left");
        json.Set("text", side.Strong ? $"<b>{PlotlyText.Line(side.Number)}</b>  {PlotlyText.Line(side.Remark)}" : $"{PlotlyText.Line(side.Number)}  {PlotlyText.Line(side.Remark)}");
    });

    /// <summary>A moment as Plotly reads it: without a zone, since it shows what it is given.</summary>
    public static string Date(double milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
