using System.Text.RegularExpressions;

namespace NotebookKit.Tests;

/// <summary>The house keeps its shape: arrows point one way, files stay short, nothing reads a clock or a culture.</summary>
public class ArchitectureTests
{
    private static readonly string Library = Path.Combine(RealData.Repository, "lib", "NotebookKit");

    private static readonly string[] StageFolders =
        ["Sourcing", "Anonymizing", "Cleaning", "Deduplicating", "Scoring", "Outliers", "Splitting", "Balancing", "Formatting", "Reviewing", "Labels"];

    private static readonly string[] TopLevel =
        ["notebooks", "lib", "tests", "data-samples", "docs", "README.md", "NotebookKit.sln", "LICENSE", "global.json", "Directory.Build.props", "Directory.Packages.props"];

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(RealData.Repository, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void Stage_folders_never_reference_each_other()
    {
        foreach (var folder in StageFolders)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Library, folder), "*.cs", SearchOption.AllDirectories))
                foreach (var other in StageFolders.Where(o => o != folder))
                    Assert.False(Regex.IsMatch(File.ReadAllText(file), $@"\bNotebookKit\.{other}\b"), $"{file} uses {other}");
    }

    [Fact]
    public void The_core_and_the_text_tools_know_no_stage_folder()
    {
        var core = Directory.EnumerateFiles(Library, "*.cs").Concat(Directory.EnumerateFiles(Path.Combine(Library, "Text"), "*.cs"));
        foreach (var file in core)
            Assert.False(Regex.IsMatch(File.ReadAllText(file), $@"\bNotebookKit\.({string.Join('|', StageFolders)}|Display|Recipes|Writing)\b"), file);
    }

    [Fact]
    public void No_decision_reads_a_clock_a_random_number_or_a_process_dependent_hash()
    {
        foreach (var file in Files("lib/NotebookKit"))
            foreach (Match match in Regex.Matches(File.ReadAllText(file), @"(?<!<c>)DateTime(Offset)?\.(Utc)?Now|new Random\(|Random\.Shared|HashCode\.Combine|CurrentCulture|(?<!string)\.Normalize\(|Guid\.NewGuid"))
                Assert.Fail($"{file} uses {match.Value}");
    }

    [Fact]
    public void The_library_stands_on_two_packages()
    {
        var references = Regex.Matches(File.ReadAllText(Path.Combine(Library, "NotebookKit.csproj")), "PackageReference Include=\"([^\"]+)\"").Select(m => m.Groups[1].Value);
        Assert.Equal(["Microsoft.Extensions.AI.Abstractions", "System.Numerics.Tensors"], references);
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Library, "NotebookKit.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_library_is_read_in_one_sitting()
    {
        var long_ = Files("lib").Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 250).Select(f => $"{f.File}: {f.Lines}");
        Assert.Empty(long_);
    }

    [Fact]
    public void The_top_level_is_fixed()
    {
        var extra = Directory.EnumerateFileSystemEntries(RealData.Repository).Select(p => Path.GetFileName(p)!)
            .Where(n => n[0] != '.' && n != "out" && !n.StartsWith("out-", StringComparison.Ordinal) && !TopLevel.Contains(n));
        Assert.Empty(extra);
    }
}
