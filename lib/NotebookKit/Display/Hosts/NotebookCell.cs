namespace NotebookKit.Display;

/// <summary>A view's HTML as one output of a notebook: with its style, and with the tables' script where a table is long enough to gain by it.
/// Outputs of many cells share one page, so nothing in it has a name outside.</summary>
internal static class NotebookCell
{
    /// <summary>Rows of a table from which sorting is worth a script.</summary>
    private const int RowsForScript = 6;

    public static string Of(string html) =>
        $"<div class=\"nk-cell\">{ViewStyle.Cell}{html}</div>" + (HasLongTable(html) ? $"<script>{Table.Script}</script>" : "");

    private static bool HasLongTable(string html)
    {
        var rows = 0;
        for (var at = html.IndexOf("<tr>", StringComparison.Ordinal); at >= 0 && rows <= RowsForScript; at = html.IndexOf("<tr>", at + 4, StringComparison.Ordinal)) rows++;
        return rows > RowsForScript;
    }
}
