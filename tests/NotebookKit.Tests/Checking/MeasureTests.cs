using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Tests.Checking;

public class MeasureTests
{
    [Fact]
    public void The_stability_index_is_the_sum_over_bins()
    {
        // (0.5 − 0.25)·ln 2 + (0.25 − 0.5)·ln ½ + 0 = 0.5·ln 2, on counts so large that the half row does not show.
        Assert.Equal(0.346574, PopulationStability.Index([2_000_000_000, 4_000_000_000, 2_000_000_000], [4_000_000_000, 2_000_000_000, 2_000_000_000]), 6);
        Assert.Equal(0, PopulationStability.Index([10, 20, 30], [10, 20, 30]));
        Assert.InRange(PopulationStability.Index([500, 500], [100, 0]), 1, 10);
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1], [1, 2]));
    }

    [Fact]
    public void The_bound_of_chance_holds_back_about_95_of_100_samples()
    {
        // χ² with 9 degrees of freedom has its 95% quantile at 16.919.
        Assert.Equal(16.919 * ((1 / 1000.0) + (1 / 50.0)), PopulationStability.Chance95(10, 1000, 50), 3);
        var below = 0;
        for (var draw = 0; draw < 400; draw++)
        {
            var counts = new long[10];
            for (var row = 0; row < 200; row++) counts[(int)(KeyedRandom.Unit((ulong)draw, "psi", $"{row}") * 10)]++;
            if (PopulationStability.Index([.. Enumerable.Repeat(100_000L, 10)], counts) <= PopulationStability.Chance95(10, 1_000_000, 200)) below++;
        }

        Assert.InRange(below, 360, 396);
    }

    [Theory]
    [InlineData("please cancle my membership", 1)]
    [InlineData("please cancel my membreship and the payement", 2)]
    [InlineData("the membershp was cancelled", 1)]
    [InlineData("memberships, payments and cancels", 0)]
    [InlineData("Cancle is a name, CANCLE a code, and cancle42 an account", 0)]
    [InlineData("", 0)]
    [InlineData("我的会员资格", 0)]
    public void Rare_words_one_edit_from_frequent_ones_are_typing_errors(string text, int count)
    {
        var frequent = Enumerable.Repeat("please cancel my membership and return the payment, it was cancelled", 12);
        Assert.Equal(count, new Typos(frequent.Append(text)).CountIn(text));
    }

    [Fact]
    public void Two_words_that_are_both_frequent_are_both_right() =>
        Assert.Equal(0, new Typos(Enumerable.Repeat("form", 20).Select(w => w + "al format").Concat(Enumerable.Repeat("the formal farmat", 9))).CountIn("farmat"));

    [Theory]
    [InlineData("Where is my parcel?", 0)]
    [InlineData("Where is my parcel? :)", 0)]
    [InlineData("he said \"it is broken.\"", 0)]
    [InlineData("where is my parcel", 1)]
    [InlineData("parcel not here", 2)]
    [InlineData("parcel?", 2)]
    [InlineData("", 2)]
    [InlineData("我的包裹在哪里？", 0)]
    [InlineData("it doesn't work", 2)]
    public void A_fragment_is_a_few_words_or_a_text_without_a_mark_at_its_end(string text, int kind) => Assert.Equal(kind, InputMess.Fragment(text));

    [Fact]
    public void Near_twins_are_those_that_a_comparison_of_all_pairs_finds()
    {
        ulong[] Set(int i) => Shingles.Set([.. Enumerable.Range(0, 3 + (i % 40)).Select(k => StableHash.Of($"{i / 4} {(KeyedRandom.Unit(3, "drop", $"{i} {k}") < 0.06 ? -i : k)}")), StableHash.Of("common")]);
        var sets = Enumerable.Range(0, 400).Select(Set).ToArray();
        var chosen = sets.Where((_, i) => i % 3 == 0).ToArray();
        var twins = new NearTwins(chosen, 0.8);
        var found = 0;
        foreach (var set in sets)
        {
            var expected = Enumerable.Range(0, chosen.Length).Where(c => (double)set.Intersect(chosen[c]).Count() / set.Union(chosen[c]).Count() >= 0.8).ToList();
            Assert.Equal(expected, twins.Find(set));
            Assert.True(expected.Count == 0 || twins.MayFind([.. set]));
            found += expected.Count(c => !chosen[c].SequenceEqual(set));
        }

        Assert.True(found > 20, $"only {found} near twins were planted");
        Assert.Empty(twins.Find([]));
    }

    [Fact]
    public void Topics_put_like_inputs_together()
    {
        string[] inputs = ["I want a refund for my last invoice", "The app crashes when the screen opens", "Which route does the parcel courier take"];
        var rows = Enumerable.Range(0, 90).Select(i => Build.Example($"r-{i}", $"{inputs[i % 3]} {CheckData.Word((ulong)i)}", "x") with { Source = i % 3 == 0 ? "narrow" : "wide" }).ToList();
        var topics = Topics.Of(rows, new() { Seed = 3 });
        Assert.Equal((90, 3), (topics.Rows, topics.Count));
        Assert.Equal(1.0 / 3, topics.Largest, 6);
        Assert.Equal(Math.Log(3) / Math.Log(90), topics.Diversity!.Value, 5);
        Assert.Equal(0, topics.DiversityOf("narrow"));
        Assert.Equal(Math.Log(2) / Math.Log(60), topics.DiversityOf("wide")!.Value, 5);
        Assert.Null(topics.DiversityOf("none"));
    }

    [Fact]
    public void An_instruction_in_front_of_every_row_is_no_topic()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Build.Example($"r-{i}", $"Sort the following message of a customer into one of our four departments and name it: {CheckData.Words($"t {i}", 8)}", "x")).ToList();
        Assert.True(Topics.Of(rows, new()).Count > 50);
        Assert.Equal(1, Topics.Of([.. rows.Select((r, i) => r with { Messages = [new(Role.User, $"Sort the message number {i} of the customer into one of the four departments")] })], new()).Count);
    }

    [Fact]
    public void Removing_duplicates_opt_outs_and_synthetic_inputs_is_no_drift()
    {
        var twins = Enumerable.Range(0, 500).Select(i => Build.Example($"twin-{i}", "ok?", "Yes.") with { Consent = "opted-in" });
        var gone = Enumerable.Range(0, 300).Select(i => Build.Example($"gone-{i}", "no", "No.") with { Consent = "opted-out" });
        var made = Enumerable.Range(0, 300).Select(i => Build.Example($"made-{i}", "eh", "Eh.") with { Origin = Origin.Synthetic });
        var data = Dataset.Of([.. CheckData.Rows(), .. twins, .. gone, .. made])
            .Apply(new LambdaStage("Near", e => e.Id.StartsWith("twin", StringComparison.Ordinal) ? Outcome.Remove(e, "near-duplicate", causeId: "row-1") : Outcome.Keep(e))).Kept
            .Apply(new NotebookKit.Sourcing.Permissions()).Kept.Keep("Cleaning", "too-short", e => e.Origin != Origin.Synthetic).Kept;
        Assert.All(CheckData.Assess(data).Drift, d => Assert.Equal((CheckState.Pass, 420L), (d.State, d.Bins.Sum(b => b.Expected))));
    }

    [Fact]
    public void Copies_of_training_rows_count_and_a_split_of_few_rows_says_nothing()
    {
        var data = CheckData.With((e, i) => e.Split == Split.Train && i % 2 == 0 ? e with { Repeat = 3 } : e.Split == Split.Test && i > 100 ? e with { Split = Split.Train } : e);
        var drift = CheckData.Assess(data).Drift;
        Assert.True(drift.First(d => d is { Feature: "length", Split: Split.Train }).Bins.Sum(b => b.Actual) > 600);
        Assert.All(drift.Where(d => d.Split == Split.Test), d => Assert.Null(d.Psi));
    }
}
