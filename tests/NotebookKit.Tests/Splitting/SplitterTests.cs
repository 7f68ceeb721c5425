using NotebookKit.Splitting;

namespace NotebookKit.Tests.Splitting;

public class SplitterTests
{
    [Theory]
    [InlineData(100, 80, 10, 10)]
    [InlineData(999, 799, 100, 100)]
    [InlineData(1000, 850, 100, 50)]
    [InlineData(2000, 1700, 200, 100)]
    public void By_default_small_sets_get_80_10_10_and_larger_ones_85_10_5(int rows, int train, int validation, int test)
    {
        var result = Rows(rows).Apply(new Splitter());
        Assert.Equal((train, validation, test), Sizes(result));
    }

    [Theory]
    [InlineData("Train90Eval10", 900, 0, 100)]
    [InlineData("Train85Validation10Test5", 850, 100, 50)]
    [InlineData("Train80Validation10Test10", 800, 100, 100)]
    [InlineData("Train80Test20", 800, 0, 200)]
    public void A_named_policy_gives_its_sizes_and_no_row_to_a_split_it_lacks(string policy, int train, int validation, int test) =>
        Assert.Equal((train, validation, test), Sizes(Rows(1000).Apply(new Splitter { Policy = SplitPolicy.Parse(policy) })));

    [Fact]
    public void Rows_of_one_conversation_one_subject_or_one_parent_stay_together()
    {
        var data = Dataset.Of(Rows(400).Examples.Select((e, i) => (i % 4) switch
        {
            0 => e with { Conversation = $"c{i / 8}" },
            1 => e with { Subject = $"s{i / 8}" },
            2 => e with { ParentId = $"row-{i - 1}" },
            _ => e,
        }));

        var split = data.Apply(new Splitter { Policy = SplitPolicy.Train80Test20 }).Kept.Examples;

        Assert.Contains(split, e => e.Split == Split.Test);
        Together(split, e => e.Conversation);
        Together(split, e => e.Subject);
        var byId = split.ToDictionary(e => e.Id);
        Assert.All(split.Where(e => e.ParentId is not null), e => Assert.Equal(byId[e.ParentId!].Split, e.Split));
    }

    [Fact]
    public void Groups_join_through_a_third_row()
    {
        // a and b share a conversation, b and c a subject, c and d ask nearly the same.
        var data = Build.Dataset(
        [
            .. Rows(60).Examples,
            Build.Example("a", "where is the harbour of the little town?", "north") with { Conversation = "1" },
            Build.Example("b", "tell me about quantum tunnelling in short", "it is") with { Conversation = "1", Subject = "p" },
            Build.Example("c", "please explain to me how to bake bread at home with rye flour", "slowly") with { Subject = "p" },
            Build.Example("d", "please explain to me how to bake bread at home with rye flour today", "fast"),
        ]);
        var plan = new Splitter { Policy = SplitPolicy.Train80Test20 }.Fit(data);

        Assert.NotNull(plan.Of("a").Group);
        Assert.All(new[] { "b", "c", "d" }, id => Assert.Equal(plan.Of("a"), plan.Of(id)));
        Assert.Null(plan.Of("row-0").Group);
    }

    [Theory]
    [InlineData("Hi", "hi!")]
    [InlineData("don't", "DONT")]
    [InlineData("你好", "你好。")]
    [InlineData("???", " ??? ")]
    [InlineData("", "")]
    public void Inputs_too_short_for_shingles_stay_together_when_they_are_equal(string one, string two)
    {
        var data = Build.Dataset([.. Rows(40).Examples, Build.Example("a", one, "same answer"), Build.Example("b", two, "same answer")]);
        var plan = new Splitter().Fit(data);
        Assert.NotNull(plan.Of("a").Group);
        Assert.Equal(plan.Of("a"), plan.Of("b"));
    }

    [Fact]
    public void Rows_without_any_input_are_not_one_group()
    {
        var data = Dataset.Of(Enumerable.Range(0, 200).Select(i => Build.Chat($"row-{i}", (Role.Assistant, $"{Word(i)} {Word(i * 7)} {Word(i * 13)} {i}"))));
        Assert.Equal((160, 20, 20), Sizes(data.Apply(new Splitter())));
    }

