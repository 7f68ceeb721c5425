using System.Globalization;
using System.Text.RegularExpressions;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Cells.Sql;

/// <summary>A cell of SQL over the variables of the C# cells. Each runs in a new database in memory, which holds the variables that its text names.</summary>
internal static partial class SqlCell
{
    /// <summary>Rows of a result that are shown.</summary>
    private const int Shown = 100;

    /// <summary>Runs the statements; each that gives rows gives a table.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="variables">The variables of the session.</param>
    /// <param name="cell">What errors call the cell.</param>
    /// <param name="line">The line of its magic.</param>
    /// <param name="cancel">Interrupts it.</param>
    /// <exception cref="CellFailure">The system has no SQLite, or a statement is wrong.</exception>
    public static IReadOnlyList<Table> Run(string sql, IReadOnlyDictionary<string, (Type Type, object? Value)> variables, string cell, int line, CancellationToken cancel)
    {
        if (!Sqlite.IsThere) throw CellFailure.At(cell, line, "#!sql needs the SQLite library of the system, and there is none (Debian and Ubuntu: package libsqlite3-0). LINQ does the same without it.");
        var tables = variables.Where(v => SqlTable.Is(v.Value.Value)).ToDictionary(v => v.Key, v => v.Value.Value!, StringComparer.Ordinal);
        try
        {
            using var database = new Sqlite();
            using var stop = cancel.UnsafeRegister(d => ((Sqlite)d!).Interrupt(), database);
            // Names of tables know no case in SQL; of variables that differ by it, the one as written wins.
            var words = Word().Matches(sql).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var word in words)
                if ((tables.ContainsKey(word) ? word : tables.Keys.FirstOrDefault(k => k.Equals(word, StringComparison.OrdinalIgnoreCase))) is { } name && SqlTable.Of(tables[name]) is { Columns.Count: > 0 } table)
                    database.Fill(word, table.Columns, Watched(table.Rows, cancel));
            var results = new List<Table>();
            database.Run(sql, (columns, rows) => results.Add(Result(columns, Watched(rows, cancel))));
            return results;
        }
        catch (SqliteException error)
        {
            cancel.ThrowIfCancellationRequested();
            var known = error.Message.StartsWith("no such table", StringComparison.Ordinal)
                ? $" Tables are the cells' variables that hold rows: {(tables.Count == 0 ? "there are none yet" : string.Join(", ", tables.Keys.Order(StringComparer.Ordinal)))}." : "";
            throw CellFailure.At(cell, line, $"{error.Message}.{known}");
        }
    }

    private static IEnumerable<object?[]> Watched(IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static Table Result(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var first = new List<object?[]>();
        long count = 0;
        foreach (var row in rows)
            if (count++ < Shown) first.Add(row);
        return new()
        {
            Columns = [.. columns.Select((name, c) => new Column(name, first.Exists(r => r[c] is not null) && first.TrueForAll(r => r[c] is null or long or double)))],
            Rows = [.. first.Select(r => (IReadOnlyList<string?>)[.. r.Select(Cell)])],
            Total = count,
            InOrder = false,
            OpensAfter = TableMaker.OpensAfter,
        };
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => CellValue.Number(number),
        _ => (string)value,
    };

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
