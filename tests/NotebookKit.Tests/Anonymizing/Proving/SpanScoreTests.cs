using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class SpanScoreTests
{
    private static Span S(int start, int end, string type = "PERSON") => new(start, end, type, 1, "test");

    private static SpanScore Score(string text, Span[] gold, Span[] found) => SpanScore.Of([(new GoldText("a", text, gold), found)]);

    [Theory]
    [InlineData(0, 10, 0, 10, 1)]
    [InlineData(0, 10, 5, 15, 1 / 3.0)]
    [InlineData(0, 10, 10, 20, 0)]
    [InlineData(0, 4, 0, 8, 0.5)]
    [InlineData(2, 4, 0, 8, 0.25)]
    public void Overlap_is_what_both_cover_as_a_share_of_what_any_covers(int a, int b, int c, int d, double expected) =>
        Assert.Equal(expected, SpanMatch.Overlap(S(a, b), S(c, d)), 12);

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(0, 9, 0)]
    public void A_pair_needs_half_of_the_characters_in_common(int start, int end, int hits) =>
        Assert.Equal(hits, Score("Jo March", [S(0, 4)], [S(start, end)]).Overall.Hits);

    [Fact]
    public void The_most_alike_pair_is_taken_first_and_each_span_once()
    {
        Assert.Equal([(1, 0)], SpanMatch.Pairs([S(0, 8), S(0, 6)], [S(0, 6), S(6, 8)]));
        Assert.Equal([(0, 0)], SpanMatch.Pairs([S(0, 10)], [S(0, 6), S(6, 10)]));
    }

    [Fact]
    public void A_find_inside_a_longer_find_does_not_count()
    {
        Assert.Equal([S(0, 10), S(12, 14)], SpanMatch.WithoutInner([S(3, 5), S(0, 10), S(4, 10, "AGE"), S(12, 14)]));
        Assert.Equal(2, SpanMatch.WithoutInner([S(0, 5), S(0, 5, "AGE")]).Count);
    }

    [Fact]
    public void Of_finds_that_overlap_the_longest_counts() => Assert.Equal([S(4, 12), S(12, 15)], SpanMatch.Apart([S(0, 5), S(4, 12), S(11, 14), S(12, 15)]));

    [Fact]
    public void A_find_of_the_wrong_type_is_wrong_for_the_type_and_right_for_any_type()
    {
        var score = Score("Jo March", [S(0, 8)], [S(0, 8, "LOCATION")]);
        Assert.Equal((0, 1, 1), (score.Overall.Hits, score.AnyType.Hits, score.Overall.AnyHits));
        Assert.Equal(["LOCATION", "PERSON"], score.ByType.Select(c => c.Type));
        Assert.Equal(0, score.Overall.F1);
        Assert.Equal(1, score.AnyType.F1);
    }

    [Fact]
    public void Words_count_as_masked_where_finds_cover_them_whole()
    {
        var score = Score("Ana Maria Lopez, 12", [S(0, 15), S(17, 19, "AGE")], [S(0, 9), S(10, 14)]);
        Assert.Equal((4, 2), (score.Overall.Tokens, score.Overall.MaskedTokens));
        Assert.Equal(0.5, score.Overall.TokenRecall);
    }

    [Fact]
    public void A_word_that_two_finds_cover_together_is_masked() => Assert.Equal(1, Score("Annabel", [S(0, 7)], [S(0, 3), S(3, 7, "AGE")]).Overall.MaskedTokens);

    [Fact]
    public void F2_weighs_recall_twice()
    {
        var counts = new SpanCounts("x", Gold: 10, Found: 5, Hits: 5, AnyHits: 5, Tokens: 0, MaskedTokens: 0);
        Assert.Equal((1.0, 0.5), (counts.Precision, counts.Recall));
        Assert.Equal(2 / 3.0, counts.F1, 12);
        Assert.Equal(2.5 / 4.5, counts.F2, 12);
    }

    [Fact]
    public void Finds_that_touch_nothing_marked_are_counted() => Assert.Equal(1, Score("Jo March and so on", [S(0, 8)], [S(7, 9), S(10, 12)]).CleanFinds);

    [Fact]
    public void Nothing_marked_and_nothing_found_gives_no_number()
    {
        var score = Score("Nothing here", [], []);
        Assert.Equal((0, 0, 0), (score.Overall.Precision, score.Overall.Recall, score.Overall.F2));
        Assert.Equal(1, score.Texts);
        Assert.Contains("all", score.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_masker_is_measured_on_texts_with_marks()
    {
        var texts = new[] { new GoldText("1", "Write to jo@example.com", [S(9, 23, EntityTypes.Email)]), new GoldText("2", "Write to me", []) };
        var score = SpanScore.Measure(texts, new Anonymizer().For());
        Assert.Equal((1, 1, 1), (score.Overall.Gold, score.Overall.Found, score.Overall.Hits));
        Assert.Equal(["EMAIL_ADDRESS", "1", "1", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000"], score.ToTable().Rows.Single());
    }
}
