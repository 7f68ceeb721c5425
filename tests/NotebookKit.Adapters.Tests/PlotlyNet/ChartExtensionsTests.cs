using System.Globalization;
using System.Text.Json;
using Microsoft.FSharp.Core;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.PlotlyNet;
using NotebookKit.Tests.Display.Charts;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Chart = NotebookKit.Display.Charts.Chart;

namespace NotebookKit.Adapters.Tests.PlotlyNet;

public class ChartExtensionsTests
{
    private static readonly (string Name, PlotlyTheme? Theme)[] Themes =
    [
        ("default", null), ("neutral", PlotlyTheme.Neutral), ("light", PlotlyTheme.Light), ("dark", PlotlyTheme.Dark), ("own", new() { Text = "#010203", Grid = "rgba(1,2,3,0.5)", IsDark = true }),
    ];

    public static TheoryData<string, string> All => [.. from name in ChartCases.All.Keys from theme in Themes select (name, theme.Name)];

    [Fact]
    public void There_are_enough_charts_and_every_kind_of_them()
    {
        Assert.True(ChartCases.All.Count * Themes.Length >= 50);
        var kinds = typeof(Chart).GetMethods().Where(m => m.IsStatic && m.ReturnType == typeof(Chart)).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Bar", "BeforeAfter", "Box", "Funnel", "GroupedBar", "HeatMap", "Histogram", "Line", "Sankey", "Scatter", "StackedBar"], kinds);
    }

    [Theory, MemberData(nameof(All))]
    public void Nothing_is_lost(string name, string theme) => Same(ChartCases.All[name](), Themes.Single(t => t.Name == theme).Theme);

    [Fact]
    public void Charts_of_data_lose_nothing_either()
    {
        var data = Rows(40);
        Same(data.ToMap(e => e.Label ?? ""), null);
        Same(data.ToMap(options: new() { MostPoints = 20, Note = "half of them" }), PlotlyTheme.Dark);
        Same(Chart.Funnel(data.Apply(new Deduplicating.NearDuplicates()).Kept.History), null);
    }

    [Fact]
    public void A_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            foreach (var chart in ChartCases.All.Values) Same(chart(), null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Dates_and_large_numbers_stay_as_they_are_written()
    {
        Same(Chart.Line("Days", [new DatePoint(new DateTimeOffset(2025, 2, 28, 23, 59, 59, 999, TimeSpan.Zero), 1), new DatePoint(new DateOnly(2025, 3, 1), 2)]), null);
        Same(Chart.Scatter("Large", [new ChartPoint(4_294_967_296, -9_007_199_254_740_993), new ChartPoint(1e300, 1e-300), new ChartPoint(-0.0, 0.1)]), null);
    }

    [Theory, MemberData(nameof(All))]
    public void It_is_the_html_that_plotly_net_writes_too(string name, string theme)
    {
        var html = GenericChart.toEmbeddedHTML(ChartCases.All[name]().ToGenericChart(Themes.Single(t => t.Name == theme).Theme));
        Assert.Contains("Plotly.newPlot", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Styling_of_an_axis_adds_to_it()
    {
        var chart = ChartCases.All["line"]();
        var ours = Layout(chart.ToGenericChart()).GetProperty("xaxis");
        var styled = Layout(chart.ToGenericChart().WithXAxisStyle(Title.init(Text: Some("steps of training")), ShowGrid: Some(false))).GetProperty("xaxis");
        Assert.Equal("steps of training", styled.GetProperty("title").GetProperty("text").GetString());
        Assert.False(styled.GetProperty("showgrid").GetBoolean());
        foreach (var member in ours.EnumerateObject().Where(m => m.Name is not ("title" or "showgrid")))
            Assert.True(JsonElement.DeepEquals(member.Value, styled.GetProperty(member.Name)), member.Name);
    }

    [Fact]
    public void Styling_of_marks_adds_to_them()
    {
        var chart = ChartCases.All["scatter"]();
        var ours = Data(chart.ToGenericChart());
        var styled = Data(chart.ToGenericChart().WithMarkerStyle(Size: Some(21)));
        foreach (var (before, after) in ours.Zip(styled))
        {
            Assert.Equal(21, after.GetProperty("marker").GetProperty("size").GetInt32());
            foreach (var member in before.GetProperty("marker").EnumerateObject().Where(m => m.Name != "size"))
                Assert.True(JsonElement.DeepEquals(member.Value, after.GetProperty("marker").GetProperty(member.Name)), member.Name);
        }
    }

    [Fact]
    public void Annotations_and_sizes_are_added_to_those_that_are_there()
    {
        var chart = ChartCases.All["funnel"]();
        var before = Layout(chart.ToGenericChart()).GetProperty("annotations").GetArrayLength();
        var note = Annotation.init<double, double, double, double, double, double, double, double, double, double>(Text: Some("read in March"), X: Some(1.0), Y: Some(1.0));
        var styled = Layout(chart.ToGenericChart().WithAnnotation(note).WithSize(500, 300));
        Assert.True(before > 0);
        Assert.Equal(before + 1, styled.GetProperty("annotations").GetArrayLength());
        Assert.Equal((500, 300), (styled.GetProperty("width").GetInt32(), styled.GetProperty("height").GetInt32()));
    }

    [Fact]
    public void Two_calls_share_nothing()
    {
        var chart = ChartCases.All["bar"]();
        var first = chart.ToGenericChart();
        GenericChart.getLayout(first).SetValue("height", 1);
        Assert.NotEqual(1, Layout(chart.ToGenericChart()).GetProperty("height").GetInt32());
    }

    [Fact]
    public void A_chart_is_needed() => Assert.Throws<ArgumentNullException>(() => ((Chart)null!).ToGenericChart());

    private static void Same(Chart chart, PlotlyTheme? theme)
    {
        using var ours = JsonDocument.Parse(chart.ToPlotlyJson(theme));
        using var theirs = JsonDocument.Parse(GenericChart.toJson(chart.ToGenericChart(theme)));
        foreach (var part in (string[])["data", "layout", "config"])
            Assert.True(JsonElement.DeepEquals(ours.RootElement.GetProperty(part), theirs.RootElement.GetProperty(part)), $"{part}\n{ours.RootElement.GetProperty(part)}\n{theirs.RootElement.GetProperty(part)}");
        Assert.Equal(3, theirs.RootElement.EnumerateObject().Count());
    }

    private static FSharpOption<T> Some<T>(T value) => FSharpOption<T>.Some(value);

    private static JsonElement Layout(GenericChart chart) => JsonSerializer.Deserialize<JsonElement>(GenericChart.toJson(chart)).GetProperty("layout");

    private static IEnumerable<JsonElement> Data(GenericChart chart) => JsonSerializer.Deserialize<JsonElement>(GenericChart.toJson(chart)).GetProperty("data").EnumerateArray();

    private static Dataset Rows(int count) => Dataset.Of([.. Enumerable.Range(0, count).Select(i => new Example
    {
        Id = $"row-{i}", Label = i % 3 == 0 ? "billing" : "login", IsAnonymized = true,
        Messages = [new(Role.User, i % 3 == 0 ? $"my invoice number {i} is wrong, please check the sum" : $"I cannot log in with account {i}, the password fails"), new(Role.Assistant, $"answer {i}")],
    })]);
}
