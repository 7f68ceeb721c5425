namespace NotebookKit.Display.Charts;

/// <summary>Draws a figure as static SVG.</summary>
internal static class FigureSvg
{
    public static Html Render(Figure figure, bool alone)
    {
        var svg = new Svg(figure.Options.Width, 40, figure.Title);
        return svg.Text(0, alone ? 20 : 21, figure.Title).Close();
    }
}
