using NotebookKit.Kernel.Cells.Running;

namespace NotebookKit.Kernel.Cells.Prelude;

/// <summary>What a cell can call without a class before it.</summary>
public static class CellFunctions
{
    /// <summary>Asks whoever runs the notebook for a line of text, and waits for it.</summary>
    /// <param name="prompt">What is asked. Default: nothing, where text above says it.</param>
    /// <returns>The line, without its end.</returns>
    /// <exception cref="InputNotAllowedException">Nobody can answer: the notebook runs by itself, or the front end does not allow input.</exception>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static string Input(string prompt = "") => Ask(prompt, isPassword: false);

    /// <summary>Asks for a line of text that is not shown as it is typed and is not kept in the notebook.</summary>
    /// <param name="prompt">What is asked. Default: nothing.</param>
    /// <returns>The line, without its end.</returns>
    /// <exception cref="InputNotAllowedException">Nobody can answer: the notebook runs by itself, or the front end does not allow input.</exception>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static string Password(string prompt = "") => Ask(prompt, isPassword: true);

#pragma warning disable IDE1006 // Notebooks know this function by its small letter.
    /// <summary>Shows a value now; the handle changes it later.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayHandle display(object? value) => DisplayExtensions.Display(value);
#pragma warning restore IDE1006

    private static string Ask(string prompt, bool isPassword)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return CellRun.Required.Ask(prompt, isPassword);
    }
}
