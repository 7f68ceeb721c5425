using System.Collections.Immutable;

namespace NotebookKit.Kernel.Cells;

/// <summary>A cell that cannot run as it is written, with the error that says so.</summary>
internal sealed class CellFailure(ErrorOutput error) : Exception(error.Value)
{
    /// <summary>What is shown.</summary>
    public ErrorOutput Error => error;

    /// <summary>A mistake in the cell's text.</summary>
    /// <param name="cell">What errors call the cell.</param>
    /// <param name="line">Line, from 1; null where it is no single line.</param>
    /// <param name="message">What was expected, and what to do.</param>
    /// <param name="more">Further lines to show.</param>
    public static CellFailure At(string cell, int? line, string message, params IEnumerable<string> more)
    {
        var whole = line is { } l ? FormattableString.Invariant($"{cell}, line {l}: {message}") : $"{cell}: {message}";
        return new(new("CompilationError", whole, [whole, .. more]));
    }
}
