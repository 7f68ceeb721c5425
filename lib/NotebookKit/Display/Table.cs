using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Rows and columns of text, with the count of all rows where only the first are here. It renders to aligned plain text, HTML,
/// Markdown and CSV; everything in it is taken for data and encoded. In a page that includes <see cref="Script"/> once, its HTML can be
/// sorted, filtered and paged; without script it is a plain table.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Table : IView
{
    /// <summary>What stands for a cell without a value.</summary>
    internal const string None = "–";

    /// <summary>The script that lets a reader sort, filter and page the tables of a page by mouse and keyboard. It finds the tables by
    /// itself, leaves those alone that it has seen, and may be included any number of times; it has no global name, evaluates nothing and
    /// writes text as text only. Without the script element around it.</summary>
    public static string Script => TableScript.Source;

    /// <summary>What a page's Content-Security-Policy names to allow <see cref="Script"/> and no other: <c>'sha256-…'</c>.</summary>
    public static string ScriptHash { get; } = $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Script)))}'";

    /// <summary>The columns, left to right.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows, each with one cell per column; null is a cell without a value, shown as a dash.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; }

    /// <summary>A line above the table; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>A row of totals below the others, one cell per column; it stays there when a reader sorts. Null for none.</summary>
    public IReadOnlyList<string?>? Foot { get; init; }

    /// <summary>How many rows there are where <see cref="Rows"/> are only the first of them. Null: these are all, or see
    /// <see cref="HasMore"/>.</summary>
    public long? Total { get; init; }

    /// <summary>True where there are more rows, and nobody counted them.</summary>
    public bool HasMore { get; init; }

    /// <summary>True where the order of the rows is part of what they say: a page's script then leaves the table alone. Default false.</summary>
    public bool InOrder { get; init; }

    /// <summary>Characters of a cell after which the rest opens on a click, at least 20. Null (default): cells show whole.</summary>
    public int? OpensAfter { get; init => field = Guard.AtLeast(value, 20); }

    /// <summary>Cells that open to a view of their own (a conversation), by row and column from 0.</summary>
    public IReadOnlyDictionary<(int Row, int Column), IView> Views { get; init; } = new Dictionary<(int Row, int Column), IView>();

    /// <summary>How many of how many rows are here: <c>20 of 4,096 rows</c>, <c>first 20 rows</c>; null where these are all.</summary>
    public string? Count => Total is { } all && all != Rows.Count ? $"{Numbers.Count(Rows.Count)} of {Numbers.Count(all, "row")}"
        : HasMore ? $"first {Numbers.Count(Rows.Count, "row")}; there are more" : null;

    /// <summary>A cell of a number; empty where there is none.</summary>
    public static string Cell(double? number) => number is { } n ? Numbers.Value(n) : "";

    /// <summary>Aligned plain text, cells cut at 60 characters, no line end after the last row.</summary>
    public string ToText() => TableText.Render(this, null);

    /// <summary>Aligned plain text for a terminal: the widest columns are cut until a line fits.</summary>
    /// <param name="width">Characters of a line, at least 20. No column becomes narrower than 4, so a line of many columns can be longer.</param>
    public string ToText(int width) => TableText.Render(this, Guard.AtLeast(width, 20));

    /// <summary>A table element; it scrolls sideways by itself where it is too wide.</summary>
    public string ToHtml() => Render().ToString();

    /// <summary>A table as GitHub's Markdown has it, one line a row; it ends with a line feed.</summary>
    public string ToMarkdown() => TableFiles.Markdown(this);

    /// <summary>Comma-separated values (RFC 4180, line feeds), a head and one record a row, whole cells, no value as nothing. A text cell that
    /// a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public string ToCsv() => TableFiles.Csv(this);

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal Html Render() => TableHtml.Render(this);
}
