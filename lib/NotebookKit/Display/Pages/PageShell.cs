using System.Text;

namespace NotebookKit.Display.Pages;

/// <summary>What stands around the parts of a page.</summary>
/// <param name="Title">The heading, and the title of the window.</param>
/// <param name="Kicker">A word above the heading: what kind of page it is.</param>
/// <param name="Lead">A line below the heading, or null.</param>
/// <param name="Footer">The last line.</param>
internal sealed record PageFrame(string Title, string Kicker, string? Lead, string Footer);

/// <summary>A part of a page.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">What the navigation calls it.</param>
/// <param name="Body">What is in it.</param>
internal sealed record PagePart(string Id, string Title, IView Body);

/// <summary>Puts views into one self-contained page: style, charts' data and plotly.js are in it, nothing is fetched. Without script it is
/// whole: charts are SVG, tables are plain. Its content policy lets no script run but the ones that it names by their hash.</summary>
internal static class PageShell
{
    public static string Build(PageFrame frame, IReadOnlyList<IView> head, IReadOnlyList<PagePart> parts)
    {
        var figures = PageFigures.ForPage();
        var top = Html.Join(head.Select(figures.Render));
        var sections = parts.Select(p => (p.Id, p.Title, Body: figures.Render(p.Body))).ToList();
        PageScript[] scripts = figures.Any ? [PageScript.Plotly, PageScript.Plots, PageScript.Tables] : [PageScript.Tables];

        var page = new StringBuilder(1 << 21);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src ");
        page.AppendJoin(' ', scripts.Select(s => $"'{s.Hash}'")).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(Html.Element("title", $"{frame.Kicker} · {frame.Title}")).Append("\n<style>").Append(ReportStyle.Css).Append(ViewStyle.Css).Append("</style>\n</head>\n<body class=\"nk-report\">\n");
        page.Append("<header>").Append(Html.Element("p", frame.Kicker, "kicker")).Append(Html.Element("h1", frame.Title));
        if (frame.Lead is not null) page.Append(Html.Element("p", frame.Lead, "lead"));
        page.Append(top).Append("</header>\n");
        if (sections.Count > 1) page.Append(Html.Element("nav", Html.Join(sections.Select(s => Html.Trusted($"<a href=\"#{s.Id}\">{Html.Text(s.Title)}</a>"))))).Append('\n');
        page.Append("<main>\n");
        foreach (var (id, _, body) in sections) page.Append("<section id=\"").Append(id).Append("\">").Append(body).Append("</section>\n");
        page.Append("</main>\n").Append(Html.Element("footer", frame.Footer)).Append('\n');
        if (figures.Any) page.Append(figures.Data());
        foreach (var script in scripts) page.Append(script.Render());
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Markup with the style sheet that it needs, to stand in another page.</summary>
    public static Html Fragment(Html body) => Html.Trusted($"<div class=\"nk-report nk-part\"><style>{ReportStyle.Css}{ViewStyle.Css}</style>{body}</div>");
}
