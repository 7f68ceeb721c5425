using System.Globalization;
using Microsoft.Data.Analysis;
using NotebookKit.Display;

namespace NotebookKit.MLNet;

/// <summary>Cells of tables, read back as what they say.</summary>
internal static class CellTexts
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"];

    /// <exception cref="ArgumentException">A cell is not of the kind.</exception>
    public static DataFrameColumn Column(string name, ColumnKind kind, string?[] cells) => kind switch
    {
        ColumnKind.Number => new DoubleDataFrameColumn(name, Read(name, cells, Number, "a number such as 1,234.5")),
        ColumnKind.Share => new DoubleDataFrameColumn(name, Read(name, cells, Share, "a share such as 12.3%")),
        ColumnKind.Date => new DateTimeDataFrameColumn(name, Read(name, cells, Date, "a date such as 2024-05-31 or 2024-05-31 17:20")),
        ColumnKind.Flag => new BooleanDataFrameColumn(name, Read(name, cells, Flag, "yes or no")),
        _ => new StringDataFrameColumn(name, cells!),
    };

    private static IEnumerable<T?> Read<T>(string name, string?[] cells, Func<string, T?> read, string expected)
        where T : struct
    {
        var values = new T?[cells.Length];
        for (var row = 0; row < values.Length; row++)
            // A table has a dash or nothing where there is no value.
            if (cells[row] is { Length: > 0 } and not "–")
                values[row] = read(cells[row]!) ?? throw new ArgumentException(FormattableString.Invariant($"Table, row {row + 1}, column \"{name}\": {expected} was expected; mend the cell, or make the column one of text."), nameof(cells));
        return values;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Share(string text) => text switch
    {
        "< 0.1%" => 0.0005,
        "> 99.9%" => 0.9995,
        _ => text.EndsWith('%') && Number(text[..^1].TrimEnd()) is { } percent ? percent / 100 : null,
    };

    private static DateTime? Date(string text) => DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool? Flag(string text) => text switch { "yes" => true, "no" => false, _ => null };
}
