using NotebookKit.Kernel.Cells.Directives;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>Ways to go on in lines that are no C#: magics, and the paths of <c>#r</c> and <c>#load</c>.</summary>
internal static class LineCompletions
{
    /// <summary>Entries of a folder that are looked at.</summary>
    private const int Most = 1000;

    /// <summary>The ways; null where the line is C#.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="at">The place.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static Completions? Of(string code, int at, string folder)
    {
        var line = code.LastIndexOf('\n', Math.Max(0, at - 1), at) + 1;
        var text = code[line..at];
        var lead = text.Length - text.TrimStart().Length;
        var written = text[lead..];
        if (written.StartsWith("#!", StringComparison.Ordinal))
            return written.Contains(' ', StringComparison.Ordinal) ? null
                : new(line + lead, at, [.. CellText.Magics.Select(m => "#!" + m).Where(m => m.StartsWith(written, StringComparison.Ordinal)).Select(m => new Completion(m, "magic"))]);
        if (!written.StartsWith('#')) return null;
        var quote = written.IndexOf('"', StringComparison.Ordinal);
        var isLoad = written.StartsWith("#load", StringComparison.Ordinal);
        if (quote < 0 || written.IndexOf('"', quote + 1) >= 0 || !(isLoad || written.StartsWith("#r ", StringComparison.Ordinal))) return null;
        var path = written[(quote + 1)..];
        var slash = path.LastIndexOfAny(['/', '\\']) + 1;
        var start = line + lead + quote + 1 + slash;
        return path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? new(at, at, []) : new(start, at, [.. Paths(folder, path[..slash], path[slash..], isLoad)]);
    }

    private static List<Completion> Paths(string folder, string inside, string begin, bool isLoad)
    {
        string[] wanted = isLoad ? [".csx", ".cs"] : [".dll"];
        try
        {
            return [.. new DirectoryInfo(Path.Combine(folder, inside)).EnumerateFileSystemInfos().Take(Most)
                .Where(e => e.Name.StartsWith(begin, StringComparison.OrdinalIgnoreCase) && !(e.Name[0] == '.' && begin.Length == 0))
                .Where(e => e is DirectoryInfo || wanted.Contains(e.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new Completion(e is DirectoryInfo ? e.Name + "/" : e.Name, "path"))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
