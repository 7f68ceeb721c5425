using NotebookKit.Anonymizing;
using NotebookKit.Display;

namespace NotebookKit.Tests.Anonymizing;

public class PersonalDataReportTests
{
    private static readonly Dataset Rows = Build.Dataset(
        Build.Example("a", "Nothing to see here.", "Right."),
        Build.Example("b", "Write to jo.m@example.com and kim@example.org.", "Done."),
        Build.Example("c", "CODE-HIGH and CODE-EDGE", "CODE-BELOW"),
        Build.Example("d", string.Concat(Enumerable.Range(0, 7).Select(i => $"user{i}@example.com ")), "Many."),
        Build.Example("e", "CODE-FAINT", "Yes."));

    private static readonly Anonymizer Marked = new() { Types = [EntityTypes.Email], Recognizers = [new Codes()] };

    private static PersonalDataReport Report(ReportOptions? options = null) => PersonalDataReport.Of(Rows, Marked, options);

    [Fact]
    public void Finds_are_counted_by_type_by_recognizer_and_by_row()
    {
        var report = Report();
        Assert.Equal((5, 3, 11), (report.Rows, report.RowsTouched, report.Finds));
        Assert.Equal([("EMAIL_ADDRESS", 9, 2), ("CODE", 2, 1)], report.ByType.Select(t => (t.Name, t.Finds, t.Rows)));
        Assert.Contains(report.ByRecognizer, r => r is { Name: "Codes (CODE)", Finds: 2, LowestScore: 0.55, MeanScore: 0.725 });
    }

    [Theory]
    [InlineData(0.95, 0)]
    [InlineData(0.6, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.4, 3)]
    [InlineData(0.25, 4)]
    public void Another_limit_is_counted_without_a_second_look(double limit, int codes)
    {
        var report = Report();
        var looks = Codes.Looks;
        Assert.Equal(codes, report.At(limit).ByType.FirstOrDefault(t => t.Name == "CODE")?.Finds ?? 0);
        Assert.Equal(limit, report.At(limit).MinScore);
        Assert.Equal(looks, Codes.Looks);
    }

    [Fact]
    public void At_its_own_limit_a_report_counts_the_same() => Assert.Equal(Report().ToText(), Report().At(0.3).At(0.5).ToText());

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.1)]
    public void A_limit_below_what_was_kept_is_refused(double limit) => Assert.Throws<ArgumentOutOfRangeException>(() => Report().At(limit));

    [Fact]
    public void Risky_rows_are_listed_with_reasons()
    {
        var risks = Report().Risks;
        Assert.Equal(["c", "d", "b"], risks.Select(r => r.Id));
        Assert.Equal([(RiskyRow.JustBelow, "CODE 0.45"), (RiskyRow.LowConfidence, "CODE 0.55"), (RiskyRow.RareType, "CODE")], risks[0].Reasons.Select(r => (r.Code, r.Details)));
        Assert.Contains(risks[1].Reasons, r => r is { Code: RiskyRow.ManyFinds, Details: "7" });
        Assert.Single(Report(new() { MostRisks = 1 }).Risks);
        Assert.Empty(Report(new() { Near = 0, Rare = 0, Many = 100 }).Risks);
    }

    [Fact]
    public void No_text_that_was_not_masked_is_in_what_it_shows()
    {
        var report = Report();
        var shown = string.Join('\n', report.ToText(), report.ToHtml(), report.ToRiskTable().ToText(), report.ToRecognizerTable().ToText(), report.ToChart().ToText(), report.ToSampleTable().ToText());
        Assert.DoesNotContain("jo.m", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("HIGH", shown, StringComparison.Ordinal);
        Assert.Contains("11 finds in 3 of 5 rows, from score 0.5 on", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_show_text_after_masking()
    {
        Assert.Equal(["b", "c"], Report().Samples(2).Select(s => s.Id));
        Assert.Equal("Write to [EMAIL] and [EMAIL].", Report().Samples(1)[0].Text);
        Assert.Empty(Report().Samples(0));
    }

    [Fact]
    public void The_report_does_not_depend_on_threads() =>
        Assert.Equal(PersonalDataReport.Of(Rows, Marked, run: new() { Threads = 1 }).ToText(), PersonalDataReport.Of(Rows, Marked, run: new() { Threads = 4 }).ToText());

    [Fact]
    public void Of_nothing_there_is_nothing_to_say()
    {
        var report = PersonalDataReport.Of(Dataset.Empty);
        Assert.Equal((0, 0, 0), (report.Rows, report.Finds, report.Risks.Count));
        Assert.Contains("0 finds in 0 of 0 rows", report.ToText(), StringComparison.Ordinal);
    }

    private sealed class Codes : Recognizer
    {
        private static readonly (string Word, double Score)[] Words = [("CODE-HIGH", 0.9), ("CODE-EDGE", 0.55), ("CODE-BELOW", 0.45), ("CODE-FAINT", 0.3)];

        public static int Looks;

        public override string EntityType => "CODE";

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            Interlocked.Increment(ref Looks);
            foreach (var (word, score) in Words)
                if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at) into.Add(At(at, at + word.Length, score));
        }
    }
}
