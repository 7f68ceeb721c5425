using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>Says what the compiler found: cell, line, column, message, the line itself, and what helps where the message alone does not.</summary>
internal static class CompileErrors
{
    /// <summary>Errors shown; the rest is counted.</summary>
    private const int Most = 10;

    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["CS1002"] = "In a cell every statement ends in a semicolon; only a last expression, whose value is shown, has none. A `using var` stands in a block or a function.",
        ["CS0201"] = "To show a value, leave the semicolon away.",
        ["CS8345"] = "Variables of a cell are kept for later cells, and a span cannot be: use it within a function.",
        ["CS0246"] = "Is a `using`, a `#r` or an earlier cell missing? A class with extension methods and a namespace see only classes of their own kind.",
        ["CS0103"] = "Has the cell that declares it been run?",
        ["CS4033"] = "Mark the function `async`, or await in the cell itself.",
        ["CS0433"] = "The type was defined twice: restart the session.",
    };

    /// <summary>The failure of a cell with these errors.</summary>
    public static CellFailure Of(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).DistinctBy(d => (d.Location, d.Id))
            .OrderBy(d => d.Location.SourceSpan.Start).ToList();
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var error in errors.Take(Most))
        {
            lines.Add(Line(error));
            lines.AddRange(Source(error.Location));
        }

        if (errors.Count > Most) lines.Add(FormattableString.Invariant($"… and {errors.Count - Most} more errors"));
        lines.AddRange(errors.Select(e => Hints.GetValueOrDefault(e.Id)).OfType<string>().Distinct(StringComparer.Ordinal).Select(h => "Hint: " + h));
        return new(new("CompilationError", Line(errors[0]), lines.ToImmutable()));
    }

    private static string Line(Diagnostic error)
    {
        var at = error.Location.GetMappedLineSpan();
        var message = $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        return at.IsValid ? FormattableString.Invariant($"{at.Path}, line {at.StartLinePosition.Line + 1}, column {at.StartLinePosition.Character + 1}: {message}") : message;
    }

    /// <summary>The line of an error, and a mark below its place.</summary>
    private static IEnumerable<string> Source(Location place)
    {
        if (place.SourceTree is not { } tree) yield break;
        var from = place.GetLineSpan().StartLinePosition;
        var line = tree.GetText().Lines[from.Line].ToString();
        if (string.IsNullOrWhiteSpace(line) || line.Length > 200) yield break;
        yield return "    " + line;
        var length = Math.Clamp(place.SourceSpan.Length, 1, Math.Max(1, line.Length - from.Character));
        yield return "    " + string.Concat(line.Take(from.Character).Select(c => c == '\t' ? '\t' : ' ')) + new string('^', length);
    }
}
