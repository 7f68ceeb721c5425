using System.Net;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Pages;

namespace NotebookKit.Kernel.Tests.Pages;

public class CSharpMarkupTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"nb-k\">var</span> x = <span class=\"nb-n\">1</span>;")]
    [InlineData("// a < b", "<span class=\"nb-c\">// a &lt; b</span>")]
    [InlineData("#r \"x.dll\"\n1", "<span class=\"nb-d\">#r &quot;x.dll&quot;\n</span><span class=\"nb-n\">1</span>")]
    [InlineData("list.Add(new Row(\"a\"))", "list.<span class=\"nb-f\">Add</span>(<span class=\"nb-k\">new</span> <span class=\"nb-t\">Row</span>(<span class=\"nb-s\">&quot;a&quot;</span>))")]
    [InlineData("await x", "<span class=\"nb-k\">await</span> x")]
    public void Words_are_marked_by_what_they_are(string code, string markup) => Assert.Equal(markup, CSharpMarkup.Of(code));

    [Fact]
    public void Code_inside_an_interpolated_string_is_code() =>
        Assert.Equal("<span class=\"nb-s\">$&quot;</span><span class=\"nb-s\">a </span>{<span class=\"nb-n\">1</span>}<span class=\"nb-s\">&quot;</span>", CSharpMarkup.Of("$\"a {1}\""));

    [Theory]
    [InlineData("if (x { \"open\nfoo(")]
    [InlineData("#!time\nvar x = 1;\n#!sql\nselect * from t")]
    [InlineData("/* never ends")]
    [InlineData("\"\"\"\n raw <b> \n\"\"\" + @\"a\"\"b\" + 'c' + $$\"\"\"{{1}}\"\"\"")]
    [InlineData("")]
    public void No_character_is_lost_whatever_is_wrong(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Regex.Replace(CSharpMarkup.Of(code), "</?span[^>]*>", "")));
}
