namespace NotebookKit.Display.Charts;

/// <summary>Writes an axis of Plotly, with what its kind knows and no more.</summary>
internal static class PlotlyAxis
{
    public static void Write(PlotlyWriter json, Axis axis, Scale scale, Figure figure, FigureLayout layout, PlotlyTheme theme)
    {
        if (figure.IsEmpty)
        {
            json.Set("visible", false);
            return;
        }

        json.Set("type", axis.Kind switch { AxisKind.Log => "log", AxisKind.Date => "date", _ => "linear" });
        var ends = axis.Kind == AxisKind.Log ? (Low: Math.Log10(scale.Low), High: Math.Log10(scale.High)) : (scale.Low, scale.High);
        var (low, high) = axis.Down ? (ends.High, ends.Low) : ends;
        if (axis.Kind == AxisKind.Date) json.List("range", new[] { low, high }, m => json.Text(FigurePlotly.Date(m)));
        else json.Numbers("range", [low, high]);
        if (axis.Hidden)
        {
            json.Set("visible", false);
            return;
        }

        json.Set("automargin", true);
        json.Set("zeroline", false);
        json.Set("linecolor", theme.Grid);
        if (axis.Title is { Length: > 0 } title)
            json.Object("title", () => { json.Set("text", PlotlyText.Label(title)); json.Object("font", () => json.Set("size", 12)); });
        if (axis.Kind == AxisKind.Fixed)
        {
            Places(json, axis, figure, layout);
            return;
        }

        json.Set("gridcolor", theme.Grid);
        if (axis.Kind == AxisKind.Date) return;
        if (axis.Percent)
        {
            json.Set("tickformat", "~%");
            return;
        }

        json.Set("exponentformat", Math.Max(Math.Abs(scale.Low), Math.Abs(scale.High)) is >= 1e15 or < 1e-3 ? "e" : "SI");
        json.Set("separatethousands", true);
        if (axis.Whole && scale.High - scale.Low <= 5) json.Set("dtick", 1);
    }

    /// <summary>Texts at given places: as many, as long and as slanted as in the static picture.</summary>
    private static void Places(PlotlyWriter json, Axis axis, Figure figure, FigureLayout layout)
    {
        json.Set("showgrid", false);
        json.Set("ticks", "");
        json.Set("tickmode", "array");
        var shown = ReferenceEquals(axis, figure.Y)
            ? [.. axis.Fixed.Select(t => (t.At, Text: layout.YShown(t)))]
            : layout.Labels.Items.Select(i => (i.At, Text: i.Shown)).ToList();
        json.Numbers("tickvals", shown.Select(t => t.At));
        json.Texts("ticktext", shown.Select(t => PlotlyText.Line(t.Text)));
        if (ReferenceEquals(axis, figure.X)) json.Set("tickangle", layout.Labels.IsSlanted ? -XLabels.Slant : 0);
    }
}
