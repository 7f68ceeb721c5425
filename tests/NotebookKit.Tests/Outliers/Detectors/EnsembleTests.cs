using NotebookKit.Embeddings;
using NotebookKit.Outliers;
using NotebookKit.Tests.Deduplicating;

namespace NotebookKit.Tests.Outliers.Detectors;

public class EnsembleTests
{
    private static Dataset Known { get; } = OutlierData.InDomain(300);

    [Fact]
    public void The_score_is_the_weighted_mean_of_the_ranks_of_its_members()
    {
        var (one, other) = (new TermNeighboursDetector(), new EmbeddingNeighboursDetector { Neighbours = 5 });
        var ensemble = new EnsembleDetector { Members = [new(one, 3), new(other)] }.Fit(Known);
        foreach (var example in OutlierData.InDomain(320).Examples.Skip(295).Append(OutlierData.Alien("x")))
        {
            var said = ensemble.Explain(example);
            Assert.Equal(["knn-terms", "knn-embedding"], said.Members.Select(m => m.Name));
            Assert.Equal([one.Fit(Known).Score(example), other.Fit(Known).Score(example)], said.Members.Select(m => m.Score));
            Assert.Equal(((3 * said.Members[0].Rank) + said.Members[1].Rank) / 4, said.Score, 5);
        }
    }

    [Fact]
    public void Ranks_are_shares_of_the_rows_that_belong()
    {
        var known = Known;
        var scores = new TermNeighboursDetector().Fit(known).Score(known.Examples);
        var ensemble = new EnsembleDetector { Members = [new(new TermNeighboursDetector())] }.Fit(known);
        for (var i = 0; i < 20; i++)
        {
            var (below, equal) = (scores.Count(s => s < scores[i]), scores.Count(s => s == scores[i]));
            Assert.Equal((below + ((equal + 1) / 2.0)) / (scores.Length + 1), ensemble.Score(known.Examples[i]), 6);
        }

        Assert.InRange(ensemble.Score(OutlierData.Alien("x")), scores.Length / (scores.Length + 1.0), 1);
    }

    [Fact]
    public void A_member_that_learns_rows_by_heart_is_ranked_by_rows_that_it_has_not_seen()
    {
        var ensemble = new EnsembleDetector { Members = [new(new PcaResidualDetector { Components = 0.9 })] }.Fit(Known);
        // Rows of the same kind that were not learned from are as strange as others, not stranger than all.
        Assert.InRange(ensemble.Score(OutlierData.InDomain(600).Examples.Skip(300).ToArray()).Average(), 0.3, 0.75);
    }

    [Fact]
    public void Members_are_what_the_data_offer()
    {
        var labelled = Dataset.Of(Known.Examples.Select((e, i) => e with { Label = $"{i % 6}" }));
        string[] Members(EnsembleDetector detector, Dataset rows) => [.. detector.Fit(rows).Explain(rows.Examples[0]).Members.Select(m => m.Name)];
        Assert.Equal(["knn-embedding", "linear-energy"], Members(new(), labelled));
        Assert.Equal(["knn-embedding", "knn-terms", "pseudo-classes"], Members(new() { UseLabels = false }, labelled));
        Assert.Equal(["knn-embedding", "knn-terms", "pseudo-classes"], Members(new(), Known));
        Assert.Equal(["knn-embedding", "linear-energy", "domain"], Members(new() { Background = Dataset.Of(Enumerable.Range(0, 60).Select(i => Build.Example($"b-{i}", $"who sells violin string number {i}", "ok"))) }, labelled));
        using var folder = new DetectorFolder();
        var fitted = new EnsembleDetector().Fit(labelled);
        fitted.Save(folder.File("labels"));
        Assert.Equal(fitted.Score(Known.Examples), FittedDetector.Load(folder.File("labels")).Score(Known.Examples));
    }

    [Fact]
    public void Members_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new EnsembleDetector { Members = [] });
        Assert.Throws<ArgumentException>(() => new EnsembleDetector { Members = [new(new TermNeighboursDetector(), 0)] });
    }

    [Fact]
    public void A_file_of_another_embedder_is_refused()
    {
        using var folder = new DetectorFolder();
        using var other = new WordEmbedder("invoice bill");
        var path = folder.File("detector");
        var fitted = new EnsembleDetector { Embedder = other }.Fit(Known);
        fitted.Save(path);
        Assert.Equal(fitted.Score(Known.Examples), FittedDetector.Load(path, other).Score(Known.Examples));
        var said = Assert.Throws<BadInputException>(() => FittedDetector.Load(path)).Message;
        Assert.Contains(EmbedderName.Of(other), said, StringComparison.Ordinal);
        Assert.Contains(EmbedderName.Of(new BuiltInEmbedder()), said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void Each_text_is_embedded_once_for_all_members()
    {
        using var embedder = new WordEmbedder();
        var members = new EnsembleMember[] { new(new EmbeddingNeighboursDetector { Embedder = embedder }), new(new PcaResidualDetector { Embedder = embedder }), new(new EmbeddingNeighboursDetector { Embedder = embedder, Neighbours = 1 }) };
        var fitted = new EnsembleDetector { Members = members }.Fit(Known);
        Assert.Equal(Known.Count, embedder.Asked);
        fitted.Score(Known.Examples);
        Assert.Equal(2 * Known.Count, embedder.Asked);
    }

    [Theory]
    [InlineData(0, 0.88)]
    [InlineData(2, 0.88)]
    public void Domains_of_HWU64_that_are_left_out_are_found(int quarter, double floor)
    {
        static string DomainOf((string Text, string Label) row) => row.Label.Split('_')[0];
        var left = OutlierData.Hwu("train").Select(DomainOf).Distinct().Order(StringComparer.Ordinal).Where((_, i) => i % 4 == quarter).ToHashSet();
        Dataset Rows(string split, bool isLeft) => OutlierData.Rows(split, OutlierData.Hwu(split).Where(r => left.Contains(DomainOf(r)) == isLeft));
        var quality = DetectionQuality.Of(new EnsembleDetector().Fit(Rows("train", false)), Rows("test", false), Rows("test", true));
        TestContext.Current.SendDiagnosticMessage($"AUROC {quality.Auroc:F4}");
        Assert.InRange(quality.Auroc, floor, 1);
    }
}
