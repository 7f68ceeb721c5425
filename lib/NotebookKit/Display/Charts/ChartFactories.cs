using System.Runtime.CompilerServices;

namespace NotebookKit.Display.Charts;

public sealed partial class Chart
{
    /// <summary>How numbers are spread over bins.</summary>
    /// <param name="title">What the chart shows, with its unit.</param>
    /// <param name="values">The numbers, in any order.</param>
    /// <param name="options">Bins and looks; null for the defaults.</param>
    public static Chart Histogram(string title, IEnumerable<double> values, HistogramOptions? options = null) =>
        Histogram(title, [new NumberSeries("", [.. values])], options);

    /// <summary>How several series are spread over the same bins, side by side.</summary>
    /// <param name="title">What the chart shows, with its unit.</param>
    /// <param name="series">The series; about four can be told apart.</param>
    /// <param name="options">Bins and looks; null for the defaults.</param>
    [OverloadResolutionPriority(1)]
    public static Chart Histogram(string title, IEnumerable<NumberSeries> series, HistogramOptions? options = null) =>
        new(HistogramFigure.Of(title, [.. series], options ?? new()));

    /// <summary>Counts by name, one bar each.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="counts">Names and counts, in the order of the bars unless <see cref="BarOptions.Sorted"/>.</param>
    /// <param name="options">Direction, order and looks; null for the defaults.</param>
    public static Chart Bar(string title, IEnumerable<KeyValuePair<string, long>> counts, BarOptions? options = null) =>
        Bar(title, counts.Select(c => KeyValuePair.Create(c.Key, (double)c.Value)), options);

    /// <summary>Numbers by name, one bar each.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="values">Names and numbers, in the order of the bars unless <see cref="BarOptions.Sorted"/>.</param>
    /// <param name="options">Direction, order and looks; null for the defaults.</param>
    public static Chart Bar(string title, IEnumerable<KeyValuePair<string, double>> values, BarOptions? options = null)
    {
        var list = values.ToList();
        return new(BarFigure.Of(title, [.. list.Select(v => v.Key)], [new("", [.. list.Select(v => v.Value)])], stacked: false, options ?? new()));
    }

    /// <summary>Several numbers by name, as bars side by side.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="labels">The names.</param>
    /// <param name="series">The series, each with one number per name; numbers that are missing are not drawn.</param>
    /// <param name="options">Direction, order and looks; null for the defaults.</param>
    public static Chart GroupedBar(string title, IEnumerable<string> labels, IEnumerable<NumberSeries> series, BarOptions? options = null) =>
        new(BarFigure.Of(title, [.. labels], [.. series], stacked: false, options ?? new()));

    /// <summary>Several numbers by name, as bars on top of each other; negative ones go the other way.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="labels">The names.</param>
    /// <param name="series">The series, each with one number per name; numbers that are missing are not drawn.</param>
    /// <param name="options">Direction, order, shares and looks; null for the defaults.</param>
    public static Chart StackedBar(string title, IEnumerable<string> labels, IEnumerable<NumberSeries> series, BarOptions? options = null) =>
        new(BarFigure.Of(title, [.. labels], [.. series], stacked: true, options ?? new()));

    /// <summary>One line through points.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="points">The points, in any order.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    public static Chart Line(string title, IEnumerable<ChartPoint> points, LineOptions? options = null) =>
        Line(title, [new PointSeries("", [.. points])], options);

    /// <summary>Several lines, told apart by colour, dashes and markers.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="series">The lines; about eight can be told apart.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    [OverloadResolutionPriority(1)]
    public static Chart Line(string title, IEnumerable<PointSeries> series, LineOptions? options = null) =>
        new(LineFigure.Of(title, [.. series], dates: false, options ?? new()));

    /// <summary>One line over time.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="points">The points, in any order.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    public static Chart Line(string title, IEnumerable<DatePoint> points, LineOptions? options = null) =>
        Line(title, [new DateSeries("", [.. points])], options);

    /// <summary>Several lines over time.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="series">The lines; about eight can be told apart.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    public static Chart Line(string title, IEnumerable<DateSeries> series, LineOptions? options = null) =>
        new(LineFigure.Of(title, [.. series.Select(LineFigure.Numbered)], dates: true, options ?? new()));

    /// <summary>Points by two numbers.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="points">The points; their texts are hints.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    public static Chart Scatter(string title, IEnumerable<ChartPoint> points, ScatterOptions? options = null) =>
        Scatter(title, [new PointSeries("", [.. points])], options);

