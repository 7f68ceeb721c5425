using NotebookKit.Anonymizing;
using NotebookKit.Display;

namespace NotebookKit.Tests.Anonymizing;

public class PlantedRecallTests
{
    private static readonly Dataset Rows = Dataset.Of(Enumerable.Range(0, 30).Select(i => Build.Example($"row-{i}", $"The parcel {i} is late. Where is it now?", "It is on its way.") with { Position = new(0, i) }));

    private static PlantedRecall Measured(PlantingOptions options, Anonymizer? anonymizer = null, RunContext? run = null, Dataset? rows = null) =>
        PlantedRecall.Measure(rows ?? Rows, anonymizer ?? new(), options, run);

    [Fact]
    public void Every_default_type_has_something_to_plant()
    {
        var result = Measured(new() { PerType = 12 });
        Assert.All(result.ByType, t => Assert.Equal(12, t.Planted));
        Assert.Equal(EntityTypes.Default, [.. result.ByType.Select(t => t.Name).Concat(result.NotPlanted).Order(StringComparer.Ordinal)]);
        Assert.Equal(result.Overall.Planted, result.ByPlace.Sum(p => p.Planted));
        Assert.Equal(6, result.ByPlace.Count);
    }

    [Fact]
    public void What_has_a_fixed_shape_is_found_nearly_always()
    {
        var result = Measured(new() { PerType = 100, Types = [EntityTypes.Email, EntityTypes.CreditCard, EntityTypes.Iban] });
        Assert.All(result.ByType, t => Assert.InRange(t.Recall, 0.95, 1));
    }

    [Fact]
    public void An_anonymizer_that_looks_for_something_else_finds_nothing_of_it()
    {
        var result = Measured(new() { PerType = 20, Types = [EntityTypes.Email] }, new Anonymizer { Types = [EntityTypes.Iban] });
        Assert.Equal((20, 0, 20), (result.Overall.Planted, result.Overall.Found, result.Overall.Leaked));
    }

    [Fact]
    public void A_find_that_leaves_a_part_of_the_value_counts_as_a_leak()
    {
        var result = Measured(new() { PerType = 60, Types = [EntityTypes.Email] }, new Anonymizer { Types = [EntityTypes.MacAddress], Recognizers = [new Halves()] });
        Assert.Equal(0, result.Overall.Found);
        Assert.True(result.Overall.Partly > 30, $"{result.Overall.Partly} in part");
    }

    [Fact]
    public void The_result_does_not_depend_on_threads_or_on_the_order_of_rows()
    {
        string Text(PlantedRecall result) => result.ToText() + "\n" + result.ToPlaceTable().ToText();
        var options = new PlantingOptions { PerType = 40, Types = [EntityTypes.Person, EntityTypes.Phone, EntityTypes.ApiKey] };
        var one = Text(Measured(options, run: new() { Threads = 1 }));
        Assert.Equal(one, Text(Measured(options, run: new() { Threads = 4 })));
        Assert.Equal(one, Text(Measured(options, rows: Dataset.Of(Rows.Examples.Reverse()))));
    }

    [Fact]
    public void Another_seed_plants_other_values()
    {
        var texts = new ulong[] { 1, 2 }.Select(seed => string.Join("|", Enumerable.Range(0, 20).Select(i => string.Join(" ", Planting.Of(Rows.Examples[0], EntityTypes.Person, (ulong)i, seed)!.Telling)))).ToList();
        Assert.NotEqual(texts[0], texts[1]);
    }

    [Fact]
    public void The_rows_stay_as_they_are_and_no_text_is_in_the_result()
    {
        var before = Rows.Examples.Select(e => e.ContentHash).ToList();
        var result = Measured(new() { PerType = 5 });
        Assert.Equal(before, Rows.Examples.Select(e => e.ContentHash));
        Assert.DoesNotContain("parcel", result.ToHtml() + result.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 100, 0.03)]
    [InlineData(300, 300, 0.01)]
    [InlineData(2, 2, 1)]
    [InlineData(0, 0, 1)]
    public void Without_a_leak_the_bound_is_the_rule_of_three(int planted, int found, double most) => Assert.Equal(most, new PlantedCounts("x", planted, found, 0).MostLeaked);

    /// <summary>One-sided upper bounds by Clopper and Pearson: 1 of 10 gives 0.394, 5 of 100 gives 0.102, 10 of 10 gives 1.</summary>
    [Theory]
    [InlineData(10, 9, 0.394163)]
    [InlineData(100, 95, 0.102254)]
    [InlineData(10, 0, 1)]
    public void With_leaks_the_bound_is_exact(int planted, int found, double most) => Assert.Equal(most, new PlantedCounts("x", planted, found, 0).MostLeaked, 4);

    [Fact]
    public void A_claim_below_the_measured_share_holds_and_one_above_it_names_the_types()
    {
        var result = Measured(new() { PerType = 20, Types = [EntityTypes.Email] }, new Anonymizer { Types = [EntityTypes.Iban] });
        Assert.Equal("at least 0% of each planted type are found", result.Check(0).Claim);
        var error = Assert.Throws<CheckFailedException>(() => result.Check(0.98));
        Assert.Contains("EMAIL_ADDRESS 0 of 20", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rows_nothing_is_planted() => Assert.Equal(0, Measured(new(), rows: Dataset.Empty).Overall.Planted);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Less_than_one_piece_is_refused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => new PlantingOptions { PerType = count });

    [Fact]
    public void A_recall_below_the_limit_is_a_failed_finding_and_rows_pass_unchanged()
    {
        var result = new PlantedRecallCheck { LeastRecall = 0.9, PerType = 10 }.Of(new() { Types = [EntityTypes.Email], MinScore = 1 }).Apply(Rows);
        Assert.Equal((PlantedRecallCheck.TooLittleFound, Severity.Failure), (result.Report.Findings.Single().Code, result.Report.Findings.Single().Severity));
        Assert.Equal(10, result.Report.Counts["planted:EMAIL_ADDRESS"]);
        Assert.Equal(0, result.Report.Changed);
        Assert.Equal(Severity.Note, new PlantedRecallCheck { PerType = 10 }.Apply(Rows).Report.Findings.Single().Severity);
    }

    private sealed class Halves : Recognizer
    {
        public override string EntityType => "HALF";

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
                into.Add(At(at, text.IndexOf("example", at, StringComparison.Ordinal) is > 0 and var end ? end + 7 : at + 1, 0.9));
        }
    }
}
