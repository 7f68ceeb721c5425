using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Docs;

/// <summary>A page as it should be: its samples run, and what code can say is what code says.</summary>
internal static partial class DocPages
{
    /// <summary>The text of a page with outputs and tables made anew.</summary>
    /// <exception cref="InvalidOperationException">A sample does not compile, or throws.</exception>
    public static async Task<string> MadeAnew(Page page)
    {
        var key = StagePage.KeyOf(page);
        var outputs = new List<(Block Block, string Text)>();
        var script = new DocScript(page);
        if (script.Blocks.Count > 0)
        {
            if (script.Errors.ToList() is { Count: > 0 } errors) throw new InvalidOperationException(string.Join('\n', errors));
            var written = await script.Run(key is null ? DocData.Tickets : DocData.Before(key));
            foreach (var (block, text) in script.Blocks.Zip(written))
                if (block.Output is { } output && text is not null) outputs.Add((output, text));
        }

        if (key is not null)
            foreach (var rows in page.Blocks.Where(b => b is { Language: "jsonl", Output: not null }))
                outputs.Add((rows.Output!, DocData.Verdicts(key, rows.Text, rows.Mark)));

        var anew = page.Text;
        foreach (var (block, text) in outputs.OrderByDescending(o => o.Block.At))
            anew = anew[..block.At] + text.TrimEnd('\n') + "\n" + anew[(block.At + block.Text.Length)..];
        if (key is null) return anew;
        anew = Replace(anew, "Defaults", DefaultsTable(), StagePage.Defaults(key));
        return StagePage.Reasons(key) is { } reasons ? Replace(anew, "What it removes", ReasonsTable(), reasons) : anew;
    }

    /// <summary>Replaces the table of a section; where it has none yet, the table goes to its beginning.</summary>
    private static string Replace(string page, string heading, Regex table, string text)
    {
        var from = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"the heading '{heading}' is missing");
        var end = page.IndexOf("\n## ", from + 4, StringComparison.Ordinal);
        if (end < 0) end = page.Length;
        var section = page[from..end];
        var match = table.Match(section);
        var top = $"\n## {heading}\n\n";
        var anew = match.Success ? section[..match.Index] + text + section[(match.Index + match.Length)..]
            : $"{top}{text}{(section.Length > top.Length ? "\n" + section[top.Length..] : "")}";
        return page[..from] + anew + page[end..];
    }

    [GeneratedRegex(@"(?:^This stage has no options\.\n)|(?:^\| option .*\n(?:\|.*\n)+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultsTable();

    [GeneratedRegex(@"^\| reason .*\n(?:\|.*\n)+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonsTable();
}
