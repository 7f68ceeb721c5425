using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace NotebookKit.Recipes;

/// <summary>Option values as text and back, by the option's type; everything in the invariant culture.</summary>
internal static class SettingValues
{
    /// <summary>The word for null.</summary>
    public const string Off = "off";

    /// <summary>The word for a list or map without entries.</summary>
    public const string None = "none";

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>True where values of the type can be given as text.</summary>
    public static bool IsText(Type type) => IsScalar(Bare(type)) || ElementOf(type) is { } item && IsScalar(item) || MapOf(type) is { } map && IsScalar(map.Key) && IsScalar(map.Value);

    /// <summary>True for lists and maps.</summary>
    public static bool IsList(Type type) => ElementOf(type) is not null || MapOf(type) is not null;

    /// <summary>What a value looks like, for people.</summary>
    public static string TypeText(PropertyInfo option) => TypeText(option.PropertyType) + (MayBeOff(option) ? ", or off" : "");

    /// <summary>A value in the form that <see cref="Parse"/> reads; long lists are counted.</summary>
    public static string ValueText(object? value, Type? type = null) => value switch
    {
        null => Off,
        _ when type is not null && NamedMembers(Bare(type)).FirstOrDefault(m => m.Value.Equals(value)).Name is { } name => name,
        string text => text.Length == 0 ? "''" : text,
        bool flag => flag ? "true" : "false",
        Enum member => RecipeText.Kebab(member.ToString()),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        IDictionary { Count: 0 } => None,
        IDictionary { Count: > 8 } map => $"({map.Count} entries)",
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Select(k => (Key: ValueText(k), Value: ValueText(map[k]))).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={e.Value}")),
        IEnumerable list => ListText([.. list.Cast<object?>().Select(v => ValueText(v))]),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value that a text stands for.</summary>
    /// <exception cref="FormatException">The text is no such value; the message says what is: it fits behind "takes".</exception>
    public static object? Parse(PropertyInfo option, string text)
    {
        text = text.Trim();
        if (MayBeOff(option) && text.Equals(Off, StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var type = option.PropertyType;
            if (MapOf(type) is { } map) return Collected(type, Pairs(text, map.Key, map.Value), map.Key, map.Value);
            if (ElementOf(type) is { } item) return Listed(type, item, Items(text).Select(t => Scalar(item, t)).ToArray());
            return Scalar(Bare(type), text);
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException or TargetInvocationException)
        {
            var values = MapOf(option.PropertyType) is { } map && NamedMembers(map.Value).Count > 1 ? $" with values {TypeText(map.Value)}" : "";
            throw new FormatException(TypeText(option) + values, error);
        }
    }

    /// <summary>The value that canonical JSON of a manifest stands for.</summary>
    /// <exception cref="FormatException">The JSON is no such value.</exception>
    public static object? FromJson(PropertyInfo option, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return MayBeOff(option) ? null : throw new FormatException();
        var type = option.PropertyType;
        if (MapOf(type) is { } map)
            return Collected(type, [.. json.EnumerateObject().Select(p => (Scalar(map.Key, p.Name), Scalar(map.Value, Plain(p.Value))))], map.Key, map.Value);
        if (ElementOf(type) is { } item) return Listed(type, item, [.. json.EnumerateArray().Select(v => Scalar(item, Plain(v)))]);
        return type == typeof(string) ? Plain(json) : Scalar(Bare(type), Plain(json));
    }

    /// <summary>Types with a text of their own are written with their name, or with the values that the text lists.</summary>
    private static string Plain(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) return json.GetString()!;
        if (json.ValueKind != JsonValueKind.Object) return json.GetRawText();
        if (json.TryGetProperty("name", out var name)) return name.GetString() ?? "";
        return json.TryGetProperty("values", out var values) ? string.Join(',', values.EnumerateObject().Select(v => $"{v.Name}={v.Value.GetRawText()}")) : throw new FormatException();
    }

    private static bool IsScalar(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || IsNumber(type)
        || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) || Parser(type) is not null || NamedMembers(type).Count > 1;

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static string TypeText(Type type)
    {
        if (MapOf(type) is { } map) return map.Key.IsEnum ? $"map {string.Join(",", Enum.GetNames(map.Key).Take(2).Select(n => RecipeText.Kebab(n) + "=…"))}" : "map a=…,b=…";
        if (ElementOf(type) is { } item) return item.IsEnum ? $"list, by comma, of {TypeText(item)}" : "list, by comma";
        type = Bare(type);
        return type switch
        {
            _ when type.IsEnum => string.Join(" | ", Enum.GetNames(type).Select(RecipeText.Kebab)),
            _ when type == typeof(bool) => "true | false",
            _ when type == typeof(string) => "text",
            _ when type == typeof(TimeSpan) => "duration (1.12:30:00 is 1 day 12½ hours)",
            _ when type == typeof(DateTimeOffset) => "date (2026-03-31)",
            _ when type == typeof(double) || type == typeof(float) || type == typeof(decimal) => "number",
            _ when IsNumber(type) => "whole number",
            _ when NamedMembers(type).Count > 1 => string.Join(" | ", NamedMembers(type).Select(m => m.Name)) + (Parser(type) is null ? "" : " | …"),
            _ when Parser(type) is not null => "text",
            _ => type.Name,
        };
    }

    private static object Scalar(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text is "''" or "\"\"" ? "" : text,
        _ when type == typeof(bool) => text.ToLowerInvariant() is "true" or "on" or "yes" ? true : text.ToLowerInvariant() is "false" or "off" or "no" ? (object)false : throw new FormatException(),
        _ when type.IsEnum => Enum.GetNames(type).FirstOrDefault(n => SameName(n, text)) is { } name ? Enum.Parse(type, name) : throw new FormatException(),
        _ when type == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ when IsNumber(type) => Number(type, text),
        _ when NamedMembers(type).FirstOrDefault(m => SameName(m.Name, text)) is { Value: { } named } => named,
        _ => Parser(type) is { } parse ? parse.Invoke(null, parse.GetParameters().Length == 1 ? [text] : [text, CultureInfo.InvariantCulture])! : throw new FormatException(),
    };

    private static object Number(Type type, string text)
    {
        // No thousands separators: "1,5" must not be read as 15 where someone meant one and a half.
        if (type == typeof(double) || type == typeof(float))
        {
            var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            return double.IsFinite(value) ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture) : throw new FormatException();
        }

        return Convert.ChangeType(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var whole && (type == typeof(decimal) || whole == Math.Truncate(whole))
            ? whole : throw new FormatException(), type, CultureInfo.InvariantCulture);
    }

