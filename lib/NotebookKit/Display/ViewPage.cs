using NotebookKit.Display.Pages;

namespace NotebookKit.Display;

/// <summary>A page around views, in the style of the report: one file that needs no network.</summary>
public static class ViewPage
{
    /// <summary>The page: tables sort and filter, charts can be zoomed; without script it is whole, too.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="views">What it shows, one below the other.</param>
    public static string Build(string title, IEnumerable<IView> views)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(views);
        return PageShell.Build(new(title, "NotebookKit", null, "This page may hold text of the dataset: keep it where the audit folder is."), [], [new("views", title, Stack.Of(views))]);
    }
}
