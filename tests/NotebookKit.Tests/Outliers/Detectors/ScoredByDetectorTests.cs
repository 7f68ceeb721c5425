using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers.Detectors;

public class ScoredByDetectorTests
{
    private static readonly Dataset Known = OutlierData.InDomain(200);

    [Fact]
    public void A_detector_scores_rows_in_a_run_and_the_filter_flags_by_a_limit()
    {
        var detector = new EnsembleDetector().Fit(Known);
        var scored = Dataset.Of([.. OutlierData.InDomain(300).Examples.Skip(200), OutlierData.Alien("alien")]).Apply(new OutlierScorer { Detector = detector }).Kept;
        Assert.All(scored.Examples, e => Assert.Equal(detector.Score(e), e.Scores[ScoreNames.OutlierDetector]!.Value, 6));
        // Just below what the detector says of the alien one.
        var limit = scored.Examples.Single(e => e.Id == "alien").Scores[ScoreNames.OutlierDetector]!.Value - 1e-6;
        var odd = scored.Examples.Count(e => e.Scores[ScoreNames.OutlierDetector] > limit);
        Assert.Equal(1, odd);
        var filtered = scored.Apply(new OutlierFilter { MaxDetector = limit, MaxDistance = OutlierPlan.Farthest, Policy = FilterPolicy.Remove });
        Assert.Equal(odd, filtered.Removed.Count);
        Assert.Contains(filtered.Removed, r => r.Example.Id == "alien" && r.Reason == OutlierFilter.DetectedStrange);
        var human = Dataset.Of(scored.Examples.Select(e => e with { Tags = ["edge:decline"] })).Apply(new OutlierFilter { MaxDetector = limit, MaxDistance = OutlierPlan.Farthest, Policy = FilterPolicy.Remove });
        Assert.Empty(human.Removed);
        Assert.Equal(odd, human.Report.Flagged[OutlierFilter.DetectedStrange]);
    }

    public static TheoryData<OutlierDetector> Detectors =>
    [
        new EmbeddingNeighboursDetector(), new TermNeighboursDetector(), new PseudoClassDetector(), new PcaResidualDetector(), new LinearDetector(), new LinearDetector { Score = LinearScore.MaxLogit },
        new MahalanobisDetector(), new TunedNeighboursDetector(), new EnsembleDetector(), new EnsembleDetector { UseLabels = false },
    ];

    [Theory, MemberData(nameof(Detectors))]
    public void A_text_of_unknown_words_is_stranger_than_every_row_that_belongs(OutlierDetector detector)
    {
        var fitted = detector.Fit(Known);
        var usual = fitted.Score([.. OutlierData.InDomain(300).Examples.Skip(200)]).Max();
        foreach (var text in new[] { OutlierData.Alien("alien").Input, "xqzwv brrrfgh jkkqp wzzxt", "καλημέρα πώς είστε σήμερα φίλε", "ঠিক আছে বন্ধু" })
            Assert.True(fitted.Score(Build.Example("alien", text, "ok")) > usual, $"{detector.Name}: {text}");
    }

    [Fact]
    public void What_a_detector_learned_is_among_the_references()
    {
        string Described(OutlierScorer scorer) => string.Join('|', scorer.Describe().References);
        var one = new OutlierScorer { Detector = new TermNeighboursDetector().Fit(Known) };
        Assert.Equal(Described(one), Described(new() { Detector = new TermNeighboursDetector().Fit(Known) }));
        Assert.NotEqual(Described(one), Described(new() { Detector = new TermNeighboursDetector().Fit(OutlierData.InDomain(150)) }));
        Assert.NotEqual(Described(one), Described(new()));
    }

    [Fact]
    public void A_share_of_rows_can_be_the_limit_of_the_filter()
    {
        var scored = OutlierData.InDomain(1_000).Apply(new OutlierScorer()).Kept;
        foreach (var share in (double[])[0, 0.02, 0.1])
            Assert.InRange(scored.Apply(new OutlierFilter { MaxFlagged = share }).Report.Flagged.GetValueOrDefault(OutlierFilter.OutOfDistribution), 0, share * 1_000);
        Assert.InRange(scored.Apply(new OutlierFilter { MaxFlagged = 0.1 }).Report.Flagged[OutlierFilter.OutOfDistribution], 50, 100);
    }

    [Fact]
    public void What_is_flagged_is_shown_with_neighbours_and_terms_and_masked()
    {
        var detector = new TermNeighboursDetector().Fit(Known);
        var rows = Dataset.Of([.. Known.Examples.Take(40), Build.Example("odd", "quantum magnetare of anna.lindholm@example.org where is my parcel", "ok")]);
        var table = detector.ToFlaggedTable(rows, OutlierDecision.Top(detector.Score(rows.Examples), 1));
        var text = table.ToText();
        Assert.Contains("odd", text, StringComparison.Ordinal);
        Assert.Contains("shop-", text, StringComparison.Ordinal);
        Assert.Contains("magnetare", text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna.lindholm", text, StringComparison.Ordinal);
        Assert.Single(table.Rows);
    }
}
