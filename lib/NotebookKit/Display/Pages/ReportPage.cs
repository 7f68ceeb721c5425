using System.Text;

namespace NotebookKit.Display.Pages;

/// <summary>Puts a report into one self-contained page: style, charts' data and plotly.js are in it, nothing is fetched. Without script it is
/// whole: charts are SVG, tables are plain. Its content policy lets no script run but the three that it names by their hash.</summary>
internal static class ReportPage
{
    public static string Build(Report report)
    {
        var figures = PageFigures.ForPage();
        var head = Html.Join(report.Head.Select(figures.Render));
        var sections = report.Sections.Select(s => (s.Id, s.Title, Body: s.Render(figures))).ToList();
        PageScript[] scripts = figures.Any ? [PageScript.Plotly, PlotScript.Script, TableScripts] : [TableScripts];

        var page = new StringBuilder(1 << 21);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src ");
        page.AppendJoin(' ', scripts.Select(s => $"'{s.Hash}'")).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(Html.Element("title", $"Dataset report · {report.Title}")).Append("\n<style>").Append(ReportStyle.Css).Append(ViewStyle.Css).Append("</style>\n</head>\n<body class=\"nk-report\">\n");
        page.Append("<header>").Append(Html.Element("p", "Dataset report", "kicker")).Append(Html.Element("h1", report.Title)).Append(Html.Element("p", report.Lead, "lead"));
        page.Append(head).Append("</header>\n<nav>");
        foreach (var (id, title, _) in sections) page.Append("<a href=\"#").Append(id).Append("\">").Append(Html.Text(title)).Append("</a>");
        page.Append("</nav>\n<main>\n");
        foreach (var (id, _, body) in sections) page.Append("<section id=\"").Append(id).Append("\">").Append(body).Append("</section>\n");
        page.Append("</main>\n").Append(Html.Element("footer", report.Account + ". This page may hold text of the dataset: keep it where the audit folder is.")).Append('\n');
        if (figures.Any) page.Append(figures.Data());
        foreach (var script in scripts) page.Append(script.Render());
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Markup with the style sheet that it needs, to stand in another page.</summary>
    public static Html Fragment(Html body) => Html.Trusted($"<div class=\"nk-report nk-part\"><style>{ReportStyle.Css}{ViewStyle.Css}</style>{body}</div>");

    private static readonly PageScript TableScripts = new(Table.Script);
}
