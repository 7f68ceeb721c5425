using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Series;

/// <summary>The notebooks of this repository.</summary>
internal static class SeriesFiles
{
    public static readonly string Repository = FindRepository();

    public static readonly string Folder = Path.Combine(Repository, "notebooks");

    /// <summary>Names in the order in which they are read: those that begin with a number are the series, the others stand beside it.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AllNames().Where(n => char.IsAsciiDigit(n[0]))];

    /// <summary>Names of the notebooks beside the series. They need packages that are not on every source, and say so in their metadata.</summary>
    public static IReadOnlyList<string> Beside { get; } = [.. AllNames().Where(n => !char.IsAsciiDigit(n[0]))];

    public static Notebook Read(string name) => Notebook.Read(Path.Combine(Folder, name));

    private static IEnumerable<string> AllNames() => Directory.EnumerateFiles(Folder, "*.ipynb").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the test folder.");
    }
}
