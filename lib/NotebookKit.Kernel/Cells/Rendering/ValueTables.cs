using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Cells.Rendering;

/// <summary>Values that are best seen as a table, and their tables.</summary>
internal static class ValueTables
{
    private const int Rows = 20;

    /// <summary>The table of a value; null where it is none.</summary>
    public static Table? Of(object value) => value switch
    {
        string => null,
        IEnumerable<Example> rows => rows.ToTable(),
        IEnumerable<Removal> rows => rows.ToTable(),
        IEnumerable<RejectedRow> rows => rows.ToTable(),
        IEnumerable<StageReport> rows => rows.ToTable(),
        IEnumerable<HistoryEntry> rows => rows.ToTable(),
        IEnumerable<StageFinding> rows => rows.ToTable(),
        IEnumerable<Finding> rows => rows.ToTable(),
        DataTable data => Of(data.DefaultView),
        DataView data => Of(data),
        Array { Rank: 2 } grid => Of(grid),
        ITuple => null,
        IEnumerable rows => Of(rows),
        _ => IsData(value.GetType()) ? Members(value) : null,
    };

    /// <summary>The elements of a sequence by the type that it declares.</summary>
    private static Table Of(IEnumerable rows)
    {
        var element = rows.GetType().GetInterfaces().Append(rows.GetType())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).Select(i => i.GetGenericArguments()[0]).FirstOrDefault();
        if (element is null || element.IsPointer || element.IsByRefLike) return TableMaker.Of(rows.Cast<object?>(), Rows, null, null);
        return (Table)typeof(TableMaker).GetMethod(nameof(TableMaker.Of), BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(element)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [rows, Rows, null, null], null)!;
    }

    private static Table Of(DataView data)
    {
        var columns = data.Table!.Columns.Cast<DataColumn>().ToList();
        var table = TableMaker.Of(data.Cast<DataRowView>().Select(r => columns.ToDictionary(c => c.ColumnName, c => r[c.ColumnName] is DBNull ? null : r[c.ColumnName])), Rows, null, null);
        return table with { Total = data.Count, HasMore = false };
    }

    private static Table Of(Array grid)
    {
        var columns = Enumerable.Range(grid.GetLowerBound(1), Math.Min(grid.GetLength(1), 50)).ToList();
        var rows = Enumerable.Range(grid.GetLowerBound(0), grid.GetLength(0)).Take(Rows)
            .Select(r => columns.ToDictionary(c => c.ToString(System.Globalization.CultureInfo.InvariantCulture), c => grid.GetValue(r, c)));
        return TableMaker.Of(rows, Rows, null, null) with { Total = grid.GetLength(0) };
    }

    /// <summary>Whether a type is there to hold data: anonymous types, records and structs. Properties of anything else may do things.</summary>
    private static bool IsData(Type type) =>
        TypeNames.IsAnonymous(type) || type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null
        || (type.IsValueType && !type.IsPrimitive && !type.IsEnum && type.Assembly != typeof(object).Assembly
            && (!PlainText.HasOwnText(type) || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null));

    private static Table? Members(object value)
    {
        var columns = RowReader.Columns(value.GetType(), [value]);
        if (columns.Count == 0) return null;
        var cells = columns.Select(c => (c.Name, Cell: CellValue.Of(c.Read(value)))).ToList();
        return new() { Columns = [new("member"), new("value")], Rows = [.. cells.Select(c => (IReadOnlyList<string?>)[c.Name, c.Cell.Text])], OpensAfter = TableMaker.OpensAfter, InOrder = true };
    }
}
