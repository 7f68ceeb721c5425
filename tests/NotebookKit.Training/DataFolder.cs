namespace NotebookKit.Training;

/// <summary>Finds the public data sets: folder NOTEBOOKKIT_DATA, else a sibling folder shared/data of the checkout.</summary>
internal static class DataFolder
{
    private static readonly string Repository = FindRepository();

    public static string At(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("NOTEBOOKKIT_DATA") is { Length: > 0 } named ? named : Path.Combine(Repository, "..", "shared", "data");
        return Path.GetFullPath(Path.Combine([root, .. parts]));
    }

    public static string Resource(string name) => Path.Combine(Repository, "lib", "NotebookKit", "Anonymizing", "Data", name);

    /// <summary>The table of the built-in embedder.</summary>
    public static string EmbedderResource => Path.Combine(Repository, "lib", "NotebookKit", "Embeddings", "Data", "embedder.bin");

    /// <summary>A list of the project's own, beside these programs.</summary>
    public static string List(string name) => Path.Combine(Repository, "tests", "NotebookKit.Training", "Lists", name);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the program.");
    }
}
