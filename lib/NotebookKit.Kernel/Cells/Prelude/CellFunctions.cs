namespace NotebookKit.Kernel.Cells.Prelude;

/// <summary>What a cell can call without a class before it.</summary>
public static class CellFunctions
{
#pragma warning disable IDE1006 // Notebooks know this function by its small letter.
    /// <summary>Shows a value now; the handle changes it later.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayHandle display(object? value) => DisplayExtensions.Display(value);
#pragma warning restore IDE1006
}
