using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Series;

/// <summary>The notebooks of this repository.</summary>
internal static class SeriesFiles
{
    public static readonly string Repository = FindRepository();

    public static readonly string Folder = Path.Combine(Repository, "notebooks");

    /// <summary>Names in the order in which they are read.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.ipynb").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static Notebook Read(string name) => Notebook.Read(Path.Combine(Folder, name));

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the test folder.");
    }
}
