using System.Globalization;
using System.Text;
using NotebookKit.Display;
using NotebookKit.Display.Pages;
using NotebookKit.Kernel.Documents;
using NotebookCell = NotebookKit.Kernel.Documents.NotebookCell;

namespace NotebookKit.Kernel.Pages;

/// <summary>One notebook as one page that needs nothing else: prose, code, outputs, contents. Without script it is whole: plots are pictures, tables are plain. Its
/// content policy lets no script run but the kit's own, whatever the outputs hold.</summary>
internal sealed class NotebookPage
{
    /// <summary>Tags and metadata of cells that fold: the code, or the cell.</summary>
    private const string HideInput = "hide-input", HideCell = "hide-cell";

    private readonly Notebook notebook;
    private readonly MarkdownMarkup markdown;
    private readonly OutputMarkup outputs = new();

    private NotebookPage(Notebook notebook, PageLinks links) => (this.notebook, markdown) = (notebook, new(notebook, links));

    /// <summary>The page.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="links">Where links lead.</param>
    /// <param name="turn">Links to the pages before and behind, or nothing.</param>
    public static string Build(Notebook notebook, PageLinks links, string turn) => new NotebookPage(notebook, links).Build(turn);

    /// <summary>What the page is called: its first heading, else its file.</summary>
    public static string TitleOf(Notebook notebook) => MarkdownMarkup.About(notebook).Title ?? Path.GetFileNameWithoutExtension(notebook.Name);

    /// <summary>A page around a body.</summary>
    /// <param name="title">The window's title.</param>
    /// <param name="body">Markup.</param>
    /// <param name="scripts">The scripts at its end, in their order.</param>
    public static string Shell(string title, string body, IReadOnlyList<PageScript> scripts)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src ");
        page.Append(scripts.Count == 0 ? "'none'" : string.Join(' ', scripts.Select(s => $"'{s.Hash}'"))).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append("<title>").Append(Html.Text(title)).Append("</title>\n<style>").Append(PageStyle.ForPages).Append(BookStyle.Css).Append("</style>\n</head>\n<body class=\"nk-report nb\">\n");
        page.Append(body);
        foreach (var script in scripts) page.Append(script.Render());
        return page.Append("</body>\n</html>\n").ToString();
    }

    private string Build(string turn)
    {
        var article = new StringBuilder();
        var number = 0;
        foreach (var cell in notebook.Cells)
            _ = cell.Kind switch
            {
                CellKind.Markdown => article.Append(markdown.Render(cell)),
                CellKind.Code when cell.Runs => article.Append(Code(cell, ++number)),
                CellKind.Raw when cell.Source.Length > 0 => article.Append("<pre class=\"nb-text\" tabindex=\"0\">").Append(Html.Text(cell.Source)).Append("</pre>\n"),
                _ => article,
            };
        var body = $"{turn}<main>\n{Contents()}<article>\n{article}</article>\n</main>\n{turn}{(outputs.HasPlots ? outputs.PlotData() : "")}";
        var scripts = new List<PageScript>();
        if (outputs.HasPlots) scripts.AddRange([PageScript.Plotly, PageScript.Plots]);
        if (article.ToString().Contains("<table class=\"nk-table\"", StringComparison.Ordinal)) scripts.Add(PageScript.Tables);
        return Shell(TitleOf(notebook), body, scripts);
    }

    private string Code(NotebookCell cell, int number)
    {
        var shown = cell.Outputs.Count == 0 ? "" : $"<div class=\"nb-outputs\">{string.Concat(cell.Outputs.Select(outputs.Render))}</div>\n";
        var code = CSharpMarkup.Block(cell.Source.TrimEnd());
        var id = string.Create(CultureInfo.InvariantCulture, $"in-{number}");
        if (cell.Tags.Contains(HideCell)) return $"<details class=\"nb-cell\" id=\"{id}\"><summary>Show the cell</summary>{code}{shown}</details>\n";
        var isFolded = cell.Tags.Contains(HideInput) || Lines.At(cell.Json, "metadata", "jupyter", "source_hidden")?.ToString() == "true";
        return $"<div class=\"nb-cell\" id=\"{id}\">{(isFolded ? $"<details><summary>Show the code</summary>{code}</details>" : code)}{shown}</div>\n";
    }

    /// <summary>Headings of the second and third level; a page with fewer than two has no need of them.</summary>
    private string Contents()
    {
        var list = markdown.Headings.Where(h => h.Level is 2 or 3).ToList();
        if (list.Count < 2) return "";
        var html = new StringBuilder("<nav class=\"nb-toc\" aria-label=\"Contents\"><details open><summary>Contents</summary><ul>");
        for (var i = 0; i < list.Count; i++)
        {
            html.Append("<li>").Append(Entry(list[i]));
            var inner = list.Skip(i + 1).TakeWhile(h => h.Level == 3).ToList();
            if (list[i].Level == 2 && inner.Count > 0)
            {
                html.Append("<ul>").AppendJoin("", inner.Select(h => $"<li>{Entry(h)}</li>")).Append("</ul>");
                i += inner.Count;
            }

            html.Append("</li>");
        }

        return html.Append("</ul></details></nav>\n").ToString();

        static string Entry(Heading heading) => $"<a href=\"#{Html.Text(heading.Id)}\">{Html.Text(heading.Text)}</a>";
    }
}
