using System.Globalization;
using System.Text;
using NotebookKit.Display.Charts;

namespace NotebookKit.Display.Pages;

/// <summary>The charts of one page: each stands in it as SVG, which needs no script, and once more as data for plotly.js, which puts a chart
/// to zoom and point at in its place.</summary>
internal sealed class PageFigures
{
    private readonly List<string>? data;

    private PageFigures(List<string>? data) => this.data = data;

    /// <summary>For markup outside a page: charts are SVG only.</summary>
    public static PageFigures None { get; } = new(null);

    /// <summary>For a page that carries plotly.js.</summary>
    public static PageFigures ForPage() => new([]);

    /// <summary>True where a chart is on the page.</summary>
    public bool Any => data is { Count: > 0 };

    /// <summary>The markup of a view.</summary>
    public Html Render(IView view) => view switch
    {
        IPageView page => page.Render(this),
        Chart chart => Figure(chart),
        _ => Html.Trusted(view.ToHtml()),
    };

    /// <summary>The data of all charts so far, as elements that no browser runs.</summary>
    public Html Data()
    {
        var elements = new StringBuilder();
        for (var i = 0; i < data!.Count; i++)
            elements.Append(CultureInfo.InvariantCulture, $"<script type=\"application/json\" id=\"nk-plot-{i}\">{data[i]}</script>\n");
        return Html.Trusted(elements.ToString());
    }

    private Html Figure(Chart chart)
    {
        var svg = chart.ToHtml();
        if (data is null) return Html.Trusted(svg);
        data.Add(chart.ToPlotlyJson());
        return Html.Trusted(string.Create(CultureInfo.InvariantCulture, $"<div class=\"nk-plot\" data-plot=\"nk-plot-{data.Count - 1}\">{svg}</div>"));
    }
}
