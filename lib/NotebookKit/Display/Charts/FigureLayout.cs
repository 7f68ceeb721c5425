namespace NotebookKit.Display.Charts;

/// <summary>Where the parts of a figure stand in a picture: margins as wide as the texts in them, no text on another.</summary>
internal sealed class FigureLayout
{
    public const double Pad = 10, TitleSize = 14, NoteSize = 11, LineHeight = 16, AxisTitleRoom = 20, Swatch = 12;

    private const double MostGutter = 0.36, LeastPlot = 60;

    public FigureLayout(Figure figure)
    {
        var options = figure.Options;
        Width = options.Width;
        var inner = Width - (2 * Pad);
        TitleLines = options.ShowTitle ? TextWidth.Wrap(Visible.Line(figure.Title), inner, 2, TitleSize * 1.08) : [];
        Keys = Legend(figure, inner, Pad + (TitleLines.Count * 19), out var top);
        Top = top + (TitleLines.Count + Keys.Count > 0 ? 8 : 0) + (figure.Traces.OfType<BarTrace>().Any(t => !t.Horizontal && t.Bars.Any(b => b.Text is not null)) ? 14 : 4);
        var guess = options.Height is { } given ? Math.Max(40, given - Top - 50) : figure.PlotHeight;
        var upright = new Scale(figure.Y, 0, guess, Math.Max(2, (int)(guess / 46)));
        Left = Pad + (figure.Y.Title is { Length: > 0 } ? AxisTitleRoom : 0);
        YRoom = figure.Y.Hidden ? 0 : Math.Min(Width * MostGutter, upright.Ticks.Select(t => TextWidth.Of(Visible.Line(t.Text))).DefaultIfEmpty(0).Max());
        Left += YRoom + (figure.Y.Hidden ? 0 : 8);
        PlaceRight(figure);
        if (figure.X.Kind == AxisKind.Fixed && !figure.X.AtBorders) Left = Math.Max(Left, XLabels.LeftRoom(figure.X, Left, Width - Right));
        X = new Scale(figure.X, Left, Width - Right, XLabels.About(figure.X, PlotWidth));
        Labels = XLabels.Place(figure.X, X, PlotWidth);
        var below = (figure.X.Hidden ? 4 : 8 + Labels.Height) + (figure.X.Title is { Length: > 0 } ? AxisTitleRoom : 0);
        NoteLines = [.. figure.Notes.SelectMany(n => TextWidth.Wrap(Visible.Line(n), inner, 3, NoteSize))];
        var notes = NoteLines.Count == 0 ? 0 : 6 + (NoteLines.Count * (LineHeight - 1));
        PlotHeight = options.Height is { } height ? Math.Max(40, height - Top - below - notes - Pad) : figure.PlotHeight;
        Y = new Scale(figure.Y, Top + PlotHeight, Top, Math.Max(2, (int)(PlotHeight / 46)));
        Height = Top + PlotHeight + below + notes + Pad;
    }

    public double Width { get; }

    public double Height { get; }

    public double Top { get; }

    public double Left { get; }

    public double Right { get; private set; } = Pad + 6;

    /// <summary>Room for the texts of the upright axis.</summary>
    public double YRoom { get; }

    /// <summary>Where numbers at the right end, and room for the remarks behind them.</summary>
    public (double NumberEnd, double RemarkRoom) Side { get; private set; }

    public double PlotWidth => Width - Left - Right;

    public double PlotHeight { get; }

    public double Bottom => Top + PlotHeight;

    public Scale X { get; }

    public Scale Y { get; }

    public XLabels Labels { get; }

    public IReadOnlyList<string> TitleLines { get; }

    public IReadOnlyList<string> NoteLines { get; }

    public IReadOnlyList<(Trace Trace, double X, double Y, string Shown)> Keys { get; }

    private static List<(Trace Trace, double X, double Y, string Shown)> Legend(Figure figure, double inner, double top, out double bottom)
    {
        var keys = new List<(Trace Trace, double X, double Y, string Shown)>();
        double x = Pad, y = top + 14;
        foreach (var trace in figure.Keys)
        {
            var shown = TextWidth.Cut(Visible.Line(trace.Name), Math.Min(260, inner - 40));
            var width = Swatch + 16 + TextWidth.Of(shown) + 18;
            if (x > Pad && x + width - 18 > Pad + inner) (x, y) = (Pad, y + LineHeight + 2);
            keys.Add((trace, x, y, shown));
            x += width;
        }

        bottom = keys.Count == 0 ? top : y + 4;
        return keys;
    }

    /// <summary>Makes room at the right for what stands there.</summary>
    private void PlaceRight(Figure figure)
    {
        var texts = figure.Traces.OfType<BarTrace>().Where(t => t.Horizontal).SelectMany(t => t.Bars).Where(b => b.Text is not null && b.To >= 0).Select(b => TextWidth.Of(b.Text!) + 10);
        Right = Math.Max(Right, Math.Min(texts.DefaultIfEmpty(0).Max() + 4, Width - Left - LeastPlot));
        if (figure.Side.Count == 0) return;
        var numbers = figure.Side.Max(s => TextWidth.Of(s.Number) * 1.08) + 12;
        var remarks = figure.Side.Max(s => TextWidth.Of(s.Remark)) + 14;
        if (Width - Left - numbers - remarks - Pad < LeastPlot * 2) remarks = Math.Max(0, Width - Left - numbers - Pad - (LeastPlot * 2));
        Right = numbers + remarks + Pad;
        Side = (Width - Pad - remarks, remarks - 12);
    }
}
