using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Compiling;

namespace NotebookKit.Kernel.Tests.Cells.Compiling;

public sealed class CellChainTests
{
    [Fact]
    public async Task A_cell_takes_references_and_usings_from_the_cells_before_it()
    {
        await using var session = new NotebookSession();
        CSharpCompilation Next() => session.Ask(CSharpSyntaxTree.ParseText("1", CellChain.Script));
        Assert.NotEmpty(Next().ExternalReferences);
        Assert.NotEmpty(Next().Options.Usings);
        Assert.Equal("2", (await session.RunAsync("using System.Globalization;\n1 + 1", "Cell[1]")).Value());
        // Given again, each cell would hold those of all others, and memory would grow by the square of the cells.
        Assert.Empty(Next().ExternalReferences);
        Assert.Empty(Next().Options.Usings);
        Assert.Equal("true", (await session.RunAsync("new List<string> { CultureInfo.InvariantCulture.Name }.Any()", "Cell[2]")).Value());
    }

    [Fact]
    public async Task A_reference_of_a_cell_that_failed_is_there_for_the_next()
    {
        await using var session = new NotebookSession();
        (await session.RunAsync("1", "Cell[1]")).IsOk();
        Assert.Equal(CellStatus.Error, (await session.RunAsync("#r \"NotebookKit.dll\"\nnotThere", "Cell[2]")).Status);
        Assert.NotEmpty(session.Ask(CSharpSyntaxTree.ParseText("1", CellChain.Script)).ExternalReferences);
        Assert.Equal("Dataset", (await session.RunAsync("typeof(NotebookKit.Dataset).Name", "Cell[3]")).Value()?.Trim('"'));
        Assert.Empty(session.Ask(CSharpSyntaxTree.ParseText("1", CellChain.Script)).ExternalReferences);
    }
}
