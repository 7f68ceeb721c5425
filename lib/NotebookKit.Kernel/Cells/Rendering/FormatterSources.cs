using System.Collections;
using System.Reflection;

namespace NotebookKit.Kernel.Cells.Rendering;

/// <summary>Types that bring their own formatters, as .NET Interactive finds them: by an attribute of the name <c>TypeFormatterSourceAttribute</c>, whatever
/// assembly it is in. No library needs a reference to a notebook host for that.</summary>
internal static class FormatterSources
{
    /// <summary>The renderings of a value; null where its type brings no formatters.</summary>
    public static Dictionary<string, string>? Render(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null || Get(attribute, "FormatterSourceType") is not Type type) return null;
        var source = Activator.CreateInstance(type, nonPublic: true)!;
        if (type.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)?.Invoke(source, null) is not IEnumerable formatters) return null;
        var wanted = Get(attribute, "PreferredMimeTypes") as string[];
        var renderings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var formatter in formatters)
        {
            if (formatter is null || Get(formatter, "MimeType") is not string mime || renderings.ContainsKey(mime)) continue;
            if (wanted is { Length: > 0 } && !wanted.Contains(mime)) continue;
            if (Get(formatter, "Type") is Type only && !only.IsInstanceOfType(value)) continue;
            var format = formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance, [typeof(object), typeof(TextWriter)]);
            using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (format?.Invoke(formatter, [value, writer]) is true) renderings[mime] = writer.ToString();
        }

        return renderings.Count > 0 ? renderings : null;
    }

    private static object? Get(object from, string property) => from.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.GetValue(from);
}
