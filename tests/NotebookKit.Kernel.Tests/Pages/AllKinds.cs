using System.Text;
using System.Text.Json.Nodes;
using NotebookKit.Display;
using NotebookKit.Display.Charts;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Pages;

/// <summary>Two notebooks that hold every kind of cell and output. All people in them are invented.</summary>
internal static class AllKinds
{
    /// <summary>A picture of one dot.</summary>
    public const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private const string Prose = """
        # Every *kind* of output

        A lead with `code`, a [link to the second](second.ipynb#there), [another file](../docs/hosts.md), [the web](https://example.org/) and [a place](#charts).

        ## Formulas

        The similarity is $J(A,B) = \frac{|A \cap B|}{|A \cup B|} \ge 0.8$, and the entropy

        $$H = -\sum_{i=1}^{n} p_i \log_2 p_i$$

        What is not known stays as it is: $\begin{cases} 1 \end{cases}$.

        ### A table

        | step | rows |
        |------|-----:|
        | read | 40 |

        - [x] done
        - [ ] to do

        > [!NOTE]
        > A remark.

        ```csharp
        var text = $"a {1 + 2}"; // a comment
        ```

        <details><summary>Answer</summary>The author's own HTML.</details>

        ![a dot](attachment:dot.png)
        """;

    private static readonly (string Source, string[] Tags, CellOutput[] Outputs)[] Code =
    [
        ("#r \"nuget: Some.Package, 1.0.0\"\nusing System.Text;\nvar list = new List<string> { \"a <b>\" };\nforeach (var item in list.Where(i => i.Length > 1)) Console.WriteLine($\"{item,5} {1.5e3}\"); // shown", [],
            [new StreamOutput("stdout", "a <b> & \u001b[31mred\u001b[0m\n"), new StreamOutput("stderr", "careful\n")]),
        ("rows.ToTable()", [], [new ResultOutput(Of(Rows(40)))]),
        ("rows.Take(2).ToTable()", ["hide-input"], [new ResultOutput(Of(Rows(2)))]),
        ("Chart.Bar(\"Labels\", counts)", [], [new ResultOutput(Of(Chart.Bar("Labels </script>", [KeyValuePair.Create("billing", 41L), KeyValuePair.Create("account", 17L)])))]),
        ("plot", [], [new DisplayOutput(MimeBundle.Of((Chart.PlotlyMimeType, """{"data":[{"type":"scatter","x":[1,2],"y":[3,4]}],"layout":{}}"""), ("text/plain", "a plot alone")))]),
        ("picture", [], [new DisplayOutput(MimeBundle.Of(("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><script>window.hit=1</script></svg>"), ("text/plain", "svg")))]),
        ("dot", [], [new DisplayOutput(MimeBundle.Of(("image/png", Dot), ("text/plain", "png")))]),
        ("markup", [], [new DisplayOutput(MimeBundle.Of(("text/html", "<b>bold</b><script>window.hit=1</script>"), ("text/plain", "bold")))]),
        ("throw new InvalidOperationException(\"on <purpose>\");", ["raises-exception"], [new ErrorOutput("InvalidOperationException", "on <purpose>", ["InvalidOperationException: on <purpose>", "   at Cell[9], line 1"])]),
        ("// the answer\n6 * 7", ["hide-cell"], [new ResultOutput(MimeBundle.OfText("42"))]),
    ];

    /// <summary>The notebook with everything in it.</summary>
    public static Notebook First(string folder)
    {
        var cells = new JsonArray { Markdown("prose", Prose) };
        cells[0]!["attachments"] = new JsonObject { ["dot.png"] = new JsonObject { ["image/png"] = Dot } };
        for (var i = 0; i < Code.Length; i++)
        {
            if (i == 3) cells.Add((JsonNode)Markdown("charts", "## Charts"));
            cells.Add((JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = $"code-{i + 1}",
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. Code[i].Tags.Select(t => (JsonNode)t)]) },
                ["outputs"] = new JsonArray(),
                ["source"] = Code[i].Source,
            });
        }

        cells.Add((JsonNode)new JsonObject { ["cell_type"] = "raw", ["id"] = "raw", ["metadata"] = new JsonObject(), ["source"] = "raw <text>" });
        var notebook = Parse(cells, Path.Combine(folder, "all-kinds.ipynb"));
        var outputs = new OutputCollector();
        for (var i = 0; i < Code.Length; i++) outputs.Add(i + 1, Code[i].Outputs);
        outputs.WriteTo(notebook);
        return notebook;
    }

    /// <summary>The notebook behind it.</summary>
    public static Notebook Second(string folder) => Parse([Markdown("a", "# The second & last\n\nIts lead.\n\n## There\n\n[back](all-kinds.ipynb)\n")], Path.Combine(folder, "second.ipynb"));

    private static Table Rows(int count) => Enumerable.Range(1, count).Select(i => new { Row = i, Name = $"row {i * 7 % count} <i>{(i == 33 ? " quince" : "")}", Length = i * 37 % 101 }).ToTable(rows: count);

    private static MimeBundle Of(IView view) => MimeBundle.Of(view.ToMimeBundle().Select(p => (p.Key, p.Value)));

    private static JsonObject Markdown(string id, string source) => new() { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = source.ReplaceLineEndings("\n") };

    private static Notebook Parse(JsonArray cells, string name) =>
        Notebook.Parse(Encoding.UTF8.GetBytes(new JsonObject { ["cells"] = cells, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString()), name);
}
