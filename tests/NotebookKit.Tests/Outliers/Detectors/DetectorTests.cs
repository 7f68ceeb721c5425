using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Tests.Outliers.Detectors;

public class DetectorTests
{
    public static TheoryData<string> Names => [.. All.Select(d => d.Name)];

    private static OutlierDetector[] All =>
    [
        new EmbeddingNeighboursDetector(),
        new TermNeighboursDetector(),
        new PcaResidualDetector(),
        new PseudoClassDetector { Groups = 8 },
        new EnsembleDetector(),
    ];

    private static Dataset Known { get; } = OutlierData.InDomain(300);

    private static OutlierDetector Of(string name) => All.Single(d => d.Name == name);

    [Theory, MemberData(nameof(Names))]
    public void What_is_alien_is_stranger_than_all_that_belongs(string name)
    {
        var fitted = Of(name).Fit(Known);
        var others = OutlierData.InDomain(400).Examples.Skip(300).ToArray();
        Assert.Equal(name, fitted.Name);
        Assert.True(fitted.Score(OutlierData.Alien("x")) > fitted.Score(others).Max());
        Assert.True(fitted.Score(OutlierData.Alien("x")) > fitted.Score(Known.Examples).Max());
    }

    [Theory, MemberData(nameof(Names))]
    public void Scores_do_not_depend_on_order_threads_or_company(string name)
    {
        var some = OutlierData.InDomain(340).Examples.Skip(290).Append(OutlierData.Alien("x")).ToArray();
        var expected = Of(name).Fit(Known, new() { Threads = 1 }).Score(some, new() { Threads = 1 });
        var other = Of(name).Fit(Dataset.Of(Known.Examples.OrderBy(e => StableHash.Of(e.Id))), new() { Threads = 8 });
        Assert.Equal(expected, other.Score(some, new() { Threads = 8 }));
        Assert.Equal(expected, some.Select(other.Score));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_file_gives_the_same_detector_back_and_holds_no_text(string name)
    {
        using var folder = new DetectorFolder();
        var fitted = Of(name).Fit(Known);
        var (path, again) = (folder.File("detector"), folder.File("again"));
        fitted.Save(path);
        var read = FittedDetector.Load(path);
        read.Save(again);
        var some = OutlierData.InDomain(330).Examples.Skip(280).Append(OutlierData.Alien("x")).ToArray();
        Assert.Equal(fitted.Score(some), read.Score(some));
        Assert.Equal(fitted.Name, read.Name);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(again));
        foreach (var encoding in (System.Text.Encoding[])[System.Text.Encoding.UTF8, System.Text.Encoding.Unicode])
            Assert.DoesNotContain("parcel", encoding.GetString(File.ReadAllBytes(path)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Names))]
    public void Damage_is_told_in_one_line(string name)
    {
        using var folder = new DetectorFolder();
        var path = folder.File("detector");
        Of(name).Fit(Known).Save(path);
        var bytes = File.ReadAllBytes(path);
        string Refused(byte[] content)
        {
            File.WriteAllBytes(path, content);
            return Assert.Throws<BadInputException>(() => FittedDetector.Load(path)).Message;
        }

        Assert.Contains("checksum", Refused([.. bytes[..200], (byte)(bytes[200] ^ 1), .. bytes[201..]]), StringComparison.Ordinal);
        Assert.Contains("checksum", Refused(bytes[..^7]), StringComparison.Ordinal);
        Assert.Contains("too early", Refused(bytes[..30]), StringComparison.Ordinal);
        Assert.Contains("mark", Refused([]), StringComparison.Ordinal);
        Assert.Contains("mark", Refused("PK"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("version 99", Refused([.. bytes[..21], 99, .. bytes[22..]]), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => FittedDetector.Load(path)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Texts_of_any_kind_have_a_score(string name)
    {
        var fitted = Of(name).Fit(Known);
        string?[] texts = ["", null, "!?", "\ud800", "天气 怎么样", new string('a', 100_000), string.Join(' ', Enumerable.Range(0, 20_000)), "[PERSON_1] [EMAIL_2]"];
        foreach (var text in texts)
        {
            var example = Build.Example("x", text ?? "", "ok") with { Messages = [new(Role.User, text)] };
            Assert.True(double.IsFinite(fitted.Score(example)));
            Assert.Equal(fitted.Score(example), fitted.Explain(example).Score);
        }

        Assert.Equal(fitted.Score(Build.Example("x", "", "ok")), fitted.Score(Build.Example("y", "...", "ok")));
        Assert.True(fitted.Score(Build.Example("x", "", "ok")) >= fitted.Score(Known.Examples).Max());
    }

    [Theory, MemberData(nameof(Names))]
    public void Too_few_rows_are_refused(string name)
    {
        Assert.Throws<ArgumentException>("inDomain", () => Of(name).Fit(OutlierData.InDomain(29)));
        Assert.Throws<ArgumentException>("inDomain", () => Of(name).Fit(Dataset.Of(Enumerable.Range(0, 90).Select(i => Build.Example($"{i}", "always the same words", "ok")))));
    }

    [Theory]
    [InlineData("knn-embedding")]
    [InlineData("knn-terms")]
    [InlineData("ensemble")]
    public void Neighbours_are_named_without_the_row_itself(string name)
    {
        var fitted = Of(name).Fit(Known);
        var row = Known.Examples[17];
        var said = fitted.Explain(row, 4);
        Assert.Equal(4, said.Neighbours.Count);
        Assert.DoesNotContain(said.Neighbours, n => n.Id == row.Id);
        Assert.All(said.Neighbours, n => Assert.Contains(n.Terms, t => row.Input.Contains(t.Trim('_'), StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(said.Neighbours.OrderByDescending(n => n.Similarity).Select(n => n.Similarity), said.Neighbours.Select(n => n.Similarity));
        Assert.Equal(Known.Examples.Single(e => e.Id == said.Neighbours[0].Id).Label, said.Label);
        Assert.Empty(fitted.Explain(row, 0).Neighbours);
        Assert.Empty(fitted.Explain(row, 0).Terms);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_words_that_make_a_text_strange_are_named(string name)
    {
        var mixed = Build.Example("x", "where is my invoice magnetare for the order", "ok");
        var said = Of(name).Fit(Known).Explain(mixed, 3);
        // In an embedding each word moves all others.
        if (name is "knn-terms" or "ensemble") Assert.Equal("magnetare", said.Terms.MaxBy(t => t.Share).Term);
        Assert.True(said.Terms[0].Share != 0 && said.Terms.Count <= 3);
    }
}
