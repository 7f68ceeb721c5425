using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Pages;

namespace NotebookKit.Browser.Tests;

/// <summary>The pages of the repository's notebooks, with the outputs that are stored in them; made once.</summary>
internal static class SeriesPages
{
    private static readonly Lazy<IReadOnlyList<(string Name, string Html)>> Built = new(() =>
    {
        var folder = Path.Combine(SampleReport.Repository, "notebooks");
        return NotebookPages.Build([.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Notebook.Read)], folder);
    });

    /// <summary>The notebooks' pages, then the page that lists them.</summary>
    public static IReadOnlyList<(string Name, string Html)> All => Built.Value;

    /// <summary>One page by its name.</summary>
    public static string Of(string name) => All.Single(p => p.Name == name).Html;
}
