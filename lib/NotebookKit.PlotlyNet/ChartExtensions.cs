using System.Text.Json;
using Microsoft.FSharp.Collections;
using NotebookKit.Display.Charts;
using Plotly.NET;

namespace NotebookKit.PlotlyNet;

/// <summary>Charts of the kit as charts of Plotly.NET, and back into what shows them.</summary>
public static class ChartExtensions
{
    /// <summary>The chart as Plotly.NET has it, to be styled on there. Nothing is lost: <c>GenericChart.toJson</c> of it is the same JSON, value by value, as <see cref="Display.Charts.Chart.ToPlotlyJson"/>.</summary>
    /// <remarks>Axes, markers, lines, fonts, titles, legend, margins and annotations are Plotly.NET's own types, so that its <c>With…</c> methods add to them instead of putting new ones in their place.
    /// Each call makes a new chart. Texts of data stay encoded as the kit encodes them for plotly.js.</remarks>
    /// <param name="chart">The chart.</param>
    /// <param name="theme">The colours; null for <see cref="PlotlyTheme.Neutral"/>.</param>
    public static GenericChart ToGenericChart(this Display.Charts.Chart chart, PlotlyTheme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var figure = JsonDocument.Parse(chart.ToPlotlyJson(theme));
        var root = figure.RootElement;
        var traces = root.GetProperty("data").EnumerateArray().Select(TypedFigure.Trace);
        return GenericChart.fromChartDTO(new(ListModule.OfSeq(traces), TypedFigure.Fill(new Layout(), root.GetProperty("layout")), TypedFigure.Fill(new Config(), root.GetProperty("config"))));
    }

    /// <summary>A chart of Plotly.NET, made there or styled on, as a view that a notebook and a page can draw.</summary>
    /// <param name="chart">The chart; what is done to it afterwards does not reach the view.</param>
    public static GenericChartView ToView(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return new(chart);
    }
}
