namespace NotebookKit.Display;

/// <summary>The style of the views for a page that shows their bare HTML: a notebook host that calls <see cref="IView.ToHtml"/> only, or a page of one's
/// own. Shown once, it holds for all views of the page, and touches nothing else there.</summary>
public sealed class PageStyle
{
    private const string Roots = ".nk-scroll,.nk-tools,.nk-count,.nk-chat,.nk-diff,.nk-pair";

    private readonly string element = $"<style>{ViewStyle.Variables(Roots)}{Roots}{{color:var(--ink);background:var(--card)}}{ViewStyle.Css}</style>";

    /// <summary>The rules of a whole page in the style of the report, for a body of class <c>nk-report</c>: views, parts of reports, plots, light and dark, paper.
    /// Without the style element around them.</summary>
    public static string ForPages { get; } = Pages.ReportStyle.Css + ViewStyle.Css;

    /// <summary>One style element. A host that shows objects by their <c>ToHtml</c> finds it here.</summary>
    public string ToHtml() => element;

    /// <inheritdoc/>
    public override string ToString() => "The style of the views on this page.";
}
