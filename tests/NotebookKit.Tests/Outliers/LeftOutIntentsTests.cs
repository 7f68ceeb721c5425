using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers;

/// <summary>How well outliers are found in real requests: intents are left out of the fitted set, and rows not seen in fitting are scored. The
/// floors lie just below what was measured.</summary>
public class LeftOutIntentsTests
{
    private static string DomainOf(string intent) => intent.Split('_')[0];

    [Theory]
    [InlineData(0, 0.84)]
    [InlineData(1, 0.82)]
    [InlineData(2, 0.84)]
    [InlineData(3, 0.86)]
    public void Near_a_quarter_of_the_domains_of_HWU64_is_left_out(int quarter, double floor)
    {
        var domains = OutlierData.Hwu("train").Select(r => DomainOf(r.Label)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var left = domains.Where((_, i) => i % 4 == quarter).ToHashSet();
        var scorer = new OutlierScorer();
        var plan = scorer.Fit(OutlierData.Rows("train", OutlierData.Hwu("train").Where(r => !left.Contains(DomainOf(r.Label)))));
        AtLeast(floor, scorer.With(plan), OutlierData.Hwu("test").Where(r => !left.Contains(DomainOf(r.Label))), OutlierData.Hwu("test").Where(r => left.Contains(DomainOf(r.Label))));
    }

    [Theory]
    [InlineData("AddToPlaylist", 0.95)]
    [InlineData("BookRestaurant", 0.93)]
    [InlineData("SearchCreativeWork", 0.90)]
    public void Near_one_intent_of_SNIPS_is_left_out(string intent, double floor)
    {
        var scorer = new OutlierScorer();
        var plan = scorer.Fit(OutlierData.Rows("train", OutlierData.Snips(train: true).Where(r => r.Label != intent)));
        AtLeast(floor, scorer.With(plan), OutlierData.Snips(train: false).Where(r => r.Label != intent), OutlierData.Snips(train: false).Where(r => r.Label == intent));
    }

    [Fact]
    public void Far_requests_of_HWU64_are_told_from_those_of_SNIPS()
    {
        string[] shared = ["weather", "play", "music", "recommendation", "takeaway", "audio"];
        var scorer = new OutlierScorer();
        var plan = scorer.Fit(OutlierData.Rows("train", OutlierData.Snips(train: true)));
        AtLeast(0.93, scorer.With(plan), OutlierData.Snips(train: false), OutlierData.Hwu("test").Where(r => !shared.Contains(DomainOf(r.Label))));
    }

    [Fact]
    public void The_domain_classifier_learns_from_500_known_rows_in_a_corpus_with_a_quarter_of_foreign_ones()
    {
        static bool IsForeign((string Text, string Label) row) => DomainOf(row.Label) is "calendar" or "email" or "lists" or "social";
        var known = OutlierData.Rows("known", OutlierData.Hwu("train").Where(r => !IsForeign(r)).Where((_, i) => i % 13 == 0));
        var corpus = OutlierData.Hwu("test").Concat(OutlierData.Hwu("valid")).ToArray();
        var result = OutlierData.Rows("corpus", corpus).Apply(new OutlierScorer { InDomain = known });
        var scores = result.Kept.Examples.Select((e, i) => (Odd: IsForeign(corpus[i]), Score: e.Scores[ScoreNames.OutlierDomain] ?? 0)).ToArray();
        var auroc = OutlierData.Auroc([.. scores.Where(s => !s.Odd).Select(s => -s.Score)], [.. scores.Where(s => s.Odd).Select(s => -s.Score)]);
        var (alarms, found) = (scores.Count(s => !s.Odd && s.Score < 0.5), scores.Count(s => s.Odd && s.Score < 0.5));
        TestContext.Current.SendDiagnosticMessage($"AUROC {auroc:F4} with {known.Count} known rows; {alarms} of {scores.Count(s => !s.Odd)} good and {found} of {scores.Count(s => s.Odd)} foreign rows below the limit");
        Assert.InRange(auroc, 0.88, 1);
        Assert.True(alarms * 100 < scores.Count(s => !s.Odd) && found * 5 > scores.Count(s => s.Odd));
    }

    [Fact]
    public void The_default_limit_flags_one_good_row_in_a_hundred_at_most()
    {
        var scorer = new OutlierScorer();
        var filter = new OutlierFilter();
        var train = OutlierData.Rows("train", OutlierData.Snips(train: true)).Apply(scorer);
        var test = OutlierData.Rows("test", OutlierData.Snips(train: false)).Apply(scorer.With(((OutlierResult)train).Plan)).Kept;
        var flagged = test.Apply(filter.With(filter.Fit(train.Kept))).Report.Flagged.GetValueOrDefault(OutlierFilter.OutOfDistribution);
        Assert.InRange(flagged, 0, test.Count / 100);
        Assert.InRange(train.Kept.Apply(filter).Report.Flagged.GetValueOrDefault(OutlierFilter.OutOfDistribution), 1, train.Kept.Count / 100);
    }

    private static void AtLeast(double floor, ExampleStage scorer, IEnumerable<(string Text, string Label)> normal, IEnumerable<(string Text, string Label)> odd)
    {
        double[] Distances(IEnumerable<(string, string)> rows, string prefix) =>
            [.. OutlierData.Rows(prefix, rows).Apply(scorer).Kept.Examples.Select(e => e.Scores[ScoreNames.OutlierDistance] ?? OutlierPlan.Farthest)];
        var auroc = OutlierData.Auroc(Distances(normal, "in"), Distances(odd, "out"));
        TestContext.Current.SendDiagnosticMessage($"AUROC {auroc:F4}");
        Assert.InRange(auroc, floor, 1);
    }
}
