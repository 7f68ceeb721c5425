using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKit.Kernel.Cells.Rendering;

/// <summary>A value as plain text, the same in every culture and on every machine.</summary>
internal static class PlainText
{
    /// <summary>The text of a value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        char c => c.ToString(),
        DateTime date => date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Type type => TypeNames.Of(type),
        Exception error => $"{TypeNames.Of(error.GetType())}: {error.Message}",
        Task task => $"{TypeNames.Of(Declared(task.GetType()))}: await it to see its value",
        Delegate function => TypeNames.Of(function.GetType()),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => HasOwnText(value.GetType()) ? value.ToString() ?? "" : TypeNames.Of(value.GetType()),
    };

    /// <summary>Whether a type says more of itself than its name.</summary>
    public static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)?.DeclaringType is { } by && by != typeof(object) && by != typeof(ValueType);

    /// <summary>The task's type as a cell would write it, not the state machine's.</summary>
    private static Type Declared(Type type)
    {
        while (type.BaseType is { } wider && typeof(Task).IsAssignableFrom(wider) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))) type = wider;
        return type;
    }
}
