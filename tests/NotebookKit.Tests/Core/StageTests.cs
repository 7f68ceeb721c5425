namespace NotebookKit.Tests.Core;

public class StageTests
{
    private static readonly Dataset Data = Laws.LawData.Varied(40);

    [Fact]
    public void A_rule_of_one_line_keeps_the_account()
    {
        var result = Data.Keep("Short", "too-long", e => e.Id != "row-3");
        Assert.Equal(("row-3", "Short", "too-long"), (Assert.Single(result.Removed).Example.Id, result.Removed[0].Stage, result.Removed[0].Reason));
        Assert.Equal(39, result.Kept.Count);
        Assert.Equal("Short", Assert.Single(result.Kept.History.Stages).Report.Name);
        Assert.Equal(0, result.Report.Changed);
        Assert.Equal(39, result.Kept.Change("Shout", e => e.MapTexts(t => t.Text.ToUpperInvariant() + "!")).Report.Changed);
    }

    [Fact]
    public void A_failing_rule_stops_the_run_and_says_where_but_not_what()
    {
        var failure = Assert.Throws<StageFailedException>(() => Data.Keep("Bad", "x", e => e.Id == "row-5" ? throw new FormatException("jane@example.com") : true));
        Assert.Equal(("Bad", "row-5", 5L), (failure.Stage, failure.ExampleId, failure.Position!.Value.Record));
        Assert.DoesNotContain("jane", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("jane@example.com", failure.Cause.Message);
    }

    [Fact]
    public void A_long_batch_may_set_failing_rows_aside()
    {
        var failing = new Failing();
        var result = failing.Apply(Data, new RunContext { MaxSetAside = 4 });
        Assert.Equal(["row-7", "row-17", "row-27"], result.Removed.Take(3).Select(r => r.Example.Id));
        Assert.All(result.Removed, r => Assert.Equal(("set-aside", true), (r.Reason, r.Withheld)));
        Assert.Throws<StageFailedException>(() => failing.Apply(Laws.LawData.Varied(80), new RunContext { MaxSetAside = 4 }));
    }

    [Fact]
    public void An_undecided_rule_and_a_changed_id_are_errors()
    {
        Assert.IsType<InvalidOperationException>(Assert.Throws<StageFailedException>(() => new Undecided().Apply(Data)).Cause);
        Assert.IsType<InvalidOperationException>(Assert.Throws<StageFailedException>(() => Data.Change("Rename", e => e with { Id = "x" })).Cause);
    }

    [Fact]
    public void Two_rows_with_one_id_are_no_dataset()
    {
        var refused = Assert.Throws<ArgumentException>(() => Build.Dataset(Build.Example("a", "x", "y"), Build.Example("a", "z", "w")));
        Assert.Contains("Two examples have the id 'a'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_stage_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var rows = Dataset.Of(Enumerable.Range(0, 20_000).Select(i => new Example { Id = $"{i}" }));
        var slow = Task.Run(() => new Slow(source).Apply(rows, new RunContext { Cancel = source.Token, Threads = 2 }), CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public void A_service_is_asked_once_for_each_content_in_batches_and_again_when_it_fails()
    {
        var twins = Dataset.Of(Enumerable.Range(0, 100).Select(i => Build.Example($"r-{i}", $"question {i % 50}", "answer")));
        var service = new Service { BatchSize = 8, RetryDelay = TimeSpan.Zero };
        var result = service.Apply(twins);
        Assert.Equal(50, service.Asked);
        Assert.Equal(100, result.Report.Counts["measured"]);
        Assert.All(result.Kept.Examples, e => Assert.Equal(e.Input.Length, e.Scores["length"]));
        Assert.Throws<StageFailedException>(() => new Service { Retries = 0 }.Apply(twins));
    }

    [Fact]
    public void A_recipe_runs_its_steps_in_order_and_can_be_changed()
    {
        var recipe = new Recipe("two", [new("a", new Failing { Every = 1000 })]).Then("b", new Undecided());
        Assert.Equal(["a", "b"], recipe.Steps.Select(s => s.Key));
        var refused = Assert.Throws<ArgumentException>(() => recipe["c"]);
        Assert.Contains("has no step 'c'; it has a, b", refused.Message, StringComparison.Ordinal);
        Assert.Equal(40, recipe.Without("b").Run(Data).Count);
        Assert.Equal("a", Assert.Single(recipe.Until("b").Steps).Key);
        Assert.Equal("b", Assert.Single(recipe.From("b").Steps).Key);
        Assert.Equal("two until b", recipe.Until("b").Name);
        Assert.Throws<ArgumentException>(() => recipe.Then("a", new Undecided()));
        Assert.Equal(39, recipe.Replace("b", new Failing { Every = 25 }).Run(Data, new RunContext { MaxSetAside = 9 }).Count);
    }

    private sealed record Failing : ExampleStage
    {
        public int Every { get; init; } = 10;

        public override string Name => "Failing";

        protected internal override Outcome Decide(Example example, Tally tally) =>
            (example.Position.Record + 3) % Every == 0 ? throw new FormatException("secret") : Outcome.Keep(example);
    }

    private sealed record Undecided : ExampleStage
    {
        public override string Name => "Undecided";

        protected internal override Outcome Decide(Example example, Tally tally) => default;
    }

    private sealed record Slow(CancellationTokenSource Source) : ExampleStage
    {
        public override string Name => "Slow";

        protected internal override Outcome Decide(Example example, Tally tally)
        {
            Source.Cancel();
            return Outcome.Keep(example);
        }
    }

    private sealed record Service : MeasureStage
    {
        private readonly Counter counter = new();

        public int Asked => counter.Asked;

        public override string Name => "Service";

        protected override async Task<IReadOnlyList<Measures>> MeasureAsync(IReadOnlyList<Example> batch, CancellationToken cancel)
        {
            await Task.Yield();
            if (Interlocked.Increment(ref counter.Calls) == 1) throw new HttpRequestException("busy");
            Interlocked.Add(ref counter.Asked, batch.Count);
            return [.. batch.Select(e => new Measures(new Dictionary<string, double> { ["length"] = e.Input.Length }))];
        }

        private sealed class Counter
        {
            public int Calls;
            public int Asked;
        }
    }
}
