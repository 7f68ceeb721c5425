using NotebookKit.Deduplicating;
using NotebookKit.Text;

namespace NotebookKit.Tests.Deduplicating;

public class NearDuplicatesTests
{
    private const string Question =
        "my parcel with the blue running shoes has not arrived yet although the tracking page says that it was handed over to a neighbour on monday morning";

    private const string Answer =
        "sorry for the trouble we have opened a search with the carrier and you will hear from us within two days if the parcel is lost we send the shoes again";

    private static Example Row(string id, string question = Question, string answer = Answer) => Build.Example(id, question, answer);

    [Fact]
    public void A_row_leaves_for_the_best_row_it_is_like()
    {
        var result = Build.Dataset(Row("a"), Row("b", Question + " please help"), Row("c", "something else entirely about an invoice")).Apply(new NearDuplicates());
        var removal = Assert.Single(result.Removed);
        Assert.Equal(("a", NearDuplicates.NearDuplicate, "b"), (removal.Example.Id, removal.Reason, removal.CauseId));
        Assert.Equal(0.964286, removal.Measured!.Value, 6);
        Assert.Equal(0.8, removal.Limit);
        Assert.Equal([2, 1], result.Kept.Examples.Select(e => e.Occurrences));
    }

    [Fact]
    public void No_chain_takes_out_a_row_that_is_unlike_the_kept_one()
    {
        // Each row is like its neighbour, the first and the last are not alike.
        var rows = Enumerable.Range(0, 12).Select(i => Row($"r-{i:D2}", string.Join(' ', Question.Split(' ').Skip(i).Concat(Enumerable.Range(0, i).Select(n => $"word{n}")))));
        var data = Dataset.Of(rows);
        var result = data.Apply(new NearDuplicates { Threshold = 0.7 });
        Assert.NotEmpty(result.Removed);
        Assert.True(result.Kept.Count >= 2);
        var kept = result.Kept.Examples.Select(e => e.Id).ToHashSet();
        Assert.All(result.Removed, r =>
        {
            Assert.Contains(r.CauseId!, kept);
            Assert.True(r.Measured >= 0.7);
        });
    }

    [Fact]
    public void Rows_that_answer_differently_both_stay()
    {
        var longInput = string.Join(' ', Enumerable.Repeat(Question, 4));
        var result = Build.Dataset(Row("yes", longInput, "Yes, it is lost."), Row("no", longInput, "No, it is at your neighbour's.")).Apply(new NearDuplicates());
        Assert.Empty(result.Removed);
    }

    [Fact]
    public void Another_threshold_needs_no_new_measuring_down_to_the_floor()
    {
        var data = Build.Dataset(Row("a"), Row("b", Question + " please help me soon with this matter"), Row("c", Question.Replace("blue", "red", StringComparison.Ordinal)));
        var result = (NearDuplicatesResult)data.Apply(new NearDuplicates { Threshold = 0.9 });
        var loose = result.At(0.8);
        Assert.True(loose.Removed.Count > result.Removed.Count);
        Assert.Equal(Laws.Dump.Of(data.Apply(new NearDuplicates { Threshold = 0.85, MeasureFrom = 0.8 })), Laws.Dump.Of(result.At(0.85)));
        Assert.Equal(result.Removed.Select(r => r.Example.Id), loose.At(0.9).Removed.Select(r => r.Example.Id));
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => result.At(0.75));
        Assert.Contains("from 0.8 to 1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_threshold_outside_its_range_is_refused_with_value_and_range(double threshold)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new NearDuplicates { Threshold = threshold });
        Assert.StartsWith("Threshold must be from 0.5 to 1, but was ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_rows_only_leave_when_all_words_are_the_same()
    {
        var result = Build.Dataset(Row("a", "thanks", "ok"), Row("b", "Thanks!", "OK"), Row("c", "thank you", "ok")).Apply(new NearDuplicates());
        Assert.Equal("a", Assert.Single(result.Removed).Example.Id);
    }

    [Theory]
    [InlineData("articles_100", 5)]
    [InlineData("articles_1000", 10)]
    public void All_planted_pairs_of_the_article_sets_are_found_and_none_else(string name, int pairs)
    {
        var rows = File.ReadLines(RealData.At($"minhash_articles/data/{name}.train")).Select(line => line.Split(' ', 2))
            .Select(parts => Build.Chat(parts[0], (Role.User, ""), (Role.Assistant, parts[1])));
        var truth = File.ReadLines(RealData.At($"minhash_articles/data/{name}.truth")).Select(line => line.Split(' ')).Select(p => (p[0], p[1])).ToHashSet();
        var result = Dataset.Of(rows).Apply(new NearDuplicates());
        Assert.Equal(pairs, truth.Count);
        Assert.Equal(pairs, result.Removed.Count);
        Assert.All(result.Removed, r => Assert.True(truth.Contains((r.Example.Id, r.CauseId!)) || truth.Contains((r.CauseId!, r.Example.Id))));
    }

    [Fact]
    public void Every_removed_row_is_as_like_its_kept_row_as_it_says()
    {
        var data = Laws.LawData.Varied(600);
        var byId = data.Examples.ToDictionary(e => e.Id);
        var result = data.Apply(new NearDuplicates { Threshold = 0.6, AnswerSimilarity = 0.5 });
        Assert.NotEmpty(result.Removed);
        Assert.All(result.Removed, r => Assert.Equal(r.Measured!.Value,
            Shingles.Jaccard(Triples(r.Example), Triples(byId[r.CauseId!]), 0.6), 6));
    }

    private static ulong[] Triples(Example example)
    {
        var hashes = new List<ulong>();
        foreach (var (_, text) in DuplicateView.Turns(example, DuplicateKey.Whole)) Shingles.Add(text, 3, 0, hashes);
        return Shingles.Set(hashes);
    }
}
