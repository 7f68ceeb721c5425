using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Docs;

/// <summary>A page of docs/, so that tests can hold it to the code.</summary>
internal static partial class Page
{
    public static readonly string[] All = [.. Directory.GetFiles(Path.Combine(RealData.Repository, "docs"), "*.md").Order(StringComparer.Ordinal)];

    public static string Text(string name) => File.ReadAllText(Path.Combine(RealData.Repository, "docs", name)).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks of a language.</summary>
    public static IEnumerable<string> Blocks(string markdown, string language) =>
        Fence().Matches(markdown).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    /// <summary>The text below each heading of the third level.</summary>
    public static IEnumerable<(string Heading, string Text)> Sections(string markdown) =>
        Regex.Split(markdown, "^### ", RegexOptions.Multiline).Skip(1).Select(s => s.Split('\n', 2)).Select(s => (s[0].Trim(), s[1].Split("\n## ")[0]));

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
