using System.Globalization;

namespace NotebookKit.Sourcing;

/// <summary>Names of sources: the file's name without folder and extension.</summary>
internal static class SourceNames
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gz", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".log",
    };

    /// <summary>A name for each file. Files of one name are numbered in the order of their full paths, so that the order on
    /// the command line does not matter.</summary>
    public static string[] Of(IReadOnlyList<string> files)
    {
        var names = files.Select(Bare).ToArray();
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var group in Enumerable.Range(0, files.Count).GroupBy(i => names[i], StringComparer.Ordinal).ToList())
        {
            var number = 2;
            foreach (var i in group.OrderBy(i => Path.GetFullPath(files[i]), StringComparer.Ordinal).Skip(1))
            {
                string name;
                do name = string.Create(CultureInfo.InvariantCulture, $"{group.Key}-{number++}");
                while (!taken.Add(name));
                names[i] = name;
            }
        }

        return names;
    }

    private static string Bare(string path)
    {
        var name = Path.GetFileName(path);
        while (Path.GetExtension(name) is { Length: > 0 } extension && Extensions.Contains(extension) && extension.Length < name.Length) name = name[..^extension.Length];
        return name;
    }
}
