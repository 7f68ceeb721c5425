using System.Text.Json;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>The bundled samples are read as their cards say.</summary>
public class BundledSampleTests
{
    [Theory]
    [InlineData("tickets.jsonl", "tickets", Origin.ProductionLog)]
    [InlineData("interactions.jsonl", "interactions", Origin.ProductionLog)]
    [InlineData("search-clicks.csv", "interactions", Origin.ProductionLog)]
    [InlineData("notes.jsonl", "pairs", Origin.Unknown)]
    [InlineData("public-style.json", "sharegpt", Origin.Unknown)]
    [InlineData("synthetic.jsonl", "alpaca", Origin.Synthetic)]
    public void Exactly_the_broken_lines_are_rejected(string file, string format, Origin origin)
    {
        var data = Inputs.Checked(Sources.Read([RealData.Sample(file)]));
        using var faults = JsonDocument.Parse(File.ReadAllText(RealData.Sample("faults.json")));
        var broken = faults.RootElement.TryGetProperty(file, out var planted) && planted.TryGetProperty("broken-json", out var lines)
            ? lines.EnumerateArray().Select(l => l.GetInt64()) : [];
        Assert.Equal(broken, data.History.Rejected.Select(r => r.Line));
        Assert.Equal(format, data.History.Inputs[0].Format);
        Assert.Empty(data.History.Inputs[0].Findings);
        Assert.All(data.Examples, e => Assert.Equal(origin, e.Origin));
    }

    [Theory]
    [InlineData("bot-answered", Extraction.NotHumanAgent)]
    [InlineData("low-rating", Extraction.LowRating)]
    [InlineData("unresolved", Extraction.NotResolved)]
    [InlineData("out-of-window", Extraction.OutsideDateWindow)]
    [InlineData("no-answer", Extraction.NoAnswer)]
    [InlineData("empty-answer", Extraction.NoAnswer)]
    public void Every_planted_ticket_leaves_by_its_rule_and_no_other_does(string kind, string reason)
    {
        var removed = Sources.Read([RealData.Sample("tickets.jsonl")]).Apply(new Extraction()).Removed.Where(r => r.Reason == reason).Select(r => r.Example.Id).ToHashSet();
        using var faults = JsonDocument.Parse(File.ReadAllText(RealData.Sample("faults.json")));
        var tickets = faults.RootElement.GetProperty("tickets.jsonl");
        Assert.All(tickets.GetProperty(kind).EnumerateArray(), id => Assert.Contains("tickets/" + id.GetString(), removed));
        var planted = reason == Extraction.NoAnswer ? tickets.GetProperty("no-answer").GetArrayLength() + tickets.GetProperty("empty-answer").GetArrayLength()
            : tickets.GetProperty(kind).GetArrayLength();
        // The window counts back from the newest ticket, so it may close before the oldest sound ones.
        if (reason != Extraction.OutsideDateWindow) Assert.Equal(planted, removed.Count);
    }

    [Fact]
    public void Ids_given_twice_are_told_apart()
    {
        var data = Sources.Read([RealData.Sample("tickets.jsonl"), RealData.Sample("interactions.jsonl")]);
        var result = data.Apply(new Identity());
        using var faults = JsonDocument.Parse(File.ReadAllText(RealData.Sample("faults.json")));
        foreach (var (file, source) in new[] { ("tickets.jsonl", "tickets/"), ("interactions.jsonl", "interactions/") })
        {
            var planted = faults.RootElement.GetProperty(file);
            Assert.Equal(planted.GetProperty("same-id-same-record").GetArrayLength(), result.Removed.Count(r => r.Example.Id.StartsWith(source, StringComparison.Ordinal)));
            Assert.Equal(planted.GetProperty("same-id-other-record").GetArrayLength(), result.Kept.Examples.Count(e => e.Id.StartsWith(source, StringComparison.Ordinal) && e.Id.Contains('~', StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Synthetic_rows_know_the_examples_they_were_made_from()
    {
        var data = Sources.Read([RealData.Sample("tickets.jsonl"), RealData.Sample("interactions.jsonl"), RealData.Sample("synthetic.jsonl")]);
        using var faults = JsonDocument.Parse(File.ReadAllText(RealData.Sample("faults.json")));
        var ids = data.Examples.Select(e => e.Id).ToHashSet();
        var lost = data.Examples.Where(e => e.Source == "synthetic" && (e.ParentId is null || !ids.Contains(e.ParentId))).Select(e => e.Id);
        Assert.Equal(faults.RootElement.GetProperty("synthetic.jsonl").GetProperty("unknown-parent").EnumerateArray().Select(i => "synthetic/" + i.GetString()).Order(StringComparer.Ordinal), lost.Order(StringComparer.Ordinal));
    }
}
