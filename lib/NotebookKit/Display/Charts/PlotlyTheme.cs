namespace NotebookKit.Display.Charts;

/// <summary>The colours of Plotly JSON, which knows no variables of a page.</summary>
public sealed record PlotlyTheme
{
    /// <summary>Suits light and dark pages: no ground of its own, text and marks with a contrast to both.</summary>
    public static PlotlyTheme Neutral { get; } = new() { Text = "#737d8c", Grid = "rgba(128,138,155,0.28)", IsDark = false };

    /// <summary>For a light page.</summary>
    public static PlotlyTheme Light { get; } = new() { Text = Palette.Ink.Light, Grid = Palette.Grid.Light, IsDark = false };

    /// <summary>For a dark page.</summary>
    public static PlotlyTheme Dark { get; } = new() { Text = Palette.Ink.Dark, Grid = Palette.Grid.Dark, IsDark = true };

    /// <summary>The colour of text and axes, as CSS writes colours.</summary>
    public required string Text { get; init; }

    /// <summary>The colour of the grid, as CSS writes colours.</summary>
    public required string Grid { get; init; }

    /// <summary>True for the marks' colours for dark grounds.</summary>
    public bool IsDark { get; init; }

    internal string Mark(Paint paint) => IsDark ? paint.Dark : paint.Light;
}
