using System.Text.RegularExpressions;
using NotebookKit.Display;
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
        foreach (var id in new[] { "findings", "stages", "reasons", "distributions", "splits", "removed", "inputs", "recipe" })
            Assert.Contains($"<section id=\"{id}\">", page, StringComparison.Ordinal);
        Assert.Contains("read 20 + created 0 = rejected 2 + removed 6 + train 10 + validation 1 + test 1", page, StringComparison.Ordinal);
        Assert.Contains("missing-field", page, StringComparison.Ordinal);
        Assert.Contains("The text is withheld.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_row_stands_beside_what_was_kept_instead()
    {
        var page = Page(SmallRun.Output());
        var pair = Regex.Match(page, "<div class=\"pair\">.*?Same question, asked again by someone.*?kept instead.*?k-3 · train.*?Question number 3").Value;
        Assert.Contains("measured 0.9125 · limit 0.8", pair, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_instead_but_left_later_says_so()
    {
        var gone = SmallRun.Run().Keep("Later", "too-odd", e => e.Id != "k-3").Kept;
        Assert.Contains("k-3 · removed later by Later: too-odd", Page(SmallRun.Output(gone)), StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_of_rows_that_left_before_masking_is_masked()
    {
        var page = Page(SmallRun.Output());
        Assert.DoesNotContain(SmallRun.Mail, page, StringComparison.Ordinal);
        Assert.Contains("Where is my parcel? Write to [EMAIL].", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
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
    public void Attacks_from_data_are_text_wherever_they_stand()
    {
        var attacks = HtmlTests.Attacks;
        var rows = attacks.Select((a, i) => Build.Chat($"x-{i} {a}", (Role.System, a), (Role.User, a), (Role.Assistant, a)) with { Label = a, Source = a, Flags = [new(a, a)] });
        var history = History.OfInputs([new(attacks[0], 1, 1, 0, 1, 0) { Format = attacks[1], Findings = [new(Severity.Failure, attacks[2], attacks[3])] }], [new(attacks[4], 1, attacks[5], attacks[6], attacks[7])]);
        var data = Dataset.Of(rows, history);
        data = data.Apply(new LambdaStage(attacks[1], e => e.Id.StartsWith("x-1", StringComparison.Ordinal) ? Outcome.Remove(e, attacks[2], 1, 2, "x-0 " + attacks[0]) : Outcome.Keep(e))).Kept;
        var output = SmallRun.Output(data) with { Recipe = new(attacks[6], []) };
        Assert.False(HtmlTests.IsBroken(Page(output)));
        var card = File.ReadAllText(folder.At("out/README.md"));
        Assert.False(HtmlTests.IsBroken(card[card.IndexOf("\n# ", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void The_page_needs_nothing_from_outside()
    {
        var page = Page(SmallRun.Output());
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", page.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal));
        Assert.DoesNotMatch("url\\(|@import|https?://", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_element_is_closed_in_its_place()
    {
        var open = new Stack<string>();
        var page = Page(SmallRun.Output());
        foreach (Match tag in Regex.Matches(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)], "<(/?)([a-z0-9]+)[^>]*?(/?)>"))
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

    [Fact]
    public void The_stable_parts_of_a_small_page_are_as_they_were()
    {
        var body = Page(SmallRun.Output());
        var parts = Regex.Match(body, "<section id=\"findings\">.*?</section>").Value + "\n" + Regex.Match(body, "<section id=\"removed\">.*</section>").Value + "\n";
        var golden = Path.Combine(RealData.Repository, "tests", "NotebookKit.Tests", "Display", "report-parts.golden.html");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(golden, parts.Replace("><", ">\n<", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(golden), parts.Replace("><", ">\n<", StringComparison.Ordinal));
    }

    private string Page(RunOutput output) => File.ReadAllText(output.WriteTo(folder.At("out")).ReportPage);
}
