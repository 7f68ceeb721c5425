namespace NotebookKit.Display.Charts;

/// <summary>Where the parts of a figure stand in a picture: margins as wide as the texts in them, no text on another.</summary>
internal sealed class FigureLayout
{
    public const double Pad = 10, TitleSize = 14, NoteSize = 11, LineHeight = 16, AxisTitleRoom = 20;

    private const double MostGutter = 0.36, LeastPlot = 60;

    public FigureLayout(Figure figure)
    {
        var options = figure.Options;
        Width = options.Width;
        var inner = Width - (2 * Pad);
        TitleLines = options.ShowTitle ? TextWidth.Wrap(Visible.Line(figure.Title), inner, 2, TitleSize * 1.08) : [];
        Keys = Legend(figure, inner, Pad + (TitleLines.Count * 19), out var top);
        if (figure.Traces is [CellTrace { IsEmpty: false }, ..]) (ShadesY, top) = (top + 13, top + 18);
        Top = top + (TitleLines.Count + Keys.Count > 0 ? 8 : 4) + (figure.Traces.OfType<BarTrace>().Any(t => !t.Horizontal && t.Bars.Any(b => b.Text is not null)) ? 14 : 4);
        var guess = options.Height is { } given ? Math.Max(40, given - Top - 50) : figure.PlotHeight;
        var upright = new Scale(figure.Y, 0, guess, Math.Max(2, (int)(guess / 46)));
        Left = Pad + (figure.Y.Title is { Length: > 0 } ? AxisTitleRoom : 0);
        YRoom = figure.Y.Hidden ? 0 : Math.Min(Width * MostGutter, upright.Ticks.Select(t => TextWidth.Of(Visible.Line(t.Text))).DefaultIfEmpty(0).Max());
        Left += YRoom + (figure.Y.Hidden ? 0 : 8);
        PlaceRight(figure);
        if (!figure.X.Hidden && (figure.X.Kind != AxisKind.Fixed || figure.X.AtBorders))
            Right = Math.Max(Right, 4 + (new Scale(figure.X, 0, 1, XLabels.About(figure.X, PlotWidth)).Ticks.Select(t => TextWidth.Of(t.Text)).LastOrDefault() / 2));
        if (figure.X.Kind == AxisKind.Fixed && !figure.X.AtBorders) Left = Math.Max(Left, XLabels.LeftRoom(figure.X, Left, Width - Right));
        X = new Scale(figure.X, Left, Width - Right, XLabels.About(figure.X, PlotWidth));
        Labels = XLabels.Place(figure.X, X, PlotWidth);
        var below = (figure.X.Hidden ? 4 : 8 + Labels.Height) + (figure.X.Title is { Length: > 0 } ? AxisTitleRoom : 0);
        NoteLines = [.. figure.Notes.SelectMany(n => TextWidth.Wrap(Visible.Line(n), inner, 3, NoteSize))];
        var notes = NoteLines.Count == 0 ? 0 : 6 + (NoteLines.Count * (LineHeight - 1));
        PlotHeight = figure.IsEmpty ? 60 : options.Height is { } height ? Math.Max(40, height - Top - below - notes - Pad) : figure.PlotHeight;
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

    /// <summary>Where the key to the shades of cells stands; null where there are none.</summary>
    public double? ShadesY { get; }

    public IReadOnlyList<string> NoteLines { get; }

    public IReadOnlyList<(Trace Trace, double X, double Y, string Shown)> Keys { get; }

    /// <summary>How wide the mark beside a name in the legend is.</summary>
    public static double KeyWidth(Trace trace) => trace is DotTrace { Connected: true } ? 24 : 12;

    /// <summary>True where the texts of all bars have room.</summary>
    public bool ShowsTexts(BarTrace trace)
    {
        if (trace.Bars.Count == 0 || trace.Bars.All(b => b.Text is null)) return false;
        var thick = trace.Bars.Min(b => Math.Abs((trace.Horizontal ? Y : X).Of(b.At + (b.Width / 2)) - (trace.Horizontal ? Y : X).Of(b.At - (b.Width / 2))));
        // A bar that is alone in its slot may have a text as wide as the slot.
        var room = trace.Bars[0].Width > 0.7 ? (thick / 0.72) - 4 : thick - 2;
        return trace.Horizontal ? thick >= 10 : trace.Bars.All(b => TextWidth.Of(b.Text ?? "") <= room);
    }

    /// <summary>True where the texts of all cells have room.</summary>
    public bool ShowsTexts(CellTrace trace)
    {
        var (wide, high) = (Math.Abs(X.Of(0.5) - X.Of(-0.5)), Math.Abs(Y.Of(0.5) - Y.Of(-0.5)));
        return trace.ShowText && high >= 13 && trace.Cells.All(c => TextWidth.Of(c.Text, NoteSize) <= wide - 2);
    }

    /// <summary>As much of a text at the upright axis as has room.</summary>
    public string YShown(Tick tick) => TextWidth.Cut(Visible.Line(tick.Text), YRoom);

    /// <summary>As much of a text in the plot as has room.</summary>
    public string Shown(Label label) => TextWidth.Cut(Visible.Line(label.Text), (label.MostWidth * PlotWidth) - 12);

    private static List<(Trace Trace, double X, double Y, string Shown)> Legend(Figure figure, double inner, double top, out double bottom)
    {
        var keys = new List<(Trace Trace, double X, double Y, string Shown)>();
        double x = Pad, y = top + 14;
        foreach (var trace in figure.Keys)
        {
            var shown = TextWidth.Cut(Visible.Line(trace.Name), Math.Min(260, inner - 40));
            var width = KeyWidth(trace) + 6 + TextWidth.Of(shown) + 18;
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
