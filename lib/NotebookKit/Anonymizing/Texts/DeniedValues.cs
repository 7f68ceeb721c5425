namespace NotebookKit.Anonymizing;

/// <summary>Values that their owner wants masked wherever they stand. One line each: the value, or a type, a tab and the value.</summary>
internal sealed class DeniedValues : Recognizer
{
    /// <summary>The name in spans, by which the list of allowed terms knows them.</summary>
    public const string By = "Denied";

    private readonly (string Type, WordMatcher Words)[] lists;

    /// <summary>Makes it of lines that are right.</summary>
    public DeniedValues(IReadOnlyList<string> lines)
    {
        lists = [.. lines.Select(Parts).GroupBy(p => p.Type, p => p.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, new WordMatcher(g, true, true)))];
        Types = [.. lists.Select(l => l.Type)];
    }

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Custom;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types { get; }

    /// <inheritdoc/>
    public override string Name => By;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        foreach (var (type, words) in lists)
            for (var from = 0; words.Next(text, ref from, out var start, out var end);) into.Add(At(start, end, type, 1));
    }

    /// <summary>The lines, each checked.</summary>
    /// <exception cref="ArgumentException">A line is neither a value nor a type, a tab and a value.</exception>
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        for (var i = 0; i < lines.Count; i++)
            if (Problem(lines[i]) is { } problem) throw new ArgumentException($"Deny, entry {(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}: {problem}", nameof(lines));
        return [.. lines];
    }

    /// <summary>What is wrong with a line, without its value; null where nothing is.</summary>
    public static string? Problem(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0 && !EntityTypes.IsName(line.AsSpan(0, tab))) return "what stands before the tab must be a type: capital letters, digits and underscores, such as PROJECT_CODE.";
        if (line.IndexOf('\t', tab + 1) >= 0) return "expected a value, or a type, one tab and a value, but there are two tabs.";
        return line.AsSpan(tab + 1).Trim().Length < 2 ? "the value must have two characters or more: one alone would mask half the text." : null;
    }

    /// <summary>The value of a line.</summary>
    public static string Value(string line) => Parts(line).Value;

    private static (string Type, string Value) Parts(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return (tab > 0 ? line[..tab].Trim() : EntityTypes.Custom, line[(tab + 1)..].Trim());
    }
}
