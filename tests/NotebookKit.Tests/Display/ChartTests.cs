using System.Xml.Linq;
using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class ChartTests
{
    [Fact]
    public void A_table_is_aligned_in_text_and_a_table_in_html()
    {
        var table = new Table { Columns = [new("name"), new("count", true)], Rows = [["漢字", "7"], ["a\tlong\nname", "1,234"]] };
        Assert.Equal("name         count\n───────────  ─────\n漢字             7\na long⏎name  1,234", table.ToText());
        Assert.Equal("<div class=\"nk-scroll\"><table class=\"nk-table\"><thead><tr><th>name</th><th class=\"num\">count</th></tr></thead><tbody><tr><td>漢字</td><td class=\"num\">7</td></tr>"
            + "<tr><td>a\tlong\nname</td><td class=\"num\">1,234</td></tr></tbody></table></div>", table.ToHtml());
    }

    [Fact]
    public void Control_characters_of_data_do_not_reach_a_terminal()
    {
        var text = new Table { Columns = [new("x")], Rows = [["\u001b[2J\u202E\u0007"]] }.ToText();
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void Charts_are_well_formed_and_draw_a_bar_for_each_number()
    {
        var bars = XElement.Parse(new BarChart { Title = "t", Series = ["before", "after"], Rows = [new("a", [3, 1]), new("b", [1, 0])] }.ToHtml());
        Assert.Equal(3 + 2, bars.Descendants().Count(e => e.Name.LocalName == "rect")); // three bars that are not nothing, two marks of the key
        var funnel = XElement.Parse(new Funnel { Steps = [new("a", 10, 10), new("b", 10, 4)] }.ToHtml());
        Assert.Equal(2 + 1 + 2, funnel.Descendants().Count(e => e.Name.LocalName == "rect"));
        XElement.Parse(new Histogram { Title = "t", Series = ["after"], Values = [Distribution.Of([])] }.ToHtml());
        XElement.Parse(new Funnel { Steps = [] }.ToHtml());
        XElement.Parse(new BarChart { Title = "t", Series = ["x"], Rows = [] }.ToHtml());
    }

    [Fact]
    public void Charts_have_their_numbers_as_text_too()
    {
        Assert.Contains("1,234", new BarChart { Title = "t", Series = ["x"], Rows = [new("a", [1234])] }.ToText(), StringComparison.Ordinal);
        Assert.Contains("median", new Histogram { Title = "t", Series = ["x"], Values = [Distribution.Of([1])] }.ToText(), StringComparison.Ordinal);
        Assert.Contains("removed", new Funnel { Steps = [new("a", 2, 1)] }.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_names_are_one_row()
    {
        var counts = Enumerable.Range(0, 30).Select(i => KeyValuePair.Create($"label {i:00}", 100L - i)).ToList();
        var chart = BarChart.Compare("Labels", counts, counts, most: 5);
        Assert.Equal(("25 more", counts.Skip(5).Sum(c => c.Value)), (chart.Rows[^1].Label, chart.Rows[^1].Values[0]));
    }

    [Fact]
    public void A_distribution_has_exact_quantiles_and_every_number_in_a_bin()
    {
        var spread = Distribution.Of([.. Enumerable.Range(1, 100), 60_000]);
        Assert.Equal((1, 51, 96, 60_000, 101), (spread.Least, spread.Median, spread.P95, spread.Most, spread.Count));
        Assert.Equal(101, spread.Bins.Sum());
        Assert.Equal((9, 10, 1), (spread.Bins[0], spread.Bins[1], spread.Bins[^1]));
    }

    [Fact]
    public void A_profile_counts_labels_sources_and_lengths()
    {
        var profile = DatasetProfile.Of(Build.Dataset(Build.Example("a", "12345", "123") with { Label = "x", Occurrences = 3 }, Build.Example("b", "1", "2")));
        Assert.Equal((2, 4L, 8L / 4 + 1), (profile.Count, profile.Occurrences, profile.Tokens.Sum));
        Assert.Equal([new(DatasetProfile.None, 1), new KeyValuePair<string, long>("x", 1)], profile.Labels);
        Assert.Equal((5, 3), (profile.InputCharacters.Most, profile.OutputCharacters.Most));
        Assert.Equal(0, DatasetProfile.Of(Dataset.Empty).Count);
    }

    [Theory]
    [InlineData(0, 10, "0.0%")]
    [InlineData(1, 100_000, "< 0.1%")]
    [InlineData(99_999, 100_000, "> 99.9%")]
    [InlineData(10, 10, "100.0%")]
    [InlineData(1, 8, "12.5%")]
    [InlineData(0, 0, "–")]
    public void A_share_never_hides_something_or_claims_all(long part, long whole, string shown) => Assert.Equal(shown, NotebookKit.Text.Numbers.Share(part, whole));
}
