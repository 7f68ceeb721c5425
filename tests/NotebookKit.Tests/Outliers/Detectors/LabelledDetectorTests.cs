using NotebookKit.Embeddings;
using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers.Detectors;

public class LabelledDetectorTests
{
    private static readonly BuiltInEmbedder Embedder = new();
    private static readonly string[] Weather = ["will it rain", "is the sun out", "how cold is it", "do I need an umbrella"], Music = ["play some jazz", "turn the song up", "next track please", "who sings this song"];
    private static readonly string[] Places = ["in Berlin", "tonight", "at home", "for the party", "this weekend", "in the kitchen", "tomorrow", "now"];

    private static readonly Dataset Known = Dataset.Of(Enumerable.Range(0, 64).Select(i =>
        Row($"row-{i:00}", $"{(i % 2 == 0 ? Weather : Music)[i / 2 % 4]} {Places[i / 8]}") with { Label = i % 2 == 0 ? "weather" : "music" }));

    private static readonly Example Usual = Row("usual", "will it rain this evening"), Strange = Row("strange", "transfer money to my savings account");

    private static readonly Dictionary<string, OutlierDetector> Detectors = ((OutlierDetector[])[
        new LinearDetector(), new LinearDetector { Score = LinearScore.MaxLogit }, new LinearDetector { Score = LinearScore.MaxProbability }, new LinearDetector { EmbeddingShare = 0, Cost = 1 },
        new MahalanobisDetector(), new MahalanobisDetector { Relative = false }, new TunedNeighboursDetector(),
        new DomainDetector(Dataset.Of(Enumerable.Range(0, 40).Select(i => Row($"bank-{i}", $"what is the {(i % 2 == 0 ? "balance" : "limit")} of account {i}"))))])
        .ToDictionary(d => d is LinearDetector { Cost: 1 } ? "words and letters" : d.Name);

    private static Example Row(string id, string text) => Build.Example(id, text, "ok");

    public static TheoryData<string> Names => [.. Detectors.Keys];

    private static byte[] Bytes(FittedDetector fitted)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        fitted.Write(writer);
        return stream.ToArray();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strange_requests_score_higher(string name)
    {
        var fitted = Detectors[name].Fit(Known);
        Assert.Equal(Detectors[name].Name, fitted.Name);
        Assert.True(fitted.Score(Strange) > fitted.Score(Usual));
        foreach (var text in (string[])["", "?!", "日本語", new string('x', 10_000)]) Assert.True(double.IsFinite(fitted.Score(Row("odd", text))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_rows_in_any_order_on_any_number_of_threads_give_the_same_bytes_and_are_read_back(string name)
    {
        var fitted = Detectors[name].Fit(Known, new() { Threads = 1 });
        var bytes = Bytes(fitted);
        Assert.Equal(bytes, Bytes(Detectors[name].Fit(Dataset.Of(Known.Examples.Reverse()), new() { Threads = 4 })));
        using var folder = new DetectorFolder();
        fitted.Save(folder.File("detector"));
        var read = FittedDetector.Load(folder.File("detector"), Embedder);
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal((fitted.Name, fitted.Score(Strange)), (read.Name, read.Score(Strange)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_explanation_has_the_score_the_nearest_class_and_what_speaks_for_it(string name)
    {
        var fitted = Detectors[name].Fit(Known);
        var said = fitted.Explain(Usual, 3);
        Assert.Equal(fitted.Score(Usual), said.Score);
        Assert.Equal(fitted is FittedDomain ? null : "weather", said.Label);
        if (fitted is FittedTunedNeighbours) Assert.Equal((3, "row-"), (said.Neighbours.Count, said.Neighbours[0].Id[..4]));
        if (fitted is not (FittedLinear or FittedDomain)) return;
        Assert.Equal(3, said.Terms.Count);
        Assert.Contains(said.Terms, t => t.Share < 0);
        Assert.Empty(fitted.Explain(Usual, 0).Terms);
    }

    [Fact]
    public void A_background_of_few_rows_still_orders_what_comes()
    {
        string[] few = ["which planet has the most moons", "how do i tune the strings of a cello", "why does my sourdough not rise"];
        var fitted = new DomainDetector(Dataset.Of(few.Select((text, i) => Row($"few-{i}", text)))).Fit(Known);
        Assert.True(fitted.Score(Row("s", "why does the string of my cello break")) > fitted.Score(Known.Examples[0]));
    }

    [Fact]
    public void Without_labels_there_is_a_message_that_says_so()
    {
        var bare = Dataset.Of(Known.Examples.Select(e => e with { Label = null }));
        foreach (var detector in Detectors.Values.Where(d => d is not DomainDetector))
            Assert.Contains("learns from labels", Assert.Throws<ArgumentException>(() => detector.Fit(bare)).Message, StringComparison.Ordinal);
        Assert.Contains("rows with words on both sides", Assert.Throws<ArgumentException>(() => new DomainDetector(Dataset.Empty).Fit(Known)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearDetector { Cost = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearDetector { EmbeddingShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MahalanobisDetector { Shrinkage = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TunedNeighboursDetector { Neighbours = 0 });
    }

    [Fact]
    public void Near_requests_of_domains_left_out_of_HWU64_are_told_from_those_of_known_ones()
    {
        string[] left = ["calendar", "email", "lists", "social"];
        bool IsLeft((string Text, string Label) row) => left.Contains(row.Label.Split('_')[0]);
        var train = OutlierData.Rows("train", OutlierData.Hwu("train").Where(r => !IsLeft(r)));
        Example[] normal = [.. OutlierData.Rows("in", OutlierData.Hwu("test").Where(r => !IsLeft(r))).Examples], odd = [.. OutlierData.Rows("out", OutlierData.Hwu("test").Where(IsLeft)).Examples];
        foreach (var (detector, floor) in ((OutlierDetector, double)[])[(new LinearDetector(), 0.90), (new LinearDetector { Score = LinearScore.MaxLogit }, 0.90), (new MahalanobisDetector(), 0.86)])
        {
            var fitted = detector.Fit(train);
            var auroc = OutlierData.Auroc(fitted.Score(normal), fitted.Score(odd));
            TestContext.Current.SendDiagnosticMessage($"{detector.Name}: AUROC {auroc:F4}");
            Assert.InRange(auroc, floor, 1);
        }
    }

    [Fact]
    public void A_background_of_which_most_belongs_tells_foreign_requests()
    {
        static bool IsForeign((string Text, string Label) row) => row.Label.Split('_')[0] is "calendar" or "email" or "lists" or "social";
        var known = OutlierData.Rows("known", OutlierData.Hwu("train").Where(r => !IsForeign(r)).Where((_, i) => i % 13 == 0));
        var fitted = new DomainDetector(OutlierData.Rows("background", OutlierData.Hwu("valid"))).Fit(known);
        Example[] Of(bool foreign) => [.. OutlierData.Rows("test", OutlierData.Hwu("test").Where(r => IsForeign(r) == foreign)).Examples];
        var auroc = OutlierData.Auroc(fitted.Score(Of(false)), fitted.Score(Of(true)));
        TestContext.Current.SendDiagnosticMessage($"AUROC {auroc:F4}");
        Assert.InRange(auroc, 0.93, 1);
    }
}
