using NotebookKit.Kernel.Cells.Running;

namespace NotebookKit.Kernel.Cells.Prelude;

/// <summary>An output that a cell showed and may change later, from any cell of the session.</summary>
public sealed class DisplayHandle
{
    private readonly CellRun run;

    internal DisplayHandle(CellRun run, string id)
    {
        this.run = run;
        Id = id;
    }

    /// <summary>Names the output within its session.</summary>
    public string Id { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => (CellRun.Current ?? run).Show(new DisplayOutput(Rendering.ValueRenderer.Render(value), Id, IsUpdate: true));
}
