namespace NotebookKit.Display.Charts;

/// <summary>What every chart can be told.</summary>
public record ChartOptions
{
    /// <summary>Title of the axis from left to right; null for none.</summary>
    public string? XTitle { get; init; }

    /// <summary>Title of the upright axis; null for none.</summary>
    public string? YTitle { get; init; }

    /// <summary>A line below the chart: where the numbers come from, what was left out. Null for none.</summary>
    public string? Note { get; init; }

    /// <summary>True to draw the title above the chart (default). It is always there for screen readers.</summary>
    public bool ShowTitle { get; init; } = true;

    /// <summary>Width in pixels, 300 to 4,000. Default 700. A page may show it smaller, never larger.</summary>
    public int Width { get; init => field = Guard.InRange(value, 300, 4_000); } = 700;

    /// <summary>Height in pixels, 120 to 8,000; null for what the content needs.</summary>
    public int? Height { get; init => field = value is { } v ? Guard.InRange(v, 120, 8_000) : null; }
}

/// <summary>Options of <see cref="Chart.Histogram(string, IEnumerable{double}, HistogramOptions)"/>.</summary>
public sealed record HistogramOptions : ChartOptions
{
    /// <summary>About how many bins, 1 to 200; their width is rounded to 1, 2 or 5 times a power of ten. Null for the rule of Freedman and
    /// Diaconis (width 2·IQR/∛n; On the histogram as a density estimator, 1981), between 5 and 40 bins.</summary>
    public int? Bins { get; init => field = value is { } v ? Guard.InRange(v, 1, 200) : null; }

    /// <summary>True for bins that grow like 1, 2, 5, 10, 20, 50 …, drawn equally wide: for lengths, prices, durations. Default false.</summary>
    public bool LogBins { get; init; }

    /// <summary>True to show the share of each series instead of counts, so that series of different sizes can be compared; null: true
    /// for more than one series.</summary>
    public bool? Shares { get; init; }
}

/// <summary>Options of bar charts.</summary>
public sealed record BarOptions : ChartOptions
{
    /// <summary>True for bars from left to right, which suits long labels. Default false.</summary>
    public bool Horizontal { get; init; }

    /// <summary>True to order the labels by their sum, the largest first (ties by label). Default false: as given.</summary>
    public bool Sorted { get; init; }

    /// <summary>At most so many labels, those of the largest sums; the rest is one bar. At least 1; null for all. Default 40.</summary>
    public int? Most { get; init => field = Guard.AtLeast(value, 1); } = 40;

    /// <summary>True to add the rest up to one bar, which suits counts (default); false to leave it out and say so, which suits rates.</summary>
    public bool SumRest { get; init; } = true;

    /// <summary>True to write the number at each bar where there is room. Default true.</summary>
    public bool ShowValues { get; init; } = true;

    /// <summary>True for stacked bars that each show shares of their whole, 100% long. Default false.</summary>
    public bool Shares { get; init; }
}

/// <summary>Options of <see cref="Chart.Line(string, IEnumerable{PointSeries}, LineOptions)"/>.</summary>
public sealed record LineOptions : ChartOptions
{
    /// <summary>True for a logarithmic upright axis; numbers that are not above zero are left out. Default false.</summary>
    public bool LogY { get; init; }

    /// <summary>True for a logarithmic axis from left to right; not for dates. Default false.</summary>
    public bool LogX { get; init; }

    /// <summary>True to begin the upright axis at zero. Default true; a logarithmic axis never does.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>True to mark the points; null: where there are at most 40 in a series.</summary>
    public bool? Markers { get; init; }
}

/// <summary>Options of <see cref="Chart.Scatter(string, IEnumerable{PointSeries}, ScatterOptions)"/>.</summary>
public sealed record ScatterOptions : ChartOptions
{
    /// <summary>True for a logarithmic axis from left to right; numbers that are not above zero are left out. Default false.</summary>
    public bool LogX { get; init; }

    /// <summary>True for a logarithmic upright axis; numbers that are not above zero are left out. Default false.</summary>
    public bool LogY { get; init; }

    /// <summary>At most so many points are drawn, 10 to 50,000; of more, an even choice that is the same each time, and the chart says
    /// so. Default 2,000.</summary>
    public int MostPoints { get; init => field = Guard.InRange(value, 10, 50_000); } = 2_000;
}

/// <summary>Options of <see cref="Chart.Box(string, IEnumerable{NumberSeries}, BoxOptions)"/>.</summary>
public sealed record BoxOptions : ChartOptions
{
    /// <summary>True for a logarithmic axis of the numbers; those that are not above zero are left out. Default false.</summary>
    public bool Log { get; init; }

    /// <summary>How far a whisker may reach, in interquartile ranges, above 0 to 10. Default 1.5 (Tukey, Exploratory Data Analysis,
    /// 1977).</summary>
    public double Whisker { get; init => field = Guard.InRange(value, 0.01, 10); } = 1.5;

    /// <summary>At most so many single values beyond the whiskers are drawn for each box; the chart says how many more there are.
    /// 0 to 10,000. Default 100.</summary>
    public int MostOutliers { get; init => field = Guard.InRange(value, 0, 10_000); } = 100;
}

/// <summary>Options of <see cref="Chart.HeatMap"/>.</summary>
public sealed record HeatMapOptions : ChartOptions
{
    /// <summary>True to write the number into each cell where there is room. Default true.</summary>
    public bool ShowValues { get; init; } = true;

    /// <summary>True for values from 0 to 1 that are read as percent. Default false.</summary>
    public bool Percent { get; init; }

    /// <summary>The value of the palest cell; null for the least one.</summary>
    public double? Low { get; init; }

    /// <summary>The value of the strongest cell; null for the largest one.</summary>
    public double? High { get; init; }
}

/// <summary>Options of <see cref="Chart.Funnel(string, IEnumerable{FunnelStage}, FunnelOptions)"/>.</summary>
public sealed record FunnelOptions : ChartOptions
{
    /// <summary>What is counted, in the plural, for hints. Default "examples".</summary>
    public string Unit { get; init; } = "examples";
}

/// <summary>Options of <see cref="Chart.Sankey"/>.</summary>
public sealed record SankeyOptions : ChartOptions
{
    /// <summary>What the amounts are, in the plural, for hints. Default "examples".</summary>
    public string Unit { get; init; } = "examples";

    /// <summary>At most so many flows, the largest; the chart says what is left out. 1 to 1,000. Default 100.</summary>
    public int MostFlows { get; init => field = Guard.InRange(value, 1, 1_000); } = 100;
}

/// <summary>Options of the charts that compare before and after.</summary>
public sealed record BeforeAfterOptions : ChartOptions
{
    /// <summary>What the first series is called. Default "before".</summary>
    public string Before { get; init; } = "before";

    /// <summary>What the second series is called. Default "after".</summary>
    public string After { get; init; } = "after";

    /// <summary>At most so many names, the most frequent ones; the rest is one row. At least 1. Default 12. Only for counts.</summary>
    public int Most { get; init => field = Guard.AtLeast(value, 1); } = 12;

    /// <summary>True for bins that grow like 1, 2, 5, 10 …; only for numbers. Default false.</summary>
    public bool LogBins { get; init; }
}
