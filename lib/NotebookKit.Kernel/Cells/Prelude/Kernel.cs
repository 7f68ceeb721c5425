using NotebookKit.Kernel.Cells.Running;

namespace NotebookKit.Kernel.Cells.Prelude;

/// <summary>What a cell can ask of the session that runs it.</summary>
public static class Kernel
{
    /// <summary>Cancelled when the running cell is interrupted or its time is up; pass it on to what takes long.</summary>
    public static CancellationToken Cancel => CellRun.Current?.Cancel ?? CancellationToken.None;

    /// <summary>Wipes what the cell showed so far.</summary>
    /// <param name="wait">Whether to wait with that until the next output, which avoids a flicker. Default false.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Clear(bool wait = false) => CellRun.Required.Show(new ClearOutput(wait));
}
