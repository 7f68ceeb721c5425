namespace NotebookKit.Privacy;

/// <summary>Finds the public data sets: folder NOTEBOOKKIT_DATA, else a sibling folder shared/data of the checkout.</summary>
internal static class DataFolder
{
    private static readonly string Repository = FindRepository();

    public static string At(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("NOTEBOOKKIT_DATA") is { Length: > 0 } named ? named : Path.Combine(Repository, "..", "shared", "data");
        return Path.GetFullPath(Path.Combine([root, .. parts]));
    }

    /// <summary>The bundled samples.</summary>
    public static string Samples => Path.Combine(Repository, "data-samples");

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the program.");
    }
}
