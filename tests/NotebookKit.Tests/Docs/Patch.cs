namespace NotebookKit.Tests.Docs;

/// <summary>A unified diff, as a page shows it. Line numbers are not looked at: a hunk goes where its lines are, and they must be there once.</summary>
/// <param name="File">Path of the file below the repository.</param>
/// <param name="IsNew">True where the file is made.</param>
/// <param name="Hunks">Lines with their first character, hunk by hunk.</param>
internal sealed record FilePatch(string File, bool IsNew, IReadOnlyList<IReadOnlyList<string>> Hunks)
{
    /// <summary>The files that a diff changes.</summary>
    public static IReadOnlyList<FilePatch> Parse(string diff)
    {
        var files = new List<FilePatch>();
        List<IReadOnlyList<string>>? hunks = null;
        List<string>? lines = null;
        var isNew = false;
        foreach (var line in diff.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal)) isNew = line == "--- /dev/null";
            else if (line.StartsWith("+++ b/", StringComparison.Ordinal)) files.Add(new(line[6..], isNew, hunks = []));
            else if (line.StartsWith("@@ ", StringComparison.Ordinal)) hunks!.Add(lines = []);
            else lines!.Add(line.Length == 0 ? " " : line);
        }

        return files;
    }

    /// <summary>The text after the change.</summary>
    public string Apply(string before)
    {
        foreach (var hunk in Hunks)
        {
            var old = Lines(hunk, '-');
            var now = Lines(hunk, '+');
            if (IsNew) return now;
            var at = ("\n" + before).IndexOf("\n" + old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"a hunk does not fit {File}:\n{old}");
            Assert.True(("\n" + before).IndexOf("\n" + old, at + 1, StringComparison.Ordinal) < 0, $"a hunk fits {File} in two places:\n{old}");
            before = before[..at] + now + before[(at + old.Length)..];
        }

        return before;
    }

    private static string Lines(IReadOnlyList<string> hunk, char kind) =>
        string.Concat(hunk.Where(l => l[0] == ' ' || l[0] == kind).Select(l => l[1..] + "\n"));
}
