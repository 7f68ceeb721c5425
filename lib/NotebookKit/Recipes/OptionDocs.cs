using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NotebookKit.Recipes;

/// <summary>What the documentation says about an option: the same sentences that an editor shows, read from the XML file that the
/// compiler writes beside the assembly. Where that file is missing, descriptions are empty and all else works.</summary>
internal static class OptionDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The summary of an option as plain text on one line.</summary>
    public static string Summary(PropertyInfo option) => Flat(Find(option));

    private static XElement? Find(PropertyInfo option)
    {
        var own = Member(option)?.Element("summary");
        if (own is not null) return own;

        // <inheritdoc/>, or no comment on an override: the base class or the interface says it.
        for (var type = option.DeclaringType?.BaseType; type is not null; type = type.BaseType)
            if (type.GetProperty(option.Name) is { } above && Member(above)?.Element("summary") is { } said) return said;
        return option.DeclaringType?.GetInterfaces()
            .Select(i => i.GetProperty(option.Name)).OfType<PropertyInfo>()
            .Select(p => Member(p)?.Element("summary")).FirstOrDefault(s => s is not null);
    }

    private static XElement? Member(PropertyInfo option)
    {
        if (option.DeclaringType is not { } type) return null;
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.');
        return Files.GetOrAdd(type.Assembly, Load).GetValueOrDefault($"P:{name}.{option.Name}");
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        try
        {
            var path = Path.ChangeExtension(assembly.Location, ".xml");
            if (!File.Exists(path)) path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
            return XDocument.Load(path).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);
        }
        catch (Exception error) when (error is IOException or XmlException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static string Flat(XElement? summary)
    {
        var text = new StringBuilder();
        if (summary is not null) Append(text, summary);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain) text.Append(plain.Value);
            else if (node is XElement inner && inner.HasElements | !inner.IsEmpty) Append(text, inner);
            else if (node is XElement mark) text.Append(Reference(mark));
        }
    }

    /// <summary><c>P:NotebookKit.Cleaning.Length.MinOutput</c> → <c>MinOutput</c>; <c>F:…Policy.S4</c> → <c>S4</c>; methods without parameters' types.</summary>
    private static string Reference(XElement mark)
    {
        var target = mark.Attribute("cref")?.Value ?? mark.Attribute("langword")?.Value ?? mark.Attribute("name")?.Value ?? mark.Attribute("href")?.Value ?? " ";
        if (mark.Attribute("cref") is null) return target;
        var name = target[(target.IndexOf(':') + 1)..].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }
}
