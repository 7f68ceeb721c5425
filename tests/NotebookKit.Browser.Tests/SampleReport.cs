using NotebookKit.Display;
using NotebookKit.Recipes;

namespace NotebookKit.Browser.Tests;

/// <summary>Report pages of real runs, each made once.</summary>
internal static class SampleReport
{
    private static readonly Lazy<string> Bundled = new(() => Run(Directory.GetFiles(Samples).Where(f => File.Exists(Path.ChangeExtension(f, ".md")) && !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));

    private static readonly Lazy<string> Attacked = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("nbk-browser").FullName;
        var file = Path.Combine(folder, "attacks.jsonl");
        File.WriteAllLines(file, Attacks.Rows());
        return Run([file]);
    });

    public static string Repository { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The report of the bundled samples.</summary>
    public static string Page => Bundled.Value;

    /// <summary>The report of rows that are attacks in every field.</summary>
    public static string AttackedPage => Attacked.Value;

    private static string Samples => Path.Combine(Repository, "data-samples");

    private static string Run(IEnumerable<string> inputs)
    {
        var folder = Directory.CreateTempSubdirectory("nbk-browser").FullName;
        var summary = FineTuning.Prepare(inputs).WriteTo(Path.Combine(folder, "out"));
        return File.ReadAllText(summary.ReportPage);
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "NotebookKit.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
