using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKit.Display;

/// <summary>A column of rows of any type: its name, and how a row's value is read.</summary>
internal sealed record RowColumn(string Name, Func<object, object?> Read, bool IsId = false);

/// <summary>Finds the columns of rows of any type: entries of dictionaries, items of tuples, else public properties and fields; a value that
/// has none is a column by itself.</summary>
internal static class RowReader
{
    private const string Single = "value";

    /// <summary>The columns of the rows at hand.</summary>
    /// <param name="declared">The type of the elements, which speaks where there are no rows.</param>
    /// <param name="rows">The rows that are shown.</param>
    public static IReadOnlyList<RowColumn> Columns(Type declared, IReadOnlyList<object?> rows)
    {
        var types = rows.Where(r => r is not null).Select(r => r!.GetType()).Distinct().ToList();
        if (types.Count > 0 && types.TrueForAll(IsNamed)) return Named(rows);
        var type = types.Count == 1 ? types[0] : declared;
        if (IsPlain(type)) return [new(Single, row => row)];
        if (typeof(ITuple).IsAssignableFrom(type) && rows.OfType<ITuple>().FirstOrDefault() is { } tuple)
            return [.. Enumerable.Range(0, tuple.Length).Select(i => new RowColumn($"item {i + 1}", row => row is ITuple t && i < t.Length ? t[i] : null))];
        var members = Members(type);
        return members.Count == 0 ? [new(Single, row => row)] : members;
    }

    /// <summary>A type whose values are one cell.</summary>
    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(object) || Nullable.GetUnderlyingType(type) is not null
        || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(Half)
        || type == typeof(System.Numerics.BigInteger) || type == typeof(Uri) || type == typeof(Version) || typeof(Type).IsAssignableFrom(type)
        || (typeof(IEnumerable).IsAssignableFrom(type) && !typeof(ITuple).IsAssignableFrom(type));

    /// <summary>True for dictionaries with text keys.</summary>
    private static bool IsNamed(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)
        && i.GetGenericArguments()[0] is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && pair.GetGenericArguments()[0] == typeof(string));

    /// <summary>The keys of all rows, in the order of their first appearance.</summary>
    private static List<RowColumn> Named(IReadOnlyList<object?> rows)
    {
        var names = rows.Where(r => r is not null).SelectMany(r => Entries(r!).Select(e => e.Key)).Distinct(StringComparer.Ordinal).ToList();
        return [.. names.Select(name => new RowColumn(name, row => Entries(row).FirstOrDefault(e => e.Key == name).Value, IsId(name)))];
    }

    private static IEnumerable<(string Key, object? Value)> Entries(object row)
    {
        foreach (var item in (IEnumerable)row)
            if (CellValue.IsPair(item, out var key, out var value)) yield return ((string)key!, value);
    }

    private static List<RowColumn> Members(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike && !p.PropertyType.IsByRef && !p.PropertyType.IsPointer)
            .Select(p => (p.MetadataToken, Column: new RowColumn(p.Name, row => Get(() => p.GetValue(row)), IsId(p.Name))));
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.MetadataToken, Column: new RowColumn(f.Name, f.GetValue, IsId(f.Name))));
        return [.. properties.OrderBy(p => p.MetadataToken).Concat(fields.OrderBy(f => f.MetadataToken)).Select(m => m.Column).DistinctBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>A property that throws is a cell that says so: one bad row must not hide the others.</summary>
    private static object? Get(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException error)
        {
            return $"({error.InnerException?.GetType().Name})";
        }
    }

    private static bool IsId(string name) => name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("_id", StringComparison.Ordinal);
}
