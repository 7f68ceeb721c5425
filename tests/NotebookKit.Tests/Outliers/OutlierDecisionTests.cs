using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Tests.Outliers;

public class OutlierDecisionTests
{
    [Theory]
    [InlineData(49, 0.02, 49)]
    [InlineData(99, 0.02, 98)]
    [InlineData(99, 0.1, 90)]
    [InlineData(100, 0.02, 99)]
    [InlineData(3, 1, double.NegativeInfinity)]
    [InlineData(48, 0.02, double.PositiveInfinity)]
    [InlineData(0, 0.02, double.PositiveInfinity)]
    [InlineData(500, 0, double.PositiveInfinity)]
    public void The_conformal_limit_is_the_rank_that_theory_asks_for(int rows, double share, double limit)
    {
        var decision = OutlierDecision.Conformal(Enumerable.Range(1, rows).Select(i => (double)i).Reverse(), share);
        Assert.Equal((limit, rows), (decision.Limit, decision.Rows));
    }

    [Fact]
    public void The_conformal_limit_flags_the_share_of_rows_to_come_that_it_says()
    {
        double[] Drawn(int round, string purpose, int count) => [.. Enumerable.Range(0, count).Select(i => Math.Pow(KeyedRandom.Unit((ulong)round, purpose, $"{i}"), 3))];
        var flagged = Enumerable.Range(0, 400).Sum(round =>
        {
            var decision = OutlierDecision.Conformal(Drawn(round, "held", 120), 0.1);
            return Drawn(round, "next", 120).Count(decision.IsOdd);
        });
        Assert.InRange(flagged / 48_000.0, 0.092, 0.104);
    }

    [Fact]
    public void Quartiles_and_the_strangest_rows_give_limits()
    {
        double[] scores = [4, 1, 3, 2, 8, 5, 7, 6];
        Assert.Equal(6 + (1.700003 * 4), OutlierDecision.Quartiles(scores).Limit, 12);
        Assert.Equal(6, OutlierDecision.Quartiles(scores, 0).Limit);
        Assert.Equal([8, 7], scores.Where(OutlierDecision.Top(scores, 2).IsOdd));
        Assert.DoesNotContain(scores, s => OutlierDecision.Top(scores, 0).IsOdd(s));
        Assert.Equal(8, scores.Count(OutlierDecision.Top(scores, 20).IsOdd));
        Assert.DoesNotContain(1.0, Enumerable.Repeat(1.0, 9).Where(OutlierDecision.Top(Enumerable.Repeat(1.0, 9), 3).IsOdd));
    }

    [Fact]
    public void What_makes_no_limit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => OutlierDecision.Quartiles([]));
        Assert.Throws<ArgumentException>(() => OutlierDecision.Conformal([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutlierDecision.Conformal([1], 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutlierDecision.Top([1], -1));
    }
}