    private static bool SameName(string name, string text) =>
        string.Equals(name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(name, text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Items(string text) => text.Equals(None, StringComparison.OrdinalIgnoreCase) ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<(object Key, object Value)> Pairs(string text, Type key, Type value) => [.. Items(text).Select(item =>
        item.LastIndexOf('=') is > 0 and var at ? (Scalar(key, item[..at].Trim()), Scalar(value, item[(at + 1)..].Trim())) : throw new FormatException())];

    private static object Listed(Type type, Type item, object[] values)
    {
        var array = Array.CreateInstance(item, values.Length);
        values.CopyTo(array, 0);
        if (type.IsAssignableFrom(array.GetType())) return array;
        var name = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (name == typeof(ImmutableArray<>)) return Call(typeof(ImmutableArray), nameof(ImmutableArray.ToImmutableArray), array, item);
        if (name == typeof(ImmutableList<>)) return Call(typeof(ImmutableList), nameof(ImmutableList.ToImmutableList), array, item);
        var concrete = type.IsInterface ? typeof(HashSet<>).MakeGenericType(item) : type;
        return item == typeof(string) && type.IsInterface ? new HashSet<string>((string[])array, StringComparer.Ordinal) : Activator.CreateInstance(concrete, array)!;
    }

    private static object Call(Type holder, string method, Array array, Type item) => holder.GetMethods()
        .Single(m => m.Name == method && m.GetParameters() is [{ ParameterType: { IsGenericType: true } p }] && p.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .MakeGenericMethod(item).Invoke(null, [array])!;

    private static object Collected(Type type, List<(object Key, object Value)> pairs, Type key, Type value)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        foreach (var pair in pairs) map[pair.Key] = pair.Value;
        if (type.IsInstanceOfType(map)) return map;
        var holder = type.Name.StartsWith("ImmutableSorted", StringComparison.Ordinal) ? typeof(ImmutableSortedDictionary)
            : type.Name.StartsWith("Immutable", StringComparison.Ordinal) ? typeof(ImmutableDictionary) : null;
        return holder is null
            ? Activator.CreateInstance(type, map)!
            : holder.GetMethods().Single(m => m.Name == $"To{holder.Name}" && m.GetParameters() is [{ ParameterType.IsGenericType: true } p] && m.GetGenericArguments().Length == 2 && p.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                .MakeGenericMethod(key, value).Invoke(null, [map])!;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool MayBeOff(PropertyInfo option)
    {
        if (option.PropertyType.IsValueType) return Nullable.GetUnderlyingType(option.PropertyType) is not null;
        lock (Nullability) return Nullability.Create(option).WriteState == NullabilityState.Nullable;
    }

    private static (Type Key, Type Value)? MapOf(Type type) =>
        Interfaces(type).FirstOrDefault(i => i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || i.GetGenericTypeDefinition() == typeof(IDictionary<,>)) is { } map
            ? (map.GenericTypeArguments[0], map.GenericTypeArguments[1]) : null;

    private static Type? ElementOf(Type type) => type == typeof(string) || MapOf(type) is not null
        ? null : Interfaces(type).FirstOrDefault(i => i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static IEnumerable<Type> Interfaces(Type type) => (type.IsInterface ? type.GetInterfaces().Prepend(type) : type.GetInterfaces()).Where(i => i.IsGenericType);

    private static MethodInfo? Parser(Type type) => !IsOwn(type) ? null
        : type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) ?? type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider)]);

    /// <summary>The ready values that a type of the library offers by name (<c>LengthPolicy.S4</c>), in order of declaration.</summary>
    private static List<(string Name, object Value)> NamedMembers(Type type) => !IsOwn(type) || type.IsEnum ? [] : [.. type
        .GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type && p.CanRead).Select(p => (p.Name, p.GetValue(null)!))
        .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == type).Select(f => (f.Name, f.GetValue(null)!)))];

    /// <summary>True for types of the library and of a user's own stages, not for those of the framework.</summary>
    public static bool IsOwn(Type type) =>
        type.Namespace is not { } space || !(space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft", StringComparison.Ordinal));

    private static string ListText(List<string> items) => items.Count == 0 ? None : items.Count > 8 ? $"({items.Count} entries)" : string.Join(',', items);
}
