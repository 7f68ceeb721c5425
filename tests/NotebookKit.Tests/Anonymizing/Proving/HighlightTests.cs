using NotebookKit.Anonymizing;
using NotebookKit.Display;

namespace NotebookKit.Tests.Anonymizing;

public class HighlightTests
{
    private const string Text = "Write to jo@example.com <b> or kim@example.org from 10.0.0.7.";

    [Fact]
    public void What_is_shown_is_masked_and_its_placeholders_are_marked()
    {
        var shown = new Anonymizer().For().Show(Text);
        Assert.Equal("Write to [EMAIL] <b> or [EMAIL] from [IP].", shown.ToText());
        Assert.Equal(["EMAIL_ADDRESS", "EMAIL_ADDRESS", "IP_ADDRESS"], shown.Spans.Select(s => s.Type));
        var html = shown.ToHtml();
        // The legend says which type a look stands for: both marks have that of their own type, and the types differ.
        Assert.Equal(Look(html, "EMAIL_ADDRESS 2</span>"), Look(html, "[EMAIL]</mark>"));
        Assert.Equal(Look(html, "IP_ADDRESS 1</span>"), Look(html, "[IP]</mark>"));
        Assert.NotEqual(Look(html, "[EMAIL]</mark>"), Look(html, "[IP]</mark>"));
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Pseudonyms_are_marked_by_their_type()
    {
        var shown = new Anonymizer { Operator = Operator.Pseudonym }.For().Show(Text);
        Assert.Equal(["EMAIL_ADDRESS", "EMAIL_ADDRESS", "IP_ADDRESS"], shown.Spans.Select(s => s.Type));
    }

    [Fact]
    public void Brackets_that_the_text_had_are_no_placeholders_of_a_type() => Assert.Equal(["TODO"], new Anonymizer().For().Show("[TODO] [ ] [x] a[0] [").Spans.Select(s => s.Type));

    [Fact]
    public void Raw_text_is_shown_on_request_only_and_marked_as_raw()
    {
        var raw = new Anonymizer().For().ShowRaw(Text);
        Assert.True(raw.IsRaw);
        Assert.Contains(RawView.Mark, raw.ToMimeBundle().Keys);
        Assert.Contains("Write to ⟦jo@example.com|EMAIL_ADDRESS⟧ <b> or", raw.ToText(), StringComparison.Ordinal);
        Assert.Contains("not masked", raw.ToText(), StringComparison.Ordinal);
        Assert.Contains("jo@example.com<small", raw.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_looks_the_same_everywhere_and_a_text_without_finds_is_just_the_text()
    {
        var (one, two) = (new Anonymizer().For().Show("a@example.com").ToHtml(), new Anonymizer().For().Show("me: b@example.com!").ToHtml());
        Assert.Equal(Look(one, "[EMAIL]</mark>"), Look(two, "[EMAIL]</mark>"));
        Assert.Equal("Nothing here.", new Anonymizer().For().Show("Nothing here.").ToText());
        Assert.DoesNotContain("<mark", new Anonymizer().For().Show("Nothing here.").ToHtml(), StringComparison.Ordinal);
    }

    /// <summary>The style of the element whose text this is.</summary>
    private static string Look(string html, string text)
    {
        var end = html.IndexOf("\">" + text, StringComparison.Ordinal);
        Assert.True(end > 0, html);
        return html[(html.LastIndexOf("style=\"", end, StringComparison.Ordinal) + 7)..end];
    }
}
