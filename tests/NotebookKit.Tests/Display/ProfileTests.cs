using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class ProfileTests
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

    [Fact]
    public void A_profile_counts_months_in_utc_authors_without_names_and_scores_in_tenths()
    {
        static Example Row(string id, string date, string? author, double quality) => Build.Example(id, "q", "a") with
        {
            CreatedAt = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            Author = author,
            Scores = Scores.Empty.With(ScoreNames.Quality, quality),
        };
        var profile = DatasetProfile.Of(Build.Dataset(
            Row("a", "2026-01-01T00:30:00+02:00", "kim", 0.1), Row("b", "2026-02-03T00:00:00Z", "lee", 1), Row("c", "2026-02-04T00:00:00Z", "lee", 0.95), Build.Example("d", "q", "a")));
        Assert.Equal([new("2025-12", 1), new KeyValuePair<string, long>("2026-02", 2)], profile.Months);
        Assert.Equal([2L, 1L], profile.Authors);
        var (name, bins) = Assert.Single(profile.Scores);
        Assert.Equal(ScoreNames.Quality, name);
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0, 0, 2], bins);
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
