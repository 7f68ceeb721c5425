using System.Globalization;
using System.Reflection;

namespace NotebookKit.Tests.PublicApi;

/// <summary>Names of types as C# writes them, with what may be null.</summary>
internal static class ApiTypes
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Type of a field.</summary>
    public static string Name(FieldInfo field) => Name(field.FieldType, Nullability.Create(field));

    /// <summary>Type of a property.</summary>
    public static string Name(PropertyInfo property) => Name(property.PropertyType, Nullability.Create(property));

    /// <summary>Type of a parameter or of what a method returns.</summary>
    public static string Name(ParameterInfo parameter) => Name(parameter.ParameterType, Nullability.Create(parameter));

    /// <summary>A type as C# writes it.</summary>
    public static string Name(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef) return Name(type.GetElementType()!, info?.ElementType ?? info);
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var mark = info is { ReadState: NullabilityState.Nullable } or { ReadState: NullabilityState.Unknown, WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (Keywords.TryGetValue(type, out var word)) return word + mark;
        if (type.IsArray) return $"{Name(type.GetElementType()!, info?.ElementType)}[]{mark}";
        if (type.IsGenericParameter) return type.Name; // Whether T may be null is not written where a method says T.
        var arguments = type.GetGenericArguments();
        var names = arguments.Select((a, i) => Name(a, info?.GenericTypeArguments is { Length: > 0 } inner && i < inner.Length ? inner[i] : null));
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) is true) return $"({string.Join(", ", names)}){mark}";
        return Simple(type) + (arguments.Length == 0 || type is { IsNested: true, DeclaringType.IsGenericType: true } ? "" : $"<{string.Join(", ", names)}>") + mark;
    }

    /// <summary>The bare name.</summary>
    public static string Simple(Type type) => type.Name.Split('`')[0];

    /// <summary>The name with the types around it and its own parameters.</summary>
    public static string Nested(Type type) =>
        (type.DeclaringType is { } outer ? Nested(outer) + "." : "") + Simple(type) + (type.IsGenericType && !type.IsNested ? $"<{string.Join(", ", type.GetGenericArguments().Select(a => a.Name))}>" : "");

    /// <summary>Parameters of a generic method.</summary>
    public static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    /// <summary>A parameter with type, name and default.</summary>
    public static string Parameter(ParameterInfo parameter) =>
        (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{Name(parameter)} {parameter.Name}" + (parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue, parameter.ParameterType)}" : "");

    /// <summary>A constant as C# writes it.</summary>
    public static string Literal(object? value, Type? type = null) => value switch
    {
        null => type is { IsValueType: true } && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => "\"" + text.Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
        bool flag => flag ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
