using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Series;

/// <summary>What every notebook of the series keeps to, so that a reader always finds the same things in the same places.</summary>
public partial class SeriesTests
{
    private static readonly string[] Expected =
    [
        "00-start-here.ipynb", "01-sourcing.ipynb", "02-anonymizing.ipynb", "03-cleaning.ipynb", "04-deduplicating.ipynb", "05-scoring.ipynb", "06-outliers.ipynb",
        "07-splitting.ipynb", "08-balancing.ipynb", "09-formatting-and-checking.ipynb", "10-whole-recipe.ipynb", "11-your-own-data.ipynb",
    ];

    public static TheoryData<string> All => [.. SeriesFiles.Names];

    public static TheoryData<string> Beside => [.. SeriesFiles.Beside];

    public static TheoryData<string> Both => [.. SeriesFiles.Names, .. SeriesFiles.Beside];

    [Fact]
    public void The_series_goes_from_the_whole_to_your_own_data() => Assert.Equal(Expected, SeriesFiles.Names);

    [Theory, MemberData(nameof(All))]
    public void Cells_are_few_and_short(string name)
    {
        var notebook = SeriesFiles.Read(name);
        Assert.InRange(notebook.Cells.Count, 20, 50);
        Assert.InRange(notebook.CodeCells.Count(), 14, 25);
        Assert.All(notebook.CodeCells, c => Assert.True(c.Source.Split('\n').Length <= 15, $"{name}, {c.Id} is longer than 15 lines"));
        Assert.InRange(notebook.Cells.Where(c => c.Kind == CellKind.Markdown).Sum(c => Words().Count(c.Source)), 350, 1_200);
    }

    [Theory, MemberData(nameof(All))]
    public void It_begins_with_its_question_and_its_neighbours(string name)
    {
        var first = SeriesFiles.Read(name).Cells[0].Source;
        Assert.StartsWith("# " + name[..2], first, StringComparison.Ordinal);
        var at = Array.IndexOf(Expected, name);
        if (at > 0) Assert.Contains($"]({Expected[at - 1]})", first, StringComparison.Ordinal);
        if (at < Expected.Length - 1) Assert.Contains($"]({Expected[at + 1]})", first, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public void It_shows_a_plot_holds_its_claims_and_sets_two_exercises(string name)
    {
        var cells = SeriesFiles.Read(name).CodeCells.ToList();
        Assert.Contains(cells, c => c.Source.Contains("Chart.", StringComparison.Ordinal));
        Assert.True(cells.Count(c => c.Source.Contains("Check.", StringComparison.Ordinal)) >= 3, $"{name} holds fewer than three claims");
        Assert.Equal(2, cells.Count(c => c.Tags.Contains("answer")));
        Assert.Equal(2, SeriesFiles.Read(name).Cells.Sum(c => c.Kind == CellKind.Markdown ? Exercises().Count(c.Source) : 0));
    }

    [Theory, MemberData(nameof(Both))]
    public void Links_lead_to_files_that_are_there(string name)
    {
        foreach (var cell in SeriesFiles.Read(name).Cells.Where(c => c.Kind == CellKind.Markdown))
            foreach (Match link in Links().Matches(cell.Source))
                Assert.True(link.Groups[1].Value.StartsWith("http", StringComparison.Ordinal) || Path.Exists(Path.Combine(SeriesFiles.Folder, link.Groups[1].Value)), $"{name} links to {link.Groups[1].Value}");
    }

    /// <summary>The older hosts know C# 13 and neither our magics nor a function named display.</summary>
    [Theory, MemberData(nameof(Both))]
    public void Cells_use_what_every_host_knows(string name)
    {
        foreach (var cell in SeriesFiles.Read(name).CodeCells)
        {
            Assert.DoesNotMatch(@"(?m)^#!", cell.Source);
            Assert.DoesNotMatch(@"(?<![\w.])display\(", cell.Source);
            var text = Directive().Replace(cell.Source, "");
            var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp13, kind: Microsoft.CodeAnalysis.SourceCodeKind.Script), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public void Outputs_are_stored_and_small(string name)
    {
        var notebook = SeriesFiles.Read(name);
        Assert.Empty(Kernel.Running.OutputForm.Breaches(notebook));
        Assert.True(notebook.CodeCells.Count(c => c.Outputs.Count > 0) >= notebook.CodeCells.Count() * 2 / 3, $"{name} shows little");
        Assert.True(new FileInfo(Path.Combine(SeriesFiles.Folder, name)).Length < 150_000, $"{name} is a heavy file");
    }

    [Theory, MemberData(nameof(Beside))]
    public void Beside_the_series_stands_what_needs_packages_and_names_them(string name)
    {
        Assert.StartsWith("ref-", name, StringComparison.Ordinal);
        var notebook = SeriesFiles.Read(name);
        var asked = notebook.CodeCells.SelectMany(c => Packages().Matches(c.Source)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(asked);
        Assert.Equal(asked, notebook.Needs);
        Assert.InRange(notebook.CodeCells.Count(), 15, 25);
        Assert.All(notebook.CodeCells, c => Assert.True(c.Source.Split('\n').Length <= 15, $"{name}, {c.Id} is longer than 15 lines"));
        Assert.True(notebook.CodeCells.Count(c => c.Source.Contains("Check.", StringComparison.Ordinal)) >= 3, $"{name} holds fewer than three claims");
    }

    [GeneratedRegex("(?m)^#r \"nuget: ([^\"]+)\"")]
    private static partial Regex Packages();

    [GeneratedRegex(@"[\p{L}\p{N}][\w'’-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\*\*Exercise \d")]
    private static partial Regex Exercises();

    [GeneratedRegex(@"\]\(([^)#]+)[^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex("(?m)^#r .*$")]
    private static partial Regex Directive();
}
