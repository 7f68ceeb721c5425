using System.Text.Json;
using System.Xml.Linq;
using NotebookKit.Display;
using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

public class ChartKindTests
{
    private static readonly string[] Letters = ["a", "b"];

    [Fact]
    public void Every_number_is_in_one_bin()
    {
        for (var i = 0; i < 200; i++)
        {
            var scale = Math.Pow(10, (i % 13) - 6);
            double[] numbers = [.. Enumerable.Range(0, 1 + (i * 7)).Select(n => (ChartCases.At(i, n) - (i % 2 * 0.5)) * scale)];
            foreach (var borders in new[] { BinBorders.Even(numbers, null), BinBorders.Even(numbers, 1 + (i % 50)), BinBorders.Log(numbers) })
            {
                Assert.Equal(borders.Order(), borders);
                Assert.Equal(borders.Length, borders.Distinct().Count());
                Assert.True(borders[0] <= numbers.Min() && borders[^1] >= numbers.Max(), $"{i}: {borders[0]} – {borders[^1]}");
                Assert.Equal(numbers.Length, BinBorders.Count(borders, numbers).Sum());
                Assert.InRange(borders.Length, 2, 260);
            }
        }
    }

    [Fact]
    public void Bins_have_the_rules_width_and_whole_numbers_their_own_bin()
    {
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], BinBorders.Even([0, .25, .5, .75, 1], 10));
        Assert.Equal([1, 2, 3, 4], BinBorders.Even([1, 2, 3, 1], 20));
        Assert.Equal([0, 1, 2, 5, 10, 20], BinBorders.Log([0, 1, 3, 15]));
        Assert.Equal([-10, -5, -2, 0, 2, 5, 10], BinBorders.Log([-7, 3]));
    }

    [Fact]
    public void Series_of_different_sizes_are_compared_by_shares()
    {
        var figure = Chart.Histogram("t", [new("a", [1, 1, 2]), new("b", [2])]).Figure;
        Assert.True(figure.Y.Percent);
        Assert.Equal([2 / 3.0, 1 / 3.0], ((BarTrace)figure.Traces[0]).Bars.Select(b => b.To));
        Assert.Equal([1.0], ((BarTrace)figure.Traces[1]).Bars.Select(b => b.To));
    }

    [Fact]
    public void Rare_labels_are_one_bar_or_are_left_out()
    {
        var values = Enumerable.Range(0, 30).Select(i => KeyValuePair.Create($"l{i:00}", (double)i)).ToList();
        var table = Chart.Bar("t", values, new() { Most = 2 }).ToTable();
        Assert.Equal(["l28", "28"], table.Rows[0]);
        Assert.Equal(["28 more", "378"], table.Rows[^1]);
        var left = Chart.Bar("t", values, new() { Most = 2, SumRest = false });
        Assert.Equal(2, left.ToTable().Rows.Count);
        Assert.Equal(["Left out: 28 smaller labels."], left.Notes);
        Assert.Equal(["l29", "l28"], Chart.Bar("t", values, new() { Sorted = true }).ToTable().Rows.Take(2).Select(r => r[0]));
    }

    [Fact]
    public void Stacked_parts_stand_on_those_of_their_sign()
    {
        var bars = Chart.StackedBar("t", Letters, [new("x", [1, -2]), new("y", [-4, -1]), new("z", [3, 5])]).Figure.Traces.Cast<BarTrace>().ToList();
        Assert.Equal([(0.0, 1.0), (0.0, -2.0)], bars[0].Bars.Select(b => (b.From, b.To)));
        Assert.Equal([(0.0, -4.0), (-2.0, -3.0)], bars[1].Bars.Select(b => (b.From, b.To)));
        Assert.Equal([(1.0, 4.0), (0.0, 5.0)], bars[2].Bars.Select(b => (b.From, b.To)));
    }

    [Fact]
    public void A_line_stops_at_a_gap_and_goes_from_left_to_right()
    {
        var line = XElement.Parse(Chart.Line("t", [new ChartPoint(3, 1), new ChartPoint(1, 1), new ChartPoint(2, double.NaN), new ChartPoint(4, 2)]).ToSvg())
            .Descendants().Single(e => e.Attribute("style")?.Value.Contains("stroke-width:2", StringComparison.Ordinal) == true && e.Name.LocalName == "path");
        Assert.Equal(2, line.Attribute("d")!.Value.Count(c => c == 'M'));
        Assert.Equal(1, line.Attribute("d")!.Value.Count(c => c == 'L'));
    }

    [Fact]
    public void A_long_line_keeps_its_ends_and_extremes()
    {
        var points = Enumerable.Range(0, 50_000).Select(i => new ChartPoint(i, i == 31_415 ? 9 : i == 27_182 ? -9 : ChartCases.At(1, i))).ToList();
        var chart = Chart.Line("t", points);
        var drawn = ((DotTrace)chart.Figure.Traces[0]).Dots;
        Assert.InRange(drawn.Count, 1_000, 2_000);
        Assert.Equal((0, 49_999), (drawn[0].X, drawn[^1].X));
        Assert.Contains(drawn, d => d.Y == 9);
        Assert.Contains(drawn, d => d.Y == -9);
        Assert.Contains("not shown", chart.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_points_are_thinned_evenly_and_the_same_each_time()
    {
        var series = new[] { new PointSeries("many", [.. Enumerable.Range(0, 10_000).Select(i => new ChartPoint(i, i))]), new PointSeries("few", [new(0, 0)]) };
        var chart = Chart.Scatter("t", series);
        Assert.Equal(["2,000 of 10,001 points are drawn, evenly chosen."], chart.Notes);
        var drawn = ((DotTrace)chart.Figure.Traces[0]).Dots;
        for (var tenth = 0; tenth < 10; tenth++) Assert.InRange(drawn.Count(d => (int)d.X / 1_000 == tenth), 198, 201);
        Assert.Single(((DotTrace)chart.Figure.Traces[1]).Dots);
        Assert.Equal(chart.ToSvg(), Chart.Scatter("t", series).ToSvg());
    }

    [Fact]
    public void A_box_has_quartiles_and_whiskers_at_numbers_within_reach()
    {
        var box = ((BoxTrace)Chart.Box("t", [new("a", [9, 1, 3, 5, 7, 100])]).Figure.Traces[0]).Boxes.Single();
        Assert.Equal((1, 3.5, 6, 8.5, 9), (box.Low, box.Q1, box.Median, box.Q3, box.High));
        Assert.Equal([100], box.Beyond);
    }

    [Fact]
    public void Far_values_that_are_not_drawn_are_counted()
    {
        var chart = Chart.Box("t", [new("a", [.. Enumerable.Range(0, 1_000).Select(i => i < 900 ? 1.0 : i)])], new() { MostOutliers = 10 });
        Assert.Equal(["Not drawn: 90 values beyond the whiskers."], chart.Notes);
        Assert.Equal("100", chart.ToTable().Rows[0][^1]);
    }

    [Fact]
    public void A_cell_shows_its_number_and_the_strongest_is_the_largest()
    {
        var cells = ((CellTrace)Chart.HeatMap("t", Letters, Letters, [[1, 2], [3]]).Figure.Traces[0]).Cells;
        Assert.Equal([("1", 0.0), ("2", 0.5), ("3", 1.0)], cells.Select(c => (c.Text, c.Shade)));
        Assert.Equal("b, a: 3", cells[^1].Hint);
    }

    [Fact]
    public void A_funnel_shows_what_was_removed_and_the_numbers_beside_it()
    {
        var figure = Chart.Funnel("t", [new("a", 8, 2), new("b", 8, 0)]).Figure;
        var removed = ((BarTrace)figure.Traces[2]).Bars.Single();
        Assert.Equal((0.8, 1.0), (removed.From, removed.To));
        Assert.Equal([("8", "−2 (20.0%)"), ("8", "all kept")], figure.Side.Select(s => (s.Number, s.Remark)));
    }

    [Fact]
    public void Flows_are_added_and_no_circle_is_closed()
    {
        var chart = Chart.Sankey("t", [new("a", "b", 5), new("a", "b", 2), new("b", "c", 3), new("c", "a", 1), new("c", "c", 9)]);
        Assert.Equal(["a b 7", "b c 3"], chart.ToTable().Rows.Select(r => string.Join(' ', r)));
        Assert.Equal(2, chart.Notes.Count);
        Assert.Contains("would close a circle", chart.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_are_right_of_all_that_flow_into_them_and_never_overlap()
    {
        var plan = SankeyPlan.Of([.. Enumerable.Range(0, 60).Select(i => new Flow($"n{i % 13}", $"n{(i * 7) % 17}", 1 + i))], 100);
        plan.Place(900, 18);
        Assert.All(plan.Flows, f => Assert.True(f.From.Layer < f.To.Layer));
        foreach (var layer in plan.Layers)
            foreach (var (above, below) in layer.OrderBy(n => n.Top).Zip(layer.OrderBy(n => n.Top).Skip(1))) Assert.True(above.Bottom < below.Top);
    }

    [Fact]
    public void Before_and_after_show_the_most_frequent_names_and_the_rest_as_one_row()
    {
        var counts = Enumerable.Range(0, 30).Select(i => KeyValuePair.Create($"label {i:00}", 100L - i)).ToList();
        var chart = Chart.BeforeAfter("Labels", counts, counts.Take(5), new() { Most = 5 });
        var rest = chart.ToTable().Rows[^1];
        Assert.Equal(("25 more", NotebookKit.Text.Numbers.Count(counts.Skip(5).Sum(c => c.Value)), "0"), (rest[0], rest[1], rest[3]));
        Assert.Equal("100 · " + NotebookKit.Text.Numbers.Share(100, counts.Sum(c => c.Value)), ((BarTrace)chart.Figure.Traces[0]).Bars[0].Text);
        Assert.Single(Chart.BeforeAfter("Labels", null, counts).Figure.Traces);
    }

    [Fact]
    public void Before_and_after_take_the_bins_of_a_distribution()
    {
        var figure = Chart.BeforeAfter("t", Distribution.Of([5, 15]), Distribution.Of([15, 25, 60_000])).Figure;
        Assert.Equal([0.5, 0.5], ((BarTrace)figure.Traces[0]).Bars.Select(b => b.To));
        Assert.Equal("≥ 50,000", ((BarTrace)figure.Traces[1]).Bars[^1].Label);
    }

    [Fact]
    public void Every_mark_says_its_numbers_on_hovering()
    {
        var svg = XElement.Parse(Chart.Bar("t", [KeyValuePair.Create("a", 12_345L)]).ToSvg());
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title" && e.Parent!.Name.LocalName == "rect" && e.Value == "a: 12,345");
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Bar chart. a: value 12,345.", svg.Elements().Single(e => e.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void Plotly_has_dates_without_a_zone_and_gaps_as_nothing()
    {
        using var json = JsonDocument.Parse(Chart.Line("t", [new DatePoint(new DateOnly(2025, 3, 1), 1), new DatePoint(new DateTimeOffset(2025, 3, 2, 1, 0, 0, TimeSpan.FromHours(2)), double.NaN)]).ToPlotlyJson());
        var trace = json.RootElement.GetProperty("data")[0];
        Assert.Equal(["2025-03-01T00:00:00.000", "2025-03-01T23:00:00.000"], trace.GetProperty("x").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("y")[1].ValueKind);
    }

    [Fact]
    public void A_theme_sets_the_colours_of_plotly()
    {
        var chart = ChartCases.All["bar"]();
        Assert.Contains(Palette.Accent.Dark, chart.ToPlotlyJson(PlotlyTheme.Dark), StringComparison.Ordinal);
        Assert.Contains(Palette.Accent.Light, chart.ToPlotlyJson(PlotlyTheme.Light), StringComparison.Ordinal);
        Assert.Equal(chart.ToPlotlyJson(), chart.ToPlotlyJson(PlotlyTheme.Neutral));
    }

    [Fact]
    public void Options_refuse_what_they_cannot_do()
    {
        Assert.StartsWith("Width must be from 300 to 4000, but was 20.", Assert.Throws<ArgumentOutOfRangeException>(() => new BarOptions { Width = 20 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HistogramOptions { Bins = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoxOptions { Whisker = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeforeAfterOptions { Most = 0 });
    }
}
