namespace NotebookKit.Kernel.Cells.Running;

/// <summary>Answers a cell that asks for input.</summary>
internal interface ICellInput
{
    /// <summary>Waits for a line.</summary>
    /// <param name="prompt">What is asked; may be empty.</param>
    /// <param name="isPassword">Whether the answer shall not be seen.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="InputNotAllowedException">Nobody can answer.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    string Read(string prompt, bool isPassword, CancellationToken cancel);
}

/// <summary>Who is there while a cell runs.</summary>
/// <param name="Shown">Told of each output as it comes, from another thread; null for nobody.</param>
/// <param name="Input">Answers the cell; null where nobody does.</param>
/// <param name="KeepsOutputs">Whether the result has all outputs. Else it has the error alone, and a cell that shows faster than outputs are told of waits.</param>
internal sealed record CellAudience(Action<CellOutput>? Shown, ICellInput? Input = null, bool KeepsOutputs = true);
