using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public class SimilarRowsResultTests
{
    private const string Long = "my watch does not find the phone after the last update so please tell me which switch turns the search on again";

    private static readonly Dataset Data = Dataset.Of(
    [
        Row("a", Long), Row("b", Long + " thanks"), Row("c", Long + " thank you very much"),
        Row("d", "where do I find the invoice of the last month and who sends it"), Row("e", "where do I find the invoice of the last month and who sends jo.doe@example.org it"),
        Row("f", "something else entirely"),
    ]);

    [Fact]
    public void Clusters_are_the_kept_rows_with_those_that_left_for_them()
    {
        var result = (NearDuplicatesResult)Data.Apply(new NearDuplicates { Threshold = 0.7 });

        Assert.Equal([("c", "a b"), ("e", "d")], result.Clusters.Select(c => (c.Kept.Id, string.Join(' ', c.Left.Select(r => r.Example.Id)))));
        Assert.Equal((3, 2), (result.Clusters[0].Kept.Occurrences, result.Clusters[1].Kept.Occurrences));
        Assert.Equal((result.Removed.Where(r => r.CauseId == "c").Min(r => r.Measured), result.Removed.Where(r => r.CauseId == "c").Max(r => r.Measured)), (result.Clusters[0].Least, result.Clusters[0].Most));
    }

    [Fact]
    public void A_sweep_says_what_each_threshold_would_remove()
    {
        var result = (NearDuplicatesResult)Data.Apply(new NearDuplicates { Threshold = 0.7, MeasureFrom = 0.5 });
        var sweep = result.Sweep(10);

        Assert.Equal([0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1], sweep.Select(s => s.Threshold));
        Assert.All(sweep, s => Assert.Equal(result.At(s.Threshold).Removed.Count, s.Removed));
        Assert.Equal((3, 0), (sweep[4].Removed, sweep[^1].Removed));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Sweep(0));
    }

    [Fact]
    public void The_table_masks_what_nobody_anonymized()
    {
        var result = (SemanticDuplicatesResult)Data.Apply(new SemanticDuplicates { Threshold = 0.8 });
        var table = result.ToClusterTable(1);

        Assert.Single(table.Rows);
        Assert.Equal(result.Clusters.Count, table.Total);
        Assert.DoesNotContain("jo.doe", result.ToClusterTable().ToText() + result.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("[EMAIL]", ((NearDuplicatesResult)Data.Apply(new NearDuplicates { Threshold = 0.5 })).ToClusterTable().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("0.8 was taken", result.ToThresholdChart().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_twin_there_is_no_cluster()
    {
        var result = (NearDuplicatesResult)Dataset.Of([Row("a", Long)]).Apply(new NearDuplicates());

        Assert.Empty(result.Clusters);
        Assert.All(result.Sweep(), s => Assert.Equal(0, s.Removed));
        Assert.Empty(result.ToClusterTable().Rows);
    }

    private static Example Row(string id, string question) =>
        new() { Id = id, Messages = [new(Role.User, question), new(Role.Assistant, "Open the settings, choose Devices and press Search.")] };
}
