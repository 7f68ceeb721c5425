using NotebookKit.Splitting;

namespace NotebookKit.Tests.Splitting;

public class RealSplitTests
{
    [Theory]
    [InlineData("airline", 13516, 6165), InlineData("software", 13131, 6391)]
    public void Turns_of_real_support_conversations_split_by_intent_and_conversation_without_a_leak(string domain, int rows, int distinct)
    {
        var all = Read(domain);
        Assert.Equal(rows, all.Count);
        // What people say in every conversation ("thank you") would hold all of them together, so equal rows go first, as in a recipe.
        var data = Dataset.Of(all.DistinctBy(e => (NotebookKit.Text.Fold.Key(e.Input), e.Label)));
        Assert.Equal(distinct, data.Count);

        var split = data.Apply(new Splitter { Policy = SplitPolicy.Train80Validation10Test10 });

        var (train, validation, test) = SplitterTests.Sizes(split);
        Assert.Equal((0.8, 0.1, 0.1), (Round(train), Round(validation), Round(test)));
        Assert.All(split.Kept.Examples.GroupBy(e => e.Conversation), g => Assert.Single(g.Select(e => e.Split).Distinct()));
        var labels = all.Select(e => e.Label).Distinct().ToList();
        var shares = StratifiedGroupSplit.Deviations(
            [.. split.Kept.Examples.Select(e => labels.IndexOf(e.Label))], [.. split.Kept.Examples.Select(e => (int)e.Split!)], 3);
        Assert.All(shares, d => Assert.InRange(d, 0, 0.01));
        Assert.Equal("no-leakage", Assert.Single(split.Kept.Apply(new LeakageCheck()).Report.Findings).Code);
        double Round(int count) => Math.Round((double)count / distinct, 2);
    }

    [Fact]
    public void Undeduplicated_they_hang_together_and_the_finding_says_so()
    {
        var split = Dataset.Of(Read("airline")).Apply(new Splitter());
        Assert.Contains(split.Report.Findings, f => f is { Code: "giant-group", Severity: Severity.Warning });
        Assert.Contains(split.Report.Findings, f => f is { Code: "test-too-small", Severity: Severity.Warning });
        Assert.Equal("no-leakage", Assert.Single(split.Kept.Apply(new LeakageCheck()).Report.Findings).Code);
    }

    private static List<Example> Read(string domain) =>
    [
        .. File.ReadLines(RealData.At($"multidogo/splits_annotated_at_turn_level/{domain}/train.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(cells => cells.Length >= 6)
            .Select((cells, i) => Build.Example($"row-{i}", cells[3], cells[5]) with { Conversation = cells[0], Label = cells[5] }),
    ];
}
