using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Docs;

public class StagePageTests
{
    public static TheoryData<string> Keys => [.. StagePage.Keys];

    [Fact]
    public void Every_step_has_a_page_and_every_page_a_step() =>
        Assert.Equal(StagePage.Keys.Order(StringComparer.Ordinal), Page.All.Where(p => p.StartsWith("docs/stages/", StringComparison.Ordinal))
            .Select(p => Path.GetFileNameWithoutExtension(p)).Where(n => n != "README").Order(StringComparer.Ordinal));

    [Fact]
    public void The_index_lists_the_pages_in_the_order_of_the_recipe()
    {
        var listed = Regex.Matches(Page.Doc("stages/README.md").Text, @"^\| \[`([a-z-]+)`\]\(\1\.md\) \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        Assert.Equal(StagePage.Keys, listed);
    }

    [Theory, MemberData(nameof(Keys))]
    public void All_pages_have_the_same_headings_in_the_same_order(string key)
    {
        var page = Page.Doc($"stages/{key}.md");
        Assert.StartsWith($"# {key}\n", page.Text, StringComparison.Ordinal);
        Assert.Equal(StagePage.Headings, Page.Sections(page.Text, 2).Select(s => s.Heading));
        // A page is read in one sitting; those with many reasons show each of them.
        Assert.InRange(page.Text.Split('\n').Length, 60, StagePage.ReasonsOf(key).Count < 10 ? 155 : 170);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Use_shows_a_cell_and_a_command_line(string key)
    {
        var blocks = Page.BlocksOf(Section(key, "Use"));
        Assert.InRange(Assert.Single(blocks, b => b.Language == "csharp").Text.TrimEnd('\n').Split('\n').Length, 3, 12);
        Assert.Contains("dotnet run notebooks/scripts/prepare.cs -- ", Assert.Single(blocks, b => b.Language == "sh").Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_reason_is_named_and_shown_at_work(string key)
    {
        var section = Section(key, "What it removes");
        var reasons = StagePage.ReasonsOf(key).Select(r => r.Code).ToList();
        Assert.Equal(reasons, Regex.Matches(section, "^\\| `([a-z0-9_-]+)` \\|", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
        var shown = string.Concat(Page.BlocksOf(section).Where(b => b.Language == "text").Select(b => b.Text));
        Assert.All(reasons, reason => Assert.Matches($@"(?<![\w-]){Regex.Escape(reason)}(?![\w-])", shown));
        if (reasons.Count == 0) Assert.Contains("Nothing", section, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Tuning_shows_figures_of_the_bundled_samples(string key) =>
        Assert.Contains(Page.BlocksOf(Section(key, "Tuning")), b => b is { Language: "csharp", Output.Text: var text } && text.Any(char.IsAsciiDigit));

    private static string Section(string key, string heading) =>
        Page.Sections(Page.Doc($"stages/{key}.md").Text, 2).Single(s => s.Heading == heading).Text;
}
