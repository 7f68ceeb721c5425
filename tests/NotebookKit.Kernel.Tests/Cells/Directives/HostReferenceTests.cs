using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Directives;

/// <summary>Assemblies that the host itself runs on, as a cell refers to them.</summary>
public class HostReferenceTests
{
    [Theory]
    [InlineData("NotebookKit.dll")]
    [InlineData("NotebookKit.Kernel.dll")]
    [InlineData("NotebookKit.Console.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    [InlineData("Markdig.dll")]
    public async Task What_cells_call_without_a_class_stays_known_whatever_is_referenced(string file)
    {
        await using var session = new NotebookSession();
        var number = 0;
        foreach (var cell in new[] { "display(1);", "var h = 2.Display();", $"#r \"{file}\"", "display(3);", "h = 4.Display();", "h.Update(5);", "Kernel.Clear();", "class Mine { } namespace N { static class E { public static int Two(this int x) => 2 * x; } }", "display(new Mine());" })
            (await session.RunAsync(cell, $"Cell[{++number}]")).IsOk();
    }

    [Theory]
    [InlineData("using NotebookKit.Display; Dataset.Of([])")]
    [InlineData("Markdig.Markdown.ToHtml(\"a\")")]
    [InlineData("host::Markdig.Markdown.ToHtml(\"a\")")]
    public async Task What_no_cell_referred_to_is_not_seen(string cell)
    {
        await using var session = new NotebookSession();
        (await session.RunAsync(cell, "Cell[1]")).Failed("CompilationError");
    }

    [Fact]
    public async Task What_a_cell_referred_to_is_the_hosts_own()
    {
        await using var session = new NotebookSession();
        (await session.RunAsync("1", "Cell[1]")).IsOk();
        Assert.Equal("<p>a</p>", (await session.RunAsync("#r \"Markdig.dll\"\nMarkdig.Markdown.ToHtml(\"a\").Trim()", "Cell[2]")).Value());
        Assert.Equal("true", (await session.RunAsync("typeof(Markdig.Markdown).Assembly.Location.StartsWith(AppContext.BaseDirectory)", "Cell[3]")).Value());
    }
}
