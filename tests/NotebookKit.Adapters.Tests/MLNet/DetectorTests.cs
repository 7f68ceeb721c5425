using System.Text;
using Microsoft.ML;
using NotebookKit.MLNet;
using NotebookKit.Outliers;

namespace NotebookKit.Adapters.Tests.MLNet;

public class DetectorTests
{
    public static TheoryData<string> Names => [.. All.Select(d => d.Name)];

    private static OutlierDetector[] All =>
    [
        new MlNetDomainDetector(MlNetData.Kitchen(150)),
        new MlNetLabelDetector(),
        new MlNetLabelDetector { Score = MlNetLabelScore.Energy },
        new MlNetPcaDetector(),
        new MlNetKMeansDetector { Groups = 12 },
    ];

    private static Dataset Known { get; } = MlNetData.Shop(300);

    private static Example[] Mixed { get; } = [.. MlNetData.Shop(40, 300).Examples, .. MlNetData.Kitchen(40, 200).Examples, MlNetData.Alien, MlNetData.Row("none", " ?! ")];

    private static OutlierDetector Of(string name) => All.Single(d => d.Name == name);

    [Theory, MemberData(nameof(Names))]
    public void What_does_not_belong_is_stranger(string name)
    {
        var fitted = Of(name).Fit(Known);
        Assert.Equal(name, fitted.Name);
        var quality = DetectionQuality.Of(fitted, MlNetData.Shop(100, 300), MlNetData.Kitchen(100, 200));
        Assert.True(quality.Auroc > 0.8, $"AUROC {quality.Auroc}");
        Assert.All(fitted.Score(Mixed), s => Assert.True(double.IsFinite(s)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Scores_do_not_depend_on_order_threads_or_company(string name)
    {
        var expected = Of(name).Fit(Known, new() { Threads = 1 }).Score(Mixed, new() { Threads = 1 });
        var other = Of(name).Fit(Dataset.Of(Known.Examples.Reverse()), new() { Threads = 8 });
        Assert.Equal(expected, other.Score(Mixed, new() { Threads = 8 }));
        Assert.Equal(expected, Mixed.Select(other.Score));
    }

    [Theory, MemberData(nameof(Names))]
    public void Many_threads_may_score_at_once(string name)
    {
        var fitted = Of(name).Fit(Known);
        var expected = Mixed.Select(fitted.Score).ToArray();
        Parallel.For(0, 16, _ => Assert.Equal(expected, Mixed.Select(fitted.Score)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_file_gives_the_same_detector_back(string name)
    {
        using var folder = new TestFolder();
        var fitted = Of(name).Fit(Known);
        fitted.Save(folder.File("one"));
        Of(name).Fit(Known).Save(folder.File("two"));
        var read = FittedDetector.Load(folder.File("one"), MlNetDetectors.Kinds);
        read.Save(folder.File("again"));
        Assert.Equal(fitted.Name, read.Name);
        Assert.Equal(fitted.Score(Mixed), read.Score(Mixed));
        Assert.Equal(Told(fitted.Explain(Mixed[45])), Told(read.Explain(Mixed[45])));
        Assert.Equal(File.ReadAllBytes(folder.File("one")), File.ReadAllBytes(folder.File("again")));
        Assert.Equal(File.ReadAllBytes(folder.File("one")), File.ReadAllBytes(folder.File("two")));
    }

    [Theory, MemberData(nameof(Names))]
    public void Damage_and_a_kind_that_is_not_given_are_told_in_one_line(string name)
    {
        using var folder = new TestFolder();
        var path = folder.File("detector");
        Of(name).Fit(Known).Save(path);
        var unknown = Assert.Throws<BadInputException>(() => FittedDetector.Load(path)).Message;
        Assert.Contains("'mlnet-", unknown, StringComparison.Ordinal);
        Assert.Contains("give its kind", unknown, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes[..500], (byte)(bytes[500] ^ 1), .. bytes[501..]]);
        Assert.Contains("checksum", Assert.Throws<BadInputException>(() => FittedDetector.Load(path, MlNetDetectors.Kinds)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void An_explanation_names_what_makes_it_strange(string name)
    {
        var fitted = Of(name).Fit(Known);
        var example = MlNetData.Kitchen(1, 205).Examples[0];
        var why = fitted.Explain(example, 4);
        Assert.Equal(fitted.Score(example), why.Score);
        Assert.InRange(why.Terms.Count, 1, 4);
        Assert.All(why.Terms, t => Assert.DoesNotContain('|', t.Term));
        Assert.Equal(why.Terms.OrderByDescending(t => Math.Abs(t.Share)), why.Terms);
        Assert.Empty(fitted.Explain(example, 0).Terms);
        if (name is "mlnet-domain") Assert.Contains(fitted.Explain(example, 30).Terms, t => t is { Term: "risotto", Share: > 0 });
        if (name is "mlnet-kmeans" || name.StartsWith("mlnet-labels", StringComparison.Ordinal)) Assert.Contains(why.Label, Known.Examples.Select(e => e.Label));
        Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Explain(example, -1));
    }

    [Fact]
    public void What_terms_add_is_the_whole_score()
    {
        var fitted = new MlNetDomainDetector(MlNetData.Kitchen(150)).Fit(Known);
        double Logit(Example e) => Math.Log(fitted.Score(e) / (1 - fitted.Score(e)));
        var bias = Logit(MlNetData.Row("none", "?"));
        foreach (var example in MlNetData.Shop(5, 300).Examples)
            Assert.Equal(Logit(example), bias + fitted.Explain(example, int.MaxValue).Terms.Sum(t => t.Share), 2);
    }

    [Fact]
    public void Our_sum_is_what_MLNET_says_itself()
    {
        var (ml, fitted) = (new MLContext(), (FittedMlNet)new MlNetDomainDetector(MlNetData.Kitchen(150)).Fit(Known));
        var view = ml.Data.LoadFromEnumerable(Mixed.Select(e => new Input { Text = e.Input }));
        var said = ml.Data.CreateEnumerable<Said>(fitted.Model.Transform(view), reuseRowObject: false).Select(s => s.Probability);
        Assert.All(fitted.Score(Mixed).Zip(said), p => Assert.Equal(p.First, p.Second, 1e-5));
        var labels = (FittedMlNet)new MlNetLabelDetector().Fit(Known);
        var most = ml.Data.CreateEnumerable<Probabilities>(labels.Model.Transform(view), reuseRowObject: false).Select(s => 1 - s.Score.Max());
        Assert.All(labels.Score(Mixed).Zip(most), p => Assert.Equal(p.First, p.Second, 1e-5));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_culture_of_the_machine_does_not_matter(string name)
    {
        var here = Of(name).Fit(Known).Score(Mixed);
        Assert.Equal(here, MlNetData.In("tr-TR", () => Of(name).Fit(Known).Score(Mixed)));
    }

    [Fact]
    public void An_ensemble_takes_them_as_members_and_keeps_them()
    {
        using var folder = new TestFolder();
        var fitted = new EnsembleDetector { Members = [new(new EmbeddingNeighboursDetector()), new(new MlNetLabelDetector(), 2), new(new MlNetPcaDetector())] }.Fit(Known);
        Assert.True(DetectionQuality.Of(fitted, MlNetData.Shop(60, 300), MlNetData.Kitchen(60, 200)).Auroc > 0.9);
        var why = fitted.Explain(MlNetData.Alien, 3);
        Assert.Equal(["knn-embedding", "mlnet-labels-max-probability", "mlnet-pca"], why.Members.Select(m => m.Name));
        Assert.All(why.Members, m => Assert.InRange(m.Rank, 0, 1));
        fitted.Save(folder.File("ensemble"));
        Assert.Equal(fitted.Score(Mixed), FittedDetector.Load(folder.File("ensemble"), MlNetDetectors.Kinds).Score(Mixed));
        Assert.Contains("'mlnet-", Assert.Throws<BadInputException>(() => FittedDetector.Load(folder.File("ensemble"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_scores_by_them()
    {
        var fitted = new MlNetKMeansDetector { Groups = 12 }.Fit(Known);
        var scorer = new OutlierScorer { Detector = fitted };
        var kept = Dataset.Of(Mixed.Take(60)).Apply(scorer).Kept;
        Assert.Equal(fitted.Score([.. Mixed.Take(60)]), kept.Examples.Select(e => e.Scores[ScoreNames.OutlierDetector]!.Value));
        Assert.Contains("mlnet-kmeans", scorer.Describe().References.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_embedder_is_refused()
    {
        using var folder = new TestFolder();
        new MlNetPcaDetector().Fit(Known).Save(folder.File("pca"));
        using var other = new OtherEmbedder();
        Assert.Contains("fitted with the embedder", Assert.Throws<BadInputException>(() => FittedDetector.Load(folder.File("pca"), MlNetDetectors.Kinds, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_to_learn_from_is_told()
    {
        Assert.Contains("both need rows with words, but there are 0 and 10", Assert.Throws<ArgumentException>(() => new MlNetDomainDetector(MlNetData.Kitchen(10)).Fit(Dataset.Empty)).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2 of them", Assert.Throws<ArgumentException>(() => new MlNetLabelDetector().Fit(MlNetData.Kitchen(50))).Message, StringComparison.Ordinal);
        Assert.Contains("needs 30 rows", Assert.Throws<ArgumentException>(() => new MlNetPcaDetector().Fit(MlNetData.Shop(12))).Message, StringComparison.Ordinal);
        Assert.Contains("needs 30 rows", Assert.Throws<ArgumentException>(() => new MlNetKMeansDetector().Fit(MlNetData.Shop(12))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlNetPcaDetector { Components = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlNetKMeansDetector { Groups = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlNetLabelDetector { Iterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlNetDomainDetector(Known) { L2 = double.NaN });
        Assert.Throws<OperationCanceledException>(() => new MlNetLabelDetector().Fit(Known, new() { Cancel = new(canceled: true) }));
    }

    [Theory, InlineData(31), InlineData(200)]
    public void Many_groups_and_equal_rows_are_no_trouble(int rows)
    {
        var doubled = Dataset.Of(MlNetData.Shop(rows).Examples.SelectMany(e => (Example[])[e, e with { Id = e.Id + "-again" }, e with { Id = e.Id + "-more" }]));
        foreach (var detector in (OutlierDetector[])[new MlNetKMeansDetector { Groups = 10_000 }, new MlNetPcaDetector { Components = 0.9 }])
            Assert.All(detector.Fit(doubled).Score(Mixed), s => Assert.InRange(s, 0, 2));
    }

    private static string Told(DetectorExplanation why) => new StringBuilder().Append(why.Score).Append(why.Label).AppendJoin(';', why.Terms).ToString();

    private sealed class Input
    {
        public string Text { get; set; } = "";
    }

    private sealed class Said
    {
        public float Probability { get; set; }
    }

    private sealed class Probabilities
    {
        public float[] Score { get; set; } = [];
    }

    private sealed class OtherEmbedder : Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>
    {
        public Task<Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>>> GenerateAsync(IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(Microsoft.Extensions.AI.EmbeddingGeneratorMetadata) ? new Microsoft.Extensions.AI.EmbeddingGeneratorMetadata("other", null, "other-1") : null;

        public void Dispose()
        {
        }
    }
}
