using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class AnalysisTests
{
    private static readonly Dataset Data = Build.Dataset([.. Enumerable.Range(1, 100).Select(i => Build.Example($"row-{i}", new string('q', i), "answer") with
    {
        Label = i % 10 == 0 ? null : i % 3 == 0 ? "billing" : "delivery",
        Split = i % 4 == 0 ? Split.Test : Split.Train,
        Scores = i % 2 == 0 ? Scores.Empty.With("quality", i / 100.0) : Scores.Empty,
        CreatedAt = DateTimeOffset.UnixEpoch.AddDays(i),
    })]);

    [Fact]
    public void Numbers_have_quantiles_that_occur_and_a_mean()
    {
        var n = Enumerable.Range(1, 101).Select(i => new { N = i }).Describe()["N"];
        Assert.Equal((1, 26, 51, 76, 101, 51), (n.Min, n.Quartile1, n.Median, n.Quartile3, n.Max, n.Mean));
        Assert.Equal((101, 0, 101), (n.Count, n.Missing, n.Distinct));
    }

    [Fact]
    public void Missing_values_are_counted_apart()
    {
        var rows = new[] { new { A = (double?)1, T = "x", D = (DateOnly?)new DateOnly(2024, 1, 2) }, new { A = (double?)null, T = "", D = (DateOnly?)null }, new { A = (double?)double.NaN, T = "xyz", D = (DateOnly?)null } };
        var described = rows.Describe();
        Assert.Equal((1, 2, 1), (described["A"].Count, described["A"].Missing, described["A"].Distinct));
        Assert.Equal((2, 1, "characters", 1, 3), (described["T"].Count, described["T"].Missing, described["T"].Unit, described["T"].Min, described["T"].Max));
        Assert.Equal((ColumnKind.Date, null), (described["D"].Kind, described["D"].Mean));
        Assert.Contains("2024-01-02", described.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_have_a_share_of_yes_and_collections_a_length()
    {
        var described = new[] { new { F = true, L = new[] { 1, 2 } }, new { F = false, L = Array.Empty<int>() } }.Describe();
        Assert.Equal((0.5, ColumnKind.Flag), (described["F"].Mean, described["F"].Kind));
        Assert.Equal(("items", 0, 2), (described["L"].Unit, described["L"].Min, described["L"].Max));
    }

    [Fact]
    public void A_column_of_mixed_values_has_no_quantiles()
    {
        var mixed = new object[] { new { X = (object)1 }, new { X = (object)"a" } }.Describe()["X"];
        Assert.Equal((2, "mixed", null), (mixed.Count, mixed.Unit, mixed.Median));
    }

    [Fact]
    public void A_late_key_of_a_dictionary_was_missing_before()
    {
        var rows = new[] { new Dictionary<string, object> { ["a"] = 1 }, new Dictionary<string, object> { ["a"] = 2, ["b"] = 3 } };
        Assert.Equal((1, 1), (rows.Describe()["b"].Count, rows.Describe()["b"].Missing));
    }

    [Fact]
    public void A_dataset_is_described_field_by_field()
    {
        var described = Data.Describe();
        Assert.Equal((100, 100), (described["id"].Distinct, described["input"].Max));
        Assert.Equal((90, 10, 2), (described["label"].Count, described["label"].Missing, described["label"].Distinct));
        Assert.Equal((50, 50, 0.51), (described["quality"].Count, described["quality"].Missing, Math.Round(described["quality"].Mean!.Value, 6)));
        Assert.DoesNotContain(described.Columns, c => c.Name is "author" or "system");
        var created = described.ToTable().Rows.Single(r => r[0] == "created");
        Assert.Equal(["date", "100", "0", "100", null, "1970-01-02", "1970-01-26", "1970-02-20", "1970-03-17", "1970-04-11"], created.Skip(1));
        Assert.Equal(0, Dataset.Empty.Describe().Rows);
        Assert.Throws<ArgumentException>(() => described["nothing"]);
    }

    [Fact]
    public void Counts_come_most_frequent_first_and_equal_ones_in_ordinal_order()
    {
        var counts = new[] { "b", "a", "c", "c", null, "B" }.CountBy(x => x);
        Assert.Equal([("c", 2), ("(none)", 1), ("B", 1), ("a", 1), ("b", 1)], counts.Rows.Select(r => (r.Value, r.Count)));
        Assert.Equal((6, 2 / 6.0, 0), (counts.Total, counts.Rows[0].Share, counts["nothing"]));
        Assert.Equal(["label", "count", "share"], Data.CountBy(e => e.Label).ToTable().Columns.Select(c => c.Name));
        Assert.Equal(["all", "100", "100.0%"], Data.CountBy(e => e.Label).ToTable().Foot);
    }

    [Fact]
    public void Rare_values_are_one_row()
    {
        var table = (Enumerable.Range(0, 60).CountBy(i => i) with { MostShown = 10 }).ToTable();
        Assert.Equal(["50 more", "50", "83.3%"], table.Rows[^1]);
    }

    [Fact]
    public void Linqs_count_by_is_still_there() => Assert.Equal(2, Enumerable.CountBy(new[] { 1, 1, 2 }, x => x).Single(p => p.Key == 1).Value);

    [Fact]
    public void A_cross_table_adds_up_in_both_directions()
    {
        var cross = Data.CrossTable(e => e.Label, e => e.Split);
        Assert.Equal(["delivery", "billing", "(none)"], cross.RowValues);
        Assert.Equal(["train", "test"], cross.ColumnValues);
        Assert.Equal(Data.Count, cross.Total);
        Assert.Equal(Data.Examples.Count(e => e.Label == "billing" && e.Split == Split.Test), cross["billing", "test"]);
        Assert.Equal(0, cross["nothing", "test"]);
        var table = cross.ToTable();
        Assert.Equal(["label", "train", "test", "all"], table.Columns.Select(c => c.Name));
        Assert.Equal(["(none)", "5 · 50.0%", "5 · 50.0%", "10 · 100.0%"], table.Rows[2]);
        Assert.Equal(["all", "75 · 75.0%", "25 · 25.0%", "100 · 100.0%"], table.Foot);
        Assert.Equal(["(none)", "5 · 6.7%", "5 · 20.0%", "10 · 10.0%"], (cross with { Shares = ShareOf.Column }).ToTable().Rows[2]);
        Assert.Equal(["(none)", "5", "5", "10"], (cross with { Shares = ShareOf.Nothing }).ToTable().Rows[2]);
    }

    [Fact]
    public void A_large_cross_table_is_folded_and_still_adds_up()
    {
        var cross = Enumerable.Range(0, 1000).CrossTable(i => i % 70, i => i % 30) with { MostRows = 5, MostColumns = 3, Shares = ShareOf.Nothing };
        var table = cross.ToTable();
        Assert.Equal((6, 6), (table.Rows.Count, table.Columns.Count));
        Assert.Equal("1,000", table.Foot![^1]);
        Assert.Equal(("65 more", "27 more"), (table.Rows[^1][0], table.Columns[^2].Name));
        Assert.Equal(1000, table.Rows.Sum(r => int.Parse(r[^1]!, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Head_is_a_list_that_shows_itself()
    {
        var head = Data.Head(3);
        Assert.Equal(["row-1", "row-2", "row-3"], head.Select(e => e.Id));
        Assert.EndsWith("3 of 100 rows", head.ToText(), StringComparison.Ordinal);
        Assert.Equal(["row-1", "6"], head.ToTable(["id", "output"]).Rows[0].Select((c, i) => i == 0 ? c : c!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(Data.Head(0));
    }

    [Fact]
    public void A_sample_depends_on_the_seed_and_the_ids_alone()
    {
        var first = Data.Sample(10, 7).Select(e => e.Id).ToList();
        Assert.Equal(first, Data.Sample(10, 7).Select(e => e.Id));
        Assert.Equal(first.Order(StringComparer.Ordinal), Dataset.Of(Data.Examples.Reverse()).Sample(10, 7).Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.NotEqual(first, Data.Sample(10, 8).Select(e => e.Id));
        Assert.Empty(first.Except(Data.Sample(30, 7).Select(e => e.Id)));
        Assert.Equal(100, Data.Sample(1_000).Count);
        Assert.Equal(Data.Examples.Where(e => first.Contains(e.Id)).Select(e => e.Id), first);
        Assert.Equal([.. Enumerable.Range(0, 50).Sample(5, 3)], [.. Enumerable.Range(0, 50).Where(_ => true).Sample(5, 3)]);
        Assert.Empty(Data.Sample(0));
    }

    [Fact]
    public void A_sample_is_even()
    {
        var drawn = new int[10];
        for (var seed = 1UL; seed <= 2_000; seed++)
            foreach (var i in Enumerable.Range(0, 10).Sample(3, seed)) drawn[i]++;
        Assert.All(drawn, n => Assert.InRange(n, 500, 700)); // 600 expected, standard deviation 20
    }
}
