namespace NotebookKit.Console;

/// <summary>The small invented files of the repository, found from the script's own place: the current folder does not matter.</summary>
internal static class BundledSamples
{
    private static readonly string[] Kinds = [".jsonl", ".json", ".csv", ".tsv"];

    /// <summary>The sample files in ordinal order of names; none where the folder is not there.</summary>
    public static IReadOnlyList<string> Find(string? from = null)
    {
        // The SDK tells a file-based app where its file lies; a compiled one starts from where it was built.
        from ??= AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "data-samples");
            if (Directory.Exists(samples))
                return [.. Directory.EnumerateFiles(samples).Where(IsSample).Order(StringComparer.Ordinal)];
        }

        return [];
    }

    /// <summary>Each sample has a card beside it; lists of what was planted in them have none.</summary>
    private static bool IsSample(string path) => Kinds.Contains(Path.GetExtension(path)) && File.Exists(Path.ChangeExtension(path, ".md"));
}
