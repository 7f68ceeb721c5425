using NotebookKit.Kernel.Cells.Running;

namespace NotebookKit.Kernel.Cells.Prelude;

/// <summary>Shows values from anywhere in a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value now; the handle changes it later.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayHandle Display<T>(this T value) => CellRun.Required.Display(Rendering.ValueRenderer.Render(value));

    /// <summary>Shows text that is in a format of its own, such as <c>text/html</c> or <c>text/markdown</c>, as such.</summary>
    /// <param name="text">The text. HTML and JavaScript are trusted: nothing in them is encoded.</param>
    /// <param name="mimeType">The MIME type.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayHandle DisplayAs(this string text, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        return CellRun.Required.Display(Rendering.ValueRenderer.As(text, mimeType));
    }
}
