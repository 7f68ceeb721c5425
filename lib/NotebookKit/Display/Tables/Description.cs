using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>One column of a <see cref="Description"/>. Quantiles are values that occur: the smallest value that so many percent are not above.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What its values are. Of text, and of collections, the length is described.</param>
/// <param name="Unit">What the numbers count: <c>characters</c>, <c>items</c>; empty for numbers, shares of yes and dates.</param>
/// <param name="Count">Rows that have a value.</param>
/// <param name="Missing">Rows that have none: null, empty text, not a number.</param>
/// <param name="Distinct">Different values.</param>
public sealed record DescribedColumn(string Name, ColumnKind Kind, string Unit, long Count, long Missing, long Distinct)
{
    /// <summary>The smallest; a date as milliseconds since 1970 (UTC), as all quantiles of dates. Null where there is no value.</summary>
    public double? Min { get; init; }

    /// <summary>A quarter is not above it.</summary>
    public double? Quartile1 { get; init; }

    /// <summary>Half is not above it.</summary>
    public double? Median { get; init; }

    /// <summary>Three quarters are not above it.</summary>
    public double? Quartile3 { get; init; }

    /// <summary>The largest.</summary>
    public double? Max { get; init; }

    /// <summary>The arithmetic mean; of flags the share of yes, 0–1. Null for dates and where there is no value.</summary>
    public double? Mean { get; init; }
}

/// <summary>What is in each column of a dataset or of any rows: how many have a value, how many different ones, and how they are spread.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Description : IView
{
    /// <summary>Rows that were counted.</summary>
    public required long Rows { get; init; }

    /// <summary>The columns, in the order of the rows.</summary>
    public required IReadOnlyList<DescribedColumn> Columns { get; init; }

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public DescribedColumn this[string name] => Columns.FirstOrDefault(c => c.Name == name)
        ?? throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", Columns.Select(c => c.Name))}.", nameof(name));

    /// <summary>One row for each column.</summary>
    public Table ToTable() => new()
    {
        Caption = Numbers.Count(Rows, "row"),
        Columns =
        [
            new("column"), new("what"), .. new[] { "count", "missing", "distinct", "mean", "min", "25%", "50%", "75%", "max" }.Select(n => new Column(n, ColumnKind.Number)),
        ],
        Rows = [.. Columns.Select(c => (IReadOnlyList<string?>)
        [
            c.Name, c.Unit.Length > 0 ? c.Unit : CellValue.Words(c.Kind.ToString()), Numbers.Count(c.Count), Numbers.Count(c.Missing), Numbers.Count(c.Distinct),
            Shown(c, c.Mean, true), .. new[] { c.Min, c.Quartile1, c.Median, c.Quartile3, c.Max }.Select(q => Shown(c, q, false)),
        ])],
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static string? Shown(DescribedColumn column, double? value, bool isMean) => value is not { } number ? null : column.Kind switch
    {
        ColumnKind.Date => Date(number, column),
        ColumnKind.Flag => isMean ? CellValue.Number(number) : number > 0 ? "yes" : "no",
        _ => CellValue.Number(number),
    };

    /// <summary>A date; the time of day says nothing where the dates are days apart.</summary>
    private static string Date(double number, DescribedColumn column)
    {
        var date = DateTime.UnixEpoch.AddMilliseconds(number);
        return CellValue.Date(column.Max - column.Min > TimeSpan.FromDays(2).TotalMilliseconds ? date.Date : date);
    }
}
