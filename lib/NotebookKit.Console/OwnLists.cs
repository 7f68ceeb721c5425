using System.CommandLine;
using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Console;

/// <summary>Reads the lists of a run's owner: what is never masked, and what always is.</summary>
internal static class OwnLists
{
    /// <summary>The lines of a file that are not blank.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static IEnumerable<string> Lines(Option option, string path) => Numbered(option, path).Select(l => l.Text);

    /// <summary>The lines of a deny list: values, or a type, a tab and a value.</summary>
    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="allowed">What is never masked: the same value cannot be in both.</param>
    /// <exception cref="UsageException">The file cannot be read, or a line of it cannot be used; the message never holds the line.</exception>
    public static IReadOnlyList<string> Denied(Option option, string path, IEnumerable<string> allowed)
    {
        var never = allowed.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = new List<string>();
        foreach (var (text, line) in Numbered(option, path))
        {
            var problem = DeniedValues.Problem(text)
                ?? (never.Contains(DeniedValues.Value(text)) ? "the same value is in the list of what is never masked (--allow, --terms): take it out of one of them." : null);
            if (problem is not null) throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: '{path}', line {line}: {problem}"));
            lines.Add(text);
        }

        return lines;
    }

    private static List<(string Text, int Line)> Numbered(Option option, string path)
    {
        try
        {
            return [.. File.ReadLines(path).Select((l, i) => (l.Trim(), i + 1)).Where(l => l.Item1.Length > 0)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option.Name}: '{path}' {PrepareArguments.Why(path)}.", error);
        }
    }
}
