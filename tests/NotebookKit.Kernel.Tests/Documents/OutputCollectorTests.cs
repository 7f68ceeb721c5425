using System.Text.Json.Nodes;
using NotebookKit.Display;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Tests.Running;

namespace NotebookKit.Kernel.Tests.Documents;

public class OutputCollectorTests
{
    [Fact]
    public async Task Console_text_is_joined_until_something_else_comes() => Assert.Equal(
        """[{"name":"stdout","output_type":"stream","text":["a\n","b\n"]},{"name":"stderr","output_type":"stream","text":["c\n"]},{"name":"stdout","output_type":"stream","text":["d\n"]}]""",
        Json(await Run("print a\nprint b\nwarn c\nprint d"), 1));

    [Fact]
    public async Task A_value_has_the_number_of_its_cell() => Assert.Equal(
        """[{"data":{"text/plain":["two"]},"execution_count":2,"metadata":{},"output_type":"execute_result"}]""", Json(await Run("print one", "value two"), 2));

    [Fact]
    public async Task A_changed_output_has_its_last_state_where_it_first_stood()
    {
        var outputs = await Run("show bar 10 %\nprint beside", "update bar 50 %\nprint after\nupdate bar 100 %\nupdate nobody x");
        Assert.Equal("""[{"data":{"text/plain":["100 %"]},"metadata":{},"output_type":"display_data"},{"name":"stdout","output_type":"stream","text":["beside\n"]}]""", Json(outputs, 1));
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["after\n"]}]""", Json(outputs, 2));
    }

    [Fact]
    public async Task Two_outputs_of_one_name_change_together()
    {
        var outputs = await Run("show x 1\nshow x 2", "update x 3");
        Assert.Equal(2, outputs.Of(1).Count(o => o!["data"]!["text/plain"]![0]!.ToString() == "3"));
    }

    [Fact]
    public async Task What_was_wiped_is_gone_at_once_or_with_the_next_output()
    {
        Assert.Equal("[]", Json(await Run("print a\nclear"), 1));
        Assert.Contains("\"a\\n\"", Json(await Run("print a\nclear later"), 1), StringComparison.Ordinal);
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["b\n"]}]""", Json(await Run("print a\nclear later\nprint b"), 1));
    }

    [Fact]
    public async Task An_error_stands_with_its_lines() => Assert.Equal(
        """[{"ename":"InvalidOperationException","evalue":"no","output_type":"error","traceback":["   at Cell[1]:line 1"]}]""", Json(await Run("fail no"), 1));

    [Fact]
    public void Json_is_written_as_such_markup_as_lines_pictures_as_one_text()
    {
        var collector = new OutputCollector();
        collector.Add(1, [new DisplayOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", """{"data":[1.50]}"""), ("image/png", "aaaa\n"), ("image/svg+xml", "<svg>\n</svg>"), ("text/plain", "")))]);
        Assert.Equal("""
            {
             "application/vnd.plotly.v1+json": {
              "data": [
               1.50
              ]
             },
             "image/png": "aaaa\n",
             "image/svg+xml": [
              "<svg>\n",
              "</svg>"
             ],
             "text/plain": []
            }

            """.ReplaceLineEndings("\n"), JsonText.Indented(collector.Of(1)[0]!["data"]));
    }

    [Fact]
    public async Task Blank_cells_lose_their_outputs_and_count_for_nothing()
    {
        var notebook = Sample.Of("print a", " \n", "print b");
        notebook.Cells[1].SetOutputs([new JsonObject { ["output_type"] = "stream" }], 9);
        (await Run("print a", "print b")).WriteTo(notebook);
        Assert.Equal([1, null, 2], notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Empty(notebook.Cells[1].Outputs);
    }

    [Fact]
    public void The_kits_own_style_and_script_are_left_out_of_files()
    {
        IView table = Enumerable.Range(1, 12).Select(i => new { Row = i, Text = "</style><script>x</script>" }).ToTable();
        var html = table.ToMimeBundle()["text/html"];
        var stored = StoredHtml.Of(html);
        Assert.Contains("<script>", html, StringComparison.Ordinal);
        Assert.Equal($"<div class=\"nk-cell tex2jax_ignore mathjax_ignore\">{table.ToHtml()}</div>", stored);
        Assert.True(stored.Length < html.Length / 3, $"{stored.Length} of {html.Length}");
    }

    [Fact]
    public void Markup_of_others_stays_as_it_is()
    {
        const string Other = "<style>p{}</style><div class=\"nk-cell tex2jax_ignore mathjax_ignore\"><style>x</style></div><script>f()</script>";
        Assert.Equal(Other, StoredHtml.Of(Other));
    }

    internal static async Task<OutputCollector> Run(params IEnumerable<string> cells)
    {
        var (collector, session, number) = (new OutputCollector(), new ScriptedSession(), 0);
        foreach (var cell in cells) collector.Add(++number, (await session.RunAsync(cell, $"Cell[{number}]")).Outputs);
        return collector;
    }

    private static string Json(OutputCollector outputs, int cell) => outputs.Of(cell).ToJsonString();
}
