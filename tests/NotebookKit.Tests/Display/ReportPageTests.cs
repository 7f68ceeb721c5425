using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookKit.Display;
using NotebookKit.Display.Pages;
using NotebookKit.Tests.Writing;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Display;

public sealed class ReportPageTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_explains_the_run_in_its_sections()
    {
        var page = Page(SmallRun.Output());
        foreach (var id in new[] { "flow", "removed", "distributions", "findings", "twins", "splits", "balance", "inputs", "recipe" })
            Assert.Contains($"<section id=\"{id}\">", page, StringComparison.Ordinal);
        Assert.Contains("read 20 + created 0 = rejected 2 + removed 6 + train 10 + validation 1 + test 1", page, StringComparison.Ordinal);
        Assert.Contains("missing-field", page, StringComparison.Ordinal);
        Assert.Contains("The text is withheld or not at hand.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_row_stands_beside_what_was_kept_instead()
    {
        var page = Page(SmallRun.Output());
        var pair = Regex.Match(page, "<div class=\"nk-pair\">(?:(?!nk-pair).)*?Same question, asked again by someone.*?kept instead.*?k-3 · kept, in train.*?Question number 3").Value;
        Assert.Contains("measured 0.9125 · limit 0.8", pair, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_instead_but_left_later_says_so()
    {
        var gone = SmallRun.Run().Keep("Later", "too-odd", e => e.Id != "k-3").Kept;
        Assert.Contains("k-3 · removed by Later: too-odd", Page(SmallRun.Output(gone)), StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_of_rows_that_left_before_masking_is_masked()
    {
        var page = Page(SmallRun.Output());
        Assert.DoesNotContain(SmallRun.Mail, page, StringComparison.Ordinal);
        Assert.Contains("Where is my parcel? Write to <span class=\"nk-ph\">[EMAIL]</span>.", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("secret (?:\\[|<span|maria)", page);
    }

    [Fact]
    public void Labels_sources_and_findings_pass_the_mask_too()
    {
        var rows = Dataset.Of(SmallRun.Examples().Select(e => e with { Label = SmallRun.Mail, Source = SmallRun.Mail }), History.OfInputs([new(SmallRun.Mail, 1, 1, 0, 0, 0) { Findings = [new(Severity.Note, "x", SmallRun.Mail)] }], []));
        var output = SmallRun.Output(rows.Keep("Rule", "some", e => e.Id.StartsWith('k')).Kept);
        output.WriteTo(folder.At("out"));
        foreach (var file in new[] { "README.md", "audit/report.html", "audit/removed.jsonl" })
            Assert.DoesNotContain(SmallRun.Mail, File.ReadAllText(folder.At("out/" + file)).Replace($"\"source\":\"{SmallRun.Mail}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Contested_questions_stand_with_their_versions_and_authors_and_the_page_says_how_many_more_there_are()
    {
        var rows = Enumerable.Range(0, 14).SelectMany(q => Enumerable.Range(0, 3).Select(a => Build.Example(
            $"q{q}-{a}", $"What is the code w{q} of door d{q} in house h{q}?", a == 0 ? $"Write to {SmallRun.Mail} and wait." : $"It is {q} and then the bell.") with
        {
            Author = a == 2 ? null : $"agent {a}",
            CreatedAt = new DateTimeOffset(2026, 1, 1 + a, 0, 0, 0, TimeSpan.Zero),
        }));
        var found = (NotebookKit.Deduplicating.ContradictionsResult)Dataset.Of(rows).Apply(new NotebookKit.Deduplicating.Contradictions());
        // Rows that leave later are told of, too.
        var data = found.Kept.Keep("Later", "too-odd", e => e.Id != "q3-0").Kept;
        var twins = Report.Of(Data() with { Result = data, Mask = new(SmallRun.Mask, SmallRun.MaskText, data.History) })["twins"];
        var text = twins.ToText();
        Assert.Equal(14, found.Questions.Count);
        Assert.Contains("14 questions are answered in more than one way by 42 rows; 14 by more than one author, 14 with an answer that a later one replaced.", text, StringComparison.Ordinal);
        Assert.Contains("What is the code w3 of door d3 in house h3? · 3 rows, 2 versions, 3 authors, 1 stale", text, StringComparison.Ordinal);
        Assert.Matches(@"It is 3 and then the bell\. +2 +66\.7% +agent 1, \(unknown\) +2026-01-02 +2026-01-03 +– +2 +most frequent +q3-", text);
        Assert.Matches(@"Write to \[EMAIL\] and wait\. +1 +33\.3% +agent 0 +2026-01-01 +2026-01-01 +– +0 +stale +q3-0", text);
        Assert.Contains("… and 2 more contested questions", text, StringComparison.Ordinal);
        Assert.Matches(@"agent 0 +14 +33\.3% +14 +33\.3% +0 +14 +2026-01-01", text);
        Assert.DoesNotContain(SmallRun.Mail, text + twins.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Attacks_from_data_are_text_wherever_they_stand()
    {
        var attacks = HtmlTests.Attacks;
        var rows = attacks.Select((a, i) => Build.Chat($"x-{i} {a}", (Role.System, a), (Role.User, a), (Role.Assistant, a)) with { Label = a, Source = a, Flags = [new(a, a)] });
        var history = History.OfInputs([new(attacks[0], 1, 1, 0, 1, 0) { Format = attacks[1], Findings = [new(Severity.Failure, attacks[2], attacks[3])] }], [new(attacks[4], 1, attacks[5], attacks[6], attacks[7])]);
        var data = Dataset.Of(rows, history);
        data = data.Apply(new LambdaStage(attacks[1], e => e.Id.StartsWith("x-1", StringComparison.Ordinal) ? Outcome.Remove(e, attacks[2], 1, 2, "x-0 " + attacks[0]) : Outcome.Keep(e))).Kept;
        var output = SmallRun.Output(data) with { Recipe = new(attacks[6], []) };
        Assert.False(HtmlTests.IsBroken(Regex.Replace(Page(output), "<script.*?</script>", "", RegexOptions.Singleline)));
        var card = File.ReadAllText(folder.At("out/README.md"));
        Assert.False(HtmlTests.IsBroken(card[card.IndexOf("\n# ", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void The_page_needs_nothing_from_outside_and_names_its_scripts_by_hash()
    {
        var page = Page(SmallRun.Output());
        var scripts = Regex.Matches(page, "<script>(.*?)</script>", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, scripts.Count);
        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; base-uri 'none'; form-action 'none';", policy, StringComparison.Ordinal);
        Assert.Equal(scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'").Order(), Regex.Matches(policy, "'sha256-[^']*'").Select(m => m.Value).Order());
        var rest = Regex.Replace(page, "<script>.*?</script>", "", RegexOptions.Singleline);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", rest.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal));
        Assert.DoesNotMatch("url\\((?!#)|@import|https?://", rest.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_chart_is_there_as_a_picture_and_as_data()
    {
        var page = Page(SmallRun.Output());
        var pictures = Regex.Matches(page, "<div class=\"nk-plot\" data-plot=\"(nk-plot-[0-9]+)\"><figure").Select(m => m.Groups[1].Value).ToList();
        var data = Regex.Matches(page, "<script type=\"application/json\" id=\"(nk-plot-[0-9]+)\">(.*?)</script>").ToList();
        Assert.InRange(pictures.Count, 6, 40);
        Assert.Equal(pictures.Order(), data.Select(d => d.Groups[1].Value).Order());
        Assert.All(data, d =>
        {
            using var json = JsonDocument.Parse(d.Groups[2].Value);
            Assert.NotEqual(0, json.RootElement.GetProperty("data").GetArrayLength());
        });
    }

    [Fact]
    public void Each_part_can_stand_alone_and_a_wrong_name_says_which_there_are()
    {
        var data = Data();
        var report = Report.Of(data);
        Assert.All(report.Sections, s => Assert.Contains(s.Title, s.ToHtml(), StringComparison.Ordinal));
        Assert.DoesNotContain("<script", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("near-duplicate", report["removed"].ToText(), StringComparison.Ordinal);
        Assert.Contains("flow", Assert.Throws<ArgumentException>(() => report["flwo"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_do_next_the_checklist_the_sources_and_changed_options_are_shown()
    {
        var data = Data() with
        {
            NextSteps = [new("a", CheckState.Fail, "Decide 41 contradictions."), new("b", CheckState.Warn, "Add 12 rows to the test.")],
            Checklist = new() { Items = [new("no-leakage", "Splits", "Split is clean", "S4", CheckState.Fail, ["3 rows leak."]), new("style", "Content", "Style matches", "S4", CheckState.NeedsPerson, ["Read t-1."])] },
            Matrix = new() { Sources = [new("tickets", 1, [new(0.9, 5, "90%"), new(0.5, 3, "0.5"), SourceGrade.None, new(20, 1, "20"), SourceGrade.None], ["18 rows were scored."])] },
            Drift = [new("length", Split.Test, 0.31, CheckState.Fail, [])],
            ChangedSettings = [new("near.threshold", "0.8", "0.85")],
        };
        var page = Report.Of(data).ToPage();
        foreach (var text in new[] { "Two things to do next", "Decide 41 contradictions.", "3 rows leak.", "needs-person", "1 failed · 1 for a person to judge", "5/5 (90%)", "18 rows were scored.", "0.310", "<td>near.threshold</td><td>0.8</td><td>0.85</td>" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_element_is_closed_in_its_place()
    {
        var open = new Stack<string>();
        var page = Page(SmallRun.Output());
        foreach (Match tag in Regex.Matches(Regex.Replace(page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)], "<script>.*?</script>", "", RegexOptions.Singleline), "<(/?)([a-z0-9]+)[^>]*?(/?)>"))
            if (tag.Groups[1].Value == "/") Assert.Equal(open.Pop(), tag.Groups[2].Value);
            else if (tag.Groups[3].Value != "/") open.Push(tag.Groups[2].Value);
        Assert.Empty(open);
    }

    [Fact]
    public void The_page_stays_small_however_much_was_removed()
    {
        var text = new string('<', 450);
        var data = Dataset.Of(Enumerable.Range(0, 4_000).Select(i => Build.Chat($"x-{i}", [.. Enumerable.Range(0, 6).Select(t => (t % 2 == 0 ? Role.User : Role.Assistant, (string?)text))]) with { Label = $"label {i}" }));
        var output = SmallRun.Output(data.Apply(new LambdaStage("Rule", e => Outcome.Remove(e, $"reason-{e.Position.Record % 400}"))).Kept);
        var page = Page(output);
        Assert.InRange(page.Length, 1_000_000, 4_000_000);
        Assert.Contains("did not fit on this page", page, StringComparison.Ordinal);
    }

    private static ReportData Data()
    {
        var result = SmallRun.Run();
        return new()
        {
            Recipe = "small recipe",
            Seed = 7,
            Format = "chatml",
            Version = "0.1.0",
            Result = result,
            Numbers = RunNumbers.Of(result),
            Findings = StageFinding.Of(result),
            After = DatasetProfile.Of(result),
            Mask = new(SmallRun.Mask, SmallRun.MaskText, result.History, "Anonymizing"),
        };
    }

    private string Page(RunOutput output) => File.ReadAllText(output.WriteTo(folder.At("out")).ReportPage);
}
