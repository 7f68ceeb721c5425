using NotebookKit.Console;

namespace NotebookKit.Kernel.Running;

/// <summary>Finds the notebooks that arguments mean.</summary>
internal static class NotebookFiles
{
    private const string Extension = ".ipynb";

    /// <summary>Files as they are given; of folders all notebooks in them, by path in ordinal order; without any the folder <c>notebooks</c>.</summary>
    /// <exception cref="UsageException">There is none, or one cannot be found.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        var files = (paths.Count > 0 ? paths : [Default()]).SelectMany(Of).ToList();
        return [.. files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(string path)
    {
        if (File.Exists(path))
            return Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase) ? [path] : throw new UsageException($"'{path}' is no notebook: its name must end in {Extension}.");
        if (!Directory.Exists(path)) throw new UsageException($"There is no file or folder '{path}'.");
        var found = Directory.EnumerateFiles(path, "*" + Extension, SearchOption.AllDirectories).Where(f => !IsHidden(Path.GetRelativePath(path, f))).Order(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new UsageException($"There is no notebook in '{path}'.");
    }

    /// <summary>Editors keep copies in folders that begin with a dot.</summary>
    private static bool IsHidden(string relative) => relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(p => p.StartsWith('.'));

    /// <summary>The folder <c>notebooks</c> here, else the one that the script lies in.</summary>
    private static string Default()
    {
        if (Directory.Exists("notebooks")) return "notebooks";
        for (var folder = new DirectoryInfo(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (folder.Name == "notebooks") return Path.GetRelativePath(Environment.CurrentDirectory, folder.FullName);
        throw new UsageException("There is no folder 'notebooks' here: give files or folders.");
    }
}
