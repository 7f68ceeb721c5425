using System.Text;

namespace NotebookKit.Display;

/// <summary>Renders a table as HTML.</summary>
internal static class TableHtml
{
    /// <summary>Characters of a cell that a page can hold for each of many rows.</summary>
    private const int LongestCell = 20_000;

    public static Html Render(Table table)
    {
        var html = new StringBuilder("<div class=\"nk-scroll\"><table class=\"nk-table\"");
        // The mark of a table that the script has already seen.
        html.Append(table.InOrder ? " data-nk-ready=\"\">" : ">");
        if (table.Caption is not null) html.Append(Html.Element("caption", table.Caption));
        html.Append("<thead><tr>");
        foreach (var column in table.Columns) html.Append(Html.Element("th", column.Name, column.Css));
        html.Append("</tr></thead><tbody>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            html.Append("<tr>");
            for (var c = 0; c < table.Columns.Count; c++) html.Append(Cell(table, r, c));
            html.Append("</tr>");
        }

        html.Append("</tbody>");
        if (table.Foot is not null)
        {
            html.Append("<tfoot><tr>");
            for (var c = 0; c < table.Columns.Count; c++) html.Append(Plain(table.Foot[c], table.Columns[c].Css));
            html.Append("</tr></tfoot>");
        }

        html.Append("</table></div>");
        if (table.Count is { } count) html.Append(Html.Element("p", count, "nk-count"));
        return Html.Trusted(html.ToString());
    }

    private static Html Cell(Table table, int row, int column)
    {
        var text = table.Rows[row][column];
        var css = table.Columns[column].Css;
        var longest = table.OpensAfter ?? int.MaxValue;
        if (table.Views.TryGetValue((row, column), out var view)) return Html.Element("td", Opening(text ?? Table.None, Math.Min(longest, 160), Html.Trusted(view.ToHtml())), css);
        return text is null || text.Length <= longest
            ? table.OpensAfter is not null && text is not null ? Html.Element("td", Marked.Text(text), css) : Plain(text, css)
            : Html.Element("td", Opening(text, longest, Html.Element("div", Marked.Text(Visible.Cut(text, LongestCell)), "nk-whole")), css);
    }

    private static Html Plain(string? text, string? css) =>
        text is null ? Html.Element("td", Table.None, css is null ? "nk-none" : css + " nk-none") : Html.Element("td", text, css);

    /// <summary>A beginning that opens to the whole, by mouse or keyboard, without script.</summary>
    private static Html Opening(string text, int most, Html whole) =>
        Html.Element("details", Html.Join([Html.Element("summary", Marked.Text(Start(text, most))), whole]), "nk-more");

    private static string Start(string text, int most)
    {
        var line = Visible.Line(text.Length > most * 4 ? text[..(most * 4)] : text);
        if (line.Length <= most) return line;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[most - 1]) ? most - 1 : most), "…");
    }
}
