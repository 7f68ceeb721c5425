namespace NotebookKit.Display.Charts;

/// <summary>A chart: data first, then its renderings as Plotly JSON, as static SVG and as text for a terminal. Immutable; the same
/// data give the same bytes, whatever the culture. Any text may be in it: it is shown literally, encoded for each rendering.</summary>
/// <remarks>No number and no label makes a factory fail: what cannot be drawn is left out, counted, and said below the chart.</remarks>
// .NET Interactive can pass on text only, so a chart is its SVG there.
[TypeFormatterSource(typeof(ViewFormatterSource), PreferredMimeTypes = ["image/svg+xml", "text/plain"])]
public sealed partial class Chart : IView
{
    private readonly Figure figure;

    private Chart(Figure figure) => this.figure = figure;

    /// <summary>The MIME type of <see cref="ToPlotlyJson"/>, as JupyterLab and VS Code know it.</summary>
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    /// <summary>What the chart shows.</summary>
    public string Title => figure.Title;

    /// <summary>What a reader has to know besides: what was left out, how it was counted.</summary>
    public IReadOnlyList<string> Notes => figure.Notes;

    internal Figure Figure => figure;

    /// <summary>The numbers of the chart as a table.</summary>
    public Table ToTable() => FigureText.Readable(figure.Table);

    /// <summary>Bars, a plot of characters, or a table, for a terminal; without a line end after the last line.</summary>
    public string ToText() => FigureText.Render(figure);

    /// <summary>An SVG file that stands alone: it has its own ground and colours, and follows the reader's light or dark scheme.</summary>
    public string ToSvg() => FigureSvg.Render(figure, alone: true).ToString();

    /// <summary>A <c>figure</c> element around the SVG, which takes its colours from the page: from <c>--nk-…</c> variables where they
    /// are set, from fallbacks that suit light and dark grounds otherwise.</summary>
    public string ToHtml() => Render().ToString();

    /// <summary>An object with <c>data</c>, <c>layout</c> and <c>config</c> for plotly.js 3 or 4, the bundle "cartesian" included. It may
    /// stand in a script element: <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and the line ends of Unicode are escaped.</summary>
    /// <param name="theme">The colours; null for <see cref="PlotlyTheme.Neutral"/>, which suits light and dark pages.</param>
    public string ToPlotlyJson(PlotlyTheme? theme = null) => FigurePlotly.Render(figure, theme ?? PlotlyTheme.Neutral);

    /// <summary>Plotly JSON, SVG and text. No HTML: a host that knows Plotly would otherwise have two pictures to choose from.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [PlotlyMimeType] = ToPlotlyJson(),
        ["image/svg+xml"] = ToSvg(),
        ["text/plain"] = ToText(),
    };

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal Html Render() => Html.Trusted($"<figure class=\"nk-figure\" style=\"margin:0\">{FigureSvg.Render(figure, alone: false)}</figure>");
}
