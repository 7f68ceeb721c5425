using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Tests.Outliers;

public class DetectionQualityTests
{
    [Theory]
    [InlineData(1, 40, 25, 5)]
    [InlineData(2, 7, 60, 1000)]
    [InlineData(3, 100, 1, 3)]
    [InlineData(4, 1, 100, 2)]
    [InlineData(5, 33, 41, 1)]
    public void The_measures_are_those_of_counting_pairs_and_limits(ulong seed, int normals, int stranges, int values)
    {
        double[] Drawn(string purpose, int count, double shift) => [.. Enumerable.Range(0, count).Select(i => Math.Floor((KeyedRandom.Unit(seed, purpose, $"{i}") + shift) * values))];
        var (normal, strange) = (Drawn("normal", normals, 0), Drawn("strange", stranges, 0.3));
        var quality = DetectionQuality.Of(normal, strange);

        var won = strange.Sum(s => normal.Sum(n => s > n ? 1 : s == n ? 0.5 : 0));
        Assert.Equal(won / normals / stranges, quality.Auroc, 12);
        double Found(double limit) => (double)strange.Count(s => s >= limit) / stranges;
        double Alarms(double limit) => (double)normal.Count(n => n >= limit) / normals;
        var limits = normal.Concat(strange).Distinct().OrderDescending().ToArray();
        var (average, before) = (0.0, 0.0);
        foreach (var limit in limits)
        {
            average += (Found(limit) - before) * strange.Count(s => s >= limit) / (strange.Count(s => s >= limit) + normal.Count(n => n >= limit));
            before = Found(limit);
        }

        Assert.Equal(average, quality.Aupr, 12);
        Assert.Equal(limits.Where(l => Found(l) >= 0.95).Min(Alarms), quality.Fpr95, 12);
        Assert.Equal([new(double.PositiveInfinity, 0, 0), .. limits.Select(l => new RocPoint(l, Alarms(l), Found(l)))], quality.Roc);
        var area = quality.Roc.Zip(quality.Roc.Skip(1)).Sum(p => (p.Second.FalseAlarms - p.First.FalseAlarms) * (p.First.Found + p.Second.Found) / 2);
        Assert.Equal(quality.Auroc, area, 12);
    }

    [Fact]
    public void Known_cases_have_known_measures()
    {
        var perfect = DetectionQuality.Of([1, 2, 3], [4, double.PositiveInfinity]);
        Assert.Equal((1, 1, 0), (perfect.Auroc, perfect.Aupr, perfect.Fpr95));
        var reversed = DetectionQuality.Of([4, 5], [1, 2]);
        Assert.Equal((0, 1), (reversed.Auroc, reversed.Fpr95));
        Assert.Equal(((1 / 3.0) + 0.5) / 2, reversed.Aupr, 12);
        var equal = DetectionQuality.Of([1, 1, 1], [1]);
        Assert.Equal((0.5, 0.25, 1), (equal.Auroc, equal.Aupr, equal.Fpr95));
    }

    [Fact]
    public void Scores_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>("normal", () => DetectionQuality.Of([], [1]));
        Assert.Throws<ArgumentException>("strange", () => DetectionQuality.Of([1], []));
        Assert.Throws<ArgumentException>("strange", () => DetectionQuality.Of([1], [double.NaN]));
    }

    [Fact]
    public void It_shows_itself_with_curve_and_histogram()
    {
        var quality = DetectionQuality.Of(Enumerable.Range(0, 900).Select(i => i / 900.0), Enumerable.Range(0, 100).Select(i => 0.5 + (i / 100.0)));
        Assert.Contains("0.8", quality.ToText(), StringComparison.Ordinal);
        Assert.Contains("<svg", quality.ToRocChart().ToSvg(), StringComparison.Ordinal);
        Assert.Contains("chance", quality.ToRocChart().ToText(), StringComparison.Ordinal);
        Assert.True(quality.ToRocChart().Figure.Traces.Count > 0);
        Assert.Contains("strange", quality.ToHistogram().ToSvg(), StringComparison.Ordinal);
        Assert.Contains("<table", quality.ToHtml(), StringComparison.Ordinal);
    }
}