    [Fact]
    public void Synthetic_and_distilled_rows_and_what_belongs_to_them_stay_in_train_and_the_ratios_hold_for_the_others()
    {
        var data = Dataset.Of(Rows(1000).Examples.Select((e, i) => i switch
        {
            < 300 => e with { Origin = Origin.Synthetic },
            < 500 => e with { Origin = Origin.Distilled, ParentId = i == 499 ? "row-500" : null },
            _ => e,
        }));

        var result = data.Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10 });

        Assert.DoesNotContain(result.Kept.Examples, e => e.Origin is Origin.Synthetic or Origin.Distilled && e.Split != Split.Train);
        Assert.Equal(Split.Train, result.Kept.Examples.Single(e => e.Id == "row-500").Split);
        Assert.Equal((900, 50, 50), Sizes(result));
        Assert.Contains(result.Report.Findings, f => f.Code == "synthetic-in-train" && f.Text.StartsWith("500 synthetic or distilled rows, and 1 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_set_made_by_models_alone_is_all_train_with_a_warning()
    {
        var result = Dataset.Of(Rows(200).Examples.Select(e => e with { Origin = Origin.Synthetic })).Apply(new Splitter());
        Assert.Equal((200, 0, 0), Sizes(result));
        Assert.Contains(result.Report.Findings, f => f is { Code: "test-too-small", Severity: Severity.Warning });
    }

    [Fact]
    public void A_giant_group_stays_in_train_and_is_named_with_its_size()
    {
        var data = Dataset.Of(Rows(1000).Examples.Select((e, i) => i < 300 ? e with { Conversation = "endless" } : e));
        var result = data.Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10 });

        Assert.Equal((800, 100, 100), Sizes(result));
        Assert.All(result.Kept.Examples.Take(300), e => Assert.Equal(Split.Train, e.Split));
        var finding = Assert.Single(result.Report.Findings, f => f.Code == "giant-group");
        Assert.Equal("Groups that are larger than any held-out split and stay in train: 1; the largest has 300 of 1000 rows.", finding.Text);
    }

    [Fact]
    public void Beside_a_giant_that_is_most_of_the_set_the_others_are_still_split_by_the_ratios()
    {
        var data = Dataset.Of(Rows(1000).Examples.Select((e, i) => i < 900 ? e with { Subject = "one account" } : e));
        Assert.Equal((980, 10, 10), Sizes(data.Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10 })));
        Assert.Equal((800, 100, 100), Sizes(data.Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10, GroupBySubject = false })));
    }

    [Fact]
    public void By_time_the_newest_rows_are_the_test_and_the_next_the_validation()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var data = Dataset.Of(Rows(1000).Examples.Select((e, i) => e with { CreatedAt = start.AddHours(i * 37 % 1000) }));

        var result = data.Apply(new Splitter { ByTime = true, Policy = SplitPolicy.Train80Validation10Test10 });

        var byDate = result.Kept.Examples.OrderBy(e => e.CreatedAt).Select(e => e.Split!.Value).ToArray();
        Assert.Equal([.. Enumerable.Repeat(Split.Train, 800), .. Enumerable.Repeat(Split.Validation, 100), .. Enumerable.Repeat(Split.Test, 100)], byDate);
        Assert.DoesNotContain(result.Report.Findings, f => f.Code == "dates-missing");
    }

    [Fact]
    public void By_time_rows_without_a_date_stay_in_train_and_are_counted()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var data = Dataset.Of(Rows(500).Examples.Select((e, i) => i % 5 == 0 ? e : e with { CreatedAt = start.AddDays(i) }));
        var result = data.Apply(new Splitter { ByTime = true, Policy = SplitPolicy.Train80Test20 });

        Assert.Equal((400, 0, 100), Sizes(result));
        Assert.All(result.Kept.Examples.Where(e => e.CreatedAt is null), e => Assert.Equal(Split.Train, e.Split));
        Assert.Contains(result.Report.Findings, f => f.Code == "dates-missing" && f.Text.StartsWith("100 of 500 rows", StringComparison.Ordinal));
        Assert.Contains(Rows(500).Apply(new Splitter { ByTime = true }).Report.Findings, f => f.Code == "dates-missing" && f.Text.Contains("by label", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_class_keeps_its_share_in_every_split()
    {
        var result = Dataset.Of(Rows(2000).Examples.Select((e, i) => e with { Label = (i % 20) switch { 0 => "rare", < 6 => "some", _ => "common" } })).Apply(new Splitter());

        foreach (var split in result.Kept.Examples.GroupBy(e => e.Split))
        {
            Assert.Equal(0.05, split.Count(e => e.Label == "rare") / (double)split.Count(), 0.002);
            Assert.Equal(0.25, split.Count(e => e.Label == "some") / (double)split.Count(), 0.002);
        }

        Assert.Contains(result.Report.Findings, f => f is { Code: "label-drift", Severity: Severity.Note });
    }

    [Fact]
    public void Sets_of_a_few_rows_give_a_sensible_split_and_a_warning()
    {
        for (var rows = 1; rows <= 20; rows++)
        {
            var result = Rows(rows).Apply(new Splitter());
            var (train, validation, test) = Sizes(result);
            Assert.Equal(rows, train + validation + test);
            Assert.True(train >= Math.Max(1, rows * 7 / 10), $"{rows} rows: {train}/{validation}/{test}");
            Assert.True(test <= 2 && test >= (rows >= 7 ? 1 : 0), $"{rows} rows: {train}/{validation}/{test}");
            Assert.True(test >= validation, $"{rows} rows: a test row comes before a validation row");
            Assert.Contains(result.Report.Findings, f => f is { Code: "test-too-small", Severity: Severity.Warning });
        }

        Assert.Empty(Dataset.Empty.Apply(new Splitter()).Report.Findings);
    }

    [Fact]
    public void The_split_of_a_row_changes_with_the_seed_and_not_with_the_order_of_rows()
    {
        var data = Rows(600);
        var one = Splits(data.Apply(new Splitter(), new RunContext { Seed = 1 }));
        Assert.NotEqual(one, Splits(data.Apply(new Splitter(), new RunContext { Seed = 2 })));
        Assert.Equal(one, Splits(Dataset.Of(data.Examples.Reverse()).Apply(new Splitter(), new RunContext { Seed = 1 })));
    }

    [Fact]
    public void A_plan_refuses_an_example_it_was_made_without()
    {
        var stage = new Splitter();
        var error = Assert.Throws<StageFailedException>(() => stage.With(stage.Fit(Rows(10))).Apply(Rows(11)));
        Assert.Equal("row-10", error.ExampleId);
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Splitter { Similarity = 0.3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Splitter { MinTest = -1 });
        Assert.Throws<ArgumentNullException>(() => new Splitter { Policy = null! });
    }

    internal static Dataset Rows(int count) => Dataset.Of(Enumerable.Range(0, count).Select(i =>
        Build.Example($"row-{i}", $"{Word(i)} {Word(i * 7)} {Word(i * 13)} {Word(i * 31)} number {i}", $"answer {i}") with { Origin = Origin.ProductionLog }));

    internal static (int Train, int Validation, int Test) Sizes(StageResult result) => (
        result.Kept.Examples.Count(e => e.Split == Split.Train),
        result.Kept.Examples.Count(e => e.Split == Split.Validation),
        result.Kept.Examples.Count(e => e.Split == Split.Test));

    internal static string Word(int i) => $"w{NotebookKit.Text.StableHash.Combine(1, (ulong)i) % 5000}x";

    private static Dictionary<string, Split?> Splits(StageResult result) => result.Kept.Examples.ToDictionary(e => e.Id, e => e.Split);

    private static void Together(IEnumerable<Example> rows, Func<Example, string?> key) =>
        Assert.All(rows.Where(e => key(e) is not null).GroupBy(key), g => Assert.Single(g.Select(e => e.Split).Distinct()));
}
