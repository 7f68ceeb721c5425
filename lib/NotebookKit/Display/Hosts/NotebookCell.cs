namespace NotebookKit.Display;

/// <summary>A view's HTML as one output of a notebook: with its style, and with the tables' script where a table is long enough to gain by it.
/// Outputs of many cells share one page, so nothing in it has a name outside.</summary>
internal static class NotebookCell
{
    /// <summary>Rows of a table from which sorting is worth a script.</summary>
    private const int RowsForScript = 6;

    /// <summary>How an output begins. Notebook pages set what stands between two dollar signs as a formula: in data these are prices. The two names are those by
    /// which MathJax (2, and 3 on) is told to keep away; sources: docs.mathjax.org, "ignoreClass" and "ignoreHtmlClass".</summary>
    public const string Beginning = "<div class=\"nk-cell tex2jax_ignore mathjax_ignore\">";

    public static string Of(string html) =>
        $"{Beginning}{ViewStyle.Cell}{html}</div>" + (HasLongTable(html) ? $"<script>{Table.Script}</script>" : "");

    private static bool HasLongTable(string html)
    {
        var rows = 0;
        for (var at = html.IndexOf("<tr>", StringComparison.Ordinal); at >= 0 && rows <= RowsForScript; at = html.IndexOf("<tr>", at + 4, StringComparison.Ordinal)) rows++;
        return rows > RowsForScript;
    }
}
