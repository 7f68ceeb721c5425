using System.Text.Json;
using System.Xml.Linq;
using NotebookKit.Display;
using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

/// <summary>No number and no text makes a chart fail, or do anything but be shown.</summary>
public class ChartEdgeTests
{
    private static readonly string[] Elements = ["figure", "svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan"];

    private static readonly string[] Attributes = ["class", "xmlns", "width", "height", "viewBox", "role", "style", "d", "x", "y", "rx", "text-anchor", "transform"];

    private static readonly string?[] PlotlyTypes = ["bar", "scatter", "box", "heatmap"];

    private static readonly Dictionary<string, double[]> Numbers = new()
    {
        ["none"] = [],
        ["one"] = [42],
        ["zero"] = [0],
        ["all the same"] = [.. Enumerable.Repeat(-0.1, 50)],
        ["not numbers"] = [double.NaN, double.PositiveInfinity, double.NegativeInfinity],
        ["some not numbers"] = [1, double.NaN, 3, double.PositiveInfinity],
        ["huge"] = [1e300, -1e300, double.MaxValue, double.MinValue, 5e299],
        ["tiny"] = [double.Epsilon, 1e-300, -1e-300, 2e-308, 0],
        ["huge and tiny"] = [1e300, 1e-300, 1, -1e-300],
        ["as far apart as can be"] = [1e300, 1e-289],
        ["nearly the same"] = [1e15, 1e15 + 0.125, 1e15 + 0.25],
        ["neighbours"] = [1, double.BitIncrement(1)],
        ["negative"] = [-5, -1, -1000, -0.001],
        ["below zero"] = [-0.0, -1e-12],
        ["many"] = [.. Enumerable.Range(0, 10_000).Select(i => ChartCases.At(1, i))],
    };

    public static TheoryData<string> NumberNames => new(Numbers.Keys);

    public static TheoryData<string> CaseNames => new(ChartCases.All.Keys);

    [Theory]
    [MemberData(nameof(NumberNames))]
    public void Any_numbers_give_a_chart_of_each_kind(string name)
    {
        foreach (var chart in OfEachKind(Numbers[name], [.. Numbers[name].Select((_, i) => $"label {i % 7}")])) Check(chart);
    }

