using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells.Compiling;

namespace NotebookKit.Kernel.Cells.Directives;

/// <summary>A part of a cell in one language.</summary>
/// <param name="Language">The magic that begins it; <c>csharp</c> where there is none.</param>
/// <param name="Text">Its text. C# has an empty line for each line of the cell before it, so that line numbers hold.</param>
/// <param name="Line">The line of its magic, from 1.</param>
internal sealed record CellPart(string Language, string Text, int Line);

/// <summary>Takes a cell apart by its lines that begin with <c>#!</c>.</summary>
/// <param name="Parts">Its parts, those without text left out.</param>
/// <param name="IsTimed">Whether the time it takes is shown.</param>
internal sealed partial record CellText(IReadOnlyList<CellPart> Parts, bool IsTimed)
{
    private const string CSharp = "csharp", Time = "time";

    /// <summary>The magics that a cell can have.</summary>
    public static readonly IReadOnlyList<string> Magics = [CSharp, "html", "javascript", "markdown", "sql", "svg", Time];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal) { ["c#"] = CSharp, ["cs"] = CSharp, ["js"] = "javascript", ["md"] = "markdown" };

    /// <summary>Takes a cell apart.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cell">What errors call it.</param>
    /// <exception cref="CellFailure">It has a magic that does not exist.</exception>
    public static CellText Of(string code, string cell)
    {
        code = code.ReplaceLineEndings("\n");
        if (!MagicLine().IsMatch(code)) return new(string.IsNullOrWhiteSpace(code) ? [] : [new(CSharp, code, 1)], false);
        var lines = code.Split('\n');
        var parts = new List<CellPart>();
        var timed = false;
        for (var (at, language, line) = (0, CSharp, 1); at < lines.Length;)
        {
            var next = language == CSharp ? Code(lines, at, cell, ref timed) : Text(lines, at);
            var text = language == CSharp ? new string('\n', at) + string.Join('\n', lines[at..next]) : string.Join('\n', lines[at..next]);
            if (!string.IsNullOrWhiteSpace(text)) parts.Add(new(language, language == CSharp ? text : text.Trim('\n'), line));
            if (next == lines.Length) break;
            (language, line, at) = (Name(lines[next])!, next + 1, next + 1);
        }

        return new(parts, timed);
    }

    /// <summary>The first line from which the cell is in another language. Lines within strings and comments are none.</summary>
    private static int Code(string[] lines, int from, string cell, ref bool timed)
    {
        var text = string.Join('\n', lines[from..]);
        if (!MagicLine().IsMatch(text)) return lines.Length;
        var tree = CSharpSyntaxTree.ParseText(text, CellChain.Script);
        var found = tree.GetRoot().DescendantTrivia().Where(t => t.IsDirective)
            .Select(t => from + tree.GetLineSpan(t.Span).StartLinePosition.Line).Where(l => MagicLine().IsMatch(lines[l])).Distinct().Order();
        foreach (var at in found)
        {
            switch (Name(lines[at]))
            {
                case null: lines[at] = ""; break; // "#!/usr/bin/env dotnet" of a script
                case Time: (timed, lines[at]) = (true, ""); break;
                case { } name when Magics.Contains(name): return at;
                case { } name: throw CellFailure.At(cell, at + 1, $"there is no magic #!{name}; there are {string.Join(", ", Magics.Select(m => "#!" + m))}.");
            }
        }

        return lines.Length;
    }

    /// <summary>The first line that begins another part, from within text: there, only magics that exist count.</summary>
    private static int Text(string[] lines, int from)
    {
        while (from < lines.Length && !(MagicLine().IsMatch(lines[from]) && Name(lines[from]) is { } name && name != Time && Magics.Contains(name))) from++;
        return from;
    }

    /// <summary>The magic of a line; null for a script's first line.</summary>
    private static string? Name(string line)
    {
        var name = MagicLine().Match(line).Groups[1].Value.Trim();
        return name.StartsWith('/') ? null : Aliases.GetValueOrDefault(name, name);
    }

    [GeneratedRegex(@"^[ \t]*#!(\S*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MagicLine();
}
