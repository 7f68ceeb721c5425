namespace NotebookKit.Kernel.Cells;

/// <summary>A cell asked for input where nobody can answer.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class InputNotAllowedException(string message) : IOException(message);
