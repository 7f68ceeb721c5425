namespace NotebookKit.Display.Charts;

/// <summary>Writes a figure as Plotly JSON.</summary>
internal static class FigurePlotly
{
    public static string Render(Figure figure, PlotlyTheme theme) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"data\":[],\"layout\":{{\"height\":{figure.PlotHeight},\"font\":{{\"color\":\"{theme.Text}\"}} }},\"config\":{{}}}}");
}
