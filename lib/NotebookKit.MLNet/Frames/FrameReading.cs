using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Analysis;
using NotebookKit.Sourcing;

namespace NotebookKit.MLNet;

/// <summary>Data frames as datasets.</summary>
public static class FrameReading
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The rows of a data frame as examples.</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="map">Which columns are what: <c>FieldMap.Parse("input=question,output=reply,label=topic")</c>; several columns for a text are joined by a line feed. Null (default): the columns have the names that
    /// <see cref="DataFrames.ToDataFrame(Dataset, IReadOnlyList{string}?, RunContext?)"/> gives, and nothing of these is lost.</param>
    /// <remarks>Where no column is the id, ids are <c>row-1</c>, <c>row-2</c> …; <see cref="Example.Position"/> then counts rows, too. Dates without an offset are UTC.</remarks>
    /// <exception cref="BadInputException">A column is missing, or a cell is not what its field needs: one line says row (from 1), column, what was expected and what to do, and nothing of what the cell holds.</exception>
    public static Dataset ToDataset(this DataFrame frame, FieldMap? map = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Func<int, Example> read = map is null ? new OwnColumns(frame).Read : new MappedColumns(frame, map).Read;
        var (rows, ids) = (new Example[checked((int)frame.Rows.Count)], new Dictionary<string, int>(StringComparer.Ordinal));
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = read(row);
            if (!ids.TryAdd(rows[row].Id, row))
                throw new BadInputException(FormattableString.Invariant($"Data frame, row {row + 1}: it has the id of row {ids[rows[row].Id] + 1}; ids are unique in a dataset. Give another column as the id, or none."));
        }

        return Dataset.Of(rows);
    }

    internal static BadInputException Bad(int row, string column, string problem) => new(FormattableString.Invariant($"Data frame, row {row + 1}, column \"{column}\": {problem}"));

    /// <summary>A column of the frame.</summary>
    internal static DataFrameColumn Column(DataFrame frame, string name, string field)
    {
        var column = frame.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal))
            ?? throw new BadInputException($"Data frame: there is no column \"{name}\", which was to be the {field}; there are {string.Join(", ", frame.Columns.Select(c => c.Name))}.");
        return column.DataType.IsPrimitive || column.DataType == typeof(string) || column.DataType == typeof(decimal) || column.DataType == typeof(DateTime) ? column
            : throw new BadInputException($"Data frame, column \"{name}\": texts, numbers, dates or yes and no were expected, but it holds {column.DataType.Name}; leave it out.");
    }

    internal static string? Text(DataFrameColumn column, int row) => column[row] switch
    {
        null => null,
        string text => text,
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    internal static double? Number(DataFrameColumn column, int row) => column[row] switch
    {
        null => null,
        float or double when !double.IsFinite(Convert.ToDouble(column[row], CultureInfo.InvariantCulture)) => null,
        string { Length: 0 } => null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw Bad(row, column.Name, "a number such as 4.5 was expected; read the column with its type, or leave it out of the map."),
        bool or char or DateTime => throw Bad(row, column.Name, "a number was expected; give a column of numbers, or leave it out of the map."),
        var other => Convert.ToDouble(other, CultureInfo.InvariantCulture),
    };

    internal static int? Whole(DataFrameColumn column, int row) => Number(column, row) switch
    {
        null => null,
        { } number when number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw Bad(row, column.Name, "a whole number was expected; round the column, or leave it out."),
    };

    internal static DateTimeOffset? Date(DataFrameColumn column, int row) => column[row] switch
    {
        null => null,
        DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : DateTime.SpecifyKind(date, DateTimeKind.Utc)),
        string { Length: 0 } => null,
        string text when DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) => date,
        _ => throw Bad(row, column.Name, "a date was expected, in a column of dates or written like 2024-05-31T17:20:00Z; mend the cell, or leave it out of the map."),
    };

    internal static T? Member<T>(DataFrameColumn column, int row)
        where T : struct, Enum =>
        Text(column, row) is not { Length: > 0 } text ? null
        : !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && Enum.TryParse<T>(text, ignoreCase: true, out var member) ? member
        : throw Bad(row, column.Name, $"one of {string.Join(", ", Enum.GetNames<T>())} was expected; mend the cell, or leave the column out.");

    internal static T? Json<T>(DataFrameColumn column, int row, Func<string, T> read, string expected)
        where T : class
    {
        if (Text(column, row) is not { Length: > 0 } text) return null;
        try
        {
            return read(text);
        }
        // The inner error may repeat the cell: it stays here.
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw Bad(row, column.Name, $"{expected} was expected; mend the cell, or leave the column out.");
        }
    }
}
