namespace NotebookKit.Display.Charts;

/// <summary>The one model of a drawing, from which Plotly JSON, SVG and text are made: axes, traces in data coordinates, notes.</summary>
internal sealed record Figure
{
    public required string Title { get; init; }

    /// <summary>What kind of chart it is, for screen readers.</summary>
    public required string Kind { get; init; }

    public required ChartOptions Options { get; init; }

    public required Axis X { get; init; }

    public required Axis Y { get; init; }

    public required IReadOnlyList<Trace> Traces { get; init; }

    /// <summary>The numbers, for readers of text and of screen readers.</summary>
    public required Table Table { get; init; }

    /// <summary>What a reader has to know: what was left out, how it was counted.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Texts at the right of the rows of a <see cref="AxisKind.Fixed"/> upright axis.</summary>
    public IReadOnlyList<SideText> Side { get; init; } = [];

    /// <summary>How large the rows of the table are against each other, for text; null where the traces say it.</summary>
    public IReadOnlyList<double>? RowSizes { get; init; }

    /// <summary>Height of the plot that the content asks for, in pixels, where the options leave it open.</summary>
    public double PlotHeight { get; init; } = 280;

    /// <summary>True where there is nothing to draw.</summary>
    public bool IsEmpty => Traces.All(t => t.IsEmpty);

    /// <summary>The traces that the legend explains; none where there is but one.</summary>
    public IReadOnlyList<Trace> Keys
    {
        get
        {
            var named = Traces.Where(t => t.InLegend).DistinctBy(t => (t.Name, t.Paint)).ToList();
            return named.Count > 1 ? named : [];
        }
    }
}

/// <summary>What lies along an axis.</summary>
internal enum AxisKind
{
    /// <summary>Numbers at even distances.</summary>
    Number,

    /// <summary>Numbers above zero by their logarithm.</summary>
    Log,

    /// <summary>Moments, in milliseconds since 1970 UTC.</summary>
    Date,

    /// <summary>Places 0, 1, 2 … whose texts are given.</summary>
    Fixed,
}

/// <summary>A mark of an axis.</summary>
internal readonly record struct Tick(double At, string Text);

/// <summary>Two texts at the right of a row: a number, and what is said about it.</summary>
internal sealed record SideText(double At, string Number, string Remark, bool Strong);

/// <summary>An axis: its kind, what it spans, and for fixed places their texts.</summary>
internal sealed record Axis
{
    public required AxisKind Kind { get; init; }

    public double Low { get; init; }

    public double High { get; init; } = 1;

    public string? Title { get; init; }

    public IReadOnlyList<Tick> Fixed { get; init; } = [];

    /// <summary>True where the texts stand at the borders of bins and not below the middle of a place.</summary>
    public bool AtBorders { get; init; }

    /// <summary>True for numbers from 0 to 1 that are read as percent.</summary>
    public bool Percent { get; init; }

    /// <summary>True for an axis of counts, whose ticks are whole.</summary>
    public bool Whole { get; init; }

    /// <summary>True to end the axis at a tick beyond the data; false to end it at the data.</summary>
    public bool Loose { get; init; } = true;

    /// <summary>True for an axis that is not drawn.</summary>
    public bool Hidden { get; init; }

    /// <summary>True where place 0 is at the top.</summary>
    public bool Down { get; init; }
}
