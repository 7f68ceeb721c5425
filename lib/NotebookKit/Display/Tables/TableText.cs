using System.Globalization;
using System.Text;

namespace NotebookKit.Display;

/// <summary>Renders a table as aligned text.</summary>
internal static class TableText
{
    private const int WidestCell = 60, NarrowestColumn = 4, Gap = 2;

    public static string Render(Table table, int? lineWidth)
    {
        var head = table.Columns.Select(c => Visible.Line(c.Name)).ToArray();
        var rows = (table.Foot is null ? table.Rows : table.Rows.Append(table.Foot))
            .Select(r => r.Select(c => Fit(Visible.Line(c ?? Table.None), WidestCell)).ToArray()).ToList();
        var widths = head.Select((name, i) => Math.Max(Width(name), rows.Select(r => Width(r[i])).DefaultIfEmpty().Max())).ToArray();
        if (lineWidth is { } most) Shrink(widths, most);
        var rule = string.Join(new string(' ', Gap), widths.Select(w => new string('─', w)));
        var text = new StringBuilder();
        if (table.Caption is not null) text.Append(Visible.Line(table.Caption)).Append('\n');
        AppendLine(text, table, head, widths);
        text.Append('\n').Append(rule);
        for (var r = 0; r < rows.Count; r++)
        {
            if (r == table.Rows.Count) text.Append('\n').Append(rule);
            text.Append('\n');
            AppendLine(text, table, rows[r], widths);
        }

        if (table.Count is { } count) text.Append('\n').Append(count);
        return text.ToString();
    }

    /// <summary>Columns that a terminal needs: two for ideographs, none for marks.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var c in text) width += Width(c);
        return width;
    }

    /// <summary>Takes from the widest column until the line fits or no column can give more.</summary>
    private static void Shrink(int[] widths, int most)
    {
        while (widths.Length > 0 && widths.Sum() + (Gap * (widths.Length - 1)) > most)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= NarrowestColumn) return;
            widths[widest]--;
        }
    }

    private static void AppendLine(StringBuilder text, Table table, string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = Fit(cells[i], widths[i]);
            var space = new string(' ', widths[i] - Width(cell));
            if (i > 0) text.Append(' ', Gap);
            if (table.Columns[i].IsNumber) text.Append(space).Append(cell);
            else text.Append(cell).Append(i == cells.Length - 1 ? "" : space);
        }
    }

    /// <summary>The text in so many columns of a terminal, its end replaced by an ellipsis where it is longer.</summary>
    private static string Fit(string text, int width)
    {
        if (Width(text) <= width) return text;
        var (used, end) = (0, 0);
        while (end < text.Length && used + Width(text[end]) < width) used += Width(text[end++]);
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static int Width(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
            : c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' ? 2 : 1;
}
