using System.Collections.Immutable;

namespace NotebookKit.Kernel.Cells;

/// <summary>One thing that a cell showed, in the kinds of the Jupyter notebook format 4.5.</summary>
public abstract record CellOutput;

/// <summary>Text that the cell wrote to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, with its line ends (<c>\n</c>).</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value that the cell showed.</summary>
/// <param name="Data">Its renderings. <c>text/plain</c> is always there.</param>
/// <param name="DisplayId">Names the output, so that it can be changed later; null for one that stays.</param>
/// <param name="IsUpdate">Whether this takes the place of the output of the same id, in whatever cell that stands.</param>
public sealed record DisplayOutput(MimeBundle Data, string? DisplayId = null, bool IsUpdate = false) : CellOutput;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">Its renderings.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>What made the cell fail.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>, <c>Interrupted</c>, <c>TimeoutExpired</c>.</param>
/// <param name="Value">The message, on one line where possible.</param>
/// <param name="Traceback">Lines to show: messages with cell, line and column; frames of the user's code only. No path of this machine.</param>
public sealed record ErrorOutput(string Name, string Value, ImmutableArray<string> Traceback) : CellOutput;

/// <summary>Wipes what the cell showed so far.</summary>
/// <param name="Wait">Whether to wait with that until the next output.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;
