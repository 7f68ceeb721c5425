using NotebookKit.Reviewing;

namespace NotebookKit.Tests.Reviewing;

public class ReviewSampleTests
{
    private static readonly Dataset Data = Dataset.Of(Enumerable.Range(0, 600).Select(i => Build.Example($"row-{i}", $"q {i}", $"a {i}") with
    {
        Source = i < 400 ? "tickets" : i < 560 ? "chats" : "notes",
        Split = i % 2 == 0 ? Split.Train : Split.Test,
        Tags = i % 6 == 0 ? ["edge:decline"] : [],
        Flags = i % 50 == 1 ? [new("Cleaning", "threat", 1, 0)] : [],
    }));

    [Fact]
    public void A_hundred_rows_of_each_source_are_drawn_whatever_the_order_and_the_split()
    {
        var sample = ReviewSample.Draw(Data, 7);
        var random = sample.Rows.Where(r => r.Drawn == "random").ToList();
        Assert.Equal([("chats", 100), ("notes", 40), ("tickets", 100)], random.GroupBy(r => r.Example.Source!).Select(g => (g.Key, g.Count())));
        var other = ReviewSample.Draw(Dataset.Of(Data.Examples.Reverse().Select(e => e with { Split = null })), 7);
        Assert.Equal(sample.Rows.Select(r => (r.Example.Id, r.Drawn)), other.Rows.Select(r => (r.Example.Id, r.Drawn)));
        Assert.NotEqual(sample.Rows.Select(r => r.Example.Id), ReviewSample.Draw(Data, 8).Rows.Select(r => r.Example.Id));
        Assert.Equal(5, ReviewSample.Draw(Data, 7, perSource: 5).Rows.Count(r => r is { Drawn: "random", Example.Source: "notes" }));
    }

    [Fact]
    public void Rows_with_a_mark_come_beside_them_ten_of_each_kind()
    {
        var marked = ReviewSample.Draw(Data, 7).Rows.Where(r => r.Drawn != "random").ToList();
        Assert.Equal(10, marked.Count(r => r.Drawn == "edge:decline"));
        Assert.InRange(marked.Count(r => r.Drawn == "threat"), 1, 10);
    }

    [Fact]
    public void Rows_that_were_read_are_not_asked_for_again_and_still_fill_their_place()
    {
        var first = ReviewSample.Draw(Data, 7);
        var verdicts = Verdicts.Of(first.Rows.Where(r => r.Example.Source == "tickets").Take(30).Select((r, i) => new Verdict { Id = r.Example.Id, Kind = i < 10 ? VerdictKind.Wrong : VerdictKind.Right }));
        var second = ReviewSample.Draw(Data.Apply(new Review { Verdicts = verdicts }).Kept, 7, verdicts);
        var tickets = second.Rows.Where(r => r.Example.Source == "tickets").ToList();
        Assert.DoesNotContain(tickets, r => verdicts.TryGet(r.Example.Id, out _));
        // Ten left, so ten others take their place; twenty were let pass and count among the hundred.
        Assert.Equal(80, tickets.Count(r => r.Drawn == "random"));
    }
}
