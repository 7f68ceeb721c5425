using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class HtmlTests
{
    /// <summary>From OWASP's filter evasion cheat sheet, and what else breaks pages.</summary>
    public static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "<IMG SRC=\"javascript:alert('XSS');\">", "<IMG SRC=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "'-alert(1)-'",
        "<a onmouseover=\"alert(document.cookie)\">x</a>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<<SCRIPT>alert(\"XSS\");//<</SCRIPT>", "<iframe src=javascript:alert(1)>", "`onmouseover=alert(1)", "&lt;script&gt;", "<svg><animate onbegin=alert(1)>", "]]><script>alert(1)</script>",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "{{7*7}}", "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
    ];

    /// <summary>True where the markup has an element, an attribute or a comment that the kit does not write.</summary>
    public static bool IsBroken(string html) => new[] { "<script", "<img", "<iframe", "<a on", "<svg/", "<svg>", "<animate", "<math", "<!--", "<scr", "onerror=alert(1)>", "]]>" }
        .Any(a => html.Contains(a, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Attacks_are_text_in_every_renderer()
    {
        var table = new Table { Caption = Attacks[0], Columns = [.. Attacks.Select(a => new Column(a))], Rows = [Attacks] };
        foreach (var html in Attacks.Select(a => Html.Text(a).ToString()).Append(table.ToHtml())) Assert.False(IsBroken(html), html);
    }

    [Fact]
    public void The_five_special_characters_and_the_backtick_are_encoded() =>
        Assert.Equal("&amp;&lt;&gt;&quot;&#39;&#96;é漢😀", Html.Text("&<>\"'`é漢😀").ToString());

    [Fact]
    public void Hidden_characters_become_visible_marks()
    {
        Assert.Equal("a⟨U+202E⟩b⟨U+200B⟩c⟨U+FEFF⟩␀␛[31m␡⟨U+0085⟩⟨U+2028⟩⟨U+E000⟩\n\t", Html.Text("a\u202Eb\u200Bc\uFEFF\0\u001b[31m\u007f\u0085\u2028\uE000\n\t").ToString());
        Assert.Equal("⟨U+DC00⟩a⟨U+D800⟩", Html.Text("\uDC00a\uD800").ToString());
    }

    [Fact]
    public void Text_without_hidden_characters_is_not_copied()
    {
        const string text = "Joined emoji 👩‍👩‍👧 and می‌خواهم stay as they are.";
        Assert.Same(text, Visible.Text(text));
    }

    [Fact]
    public void Cutting_never_halves_a_character()
    {
        Assert.Equal("ab … (+3 characters)", Visible.Cut("ab😀c", 3));
        Assert.Equal("ab😀c", Visible.Cut("ab😀c", 5));
    }
}
