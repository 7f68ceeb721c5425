namespace NotebookKit.Tests.Support;

/// <summary>Finds the public data sets: folder NOTEBOOKKIT_DATA, else a sibling folder shared/data of the checkout. Absent: the test skips
/// with one line. Present: a missing set is a failure, never a skip.</summary>
internal static class RealData
{
    public static readonly string Repository = FindRepository();

    private static readonly string? Root =
        Environment.GetEnvironmentVariable("NOTEBOOKKIT_DATA") is { Length: > 0 } named ? named
        : Directory.Exists(Path.Combine(Repository, "..", "shared", "data")) ? Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data"))
        : null;

    /// <summary>Path of a file or folder below the data folder; skips the test where there is no data folder at all.</summary>
    public static string At(string relative)
    {
        Assert.SkipWhen(Root is null, "public data sets are absent (set NOTEBOOKKIT_DATA to their folder)");
        var path = Path.Combine(Root!, relative);
        Assert.True(File.Exists(path) || Directory.Exists(path), $"{path} is missing from the data folder");
        return path;
    }

    /// <summary>Path of a bundled sample.</summary>
    public static string Sample(string name) => Path.Combine(Repository, "data-samples", name);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the test folder.");
    }
}
