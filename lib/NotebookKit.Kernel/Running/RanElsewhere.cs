using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Notebooks that another program ran, with the kernel that it drove; read in the form in which the runner keeps them, so that both can be compared.</summary>
internal static class RanElsewhere
{
    /// <summary>Reads the notebook of the same name in a folder.</summary>
    /// <param name="held">The notebook as it is kept.</param>
    /// <param name="folder">The folder that the other program wrote to.</param>
    /// <exception cref="NotebookFormatException">It is not there, is no notebook, or has not the same cells with the same numbers.</exception>
    public static Notebook Read(Notebook held, string folder)
    {
        var path = Path.Combine(folder, Path.GetFileName(held.Name));
        if (!File.Exists(path)) throw new NotebookFormatException($"there is no {Path.GetFileName(path)} in {folder}: the other program did not run it to its end");
        var ran = Notebook.Read(path);
        if (ran.Cells.Count != held.Cells.Count) throw new NotebookFormatException($"it has {held.Cells.Count} cells, the one in {folder} has {ran.Cells.Count}");
        foreach (var (cell, other) in held.Cells.Zip(ran.Cells))
        {
            if (cell.Source != other.Source) throw new NotebookFormatException($"cell {cell.Position} has another text than in {folder}: run it there again");
            if (cell.ExecutionCount != other.ExecutionCount) throw new NotebookFormatException($"cell {cell.Position} has the number {Number(cell)}, in {folder} it has {Number(other)}");
            foreach (var data in other.Outputs.Select(o => o["data"]).OfType<JsonObject>())
                if (Lines.Joined(data["text/html"]) is { } html) data["text/html"] = StoredHtml.Of(html);
        }

        return ran;
    }

    private static string Number(NotebookCell cell) => cell.ExecutionCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(none)";
}
