using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Rendering;

/// <summary>Values of types that cells declare: other assemblies, and not public.</summary>
public class CellValueTests(WarmSession session)
{
    [Theory]
    [InlineData("record CvA(string Name, double Size);\nnew CvA(\"x\", 1.5)", "CvA { Name = x, Size = 1.5 }")]
    [InlineData("new { Name = \"x\", Size = 1.5 }", "{ Name = x, Size = 1.5 }")]
    [InlineData("class CvC { public int N = 1; }\nnew CvC()", "CvC")]
    [InlineData("class CvD { public override string ToString() => \"own\"; }\nnew CvD()", "own")]
    [InlineData("enum CvE { Some }\nCvE.Some", "Some")]
    [InlineData("Task.Run(async () => { await Task.Yield(); return 1; })", "Task<int>: await it to see its value")]
    public async Task Values_of_types_of_cells_are_shown(string code, string text) => Assert.Equal(text, (await session.Run(code)).Value());

    [Fact]
    public async Task Rows_of_anonymous_types_are_a_table()
    {
        var result = await session.Run("new[] { \"b\", \"a\" }.Select((name, at) => new { name, at }).OrderBy(r => r.name)");
        Assert.Contains("<table", Assert.IsType<ResultOutput>(result.IsOk().Outputs[0]).Data.Renderings["text/html"], StringComparison.Ordinal);
        Assert.Contains("name", result.Value(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_of_a_cell_may_show_itself_by_ToHtml() =>
        Assert.Equal("<hr>", Assert.IsType<DisplayOutput>((await session.Run("class CvH { public string ToHtml() => \"<hr>\"; }\nnew CvH().Display();")).IsOk().Outputs[0]).Data.Renderings["text/html"]);

    [Fact]
    public async Task A_value_that_takes_for_ever_to_show_can_be_interrupted()
    {
        using var cancel = new CancellationTokenSource();
        var result = await session.Run("Console.WriteLine(1);\nIEnumerable<int> CvSlow() { while (true) { } yield return 1; }\nCvSlow()", _ => cancel.Cancel(), cancel.Token);
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }
}
