using System.Text;

namespace NotebookKit.Display;

/// <summary>A page around views, with the style of the report: one file that needs nothing else and runs no script.</summary>
public static class ViewPage
{
    private const string Own = """
        .nk-life { margin: 0 0 2.5rem; }
        .nk-life dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
        .nk-life dt { color: var(--muted, #666); }
        .nk-life dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .nk-alarm { border-left: 4px solid #b3261e; padding: .5rem 1rem; font-weight: 600; }
        """;

    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="views">What it shows, one below the other.</param>
    public static string Build(string title, IEnumerable<IView> views)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(views);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        page.Append(Html.Element("title", title)).Append("\n<style>\n").Append(ReportStyle.Css).Append('\n').Append(Own.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<main>\n");
        page.Append(Html.Element("h1", title)).Append('\n');
        foreach (var view in views) page.Append(view.ToHtml()).Append('\n');
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
