using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace NotebookKit.MLNet;

/// <summary>Reads CSV files into data frames with types that all rows agree on.</summary>
public static class CsvFrames
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Reads a CSV file. The type of a column is that of all its cells, in the same way on every machine: whole numbers (<c>Int64</c>), numbers (<c>Double</c>, point as the decimal sign), <c>true</c> and
    /// <c>false</c>, dates written like 2024-05-31 or 2024-05-31T17:20:00Z (in UTC), else text. Numbers with a leading zero or plus are text: they are codes. An empty cell is null.</summary>
    /// <remarks>Microsoft.Data.Analysis' own reader looks at ten rows, reads whole numbers as <c>Single</c>, which loses digits from 16,777,217 on, and reads points and commas as the machine's language does.</remarks>
    /// <param name="path">The file, UTF-8 unless it begins with another mark.</param>
    /// <param name="separator">What stands between cells. Default: a comma.</param>
    /// <param name="types">Types by column, which are then not guessed: bool, long, double, DateTime or string. Null (default) for none.</param>
    /// <exception cref="BadInputException">The file is missing or empty, lines have more or fewer cells than the head, or a cell is not of the type given: one line says where, and nothing of what a cell holds.</exception>
    public static DataFrame Read(string path, char separator = ',', IReadOnlyDictionary<string, Type>? types = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return Of(path, reader, separator, types);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"'{path}' does not exist.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private static DataFrame Of(string path, TextReader reader, char separator, IReadOnlyDictionary<string, Type>? types)
    {
        var records = new CsvRecords(path, reader, separator);
        var head = records.Next() ?? throw new BadInputException($"'{path}' is empty; a first line with the names of columns was expected.");
        if (head.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is not null) throw BadInputException.At(path, 1, null, "two columns have the same name; give each its own.");
        if (types?.Keys.FirstOrDefault(k => !head.Contains(k)) is { } odd) throw new BadInputException($"'{path}' has no column \"{odd}\"; there are {string.Join(", ", head)}.");
        var (cells, lines) = (head.Select(_ => new List<string?>()).ToArray(), new List<long>());
        while (records.Next() is { } record)
        {
            if (record is [null] && head.Length > 1) continue;
            if (record.Length != head.Length) throw BadInputException.At(path, records.Line, null, FormattableString.Invariant($"{head.Length} cells were expected, as in the first line, but there are {record.Length}; mend the line, or give another separator."));
            for (var c = 0; c < cells.Length; c++) cells[c].Add(record[c]);
            lines.Add(records.Line);
        }

        return new DataFrame(cells.Select((column, at) => Column(path, lines, head[at] ?? "", column, types?.GetValueOrDefault(head[at] ?? ""))).ToArray());
    }

    private static DataFrameColumn Column(string path, List<long> lines, string name, List<string?> cells, Type? type)
    {
        bool Fits<T>(Func<string, T?> read)
            where T : struct => type is null ? cells.Exists(c => c is not null) && cells.TrueForAll(c => c is null || read(c) is not null) : type == typeof(T);
        IEnumerable<T?> Values<T>(Func<string, T?> read, string expected)
            where T : struct => cells.Select((c, i) => c is null ? (T?)null : read(c) ?? throw BadInputException.At(path, lines[i], name, $"{expected} was expected; mend the cell, or read the column as text."));
        if (type is not null && type != typeof(long) && type != typeof(double) && type != typeof(bool) && type != typeof(DateTime) && type != typeof(string))
            throw new ArgumentException($"The column '{name}' cannot be read as {type.Name}; bool, long, double, DateTime or string can.", nameof(type));
        if (Fits(Whole)) return new Int64DataFrameColumn(name, Values(Whole, "a whole number"));
        if (Fits(Number)) return new DoubleDataFrameColumn(name, Values(Number, "a number such as 4.5"));
        if (Fits(Flag)) return new BooleanDataFrameColumn(name, Values(Flag, "true or false"));
        return Fits(Date) ? new DateTimeDataFrameColumn(name, Values(Date, "a date such as 2024-05-31")) : new StringDataFrameColumn(name, cells!);
    }

    private static bool IsCode(string text) => text[0] == '+' || (text.TrimStart('-') is ['0', var second, ..] && char.IsAsciiDigit(second)) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);

    private static long? Whole(string text) => !IsCode(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Number(string text) =>
        !IsCode(text) && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static bool? Flag(string text) => text.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    private static DateTime? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}

/// <summary>Records of a CSV file (RFC 4180); an empty cell without quotes is null.</summary>
internal sealed class CsvRecords(string path, TextReader reader, char separator)
{
    private readonly StringBuilder cell = new();
    private long next = 1;

    /// <summary>The line on which the last record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    public string?[]? Next()
    {
        if (reader.Peek() < 0) return null;
        Line = next;
        var (cells, quoted, wasQuoted) = (new List<string?>(), false, false);
        while (true)
        {
            var read = reader.Read();
            if (quoted)
            {
                if (read < 0) throw BadInputException.At(path, Line, null, "a quotation mark opens a cell and none closes it; close it, or double it inside a cell.");
                if (read == '"' && reader.Peek() == '"') cell.Append((char)reader.Read());
                else if (read == '"') quoted = false;
                else cell.Append((char)read);
                if (read == '\n') next++;
                continue;
            }

            if (read == '"' && cell.Length == 0 && !wasQuoted) quoted = wasQuoted = true;
            else if (read == separator || read is < 0 or '\n' || (read == '\r' && reader.Peek() is '\n'))
            {
                cells.Add(cell.Length == 0 && !wasQuoted ? null : cell.ToString());
                cell.Clear();
                wasQuoted = false;
                if (read == separator) continue;
                if (read == '\r') reader.Read();
                next++;
                return [.. cells];
            }
            else cell.Append((char)read);
        }
    }
}
