using System.Text.Json.Nodes;
using NotebookKit.Display;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Outputs that show text of rows as it was recorded, before any anonymizing. They carry a mark of their own among their renderings.</summary>
internal static class RawOutputs
{
    /// <summary>The rendering that marks them.</summary>
    public const string Mark = RawView.Mark;

    /// <summary>Tag of a cell whose raw outputs may be saved: its author says that the people in them are invented.</summary>
    public const string Allowed = "allow-raw";

    /// <summary>Whether an output is marked.</summary>
    public static bool IsRaw(JsonObject output) => output["data"] is JsonObject data && data.ContainsKey(Mark);

    /// <summary>Number of the first cell, from 1, whose raw output may not be saved; null where there is none.</summary>
    public static int? First(Notebook notebook) =>
        notebook.CodeCells.Select((cell, i) => (Cell: cell, Number: i + 1)).Where(c => !c.Cell.Tags.Contains(Allowed) && c.Cell.Outputs.Any(IsRaw)).Select(c => (int?)c.Number).FirstOrDefault();
}
