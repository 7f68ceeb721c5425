using System.Globalization;
using System.Text;
using NotebookKit.Display;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Pages;

/// <summary>Makes pages of notebooks: one for each, with links to the one before and the one behind, and one that lists them.</summary>
public static class NotebookPages
{
    private const string Index = "index.html";

    /// <summary>The pages, by their file names, in the order of the notebooks; the list last.</summary>
    /// <param name="notebooks">The notebooks, with their outputs, in the order to read them.</param>
    /// <param name="folder">The folder that the pages are for; relative links are made for it.</param>
    public static IReadOnlyList<(string Name, string Html)> Build(IReadOnlyList<Notebook> notebooks, string folder)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(folder);
        var links = new PageLinks(notebooks, folder);
        var pages = notebooks.Select((n, i) => (links.PageOf(n), NotebookPage.Build(n, links, Turn(notebooks, i, links)))).ToList();
        pages.Add((Index, List(notebooks, links)));
        return pages;
    }

    /// <summary>Writes the pages; the folder is made where it is not there. Other files in it stay.</summary>
    /// <returns>The path of the list.</returns>
    public static string Write(IReadOnlyList<Notebook> notebooks, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, html) in Build(notebooks, folder)) File.WriteAllText(Path.Combine(folder, name), html);
        return Path.Combine(folder, Index);
    }

    private static string Turn(IReadOnlyList<Notebook> notebooks, int at, PageLinks links)
    {
        if (notebooks.Count < 2) return "";
        string To(int i, string before, string behind) => i < 0 || i >= notebooks.Count ? "<span></span>" : $"<a href=\"{Address(links.PageOf(notebooks[i]))}\">{before}{Html.Text(NotebookPage.TitleOf(notebooks[i]))}{behind}</a>";
        return $"<nav class=\"nb-turn\" aria-label=\"Notebooks\">{To(at - 1, "← ", "")}<a href=\"{Index}\">All notebooks</a>{To(at + 1, "", " →")}</nav>\n";
    }

    private static string List(IReadOnlyList<Notebook> notebooks, PageLinks links)
    {
        var list = new StringBuilder("<main>\n<article>\n<h1>Notebooks</h1>\n<ul class=\"nb-list\">\n");
        foreach (var notebook in notebooks)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Address(links.PageOf(notebook))}\">{Html.Text(NotebookPage.TitleOf(notebook))}</a>");
            if (MarkdownMarkup.About(notebook).Lead is { } lead) list.Append(CultureInfo.InvariantCulture, $"<p>{Html.Text(lead)}</p>");
            list.Append("</li>\n");
        }

        return NotebookPage.Shell("Notebooks", list.Append("</ul>\n</article>\n</main>\n").ToString(), []);
    }

    private static string Address(string page) => Uri.EscapeDataString(page);
}