    /// <summary>Points by two numbers, in series told apart by colour and shape.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="series">The series; about eight can be told apart.</param>
    /// <param name="options">Axes and looks; null for the defaults.</param>
    [OverloadResolutionPriority(1)]
    public static Chart Scatter(string title, IEnumerable<PointSeries> series, ScatterOptions? options = null) =>
        new(ScatterFigure.Of(title, [.. series], options ?? new()));

    /// <summary>Median, quartiles, whiskers and single far values of each series.</summary>
    /// <param name="title">What the chart shows, with its unit.</param>
    /// <param name="series">The series, one box each.</param>
    /// <param name="options">Whiskers, axis and looks; null for the defaults.</param>
    public static Chart Box(string title, IEnumerable<NumberSeries> series, BoxOptions? options = null) =>
        new(BoxFigure.Of(title, [.. series], options ?? new()));

    /// <summary>A number for each row and column, as shades with the numbers in them.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="rows">Names of the rows, top to bottom.</param>
    /// <param name="columns">Names of the columns, left to right.</param>
    /// <param name="values">One list for each row; what is missing or not finite is an empty cell.</param>
    /// <param name="options">Shades and looks; null for the defaults.</param>
    public static Chart HeatMap(string title, IEnumerable<string> rows, IEnumerable<string> columns, IEnumerable<IReadOnlyList<double>> values, HeatMapOptions? options = null) =>
        new(HeatMapFigure.Of(title, [.. rows], [.. columns], [.. values], options ?? new()));

    /// <summary>What each stage kept and removed of what the first one received.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="stages">The stages, in order.</param>
    /// <param name="options">Unit and looks; null for the defaults.</param>
    public static Chart Funnel(string title, IEnumerable<FunnelStage> stages, FunnelOptions? options = null) =>
        new(FunnelFigure.Of(title, [.. stages], options ?? new()));

    /// <summary>What each stage of a run kept and removed.</summary>
    /// <param name="history">The run.</param>
    /// <param name="options">Unit and looks; null for the defaults.</param>
    public static Chart Funnel(History history, FunnelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Funnel("What each stage kept", history.Stages.Select(s => new FunnelStage(s.Report.Name, s.Report.Kept, s.Report.Received - s.Report.Kept)), options);
    }

    /// <summary>How amounts flow between nodes, from left to right, as bands as wide as the amounts.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="flows">The flows. Those of the same two nodes are added; one that would close a circle is left out, and the chart says so.</param>
    /// <param name="options">Unit and looks; null for the defaults.</param>
    public static Chart Sankey(string title, IEnumerable<Flow> flows, SankeyOptions? options = null) =>
        new(SankeyFigure.Of(title, [.. flows], options ?? new()));

    /// <summary>Counts by name before and after. Bars are shares of each side, so that sides of different sizes can be compared; the
    /// numbers beside them are counts.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="before">Names and counts before; null where only the state after is known.</param>
    /// <param name="after">Names and counts after.</param>
    /// <param name="options">How many names, and looks; null for the defaults.</param>
    public static Chart BeforeAfter(
        string title, IEnumerable<KeyValuePair<string, long>>? before, IEnumerable<KeyValuePair<string, long>> after, BeforeAfterOptions? options = null) =>
        new(BeforeAfterFigure.OfCounts(title, before?.ToList(), [.. after], options ?? new()));

    /// <summary>How whole numbers are spread before and after, in the bins of <see cref="Distribution"/>, as shares of each side.</summary>
    /// <param name="title">What the chart shows, with its unit.</param>
    /// <param name="before">The numbers before; null where only the state after is known.</param>
    /// <param name="after">The numbers after.</param>
    /// <param name="options">Names and looks; null for the defaults.</param>
    public static Chart BeforeAfter(string title, Distribution? before, Distribution after, BeforeAfterOptions? options = null) =>
        new(BeforeAfterFigure.OfDistributions(title, before, after, options ?? new()));

    /// <summary>How numbers are spread before and after, in the same bins, as shares of each side.</summary>
    /// <param name="title">What the chart shows, with its unit.</param>
    /// <param name="before">The numbers before, in any order.</param>
    /// <param name="after">The numbers after, in any order.</param>
    /// <param name="options">Names, bins and looks; null for the defaults.</param>
    public static Chart BeforeAfter(string title, IEnumerable<double> before, IEnumerable<double> after, BeforeAfterOptions? options = null) =>
        new(BeforeAfterFigure.OfNumbers(title, [.. before], [.. after], options ?? new()));
}
