using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Why a notebook did not run to its end.</summary>
/// <param name="Cell">Number of the cell among those that run, from 1; 0 where it was before the first.</param>
/// <param name="Name">The exception's type, or <c>CompilationError</c>, <c>TimeoutExpired</c>, <c>ProcessEnded</c>, <c>NoError</c>.</param>
/// <param name="Message">The message.</param>
internal sealed partial record RunFailure(int Cell, string Name, string Message)
{
    /// <summary>Lines to show: places and frames of the user's code.</summary>
    public ImmutableArray<string> Traceback { get; init; } = [];

    /// <summary>A cell's error.</summary>
    public static RunFailure Of(int cell, ErrorOutput error) => new(cell, error.Name, error.Value) { Traceback = error.Traceback };

    /// <summary>The line of the cell, from 1; null where the error does not say one.</summary>
    public int? Line => Traceback.Prepend(Message).Select(l => Place().Match(l)).FirstOrDefault(m => m.Success && Number(m, "cell") == Cell) is { } found ? Number(found, "line") : null;

    /// <summary>Lines for people: where, what, the line of source, the frames.</summary>
    public IEnumerable<string> Lines(Notebook notebook)
    {
        var cell = notebook.CodeCells.ElementAtOrDefault(Cell - 1);
        var line = Line;
        yield return cell is null ? $"{Name}: {First(Message)}" : $"In [{Cell}] (cell {cell.Position}){(line is null ? "" : $", line {line}")}: {Name}: {First(Message)}";
        if (cell is null) yield break;
        var source = cell.Source.Split('\n');
        var shown = (line is { } at && at <= source.Length ? source[at - 1] : source.First(l => l.Trim().Length > 0)).Trim();
        var frames = Traceback.SelectMany(t => t.Split('\n')).Where(f => f.Trim().Length > 0 && !f.Contains(First(Message), StringComparison.Ordinal)).Take(8).ToList();
        // What a compiler says has the line in it already.
        if (!frames.Exists(f => f.Trim() == shown)) yield return "    " + shown;
        foreach (var frame in frames) yield return "    " + frame.TrimEnd();
    }

    private static string First(string text) => text.Split('\n')[0].TrimEnd();

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>As the compiler writes a place, <c>Cell[3](2,5)</c>, and as a frame does, <c>Cell[3]:line 2</c>.</summary>
    [GeneratedRegex(@"Cell\[(?<cell>\d{1,6})\]\D{1,9}(?<line>\d{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
