using System.Text.Json;
using NotebookKit.Explaining;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Explaining;

public sealed class ComparisonTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_came_went_changed_and_moved_is_told_row_by_row()
    {
        var before = Run("v1", Row("a", "one", Split.Train), Row("b", "two", Split.Train), Row("c", "three", Split.Test), Row("d", "four", Split.Validation));
        var after = Run("v2", Row("a", "one", Split.Train), Row("b", "two, better said", Split.Train), Row("c", "three", Split.Validation), Row("e", "five", Split.Train));
        var compared = RunComparison.Of(before, after);
        Assert.Equal(["e"], compared.Added);
        Assert.Equal([new("d", "not read under this id")], compared.Removed);
        Assert.Equal(["b"], compared.Changed);
        Assert.Equal((2, 0), (compared.Unchanged, compared.Renamed));
        Assert.Equal([new("c", Split.Test, Split.Validation, true)], compared.Moved);
        Assert.Empty(compared.Leaks);
        Assert.Equal([("train", 2, 3), ("validation", 1, 1), ("test", 1, 0), ("all", 4, 4)], compared.Splits.Select(s => (s.Name, (int)s.Before, (int)s.After)));
    }

    [Theory]
    [InlineData(Split.Test)]
    [InlineData(Split.Validation)]
    public void A_row_that_was_held_out_and_is_in_train_now_is_a_leak(Split held)
    {
        var compared = RunComparison.Of(Run("v1", Row("a", "one", held), Row("b", "two", Split.Train)), Run("v2", Row("a", "one", Split.Train), Row("b", "two", Split.Test)));
        Assert.Equal(["a"], compared.Leaks.Select(l => l.Id));
        Assert.Equal(["b"], compared.Seen.Select(l => l.Id));
        Assert.StartsWith("LEAK ACROSS VERSIONS: 1 row held out in ", compared.ToText(), StringComparison.Ordinal);
        Assert.Contains("<p class=\"nk-alarm\">LEAK ACROSS VERSIONS", compared.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leak_is_found_by_the_text_where_ids_were_given_anew()
    {
        var compared = RunComparison.Of(Run("v1", Row("x1", "what is the time", Split.Test), Row("x2", "two", Split.Train)), Run("v2", Row("y1", "what is the time", Split.Train), Row("y2", "two", Split.Train)));
        Assert.Equal([new("y1", Split.Test, Split.Train, false)], compared.Leaks);
        Assert.Equal((2, 2), (compared.Unchanged, compared.Renamed));
        Assert.Empty(compared.Added);
        Assert.Empty(compared.Removed);
    }

    [Fact]
    public void A_leak_is_found_though_the_held_out_row_itself_stayed_where_it_was()
    {
        var compared = RunComparison.Of(Run("v1", Row("a", "what is the time", Split.Test)), Run("v2", Row("a", "what is the time", Split.Test), Row("b", "what is the time", Split.Train)));
        Assert.Equal([new("b", Split.Test, Split.Train, false)], compared.Leaks);
    }

    [Fact]
    public void Reasons_options_seed_and_shares_that_differ_are_listed()
    {
        var before = Run("v1", seed: 1, new() { MinTest = 10 }, Row("a", "one", Split.Train, "billing"), Row("b", "two", Split.Train, "delivery"), Row("c", "three", null, "billing"));
        var after = Run("v2", seed: 2, new() { MinTest = 20 }, Row("a", "one", Split.Train, "billing"), Row("b", "two", null, "delivery"), Row("c", "three", null, "billing"));
        var compared = RunComparison.Of(before, after);
        Assert.Equal([new("Drop", "unwanted", 1, 2)], compared.Reasons);
        Assert.Equal([new("b", "Drop: unwanted")], compared.Removed);
        Assert.Contains(new("seed", "1", "2"), compared.Settings);
        Assert.Contains(new("split.minTest", "10", "20"), compared.Settings);
        Assert.DoesNotContain(compared.Settings, s => s.Name == "split.byTime");
        Assert.Equal([new("label", "billing", 1, 1), new("label", "delivery", 1, 0)], compared.Shares.OrderBy(s => s.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_is_like_itself()
    {
        var run = Run("v1", Row("a", "one", Split.Train), Row("b", "two", Split.Test));
        var compared = RunComparison.Of(run, run);
        Assert.Equal((0, 0, 0, 0, 2), (compared.Added.Count, compared.Removed.Count, compared.Changed.Count, compared.Moved.Count, compared.Unchanged));
        Assert.Empty(compared.Settings);
        Assert.Contains("Recipe, options, versions, inputs and seed are the same.", compared.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_lists_every_id_and_is_valid()
    {
        var rows = Enumerable.Range(0, 50).Select(i => Row($"r-{i}", $"text {i}", Split.Train)).ToArray();
        using var json = JsonDocument.Parse(RunComparison.Of(Run("v1", Row("a", "one", Split.Test)), Run("v2", [Row("a", "one", Split.Train), .. rows])).ToJson());
        Assert.Equal((1, 50), (json.RootElement.GetProperty("leaks").GetInt32(), json.RootElement.GetProperty("added").GetArrayLength()));
    }

    private RunFolder Run(string name, params Example[] rows) => Run(name, 1, new(), rows);

    private RunFolder Run(string name, ulong seed, NotebookKit.Splitting.Splitter splitter, params Example[] rows)
    {
        // The stage stands in the account with its options; the rows are split by hand, so that each test says what it needs.
        var splits = rows.ToDictionary(r => r.Id, r => r.Split, StringComparer.Ordinal);
        var data = NotebookKit.Dataset.Of(rows).Keep("Drop", "unwanted", e => e.Split is not null).Kept;
        data = data.Apply(splitter).Kept.Change("By hand", e => e with { Split = splits[e.Id] }).Kept;
        var output = SmallRun.Output(data, new() { Seed = seed }) with { Recipe = new("small", [new("split", splitter)]) };
        output.WriteTo(folder.At(name));
        return RunFolder.Open(folder.At(name));
    }

    private static Example Row(string id, string text, Split? split, string? label = null) => Build.Example(id, text, "an answer") with { Split = split, Label = label };
}
