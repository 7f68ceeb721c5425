namespace NotebookKit.Display.Charts;

/// <summary>One set of marks, in data coordinates.</summary>
internal abstract record Trace
{
    public required string Name { get; init; }

    public required Paint Paint { get; init; }

    public bool InLegend { get; init; } = true;

    public abstract bool IsEmpty { get; }
}

/// <summary>A bar from <paramref name="From"/> to <paramref name="To"/> at <paramref name="At"/>: of which row of the table, its label, its
/// number (as text), and the text that is drawn at its end, if any.</summary>
internal sealed record Bar(int Row, double At, double Width, double From, double To, string Label, string Value, string? Text = null);

/// <summary>Bars, upright or lying.</summary>
internal sealed record BarTrace : Trace
{
    public required IReadOnlyList<Bar> Bars { get; init; }

    public bool Horizontal { get; init; }

    /// <summary>True where bars of other traces stand on these.</summary>
    public bool Stacked { get; init; }

    /// <summary>True for a ground that says nothing by itself.</summary>
    public bool Ground { get; init; }

    public string Hint(Bar bar) => Name.Length == 0 ? $"{bar.Label}: {bar.Value}" : $"{bar.Label}, {Name}: {bar.Value}";

    public override bool IsEmpty => Ground || Bars.Count == 0;
}

/// <summary>A point; a height that is not a number breaks the line.</summary>
internal sealed record Dot(double X, double Y, string Hint);

/// <summary>Points, connected or not.</summary>
internal sealed record DotTrace : Trace
{
    public required IReadOnlyList<Dot> Dots { get; init; }

    public bool Connected { get; init; }

    public bool Marked { get; init; } = true;

    public override bool IsEmpty => Dots.Count == 0;
}

/// <summary>The five numbers of a box and the values beyond its whiskers.</summary>
internal sealed record BoxShape(double At, double Low, double Q1, double Median, double Q3, double High, double Mean, IReadOnlyList<double> Beyond, string Hint);

/// <summary>Upright boxes.</summary>
internal sealed record BoxTrace : Trace
{
    public required IReadOnlyList<BoxShape> Boxes { get; init; }

    public override bool IsEmpty => Boxes.Count == 0;
}

/// <summary>A cell: how strong its shade is, from 0 to 1 (NaN for no value), and its text.</summary>
internal sealed record Cell(int Row, int Column, double Value, double Shade, string Text, string Hint);

/// <summary>Cells of a heat map.</summary>
internal sealed record CellTrace : Trace
{
    public required IReadOnlyList<Cell> Cells { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public bool ShowText { get; init; } = true;

    /// <summary>True for values from 0 to 1 that are read as percent.</summary>
    public bool Percent { get; init; }

    public override bool IsEmpty => Cells.Count == 0;
}

/// <summary>A filled outline and what its hint says.</summary>
internal sealed record Area(IReadOnlyList<(double X, double Y)> Outline, string Hint);

/// <summary>Filled outlines.</summary>
internal sealed record AreaTrace : Trace
{
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>How much of the ground shows through, 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    public override bool IsEmpty => Areas.Count == 0;
}

/// <summary>A text at a place, drawn at the left (-1), in the middle (0) or at the right (1) of it.</summary>
internal sealed record Label(double X, double Y, string Text, int Side, double MostWidth);

/// <summary>Texts in the plot.</summary>
internal sealed record LabelTrace : Trace
{
    public required IReadOnlyList<Label> Labels { get; init; }

    public override bool IsEmpty => Labels.Count == 0;
}
