using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers;

public class DomainTests
{
    private static readonly RunContext Run = new() { Threads = 2 };

    [Fact]
    public void Known_rows_are_told_from_foreign_ones()
    {
        var weather = Enumerable.Range(0, 80).Select(i => Build.Example($"sky-{i}", $"is the sky over city {i} cloudy or will the sun shine on day {i * 7}", "sun"));
        var shop = OutlierData.InDomain(400).Examples;
        var known = Dataset.Of(shop.Take(200));
        var kept = Dataset.Of([.. shop.Skip(200), .. weather]).Apply(new OutlierScorer { InDomain = known }, Run).Kept.Examples;
        double Domain(Example e) => e.Scores[ScoreNames.OutlierDomain]!.Value;
        Assert.True(kept.Take(200).Count(e => Domain(e) >= 0.5) >= 190);
        Assert.All(kept.Skip(200), e => Assert.True(Domain(e) < 0.5));
    }

    [Fact]
    public void With_fewer_than_fifty_known_rows_the_classifier_stays_out_and_the_report_says_so()
    {
        var result = OutlierData.InDomain(200).Apply(new OutlierScorer { InDomain = OutlierData.InDomain(49) }, Run);
        Assert.All(result.Kept.Examples, e => Assert.Null(e.Scores[ScoreNames.OutlierDomain]));
        var finding = Assert.Single(result.Report.Findings);
        Assert.Equal((Severity.Warning, "domain-not-joined"), (finding.Severity, finding.Code));
        Assert.Contains("49 in-domain rows and 151 other rows", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_set_is_part_of_the_description()
    {
        var one = new OutlierScorer { InDomain = OutlierData.InDomain(60) }.Describe().References;
        Assert.Equal(one, new OutlierScorer { InDomain = OutlierData.InDomain(60) }.Describe().References);
        Assert.NotEqual(one, new OutlierScorer { InDomain = OutlierData.InDomain(61) }.Describe().References);
        Assert.Empty(new OutlierScorer().Describe().References);
    }
}
