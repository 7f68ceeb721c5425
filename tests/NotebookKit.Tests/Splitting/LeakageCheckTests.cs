using NotebookKit.Splitting;

namespace NotebookKit.Tests.Splitting;

public class LeakageCheckTests
{
    [Fact]
    public void A_set_full_of_twins_splits_without_a_leak_although_nothing_was_deduplicated()
    {
        // Each question five times: as it is, shouted, with other spaces and marks, with one word more, with another answer.
        var rows = SplitterTests.Rows(300).Examples.SelectMany((e, i) => (Example[])
        [
            e,
            Twin(e, "b", e.Input.ToUpperInvariant(), e.Output),
            Twin(e, "c", "  " + e.Input.Replace(" ", ",  ", StringComparison.Ordinal) + " ?!", e.Output),
            Twin(e, "d", e.Input + " please", e.Output),
            Twin(e, "e", e.Input, "no " + i),
        ]);
        var split = Dataset.Of(rows).Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10 });

        var check = split.Kept.Apply(new LeakageCheck());

        Assert.Equal((1200, 150, 150), SplitterTests.Sizes(split));
        var finding = Assert.Single(check.Report.Findings);
        Assert.Equal((Severity.Note, "no-leakage"), (finding.Severity, finding.Code));
        Assert.Empty(check.Report.Flagged);
    }

    [Fact]
    public void A_random_split_of_the_same_rows_is_found_out()
    {
        var rows = Enumerable.Range(0, 100).SelectMany(i => (Example[])
        [
            Build.Example($"a{i}", $"where is order {i}?", $"on its way {i}") with { Split = Split.Train },
            Build.Example($"b{i}", $"Where is ORDER {i}", i < 40 ? $"On its way, {i}!" : "unknown") with { Split = Split.Test },
        ]);

        var check = Dataset.Of(rows).Apply(new LeakageCheck());

        Assert.Equal((40, 100), (check.Report.Counts["leakage-whole"], check.Report.Counts["leakage-input"]));
        Assert.Equal(100, check.Report.Flagged[LeakageCheck.Leaked]);
        Assert.All(check.Report.Findings, f => Assert.Equal(Severity.Failure, f.Severity));
        Assert.Equal(["leakage-whole", "leakage-input"], check.Report.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Remove_takes_leaked_rows_out_of_train_and_names_the_row_that_stays()
    {
        var data = Build.Dataset(
            Build.Example("train-1", "how do I pay?", "by card") with { Split = Split.Train },
            Build.Example("train-2", "how do I leave?", "by foot") with { Split = Split.Train },
            Build.Example("val-1", "how do I leave", "not at all") with { Split = Split.Validation },
            Build.Example("test-2", "How do I pay", "by card.") with { Split = Split.Test },
            Build.Example("test-1", "How do I pay", "by cheque") with { Split = Split.Test });

        var result = data.Apply(new LeakageCheck { Policy = LeakagePolicy.Remove });

        Assert.Equal(["val-1", "test-2", "test-1"], result.Kept.Examples.Select(e => e.Id));
        Assert.Equal(("train-1", "leaked", 1d, 0d, "test-2"), Account(result.Removed[0]));
        Assert.Equal(("train-2", "leaked", 1d, 0d, "val-1"), Account(result.Removed[1]));
        Assert.DoesNotContain(result.Report.Findings, f => f.Severity == Severity.Failure);
        Assert.Equal("no-leakage", Assert.Single(result.Kept.Apply(new LeakageCheck()).Report.Findings).Code);
    }

    [Fact]
    public void Rows_without_an_input_are_compared_by_all_they_say()
    {
        var data = Build.Dataset(
            Build.Chat("a", (Role.Assistant, "once upon a time")) with { Split = Split.Train },
            Build.Chat("b", (Role.Assistant, "something else")) with { Split = Split.Test },
            Build.Chat("c", (Role.Assistant, "Once upon a time.")) with { Split = Split.Test });
        var report = data.Apply(new LeakageCheck()).Report;
        Assert.Equal(1, report.Counts["leakage-whole"]);
        Assert.DoesNotContain("leakage-input", report.Counts.Keys);
    }

    [Fact]
    public void Different_tool_calls_make_different_rows_and_system_prompts_do_not()
    {
        Example Call(string id, string order, Split split) => new()
        {
            Id = id,
            Split = split,
            Messages =
            [
                new(Role.System, "prompt " + id), new(Role.User, "look it up " + order),
                new Message { Role = Role.Assistant, ToolCalls = [new("1", "find", $"{{\"order\":{order}}}")] },
            ],
        };
        Assert.Equal(1, Build.Dataset(Call("a", "7", Split.Train), Call("b", "7", Split.Test)).Apply(new LeakageCheck()).Report.Counts["leakage-whole"]);
        var other = Call("c", "7", Split.Test);
        other = other with { Messages = [.. other.Messages.Take(2), other.Messages[2] with { ToolCalls = [new("1", "find", "{\"order\":8}")] }] };
        Assert.DoesNotContain("leakage-whole", Build.Dataset(Call("a", "7", Split.Train), other).Apply(new LeakageCheck()).Report.Counts.Keys);
    }

    [Fact]
    public void Rows_that_are_in_no_split_are_counted_and_not_compared()
    {
        var report = Build.Dataset(Build.Example("a", "x", "y"), Build.Example("b", "x", "y")).Apply(new LeakageCheck()).Report;
        Assert.Equal("not-split", Assert.Single(report.Findings).Code);
        Assert.Empty(report.Flagged);
    }

    private static Example Twin(Example e, string suffix, string input, string output) => Build.Example(e.Id + suffix, input, output);

    private static (string, string, double?, double?, string?) Account(Removal r) => (r.Example.Id, r.Reason, r.Measured, r.Limit, r.CauseId);
}
