using System.Globalization;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Name">The heading.</param>
/// <param name="IsNumber">True for numbers, which stand at the right.</param>
public sealed record Column(string Name, bool IsNumber = false);

/// <summary>Rows and columns of text. It renders to aligned plain text and to HTML; everything in it is taken for data and encoded.</summary>
public sealed record Table : IView
{
    private const int WidestCell = 60;

    /// <summary>The columns, left to right.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows, each with one cell per column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>A line above the table; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>A cell of a number.</summary>
    public static string Cell(double? number) => number is { } n ? Numbers.Value(n) : "";

    /// <summary>Aligned plain text, cells cut at 60 characters, no line end after the last row.</summary>
    public string ToText()
    {
        var cells = Rows.Select(r => r.Select(c => Visible.Cut(Visible.Line(c), WidestCell)).ToArray()).ToList();
        var widths = Columns.Select((c, i) => Math.Max(Width(c.Name), cells.Select(r => Width(r[i])).DefaultIfEmpty().Max())).ToArray();
        var text = new StringBuilder();
        if (Caption is not null) text.Append(Visible.Line(Caption)).Append('\n');
        AppendLine(text, Columns.Select(c => c.Name).ToArray(), widths);
        text.Append('\n').AppendJoin("  ", widths.Select(w => new string('─', w)));
        foreach (var row in cells)
        {
            text.Append('\n');
            AppendLine(text, row, widths);
        }

        return text.ToString();
    }

    /// <summary>A table element; it scrolls sideways by itself where it is too wide.</summary>
    public string ToHtml() => Render().ToString();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal Html Render()
    {
        var html = new StringBuilder("<div class=\"nk-scroll\"><table class=\"nk-table\">");
        if (Caption is not null) html.Append(Html.Element("caption", Caption));
        html.Append("<thead><tr>");
        foreach (var column in Columns) html.Append(Html.Element("th", column.Name, column.IsNumber ? "num" : null));
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < Columns.Count; i++) html.Append(Html.Element("td", row[i], Columns[i].IsNumber ? "num" : null));
            html.Append("</tr>");
        }

        return Html.Trusted(html.Append("</tbody></table></div>").ToString());
    }

    private void AppendLine(StringBuilder text, string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var space = new string(' ', widths[i] - Width(cells[i]));
            if (i > 0) text.Append("  ");
            if (Columns[i].IsNumber) text.Append(space).Append(cells[i]);
            else text.Append(cells[i]).Append(i == cells.Length - 1 ? "" : space);
        }
    }

    /// <summary>Columns that a terminal needs: two for ideographs, none for marks.</summary>
    private static int Width(string text)
    {
        var width = 0;
        foreach (var c in text)
            width += CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
                : c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' ? 2 : 1;
        return width;
    }
}
