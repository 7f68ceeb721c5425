namespace NotebookKit.Display.Charts;

/// <summary>Writes a figure as text.</summary>
internal static class FigureText
{
    public static string Render(Figure figure) => string.Join('\n', figure.Notes.Prepend(figure.Table.ToText()));
}
