namespace NotebookKit.Anonymizing;

/// <summary>A piece of text that a recognizer found.</summary>
/// <param name="Start">Index of the first UTF-16 unit, in the original text.</param>
/// <param name="End">Index behind the last one.</param>
/// <param name="Type">What it is: one of <see cref="EntityTypes"/>, or a type of somebody's own.</param>
/// <param name="Score">How sure the recognizer is, 0–1.</param>
/// <param name="Recognizer">Name of the recognizer.</param>
public readonly record struct Span(int Start, int End, string Type, double Score, string Recognizer)
{
    /// <summary>Whom it means, where the recognizer knows it better than the text says (the full name for a forename); else null.</summary>
    public string? Identity { get; init; }

    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>True where both cover a common unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}