    [Fact]
    public void Any_text_gives_a_chart_of_each_kind()
    {
        foreach (var chart in OfEachKind([.. Enumerable.Range(1, ChartCases.HostileLabels.Length).Select(i => (double)i)], ChartCases.HostileLabels)) Check(chart);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void A_chart_is_well_formed_and_harmless(string name) => Check(ChartCases.All[name]());

    [Fact]
    public void A_note_counts_the_numbers_that_are_left_out()
    {
        Assert.Equal(["Left out: 2 numbers not finite."], Chart.Histogram("t", Numbers["some not numbers"]).Notes);
        Assert.Equal(["Left out: 1 point not above zero or not finite."], Chart.Scatter("t", [new ChartPoint(0, 1), new ChartPoint(1, 1)], new ScatterOptions { LogX = true }).Notes);
        Assert.Equal(["Left out: 2 numbers not finite.", "Own words."], Chart.Box("t", [new("a", Numbers["some not numbers"])], new() { Note = "Own words." }).Notes);
        Assert.Empty(Chart.Histogram("t", [1, 2]).Notes);
    }

    [Fact]
    public void A_bundle_has_plotly_a_picture_and_text_and_no_page()
    {
        var bundle = ChartCases.All["bar"]().ToMimeBundle();
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], bundle.Keys);
        Assert.Same(typeof(IView), typeof(Chart).GetInterface(nameof(IView)));
        Assert.StartsWith("<figure class=\"nk-figure\" style=\"margin:0\"><svg ", ChartCases.All["bar"]().ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$5", "$5")]
    [InlineData("$5 to $9", "<tspan>$</tspan>5 to <tspan>$</tspan>9")]
    [InlineData("\\(x\\)", "<tspan>\\</tspan>(x<tspan>\\</tspan>)")]
    [InlineData("$<$", "<tspan>$</tspan>&lt;<tspan>$</tspan>")]
    public void A_text_in_a_picture_never_looks_like_a_formula(string label, string expected)
    {
        var svg = Chart.Bar(label, [KeyValuePair.Create(label, 1L)]).ToSvg();
        Assert.Contains(">" + expected + "</text>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>" + expected + "</title>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>" + expected + ": 1</title>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_data_give_the_same_bytes_in_every_culture()
    {
        static string All() => string.Concat(ChartCases.All.Values.Select(c => c()).SelectMany(c => new[] { c.ToSvg(), c.ToPlotlyJson(), c.ToText(), c.ToHtml() }));
        var expected = All();
        foreach (var culture in new[] { "de-DE", "tr-TR", "ar-SA", "th-TH" }) Cultures.Under(culture, () => Assert.Equal(expected, All()));
    }

    [Fact]
    public void Text_of_data_is_literal_text_for_plotly()
    {
        using var json = JsonDocument.Parse(ChartCases.All["bar-hostile"]().ToPlotlyJson());
        var ticks = json.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("ticktext").EnumerateArray().Select(t => t.GetString()!).ToList();
        Assert.Equal("&lt;script&gt;alert(1)&lt;/script&gt;", ticks[0]);
        Assert.Equal("&#37;{x} &#36;\\href{javascript:alert(1)}{x}&#36;", ticks[4]);
        Assert.Equal("&amp;lt;b&amp;gt; &amp;#60; &amp;amp;", ticks[5]);
        Assert.All(ticks, t => Assert.DoesNotContain('<', t));
        Assert.Equal("&lt;img src=x onerror=alert(1)&gt; &amp; \"labels\"", json.RootElement.GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public void A_picture_in_a_page_has_no_style_sheet_and_one_that_stands_alone_follows_the_scheme_of_its_reader()
    {
        var chart = ChartCases.All["grouped"]();
        Assert.DoesNotContain("<style", chart.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("@media(prefers-color-scheme:dark)", chart.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain(" id=", chart.ToSvg(), StringComparison.Ordinal);
    }

    private static IEnumerable<Chart> OfEachKind(double[] numbers, string[] labels)
    {
        var title = labels.FirstOrDefault("");
        var values = labels.Zip(numbers, KeyValuePair.Create).ToList();
        NumberSeries[] series = [new(title, numbers), new(title, [.. numbers.Reverse()])];
        PointSeries[] points = [new(title, [.. numbers.Select((n, i) => new ChartPoint(n, numbers[^(i + 1)], labels[i]))])];
        var counts = values.Select(v => KeyValuePair.Create(v.Key, (long)Math.Clamp(double.IsNaN(v.Value) ? 0 : v.Value, -10, 1e15))).ToList();
        yield return Chart.Histogram(title, numbers);
        yield return Chart.Histogram(title, series, new() { LogBins = true });
        yield return Chart.Histogram(title, numbers, new() { Bins = 7 });
        yield return Chart.Bar(title, values);
        yield return Chart.Bar(title, counts, new() { Horizontal = true, Sorted = true, Most = 3 });
        yield return Chart.GroupedBar(title, labels, series, new() { Most = null, Width = 300 });
        yield return Chart.StackedBar(title, labels, series);
        yield return Chart.StackedBar(title, labels, series, new() { Shares = true, Horizontal = true, Height = 200 });
        yield return Chart.Line(title, points);
        yield return Chart.Line(title, points, new() { LogX = true, LogY = true });
        yield return Chart.Line(title, numbers.Select((n, i) => new DatePoint(DateTimeOffset.UnixEpoch.AddDays(i * i % 900_000), n, labels[i])));
        yield return Chart.Line(title, [new DatePoint(DateTimeOffset.MinValue, 1), new DatePoint(DateTimeOffset.MaxValue, 2)]);
        yield return Chart.Scatter(title, points, new() { Height = 120, Width = 300 });
        yield return Chart.Scatter(title, points, new() { LogX = true, LogY = true });
        yield return Chart.Box(title, series);
        yield return Chart.Box(title, series, new() { Log = true });
        yield return Chart.HeatMap(title, labels.Take(40), labels.Take(30), [numbers, [], numbers]);
        yield return Chart.HeatMap(title, labels.Take(4), labels.Take(3), [numbers], new() { Percent = true, Low = double.NaN, High = -5 });
        yield return Chart.Funnel(title, counts.Take(50).Select(c => new FunnelStage(c.Key, c.Value, long.MaxValue)));
        yield return Chart.Sankey(title, values.Take(300).Select((v, i) => new Flow(v.Key, labels[(i + 1) % labels.Length], v.Value)));
        yield return Chart.BeforeAfter(title, counts, counts);
        yield return Chart.BeforeAfter(title, null, counts, new() { XTitle = title, YTitle = title, Note = title });
        yield return Chart.BeforeAfter(title, numbers, numbers, new() { LogBins = true });
        yield return Chart.BeforeAfter(title, null, Distribution.Of([.. counts.Select(c => (int)Math.Clamp(c.Value, 0, 100_000))]));
    }

    private static void Check(Chart chart)
    {
        foreach (var markup in new[] { chart.ToSvg(), chart.ToHtml() })
        {
            var xml = XElement.Parse(markup);
            Assert.DoesNotContain("NaN", string.Concat(xml.Descendants().SelectMany(e => e.Attributes()).Select(a => a.Value)), StringComparison.Ordinal);
            Assert.DoesNotContain("∞", string.Concat(xml.Descendants().SelectMany(e => e.Attributes()).Select(a => a.Value)), StringComparison.Ordinal);
            Assert.Empty(xml.DescendantsAndSelf().Select(e => e.Name.LocalName).Except(Elements));
            Assert.Empty(xml.DescendantsAndSelf().SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName).Except(Attributes));
        }

        var json = chart.ToPlotlyJson();
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(["data", "layout", "config"], parsed.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Empty(parsed.RootElement.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("type").GetString()).Except(PlotlyTypes));
        Assert.Equal(-1, json.AsSpan().IndexOfAny("<>&\u2028\u2029"));
        Assert.DoesNotContain(chart.ToText(), c => char.IsControl(c) && c != '\n');
    }
}
