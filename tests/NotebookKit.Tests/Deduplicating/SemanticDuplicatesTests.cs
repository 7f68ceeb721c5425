using Microsoft.Extensions.AI;
using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public class SemanticDuplicatesTests
{
    private const string Question = "how can I get my money back for a broken kettle", Paraphrase = "how can I get my refund back for a broken kettle", Answer = "Send it to us, we pay it back.";

    private static readonly WordEmbedder Words = new("money refund", "kettle boiler");

    private static Example Row(string id, string question = Question, string answer = Answer) => Build.Example(id, question, answer);

    [Fact]
    public void A_row_that_asks_the_same_in_other_words_leaves()
    {
        var result = Build.Dataset(Row("a"), Row("b", Paraphrase + " please"), Row("c", "which colours does the toaster come in")).Apply(new SemanticDuplicates { Embedder = Words, Threshold = 0.9 });

        var removal = Assert.Single(result.Removed);
        Assert.Equal(("a", SemanticDuplicates.SemanticDuplicate, "b", 0.9), (removal.Example.Id, removal.Reason, removal.CauseId, removal.Limit));
        Assert.InRange(removal.Measured!.Value, 0.9, 0.999999);
        Assert.Equal([2, 1], result.Kept.Examples.Select(e => e.Occurrences));
    }

    [Fact]
    public void A_row_of_the_same_meaning_throughout_has_cosine_one()
    {
        var result = Build.Dataset(Row("a"), Row("b", Paraphrase)).Apply(new SemanticDuplicates { Embedder = Words });

        Assert.Equal(1, Assert.Single(result.Removed).Measured);
    }

    [Fact]
    public void Rows_that_answer_differently_both_stay_unless_answers_do_not_matter()
    {
        var data = Build.Dataset(Row("a"), Row("b", Paraphrase, "No."));

        Assert.Empty(data.Apply(new SemanticDuplicates { Embedder = Words }).Removed);
        Assert.Single(data.Apply(new SemanticDuplicates { Embedder = Words, AnswerSimilarity = 0 }).Removed);
    }

    [Fact]
    public void The_aggressive_policy_takes_more_and_the_careful_one_knows_how_many()
    {
        string[] endings = ["", " now", " now please", " now please because it leaks"];
        var data = Dataset.Of(endings.Select((e, i) => Row($"r{i}", Question + e)));

        var careful = (SemanticDuplicatesResult)data.Apply(new SemanticDuplicates { Embedder = Words });
        var aggressive = data.Apply(new SemanticDuplicates { Embedder = Words, Policy = SemanticPolicy.Aggressive });

        Assert.Equal((0.95, 0.9), (careful.Plan.Threshold, careful.Plan.MeasuredFrom));
        Assert.True(aggressive.Removed.Count > careful.Removed.Count);
        Assert.Equal(aggressive.Removed.Select(r => (r.Example.Id, r.CauseId, r.Measured)), careful.At(0.9).Removed.Select(r => (r.Example.Id, r.CauseId, r.Measured)));
        Assert.Equal(careful.Removed.Select(r => r.Example.Id), careful.At(0.9).At(0.95).Removed.Select(r => r.Example.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => careful.At(0.89));
    }

    [Fact]
    public void A_text_that_rows_share_is_embedded_once()
    {
        var words = new WordEmbedder();
        Dataset.Of(Enumerable.Range(0, 50).Select(i => Row($"r{i:D2}", i % 2 == 0 ? Question : Paraphrase))).Apply(new SemanticDuplicates { Embedder = words }, new RunContext { Threads = 1, Parts = 1 });

        Assert.Equal(2, words.Asked);
    }

    [Fact]
    public void Texts_without_a_vector_are_like_nothing()
    {
        var result = Build.Dataset(Row("a"), Row("b")).Apply(new SemanticDuplicates { Embedder = new WordEmbedder { Spoil = made => made.Select(m => new Embedding<float>(new float[m.Vector.Length])) } });

        Assert.Empty(result.Removed);
    }

    [Fact]
    public void An_embedder_that_answers_wrongly_ends_the_stage_with_what_is_wrong()
    {
        var data = Build.Dataset(Row("a"), Row("b", Paraphrase));

        Assert.Contains("2 texts and answered with 1 vectors", Failure(made => made.Take(1)), StringComparison.Ordinal);
        Assert.Contains("not finite", Failure(made => made.Select(_ => new Embedding<float>(new[] { 1f, float.NaN }))), StringComparison.Ordinal);
        Assert.Contains("different lengths", Failure(made => made.Select((_, i) => new Embedding<float>(Enumerable.Repeat(1f, i == 0 ? 16 : 64).ToArray()))), StringComparison.Ordinal);

        string Failure(Func<List<Embedding<float>>, IEnumerable<Embedding<float>>> spoil) =>
            Assert.Throws<StageFailedException>(() => data.Apply(new SemanticDuplicates { Embedder = new WordEmbedder { Spoil = spoil } })).Message;
    }

    [Fact]
    public void Options_name_the_embedder()
    {
        Assert.Contains("\"embedder\":\"WordEmbedder:unknown model\"", new SemanticDuplicates { Embedder = Words }.Describe().Options, StringComparison.Ordinal);
        Assert.Contains("\"embedder\":\"BuiltInEmbedder:", new SemanticDuplicates().Describe().Options, StringComparison.Ordinal);
    }
}
