using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Running;
using NotebookKit.Kernel.Tests.Documents;

namespace NotebookKit.Kernel.Tests.Running;

public class OutputFormTests
{
    [Fact]
    public async Task Small_outputs_of_cells_that_ran_keep_to_the_form() => Assert.Empty(await Breaches("print https://example.com/home/page and a/b/tmp/c\nhtml <b>x</b>", "value 1"));

    [Theory]
    [InlineData("print in /home/jo/data.jsonl", "In [1]: an absolute path of this machine: /home/j…")]
    [InlineData("print file:///srv/x", "In [1]: an absolute path of this machine: file:///s…")]
    [InlineData("value (C:\\Users\\jo)", "In [1]: an absolute path of this machine: C:\\U…")]
    [InlineData("html <p><SCRIPT>f()</SCRIPT>", "In [1]: a script")]
    public async Task What_belongs_to_one_machine_or_runs_is_named(string cell, string breach) => Assert.Equal([breach], await Breaches(cell));

    [Fact]
    public async Task Large_outputs_are_refused()
    {
        var breach = Assert.Single(await Breaches("print " + new string('é', 50_000)));
        Assert.StartsWith("outputs have 100,", breach, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_times_of_another_run_are_named()
    {
        var notebook = await Ran("print a", "print b");
        notebook.Cells[1].SetOutputs([], 9);
        notebook.Cells[0].Json["metadata"]!["execution"] = "2026-01-01";
        Assert.Equal(["cell 1: its metadata hold times of a run (execution)", "In [2]: its number is 9"], OutputForm.Breaches(notebook));
    }

    private static async Task<List<string>> Breaches(params string[] cells) => [.. OutputForm.Breaches(await Ran(cells))];

    private static async Task<Notebook> Ran(params string[] cells)
    {
        var notebook = Sample.Of(cells);
        Assert.Null(await NotebookRun.RunAsync(notebook, new ScriptedSession(), _ => { }));
        return notebook;
    }
}
