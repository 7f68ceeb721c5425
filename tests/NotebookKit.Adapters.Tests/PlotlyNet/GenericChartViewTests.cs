using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.PlotlyNet;
using NotebookKit.Tests.Display.Charts;
using Plotly.NET;

namespace NotebookKit.Adapters.Tests.PlotlyNet;

public class GenericChartViewTests
{
    public static TheoryData<string> All => [.. ChartCases.All.Keys];

    [Theory, MemberData(nameof(All))]
    public void The_json_is_the_charts_own_and_may_stand_in_a_script(string name)
    {
        var chart = ChartCases.All[name]().ToGenericChart();
        var json = chart.ToView().ToPlotlyJson();
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(GenericChart.toJson(chart)), JsonSerializer.Deserialize<JsonElement>(json)));
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('\u2028', json);
    }

    [Fact]
    public void Hosts_get_json_and_text_and_a_table_of_the_traces()
    {
        var view = ChartCases.All["scatter"]().ToGenericChart().ToView();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], view.ToMimeBundle().Keys);
        Assert.StartsWith("Length and quality\n", view.ToText(), StringComparison.Ordinal);
        Assert.Equal(view.ToText(), view.ToString());
        Assert.Equal(["scatter", "kept", "120"], view.ToTable().Rows[0]);
        Assert.Contains("&lt;i&gt;flagged", view.ToHtml().Replace("&amp;lt;", "&lt;", StringComparison.Ordinal).Replace("&amp;gt;", "&gt;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>flagged", view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_plotly_net_made_is_shown_too()
    {
        var trace = new Trace("pie");
        trace.SetValue("values", new[] { 3, 4 });
        var view = GenericChart.fromFigure(new Figure(Microsoft.FSharp.Collections.ListModule.OfSeq<Trace>([trace]), new Layout(), Microsoft.FSharp.Collections.FSharpList<Frame>.Empty)).ToView();
        Assert.Equal(["pie", null, "2"], view.ToTable().Rows[0]);
        Assert.Null(view.ToTable().Caption);
    }

    [Fact]
    public void A_styled_chart_shows_its_style()
    {
        var chart = ChartCases.All["bar"]().ToGenericChart().WithTitle("Another title");
        Assert.Equal("Another title", chart.ToView().ToTable().Caption);
    }

    [Fact]
    public void It_is_a_picture_of_the_moment()
    {
        var chart = ChartCases.All["bar"]().ToGenericChart();
        var view = chart.ToView();
        GenericChart.getLayout(chart).SetValue("height", 9);
        Assert.DoesNotContain("\"height\":9,", view.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ((GenericChart)null!).ToView());
    }
}
