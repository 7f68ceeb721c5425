using System.Collections.Immutable;

namespace NotebookKit.Kernel.Cells;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or threw.</summary>
    Error,

    /// <summary>It was interrupted.</summary>
    Interrupted,
}

/// <summary>One run of one cell.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">What it showed, in order, with the error, if any, as the last; console text is joined, updates and wipes are still in it.</param>
public sealed record CellResult(CellStatus Status, ImmutableArray<CellOutput> Outputs)
{
    /// <summary>The error, null when there is none.</summary>
    public ErrorOutput? Error => Outputs.LastOrDefault() as ErrorOutput;
}
