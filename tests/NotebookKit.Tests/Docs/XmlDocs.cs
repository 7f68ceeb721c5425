using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NotebookKit.Tests.Docs;

/// <summary>The documentation that the compiler wrote beside the library, as Markdown.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(Dataset).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>True where a member is documented, by its name in the file.</summary>
    public static bool Has(string name) => Members.ContainsKey(name);

    /// <summary>The summary of a field, on one line.</summary>
    public static string Summary(FieldInfo field) =>
        Members.TryGetValue($"F:{field.DeclaringType!.FullName}.{field.Name}", out var member) && member.Element("summary") is { } summary ? Flat(summary) : "";

    /// <summary>Takes the source out of a summary: the sentence that begins with "Source", or the names in it.</summary>
    public static (string Meaning, string Source) SplitSource(string summary)
    {
        if (SourceSentence().Match(summary) is { Success: true } said)
        {
            var source = said.Groups[1].Value.TrimEnd('.', ' ');
            return (summary.Remove(said.Index, said.Length).Trim(), char.ToUpperInvariant(source[0]) + source[1..]);
        }

        var names = Names().Matches(summary).Select(m => m.Value).Distinct().ToList();
        return (summary, names.Count == 0 ? "–" : string.Join(", ", names));
    }

    private static string Flat(XElement summary)
    {
        var text = new StringBuilder();
        foreach (var node in summary.Nodes())
        {
            if (node is XText plain) text.Append(plain.Value);
            else if (node is XElement { Name.LocalName: "c" } code) text.Append('`').Append(code.Value).Append('`');
            else if (node is XElement mark && mark.Attribute("cref")?.Value is { } target) text.Append('`').Append(Referred(target)).Append('`');
            else if (node is XElement other) text.Append(other.Value);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>An option is called as it is set: <c>P:…LengthLimits.MinInput</c> → <c>minInput</c>; a reason by its code.</summary>
    private static string Referred(string target)
    {
        var name = target.Split('(')[0].Split('.')[^1];
        if (target.StartsWith("F:", StringComparison.Ordinal) && typeof(Dataset).Assembly.GetType(target[2..^(name.Length + 1)])?.GetField(name) is { IsLiteral: true } field
            && field.GetRawConstantValue() is string code) return code;
        return target.StartsWith("P:", StringComparison.Ordinal) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    [GeneratedRegex(@"\bSources?: (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceSentence();

    [GeneratedRegex(@"\bS[0-4]\b|cleanlab|Presidio|FineWeb|Nemotron|Data-Juicer|Gopher", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
