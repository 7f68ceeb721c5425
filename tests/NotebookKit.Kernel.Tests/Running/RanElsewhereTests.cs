using System.Text.Json.Nodes;
using NotebookKit.Console;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Running;
using NotebookKit.Kernel.Tests.Documents;

namespace NotebookKit.Kernel.Tests.Running;

/// <summary>Notebooks that another program ran, against what the runner keeps.</summary>
public class RanElsewhereTests
{
    private const string Styled = "<div class=\"nk-cell tex2jax_ignore mathjax_ignore\"><style>.nk-cell{color:red}</style><table></table></div><script>1</script>";

    [Fact]
    public void A_notebook_that_shows_the_same_elsewhere_passes_and_is_not_run()
    {
        var (file, folder) = Both("print a\nprint b", "html " + Styled, "plot {\"b\":[1,{\"d\":2.50,\"c\":null}],\"a\":1}");
        Assert.DoesNotContain("script", Notebook.Read(file).Cells[1].Outputs[0].ToJsonString(), StringComparison.Ordinal);
        Elsewhere(folder, 2, o => o["data"]!["text/html"] = Styled);
        Elsewhere(folder, 3, o => o["data"]!["application/vnd.plotly.v1+json"] = JsonNode.Parse("{\"a\":1,\"b\":[1,{\"c\":null,\"d\":2.50}]}"));
        Elsewhere(folder, 1, o => o["text"] = "a\nb\n");
        var before = File.ReadAllText(file);
        var (code, said, trouble) = Run(file, "--ran", folder, "--timeout", "0.001");
        Assert.True(code == 0, said + trouble);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Theory]
    [InlineData(1, "text", "\"c\\n\"", "stdout differs")]
    [InlineData(2, "data", "{\"text/html\":\"<b>x</b>\",\"text/plain\":\"html\"}", "text/html differs")]
    [InlineData(3, "data", "{\"application/vnd.plotly.v1+json\":{\"a\":2},\"text/plain\":\"plot\"}", "application/vnd.plotly.v1+json differs")]
    [InlineData(3, "data", "{\"text/plain\":\"plot\"}", "application/vnd.plotly.v1+json differs")]
    public void Whatever_differs_is_named(int cell, string field, string json, string expected)
    {
        var (file, folder) = Both("print a", "html " + Styled, "plot {\"a\":1}");
        Elsewhere(folder, cell, o => o[field] = JsonNode.Parse(json));
        var (code, said, _) = Run(file, "--ran", folder);
        Assert.Equal(1, code);
        Assert.Contains($"In [{cell}] (cell {cell}): {expected}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_more_is_a_difference()
    {
        var (file, folder) = Both("print a");
        Change(folder, 1, cell => ((JsonArray)cell["outputs"]!).Add(cell["outputs"]![0]!.DeepClone()));
        Assert.Contains("it holds 1 outputs, a fresh run gives 2", Run(file, "--ran", folder).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source", "\"print b\"", "cell 1 has another text than in")]
    [InlineData("execution_count", "7", "cell 1 has the number 1, in")]
    [InlineData("execution_count", "null", "it has (none)")]
    public void Another_text_or_number_of_a_cell_is_named(string field, string json, string expected)
    {
        var (file, folder) = Both("print a");
        Change(folder, 1, cell => cell[field] = JsonNode.Parse(json));
        var (code, said, _) = Run(file, "--ran", folder);
        Assert.Equal(1, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_is_missing_there_or_has_fewer_cells_fails()
    {
        var (file, folder) = Both("print a", "print b");
        File.WriteAllText(Path.Combine(folder, "series.ipynb"), Sample.JsonOf("print a"));
        Assert.Contains("it has 2 cells, the one in", Run(file, "--ran", folder).Said, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "series.ipynb"));
        var (code, said, _) = Run(file, "--ran", folder);
        Assert.Equal(1, code);
        Assert.Contains("there is no series.ipynb in", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_line_and_code_2()
    {
        var (code, said, trouble) = Run(Sample.File("any.ipynb", "print a"), "--ran", "nowhere");
        Assert.Equal(2, code);
        Assert.Equal("", said);
        Assert.Contains("--ran: there is no folder 'nowhere'.", trouble, StringComparison.Ordinal);
        Assert.Single(trouble.TrimEnd('\n').Split('\n'));
    }

    /// <summary>A notebook that the runner ran, and a copy of it in a folder of its own.</summary>
    private static (string File, string Folder) Both(params string[] cells)
    {
        var file = Sample.File("series.ipynb", cells);
        Assert.Equal(0, Run(file).Code);
        var folder = Directory.CreateTempSubdirectory("nbk-notebooks").FullName;
        File.Copy(file, Path.Combine(folder, "series.ipynb"));
        return (file, folder);
    }

    private static void Elsewhere(string folder, int cell, Action<JsonObject> change) => Change(folder, cell, c => change((JsonObject)c["outputs"]![0]!));

    private static void Change(string folder, int cell, Action<JsonObject> change)
    {
        var path = Path.Combine(folder, "series.ipynb");
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change((JsonObject)root["cells"]![cell - 1]!);
        File.WriteAllText(path, root.ToJsonString());
    }

    private static (int Code, string Said, string Trouble) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = RunNotebooksCommand.Run(new Terminal(output, error), args, ChildProcess.ThisProgram);
        return (code, output.ToString(), error.ToString());
    }
}
