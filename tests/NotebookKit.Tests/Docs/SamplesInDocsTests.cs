using System.Text.RegularExpressions;
using NotebookKit.Console;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Docs;

/// <summary>Every sample of every page is compiled and run, and shows what it really writes.</summary>
public partial class SamplesInDocsTests
{
    public static TheoryData<string> Pages => [.. Page.All];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_shows_what_its_samples_write_and_what_the_code_says(string name) =>
        Accepted.Is(name, await DocPages.MadeAnew(new(name)));

    [Theory, MemberData(nameof(Pages))]
    public void A_sample_that_is_not_run_says_why(string name)
    {
        foreach (var block in new Page(name).Blocks.Where(b => b.Language == "csharp" && b.Mark.Length > 0 && b.Mark != DocScript.Cells))
            Assert.Matches("^no-run: .{10,}$", block.Mark);
    }

    [Fact]
    public void Commands_that_pages_show_are_understood()
    {
        var shown = 0;
        foreach (var name in Page.All)
            foreach (Match line in Command().Matches(new Page(name).Text))
            {
                var args = Words().Matches(line.Groups[1].Value.Split(" # ")[0]).Select(w => w.Value.Trim('"')).ToArray();
                var parsed = PrepareArguments.Parse(WithoutFilesReadAtOnce(args));
                var (recipe, sourcing) = (FineTuning.Recipe(parsed.Options), parsed.Options.Sourcing);
                foreach (var (key, value) in parsed.Settings) (recipe, sourcing) = recipe.Set(sourcing, key, value);
                shown++;
            }

        Assert.True(shown >= 20, $"only {shown} commands were seen");
    }

    /// <summary>Most files are opened when the run begins; those that are read with the arguments need not exist here either.</summary>
    private static string[] WithoutFilesReadAtOnce(string[] args)
    {
        string[] read = ["--terms", "--allow", "--deny", "--like"];
        Assert.All(read, name => Assert.Contains(new PrepareSyntax().All, o => o.Name == name));
        return [.. args.Where((arg, i) => !read.Contains(arg) && (i == 0 || !read.Contains(args[i - 1])))];
    }

    [GeneratedRegex(@"dotnet run notebooks/scripts/prepare\.cs(?: -- ([^\n`]*))?", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"""[^""]*""|[^\s""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
