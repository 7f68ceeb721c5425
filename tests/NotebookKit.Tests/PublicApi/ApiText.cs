using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NotebookKit.Tests.PublicApi;

/// <summary>What an assembly offers to others, as text: types by namespace and name, members by kind and name, in ordinal order.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The whole of an assembly.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
            text.Append(text.Length == 0 ? "" : "\n").Append(Of(type));
        return text.ToString();
    }

    /// <summary>One type with its members.</summary>
    public static string Of(Type type)
    {
        var text = new StringBuilder(Head(type)).Append('\n');
        if (type.IsEnum)
        {
            foreach (var member in Enum.GetValuesAsUnderlyingType(type).Cast<object>())
                text.Append("    ").Append(Enum.GetName(type, member)).Append(" = ").Append(Convert.ToInt64(member, CultureInfo.InvariantCulture)).Append('\n');
            return text.ToString();
        }

        foreach (var line in Members(type)) text.Append("    ").Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        var members = type.GetMembers(Declared).Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null).ToList();
        return members.OfType<FieldInfo>().Where(Shown).OrderBy(Name, StringComparer.Ordinal).Select(Field)
            .Concat(members.OfType<ConstructorInfo>().Where(Shown).Select(c => $"{Access(c)}{ApiTypes.Simple(type)}({Parameters(c)})").Order(StringComparer.Ordinal))
            .Concat(members.OfType<PropertyInfo>().Where(p => Accessors(p).Any()).OrderBy(Name, StringComparer.Ordinal).Select(Property))
            .Concat(members.OfType<MethodInfo>().Where(m => Shown(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)))
                .OrderBy(Name, StringComparer.Ordinal).ThenBy(Method, StringComparer.Ordinal).Select(Method));
    }

    private static string Name(MemberInfo member) => member.Name;

    private static string Head(Type type)
    {
        var isRecord = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", Declared) is not null;
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface"
            : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (isRecord ? "record struct" : "struct")
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : (type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (isRecord ? "record" : "class");
        var above = type.IsEnum || type.IsValueType ? [] : new[] { type.BaseType }.OfType<Type>().Where(t => t != typeof(object));
        var own = type.GetInterfaces().Where(i => !i.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(_ => !type.IsEnum).OrderBy(i => i.Name, StringComparer.Ordinal);
        var all = above.Concat(own).Select(t => ApiTypes.Name(t)).ToList();
        return $"{kind} {type.Namespace}.{ApiTypes.Nested(type)}{(all.Count > 0 ? " : " + string.Join(", ", all) : "")}";
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {ApiTypes.Name(field.FieldType)} {field.Name} = {ApiTypes.Literal(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiTypes.Name(field)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var accessors = Accessors(property).ToList();
        var index = property.GetIndexParameters();
        var first = accessors.Select(a => a.Method).First();
        return $"{Access(first)}{Modifiers(first)}{(property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{ApiTypes.Name(property)} {(index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(ApiTypes.Parameter))}]")}"
            + $" {{ {string.Join(' ', accessors.Select(a => a.Name + ";"))} }}";
    }

    private static IEnumerable<(string Name, MethodInfo Method)> Accessors(PropertyInfo property)
    {
        if (property.GetMethod is { } get && Shown(get)) yield return ("get", get);
        if (property.SetMethod is { } set && Shown(set))
            yield return (set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set", set);
    }

    private static string Method(MethodInfo method) =>
        $"{Access(method)}{Modifiers(method)}{ApiTypes.Name(method.ReturnParameter)} {method.Name}{ApiTypes.Arguments(method)}({Parameters(method)})";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(ApiTypes.Parameter));

    private static bool Shown(FieldInfo field) => field is { IsPublic: true, IsSpecialName: false };

    private static bool Shown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface ? ""
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
}
