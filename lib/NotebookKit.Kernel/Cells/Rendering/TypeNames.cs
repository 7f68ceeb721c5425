namespace NotebookKit.Kernel.Cells.Rendering;

/// <summary>Names of types as C# writes them, without namespace.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new (Type Type, string Keyword)[]
    {
        (typeof(bool), "bool"), (typeof(byte), "byte"), (typeof(sbyte), "sbyte"), (typeof(char), "char"), (typeof(decimal), "decimal"), (typeof(double), "double"),
        (typeof(float), "float"), (typeof(int), "int"), (typeof(uint), "uint"), (typeof(long), "long"), (typeof(ulong), "ulong"), (typeof(short), "short"),
        (typeof(ushort), "ushort"), (typeof(object), "object"), (typeof(string), "string"), (typeof(void), "void"),
    }.ToDictionary(k => k.Type, k => k.Keyword);

    /// <summary>The name of a type.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying) + "?";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (IsAnonymous(type)) return "anonymous type";
        if (!type.IsGenericType) return type.Name;
        var name = type.Name.Split('`')[0];
        if (name.StartsWith("ValueTuple", StringComparison.Ordinal)) return $"({string.Join(", ", type.GetGenericArguments().Select(Of))})";
        var arguments = type.GetGenericArguments();
        // A type within a generic one repeats the arguments of the outer.
        return type.Name.Contains('`', StringComparison.Ordinal) ? $"{name}<{string.Join(", ", arguments.Select(Of))}>" : name;
    }

    /// <summary>Whether the compiler made the type up.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
