using System.Text.RegularExpressions;
using NotebookKit.Display.Pages;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Pages;
using NotebookKit.Kernel.Tests.Documents;
using NotebookKit.Kernel.Tests.Series;

namespace NotebookKit.Kernel.Tests.Pages;

public class NotebookPagesTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "notebooks");

    private static readonly IReadOnlyList<(string Name, string Html)> Pages = NotebookPages.Build([AllKinds.First(Folder), AllKinds.Second(Folder)], Path.Combine(Path.GetTempPath(), "pages"));

    private static string First => Pages[0].Html;

    /// <summary>What a reader sees of the first page. <c>NOTEBOOKKIT_ACCEPT=1</c> writes the file anew.</summary>
    [Fact]
    public void The_body_of_a_page_is_as_it_was()
    {
        var body = First[First.IndexOf("<body", StringComparison.Ordinal)..First.IndexOf("<script", StringComparison.Ordinal)].Replace("><", ">\n<", StringComparison.Ordinal);
        var file = Path.Combine(SeriesFiles.Repository, "tests", "NotebookKit.Kernel.Tests", "Expected", "all-kinds.html");
        if (Environment.GetEnvironmentVariable("NOTEBOOKKIT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, body);
        }

        Assert.Equal(File.ReadAllText(file), body);
    }

    [Fact]
    public void Each_notebook_has_a_page_and_all_are_listed()
    {
        Assert.Equal(["all-kinds.html", "second.html", "index.html"], Pages.Select(p => p.Name));
        Assert.Contains("<li><a href=\"all-kinds.html\">Every kind of output</a><p>A lead with code, a link to the second, another file, the web and a place.</p></li>", Pages[2].Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"second.html\">The second &amp; last</a>", Pages[2].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_pages_of_the_set_to_files_as_seen_from_the_page_and_to_the_web()
    {
        Assert.Contains("<a href=\"second.html#there\">", First, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../docs/hosts.md\">", First, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/\">", First, StringComparison.Ordinal);
        Assert.Contains("<a href=\"second.html\">The second &amp; last →</a>", First, StringComparison.Ordinal);
        Assert.Contains("<a href=\"all-kinds.html\">← Every kind of output</a>", Pages[1].Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), string.Concat(Pages.Select(p => p.Html)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_policy_names_each_script_of_the_page_and_no_other()
    {
        var policy = Regex.Match(First, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal([PageScript.Plotly.Hash, PageScript.Plots.Hash, PageScript.Tables.Hash], Regex.Matches(policy, "'(sha256-[^']+)'").Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("unsafe-inline' script", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", Pages[1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plotly_is_there_once_and_only_where_a_plot_is()
    {
        Assert.Equal(2, First.Split(PageScript.Plotly.Code[..200]).Length);
        Assert.InRange(First.Length, 1_400_000, 1_700_000);
        Assert.InRange(Pages[1].Html.Length, 5_000, 40_000);
    }

    [Fact]
    public void Data_of_a_plot_cannot_end_its_element() => Assert.Equal(2, Regex.Count(First, "<script type=\"application/json\" id=\"nk-plot-\\d\">[^<]*</script>"));

    [Fact]
    public void The_same_notebooks_give_the_same_bytes() =>
        Assert.Equal(Pages, NotebookPages.Build([AllKinds.First(Folder), AllKinds.Second(Folder)], Path.Combine(Path.GetTempPath(), "pages")));

    [Fact]
    public void Two_notebooks_of_one_name_have_two_pages()
    {
        Notebook Named(string folder) => Sample.Parse(Sample.JsonOf("# T"), Path.Combine(Folder, folder, "index.ipynb"));
        Assert.Equal(["index-2.html", "index-3.html", "index.html"], NotebookPages.Build([Named("a"), Named("b")], Folder).Select(p => p.Name));
    }

    [Fact]
    public void Headings_of_the_same_words_have_anchors_of_their_own()
    {
        var page = NotebookPages.Build([Sample.Of("# Title\n\n## Try it\n\n## Try it", "# Other\n\n### Try it!\n\n## 数字 & more")], Folder)[0].Html;
        Assert.Equal(["title", "try-it", "try-it-1", "other", "try-it-2", "数字--more"], Regex.Matches(page, "<h\\d id=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("<li><a href=\"#try-it-1\">Try it</a><ul><li><a href=\"#try-it-2\">Try it!</a></li></ul></li>", page, StringComparison.Ordinal);
    }
}
