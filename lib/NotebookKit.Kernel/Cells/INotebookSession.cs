namespace NotebookKit.Kernel.Cells;

/// <summary>Cells that run one after the other and see what the earlier ones declared.</summary>
public interface INotebookSession : IAsyncDisposable
{
    /// <summary>Runs one cell to its end. Cells never run beside each other: a second call waits.</summary>
    /// <param name="code">The cell's text, with its directives.</param>
    /// <param name="name">What errors call the cell, such as <c>Cell[3]</c>.</param>
    /// <param name="shown">Told of each output as it comes, from another thread; null to see them in the result only.</param>
    /// <param name="cancellation">Interrupts the cell.</param>
    Task<CellResult> RunAsync(string code, string name, Action<CellOutput>? shown = null, CancellationToken cancellation = default);
}
