using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public class ContradictionsTests
{
    private static readonly Example Old = Build.Example("old", "How long does a refund take to arrive?", "Thirty days after we got the parcel.") with { CreatedAt = DateTimeOffset.UnixEpoch, Signals = new() { Rating = 5 } };
    private static readonly Example New = Build.Example("new", "how long does a refund take to arrive", "Five working days.") with { CreatedAt = DateTimeOffset.UnixEpoch.AddYears(9) };
    private static readonly Example Same = Build.Example("same", "How long does a refund take to arrive?!", "five working days");
    private static readonly Example Other = Build.Example("other", "Where is the invoice for March?", "Under Billing.");

    [Fact]
    public void Rows_that_answer_otherwise_are_all_listed_and_none_is_removed()
    {
        var result = Build.Dataset(Old, New, Same, Other).Apply(new Contradictions());
        Assert.Empty(result.Removed);
        Assert.Equal(["old", "new", "same"], result.Kept.Examples.Where(e => e.Flags.Count > 0).Select(e => e.Id));
        Assert.All(result.Kept.Examples.SelectMany(e => e.Flags), f => Assert.Equal(new("Contradictions", Contradictions.Contradiction, 1, 0.8), f));
        Assert.Equal("contradiction", Assert.Single(result.Report.Findings).Code);
        Assert.Equal([("new", "old"), ("same", "old")], result.Report.Relations.Select(r => (r.Id, r.Other)));
    }

    [Fact]
    public void The_best_answer_can_be_kept()
    {
        var result = Build.Dataset(Old, New, Same, Other).Apply(new Contradictions { Policy = ContradictionPolicy.KeepBest });
        Assert.Equal(["old", "other"], result.Kept.Examples.Select(e => e.Id));
        Assert.All(result.Removed, r => Assert.Equal((Contradictions.Contradiction, "old"), (r.Reason, r.CauseId)));
    }

    [Fact]
    public void The_newest_answer_can_be_kept_with_those_that_agree_with_it()
    {
        var result = Build.Dataset(Old, New, Same, Other).Apply(new Contradictions { Policy = ContradictionPolicy.KeepNewest });
        Assert.Equal(["new", "same", "other"], result.Kept.Examples.Select(e => e.Id));
    }

    [Fact]
    public void The_same_label_for_the_same_input_is_no_contradiction_and_another_is()
    {
        var data = Build.Dataset(Build.Example("a", "cancel my plan", "account"), Build.Example("b", "cancel my plan", "Account"), Build.Example("c", "cancel my plan", "billing"));
        var flagged = data.Apply(new Contradictions()).Kept.Examples.Where(e => e.Flags.Count > 0).Select(e => e.Id);
        Assert.Equal(["a", "b", "c"], flagged);
        Assert.Empty(Dataset.Of(data.Examples.Take(2)).Apply(new Contradictions()).Report.Flagged);
    }

    [Fact]
    public void Rows_without_an_answer_contradict_nobody()
    {
        var result = Build.Dataset(Old, Build.Chat("open", (Role.User, "How long does a refund take to arrive?"))).Apply(new Contradictions());
        Assert.Empty(result.Report.Flagged);
    }
}
