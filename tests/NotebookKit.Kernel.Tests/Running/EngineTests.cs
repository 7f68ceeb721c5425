using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Running;
using NotebookKit.Kernel.Tests.Documents;

namespace NotebookKit.Kernel.Tests.Running;

/// <summary>Notebooks on the kit's own engine, in this process.</summary>
public class EngineTests
{
    private const string Data = """
        #r "NotebookKit.dll"
        using NotebookKit;
        using NotebookKit.Display;
        using NotebookKit.Display.Charts;
        var data = Dataset.Of([new Example { Id = "t-1", Messages = [new(Role.User, "Write to jo.m@example.com, please."), new(Role.Assistant, "I did.")] }]);
        """;

    [Fact]
    public async Task Views_are_stored_small_masked_and_with_all_their_renderings()
    {
        var notebook = await Run(Data + "\ndata", "Chart.Bar(\"a\", [KeyValuePair.Create(\"x\", 1L)])", "Enumerable.Range(1, 30).ToTable()");
        var table = Lines.Joined(notebook.Cells[0].Outputs[0]["data"]!["text/html"])!;
        Assert.StartsWith("<div class=\"nk-cell tex2jax_ignore mathjax_ignore\"><div class=\"nk-scroll\">", table, StringComparison.Ordinal);
        Assert.Contains("[EMAIL]", table, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", table, StringComparison.Ordinal);
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], notebook.Cells[1].Outputs[0]["data"]!.AsObject().Select(p => p.Key));
        Assert.EndsWith("</div>", Lines.Joined(notebook.Cells[2].Outputs[0]["data"]!["text/html"]), StringComparison.Ordinal);
        Assert.Empty(OutputForm.Breaches(notebook));
        Assert.Null(RawOutputs.First(notebook));
    }

    [Fact]
    public async Task Raw_rows_are_known_by_their_mark()
    {
        var notebook = await Run(Data, "data", "data.ShowRaw()");
        Assert.Equal(3, RawOutputs.First(notebook));
    }

    [Fact]
    public async Task An_error_has_the_line_of_its_cell()
    {
        await using var session = Session();
        var notebook = Sample.Of("var a = 1;", "var b = a;\n\nint.Parse(\"x\")");
        var failure = await NotebookRun.RunAsync(notebook, session, _ => { });
        Assert.Equal("FormatException", failure!.Name);
        Assert.StartsWith("In [2] (cell 2), line 3: FormatException: ", failure.Lines(notebook).First(), StringComparison.Ordinal);
        Assert.Equal("    int.Parse(\"x\")", failure.Lines(notebook).ElementAt(1));
        Assert.All(notebook.Cells, c => Assert.Null(c.ExecutionCount));
    }

    private static NotebookSession Session() => new(new() { BaseDirectory = AppContext.BaseDirectory });

    private static async Task<Notebook> Run(params string[] cells)
    {
        await using var session = Session();
        var notebook = Sample.Of(cells);
        Assert.Null(await NotebookRun.RunAsync(notebook, session, _ => { }));
        return notebook;
    }
}
