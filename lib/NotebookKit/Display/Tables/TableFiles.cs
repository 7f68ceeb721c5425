using System.Text;

namespace NotebookKit.Display;

/// <summary>Renders a table as Markdown and as CSV.</summary>
internal static class TableFiles
{
    public static string Markdown(Table table)
    {
        var text = new StringBuilder();
        if (table.Caption is not null) text.Append("**").Append(Inline(table.Caption)).Append("**\n\n");
        text.Append('|').AppendJoin('|', table.Columns.Select(c => $" {Inline(c.Name)} ")).Append("|\n|");
        text.AppendJoin('|', table.Columns.Select(c => c.IsNumber ? "---:" : "---")).Append("|\n");
        foreach (var row in table.Foot is null ? table.Rows : table.Rows.Append(table.Foot))
            text.Append('|').AppendJoin('|', row.Select(c => $" {Inline(c ?? Table.None)} ")).Append("|\n");
        if (table.Count is { } count) text.Append('\n').Append(count).Append('\n');
        return text.ToString();
    }

    public static string Csv(Table table)
    {
        var text = new StringBuilder();
        AppendRecord(text, table.Columns.Select(c => Field(c.Name, false)));
        foreach (var row in table.Rows) AppendRecord(text, row.Select((c, i) => Field(c ?? "", table.Columns[i].IsNumber)));
        return text.ToString();
    }

    private static void AppendRecord(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append('\n');

    private static string Field(string cell, bool isNumber)
    {
        // A text cell that begins like this is run by a spreadsheet (OWASP, "CSV injection").
        if (!isNumber && cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) cell = "'" + cell;
        return cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Text inside a cell: on one line, and nothing in it is Markdown or HTML.</summary>
    private static string Inline(string text)
    {
        var inline = new StringBuilder(text.Length + 8);
        foreach (var c in Visible.Line(text))
            _ = c switch
            {
                '<' => inline.Append("&lt;"),
                '>' => inline.Append("&gt;"),
                '&' => inline.Append("&amp;"),
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '!' => inline.Append('\\').Append(c),
                _ => inline.Append(c),
            };
        return inline.ToString();
    }
}
