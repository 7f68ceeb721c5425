namespace NotebookKit.Tests.Core;

public class ScoresTests
{
    [Fact]
    public void Scores_are_the_same_in_whatever_order_they_came()
    {
        var one = Scores.Empty.With("b", 2).With("a", 1).With("c", 3);
        var two = Scores.Empty.With("c", 3).With("b", 0).With("a", 1).With("b", 2);
        Assert.Equal(one, two);
        Assert.True(one == two);
        Assert.Equal(["a", "b", "c"], one.Select(s => s.Key));
        Assert.Equal((1.0, 2.0, 3.0), (one["a"]!.Value, one["b"]!.Value, one["c"]!.Value));
    }

    [Fact]
    public void A_score_that_was_not_measured_is_null_and_the_old_scores_stay()
    {
        var old = Scores.Empty.With("a", 1);
        Assert.Null(old["b"]);
        Assert.Null(Scores.Empty["a"]);
        Assert.Equal(2, old.With("b", 5).Count);
        Assert.Equal(1, old.Count);
        Assert.False(old == old.With("a", 7));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_must_be_a_number(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Scores.Empty.With("a", value));
}
