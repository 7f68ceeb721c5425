using System.Diagnostics;
using NotebookKit.Recipes;
using NotebookKit.Tests.PublicApi;

namespace NotebookKit.Tests.Docs;

/// <summary>The rule that docs/add-a-rule.md adds is real: its change fits the repository, and its code is compiled and tested here.</summary>
public class AddARuleTests
{
    private const string Rule = "lib/NotebookKit/Cleaning/Shouting.cs";
    private const string Test = "tests/NotebookKit.Tests/Cleaning/ShoutingTests.cs";
    private const string Api = "tests/NotebookKit.Tests/Expected/PublicApi/NotebookKit.txt";

    private static readonly string Diff = Page.Doc("add-a-rule.md").BlocksIn("diff").Single();

    private static readonly Dictionary<string, FilePatch> Files = FilePatch.Parse(Diff).ToDictionary(f => f.File);

    [Fact]
    public void A_rule_and_its_tests_are_at_most_three_files() => Assert.Equal([Rule, Test, Api], Files.Keys);

    [Fact]
    public void The_change_fits_the_repository_as_it_is()
    {
        foreach (var file in Files.Values)
        {
            var now = File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n") : null;
            Assert.Equal(!file.IsNew || IsApplied, now is not null);
            // Who follows the page has the rule; then the files must say what the page says.
            if (IsApplied) Assert.Contains(file.IsNew ? file.Apply("") : ApiLines, now!, StringComparison.Ordinal);
            else Assert.Contains("Shouting", file.Apply(now ?? ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Git_takes_the_change_in_a_copy_of_the_files_it_touches()
    {
        Assert.SkipWhen(IsApplied, "the rule of the page is in the repository");
        var folder = Directory.CreateTempSubdirectory("notebookkit-patch");
        try
        {
            foreach (var file in Files.Values.Where(f => !f.IsNew))
            {
                var copy = Path.Combine(folder.FullName, file.File);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.WriteAllText(copy, File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n"));
            }

            File.WriteAllText(Path.Combine(folder.FullName, "rule.diff"), Diff);
            Assert.SkipUnless(Git(folder.FullName, "--version"), "git is not installed");
            Assert.True(Git(folder.FullName, "apply rule.diff"), "git apply refused the change of docs/add-a-rule.md");
            Assert.All(Files.Keys, f => Assert.True(File.Exists(Path.Combine(folder.FullName, f)), f));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_code_of_the_change_is_the_code_that_is_tested_here()
    {
        var tested = File.ReadAllText(Path.Combine(RealData.Repository, "tests/NotebookKit.Tests/Docs/ShoutingExample.cs")).ReplaceLineEndings("\n");
        foreach (var file in new[] { Rule, Test })
        {
            var code = Files[file].Apply("");
            Assert.Contains(code.Split("Cleaning;\n\n", 2)[1], tested, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_lines_of_the_api_are_those_that_a_test_would_ask_for() =>
        Assert.Equal(ApiText.Of(typeof(Shouting)).Replace("NotebookKit.Tests.Docs.", "NotebookKit.Cleaning.", StringComparison.Ordinal), ApiLines);

    [Fact]
    public void The_rule_goes_into_a_recipe_as_it_is_written()
    {
        var ready = FineTuning.Recipe();
        var recipe = new Recipe("mine", ready.Steps.Insert(6, new RecipeStep("shouting", new Shouting())));
        Assert.Equal("shouting", recipe.Steps[6].Key);
        Assert.Equal("0.8", recipe.Set("shouting.maxRatio", "0.8").Settings().Single(s => s.Key == "shouting.maxRatio").Value);
        Assert.Contains("ready.Steps.Insert(6, new RecipeStep(\"shouting\", new Shouting()))", Page.Doc("add-a-rule.md").Text, StringComparison.Ordinal);
    }

    private static bool IsApplied => File.Exists(PathOf(Files[Rule]));

    private static string ApiLines => string.Concat(Files[Api].Hunks.Single().Where(l => l[0] == '+' && l.Length > 1).Select(l => l[1..] + "\n"));

    private static string PathOf(FilePatch file) => Path.Combine(RealData.Repository, file.File);

    private static bool Git(string folder, string arguments)
    {
        try
        {
            // A repository around the temporary folder must not decide what paths mean.
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder) },
            })!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
