using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Runs the cells of a notebook, top to bottom, in one session.</summary>
internal static class NotebookRun
{
    /// <summary>Tag of a cell that fails on purpose. As in Jupyter's own tools the run goes on after it; a cell with this tag that does not fail is an error.</summary>
    public const string Raises = "raises-exception";

    /// <summary>Runs all cells and puts what they showed into the notebook; the notebook stays as it is where the run fails.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="session">A fresh session.</param>
    /// <param name="starts">Told of each cell before it runs, by its number.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The first failure; null where all is well.</returns>
    public static async Task<RunFailure?> RunAsync(Notebook notebook, INotebookSession session, Action<int> starts, CancellationToken cancellation = default)
    {
        var outputs = new OutputCollector();
        var number = 0;
        foreach (var cell in notebook.CodeCells)
        {
            starts(++number);
            var result = await session.RunAsync(cell.Source, $"Cell[{number}]", null, cancellation).ConfigureAwait(false);
            if (Failure(number, cell.Tags.Contains(Raises), result) is { } failure) return failure;
            outputs.Add(number, result.Outputs);
        }

        outputs.WriteTo(notebook);
        return null;
    }

    private static RunFailure? Failure(int number, bool expected, CellResult result) => (result.Status, expected) switch
    {
        (CellStatus.Ok, false) or (CellStatus.Error, true) => null,
        (CellStatus.Ok, true) => new(number, "NoError", $"the cell has the tag {Raises} and ran to its end; take the tag away or let it fail"),
        _ => result.Error is { } error ? RunFailure.Of(number, error) : new(number, result.Status.ToString(), "the cell did not run to its end"),
    };
}
