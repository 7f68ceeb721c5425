using NotebookKit.MLNet;
using NotebookKit.Reviewing;
using NotebookKit.Scoring;

namespace NotebookKit.Adapters.Tests.MLNet;

public class QualityTests
{
    private static readonly string[] Good = ["Your parcel is in Leeds and arrives tomorrow before noon.", "We refunded the invoice; the money is with you in two days.", "Please send the voucher number, then we change the address."];
    private static readonly string[] Bad = ["As a language model I cannot help with that.", "asdf asdf", "lorem ipsum dolor"];

    private static Dataset Rows { get; } = Dataset.Of(Enumerable.Range(0, 120).Select(i => MlNetData.Row($"r{i:D3}", $"where is my order {i}", $"{(i % 3 == 0 ? Bad : Good)[i / 3 % 3]} {i}")));

    /// <summary>The first hundred rows were read.</summary>
    private static Verdicts Read { get; } = Verdicts.Of(Rows.Examples.Take(100).Select((e, i) => i % 3 == 0
        ? i % 2 == 0 ? new Verdict { Id = e.Id, Kind = VerdictKind.Wrong } : new Verdict { Id = e.Id, Kind = VerdictKind.Corrected, Correction = "Here." }
        : new Verdict { Id = e.Id, Kind = VerdictKind.Right }));

    [Fact]
    public void It_learns_what_people_keep()
    {
        var quality = new ReviewedQualityTrainer().Fit(Rows, Read);
        Assert.Equal((66, 34), (quality.Kept, quality.Rejected));
        Assert.True(quality.HeldOutAuroc > 0.95, $"{quality.HeldOutAuroc}");
        var open = Rows.Examples.Skip(100).ToArray();
        Assert.All(open, e => Assert.InRange(quality.Score(e), 0, 1));
        Assert.True(open.Where((_, i) => (i + 100) % 3 != 0).Min(quality.Score) > open.Where((_, i) => (i + 100) % 3 == 0).Max(quality.Score));
        Assert.Contains(quality.Explain(Rows.Examples[102], 200), t => t.Term.StartsWith("answer: ", StringComparison.Ordinal) && t.Share < 0);
        Assert.Contains(quality.Explain(Rows.Examples[102], 200), t => t.Term == "words of the answer");
    }

    [Fact]
    public void The_same_rows_in_any_order_and_culture_give_the_same_bytes()
    {
        using var folder = new TestFolder();
        new ReviewedQualityTrainer().Fit(Rows, Read, new() { Threads = 1 }).Save(folder.File("one"));
        MlNetData.In("tr-TR", () => new ReviewedQualityTrainer().Fit(Dataset.Of(Rows.Examples.Reverse()), Read, new() { Threads = 8 })).Save(folder.File("two"));
        Assert.Equal(File.ReadAllBytes(folder.File("one")), File.ReadAllBytes(folder.File("two")));
    }

    [Fact]
    public void A_file_gives_the_same_quality_back()
    {
        using var folder = new TestFolder();
        var quality = new ReviewedQualityTrainer().Fit(Rows, Read);
        quality.Save(folder.File("quality"));
        var read = ReviewedQuality.Load(folder.File("quality"));
        Assert.Equal(quality.Description, read.Description);
        Assert.Equal((quality.Kept, quality.Rejected, quality.HeldOutAuroc), (read.Kept, read.Rejected, read.HeldOutAuroc));
        Assert.Equal(Rows.Examples.Select(quality.Score), Rows.Examples.Select(read.Score));
        var bytes = File.ReadAllBytes(folder.File("quality"));
        string Refused(byte[] content)
        {
            File.WriteAllBytes(folder.File("bad"), content);
            return Assert.Throws<BadInputException>(() => ReviewedQuality.Load(folder.File("bad"))).Message;
        }

        Assert.Contains("checksum", Refused([.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]]), StringComparison.Ordinal);
        Assert.Contains("mark", Refused([]), StringComparison.Ordinal);
        Assert.Contains("version 9", Refused([.. bytes[..20], 9, .. bytes[21..]]), StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => ReviewedQuality.Load(folder.File("none"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_scores_by_it_and_the_filter_decides()
    {
        var quality = new ReviewedQualityTrainer { L2 = 0.1 }.Fit(Rows, Read);
        var scorer = new ReviewedQualityScorer { Quality = quality };
        var (one, many) = (Rows.Apply(scorer, new() { Threads = 1 }), Rows.Apply(scorer, new() { Threads = 8 }));
        Assert.Equal(one.Kept.Examples.Select(e => e.Scores), many.Kept.Examples.Select(e => e.Scores));
        Assert.Equal(Rows.Examples.Select(quality.Score), one.Kept.Examples.Select(e => e.Scores[ScoreNames.Quality]!.Value));
        Assert.Contains(quality.Description, scorer.Describe().Options, StringComparison.Ordinal);
        Assert.Contains(one.Report.Findings, f => f.Code == "reviewed-quality" && f.Severity == Severity.Note);
        var removed = one.Kept.Apply(new ScoreFilter { Min = 0.5 }).Removed.Select(r => r.Example.Id).ToHashSet();
        Assert.Equal(Rows.Examples.Where((_, i) => i % 3 == 0).Select(e => e.Id).ToHashSet(), removed);
        Assert.NotNull(Rows.Apply(scorer with { Score = "quality.read" }).Kept.Examples[0].Scores["quality.read"]);
        Assert.Throws<ArgumentException>(() => scorer with { Score = "" });
    }

    [Fact]
    public void Too_few_verdicts_are_told()
    {
        var few = Verdicts.Of(Read.All.Take(12));
        Assert.Contains("at least 10 of each: there are 8 and 4", Assert.Throws<ArgumentException>(() => new ReviewedQualityTrainer().Fit(Rows, few)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReviewedQualityTrainer { Folds = 1 });
    }
}
