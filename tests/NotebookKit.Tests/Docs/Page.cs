using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The word behind the fence: <c>csharp</c>, <c>text</c> …; empty for none.</param>
/// <param name="Mark">What stands behind that word.</param>
/// <param name="Text">The lines inside, each with its line feed.</param>
/// <param name="Line">Number of the first line inside, from 1.</param>
/// <param name="At">Where the text begins in the page.</param>
internal sealed record Block(string Language, string Mark, string Text, int Line, int At)
{
    /// <summary>The block of output right below, where there is one.</summary>
    public Block? Output { get; init; }
}

/// <summary>A page of documentation, so that tests can hold it to the code.</summary>
/// <param name="Name">Path below the repository, with forward slashes.</param>
internal sealed partial record Page(string Name)
{
    /// <summary>Every page: README.md and all of docs/, in ordinal order.</summary>
    public static readonly string[] All =
    [
        .. Directory.GetFiles(Path.Combine(RealData.Repository, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RealData.Repository, "README.md"))
            .Select(p => Path.GetRelativePath(RealData.Repository, p).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public string Text { get; } = File.ReadAllText(Path.Combine(RealData.Repository, Name)).ReplaceLineEndings("\n");

    /// <summary>A page of docs/.</summary>
    public static Page Doc(string name) => new("docs/" + name);

    /// <summary>The fenced blocks, in order.</summary>
    public IReadOnlyList<Block> Blocks => BlocksOf(Text);

    /// <summary>The texts of the blocks of a language.</summary>
    public IEnumerable<string> BlocksIn(string language) => Blocks.Where(b => b.Language == language).Select(b => b.Text);

    /// <summary>The fenced blocks of a text, in order.</summary>
    public static IReadOnlyList<Block> BlocksOf(string markdown)
    {
        var blocks = new List<Block>();
        foreach (Match match in Fence().Matches(markdown))
        {
            var inside = match.Groups["text"];
            var block = new Block(match.Groups["language"].Value, match.Groups["mark"].Value.Trim(), inside.Value, markdown.AsSpan(0, inside.Index).Count('\n') + 1, inside.Index);
            if (block.Language == "text" && blocks.Count > 0 && IsRightBelow(markdown, blocks[^1], match.Index)) blocks[^1] = blocks[^1] with { Output = block };
            blocks.Add(block);
        }

        return blocks;
    }

    /// <summary>The texts below the headings of a level.</summary>
    public static IEnumerable<(string Heading, string Text)> Sections(string markdown, int level)
    {
        var sign = new string('#', level) + " ";
        var higher = level == 2 ? "\n# " : "\n" + sign[1..];
        return Regex.Split(markdown, "^" + sign, RegexOptions.Multiline).Skip(1).Select(s => s.Split('\n', 2)).Select(s => (s[0].Trim(), s[1].Split(higher)[0]));
    }

    private static bool IsRightBelow(string markdown, Block block, int at) =>
        markdown.AsSpan(block.At + block.Text.Length, at - block.At - block.Text.Length).Trim() is "```";

    [GeneratedRegex("^```(?<language>[a-z]*)(?<mark>[^\n`]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
