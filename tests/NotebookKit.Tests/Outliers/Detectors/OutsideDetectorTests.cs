using NotebookKit.Embeddings;
using NotebookKit.Outliers;

namespace NotebookKit.Tests.Outliers.Detectors;

/// <summary>A detector of another assembly is worth as much as a built-in one.</summary>
public class OutsideDetectorTests
{
    private static Dataset Known { get; } = OutlierData.InDomain(300);

    private static Example[] Some { get; } = [.. OutlierData.InDomain(330).Examples.Skip(300), OutlierData.Alien("x")];

    [Fact]
    public void It_is_saved_and_loaded_by_its_kind()
    {
        using var folder = new DetectorFolder();
        var fitted = new LetterDetector().Fit(Known);
        fitted.Save(folder.File("one"));
        var read = FittedDetector.Load(folder.File("one"), [FittedLetters.OwnKind]);
        read.Save(folder.File("again"));
        Assert.Equal(fitted.Score(Some), read.Score(Some));
        Assert.Equal(File.ReadAllBytes(folder.File("one")), File.ReadAllBytes(folder.File("again")));
    }

    [Fact]
    public void It_is_a_member_of_an_ensemble()
    {
        using var folder = new DetectorFolder();
        var fitted = new EnsembleDetector { Members = [new(new TermNeighboursDetector()), new(new LetterDetector(), 0.5)] }.Fit(Known);
        Assert.Equal(["knn-terms", "letters"], fitted.Explain(Some[^1]).Members.Select(m => m.Name));
        fitted.Save(folder.File("ensemble"));
        var read = FittedDetector.Load(folder.File("ensemble"), [FittedLetters.OwnKind]);
        Assert.Equal(fitted.Score(Some), read.Score(Some));
        Assert.Equal(fitted.Score(Some), Some.Select(read.Score));
    }

    [Fact]
    public void A_stage_names_it_by_what_it_learned()
    {
        string Reference(Dataset known) => new OutlierScorer { Detector = new LetterDetector().Fit(known) }.Describe().References.Single();
        Assert.Contains("letters", Reference(Known), StringComparison.Ordinal);
        Assert.Equal(Reference(Known), Reference(Dataset.Of(Known.Examples.Reverse())));
        Assert.NotEqual(Reference(Known), Reference(OutlierData.InDomain(1)));
    }

    [Fact]
    public void Words_that_make_it_strange_come_from_the_library()
    {
        var why = new LetterDetector().Fit(Known).Explain(Build.Example("q", "where is my parcel xyzzy", "ok"), 2);
        Assert.Equal("xyzzy", why.Terms[0].Term);
        Assert.True(why.Terms[0].Share > 0);
    }

    [Fact]
    public void A_kind_that_is_not_given_is_told_by_its_name()
    {
        using var folder = new DetectorFolder();
        new LetterDetector().Fit(Known).Save(folder.File("one"));
        var message = Assert.Throws<BadInputException>(() => FittedDetector.Load(folder.File("one"))).Message;
        Assert.Contains("of the kind 'letters', which is not built in", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Throws<ArgumentException>(() => FittedDetector.Load(folder.File("one"), [FittedLetters.OwnKind, FittedLetters.OwnKind]));
    }

    [Fact]
    public void What_its_reader_cannot_make_sense_of_is_a_damaged_file()
    {
        using var folder = new DetectorFolder();
        new LetterDetector().Fit(Known).Save(folder.File("one"));
        var greedy = new DetectorKind("letters", reader =>
        {
            while (true) reader.Bytes.ReadInt64();
        });
        Assert.Contains("is damaged", Assert.Throws<BadInputException>(() => FittedDetector.Load(folder.File("one"), [greedy])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_kind_it_scores_but_cannot_be_saved()
    {
        using var folder = new DetectorFolder();
        var fitted = new Nameless();
        Assert.Equal(1, fitted.Score(Some[0]));
        Assert.Contains(nameof(Nameless), Assert.Throws<NotSupportedException>(() => fitted.Save(folder.File("one"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DetectorKind(" ", _ => fitted));
    }

    private sealed record LetterDetector : OutlierDetector
    {
        public override string Name => "letters";

        public override FittedDetector Fit(Dataset inDomain, RunContext? run = null) => new FittedLetters([.. inDomain.Examples.SelectMany(e => Pairs(e.Input)).Distinct().Order(StringComparer.Ordinal)]);

        public static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2));
    }

    /// <summary>How many pairs of letters were never seen.</summary>
    private sealed class FittedLetters(string[] known) : FittedDetector
    {
        public static readonly DetectorKind OwnKind = new("letters", reader =>
        {
            using var embedder = (BuiltInEmbedder)reader.Embedder();
            var known = new string[reader.Bytes.ReadInt32()];
            for (var i = 0; i < known.Length; i++) known[i] = reader.Bytes.ReadString();
            return new FittedLetters(known);
        });

        public override string Name => "letters";

        protected internal override DetectorKind? Kind => OwnKind;

        public override double Score(Example example) => LetterDetector.Pairs(example.Input).Count(p => Array.BinarySearch(known, p, StringComparer.Ordinal) < 0);

        public override DetectorExplanation Explain(Example example, int count = 5) => new(Score(example), null, [], SharesOfWords(example, Score(example), count));

        protected internal override void Write(BinaryWriter writer)
        {
            using var embedder = new BuiltInEmbedder();
            WriteEmbedder(writer, embedder);
            writer.Write(known.Length);
            foreach (var pair in known) writer.Write(pair);
        }
    }

    private sealed class Nameless : FittedDetector
    {
        public override string Name => "nameless";

        public override double Score(Example example) => 1;

        public override DetectorExplanation Explain(Example example, int count = 5) => new(1, null, [], []);

        protected internal override void Write(BinaryWriter writer)
        {
        }
    }
}
