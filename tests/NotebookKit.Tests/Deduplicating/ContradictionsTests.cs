using NotebookKit.Deduplicating;
using NotebookKit.Text;

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
        Assert.Equal([("new", "old", Relation.Contradiction), ("old", "same", Relation.Contradiction), ("same", "new", Relation.SameAnswer)], result.Report.Relations.Select(r => (r.Id, r.Other, r.Kind)));
        Assert.Equal("1 question is answered in more than one way: 3 rows give 2 answers; decide which are right.", result.Report.Findings[0].Text);
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

    [Fact]
    public void The_most_frequent_answer_can_be_kept()
    {
        var result = Build.Dataset(Old, New, Same, Other).Apply(new Contradictions { Policy = ContradictionPolicy.KeepMostFrequent });
        Assert.Equal(["new", "same", "other"], result.Kept.Examples.Select(e => e.Id));
        Assert.Equal(("old", "same", 1, 0.8), Account(Assert.Single(result.Removed)));
        Assert.Equal("1 question is answered in more than one way: 3 rows give 2 answers; 1 row left by the policy.", result.Report.Findings[0].Text);
    }

    [Fact]
    public void An_answer_counts_as_often_as_its_rows_occurred_and_the_newer_of_two_wins()
    {
        var policy = new Contradictions { Policy = ContradictionPolicy.KeepMostFrequent };
        Assert.Equal(["old"], Build.Dataset(Old with { Occurrences = 3 }, New, Same).Apply(policy).Kept.Examples.Select(e => e.Id));
        Assert.Equal(["new", "same"], Build.Dataset(Old with { Occurrences = 2 }, New, Same).Apply(policy).Kept.Examples.Select(e => e.Id));
        // Neither is newer: the better one, which is rated.
        Assert.Equal(["old"], Build.Dataset(Old with { CreatedAt = null }, New with { CreatedAt = null }).Apply(policy).Kept.Examples.Select(e => e.Id));
        // Nor better: the smaller id.
        Assert.Equal(["a"], Build.Dataset(Build.Example("b", "cancel my plan", "account"), Build.Example("a", "cancel my plan", "billing")).Apply(policy).Kept.Examples.Select(e => e.Id));
    }

    [Fact]
    public void All_of_them_can_leave_and_none_stands_for_another()
    {
        var result = Build.Dataset(Old, New, Same, Other).Apply(new Contradictions { Policy = ContradictionPolicy.RemoveAll });
        Assert.Equal(["other"], result.Kept.Examples.Select(e => e.Id));
        Assert.All(result.Removed, r => Assert.Equal((Contradictions.Contradiction, null, 1, 0.8), (r.Reason, r.CauseId, r.Measured, r.Limit)));
        Assert.Contains(result.Report.Relations, r => r is { Kind: Relation.Contradiction, Id: "new", Other: "old" });
    }

    [Theory]
    [InlineData(ContradictionPolicy.KeepBest)]
    [InlineData(ContradictionPolicy.KeepNewest)]
    [InlineData(ContradictionPolicy.KeepMostFrequent)]
    public void A_row_leaves_only_for_a_row_that_stays_asks_the_same_and_answers_otherwise(ContradictionPolicy policy)
    {
        var data = Laws.LawData.Varied(600);
        var byId = data.Examples.ToDictionary(e => e.Id);
        var stage = new Contradictions { Policy = policy, ShingleWords = 1 };
        var result = data.Apply(stage);
        var kept = result.Kept.Examples.Select(e => e.Id).ToHashSet();
        Assert.NotEmpty(result.Removed);
        Assert.All(result.Removed, r =>
        {
            Assert.Contains(r.CauseId!, kept);
            Assert.Equal(r.Measured!.Value, Shingles.Jaccard(Inputs(r.Example), Inputs(byId[r.CauseId!]), 0.8), 6);
            Assert.True(Shingles.Jaccard(Shingles.Of(r.Example.Output, 1), Shingles.Of(byId[r.CauseId!].Output, 1), 0.8) < 0);
        });

        // Of those that stay none contradicts another, but for what one version of an answer takes together.
        var versions = ((ContradictionsResult)result).Plan.Rows.ToDictionary(r => r.Key, r => (r.Value.Question, r.Value.Version));
        var stay = result.Kept.Examples.Where(e => versions.ContainsKey(e.Id)).Select(e => (versions[e.Id], In: Inputs(e), Out: Shingles.Of(e.Output, 1))).ToList();
        Assert.DoesNotContain(stay.SelectMany((a, i) => stay.Skip(i + 1).Select(b => (A: a, B: b))),
            p => p.A.Item1 != p.B.Item1 && Shingles.Jaccard(p.A.In, p.B.In, 0.8) >= 0 && Shingles.Jaccard(p.A.Out, p.B.Out, 0.8) < 0);
    }

    [Fact]
    public void No_chain_takes_out_a_row_that_asks_something_else()
    {
        // Each question is like the next one; the first and the last have little in common.
        string[] words = [.. Enumerable.Range(0, 40).Select(i => $"word{i}")];
        var data = Dataset.Of(Enumerable.Range(0, 12).Select(i => Build.Example($"r-{i:D2}", string.Join(' ', words.Skip(i).Take(20)), $"answer number {i}")));
        var result = (ContradictionsResult)data.Apply(new Contradictions { Policy = ContradictionPolicy.KeepBest });
        Assert.True(result.Kept.Count >= 4);
        Assert.All(result.Removed, r => Assert.True(r.Measured >= 0.8));
        Assert.True(result.Questions.Count > 1);
        Assert.Equal(12, result.Questions.Sum(q => q.Rows));
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Options_outside_their_ranges_are_refused_with_value_and_range(double value)
    {
        Assert.StartsWith("Threshold must be from 0.5 to 1, but was ", Assert.Throws<ArgumentOutOfRangeException>(() => new Contradictions { Threshold = value }).Message, StringComparison.Ordinal);
        Assert.StartsWith("MeasureFrom must be from 0.5 to 1, but was ", Assert.Throws<ArgumentOutOfRangeException>(() => new Contradictions { MeasureFrom = value }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contradictions { Policy = (ContradictionPolicy)17 });
    }

    private static (string, string?, double?, double?) Account(Removal removal) => (removal.Example.Id, removal.CauseId, removal.Measured, removal.Limit);

    private static ulong[] Inputs(Example example)
    {
        var hashes = new List<ulong>();
        foreach (var (_, text) in DuplicateView.Turns(example, DuplicateKey.Input)) Shingles.Add(text, 1, 0, hashes);
        return Shingles.Set(hashes);
    }
}
