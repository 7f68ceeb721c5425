using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>What the documentation of assemblies says: the XML file beside each, or in the SDK's folder of references for those of .NET.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Files = new(StringComparer.Ordinal);

    private static readonly Lazy<string?> Packs = new(() =>
    {
        // …/shared/Microsoft.NETCore.App/10.0.x/ stands beside …/packs/Microsoft.NETCore.App.Ref/10.0.y/ref/net10.0/
        var root = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var version = FormattableString.Invariant($"net{Environment.Version.Major}.0");
        return Directory.Exists(root) ? Directory.EnumerateDirectories(root).Select(d => Path.Combine(d, "ref", version)).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault() : null;
    });

    /// <summary>The documentation of a symbol as plain text: summary, parameters, what it returns; empty where there is none.</summary>
    public static string Of(ISymbol symbol)
    {
        symbol = (symbol is IMethodSymbol { ReducedFrom: { } whole } ? whole : symbol).OriginalDefinition;
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly) return "";
        foreach (var file in Candidates(assembly))
            if (Files.GetOrAdd(file, Read).TryGetValue(id, out var xml)) return Text(xml);
        return "";
    }

    private static IEnumerable<string> Candidates(IAssemblySymbol assembly)
    {
        var path = assembly.GetMetadata()?.GetModules() is [var module, ..] && Cells.Compiling.HostAssemblies.File(assembly.Name) is { } file ? file : null;
        if (path is not null && Path.ChangeExtension(path, ".xml") is var beside && File.Exists(beside)) yield return beside;
        if (Packs.Value is not { } packs) yield break;
        // The runtime's own assemblies are others than those that are documented: System.Private.CoreLib is System.Runtime there.
        var named = Path.Combine(packs, assembly.Name + ".xml");
        if (File.Exists(named)) yield return named;
        if (!assembly.Name.StartsWith("System.", StringComparison.Ordinal)) yield break;
        foreach (var other in (string[])["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Threading", "System.Runtime.Extensions"])
            if (Path.Combine(packs, other + ".xml") is var known && known != named && File.Exists(known)) yield return known;
    }

    private static Dictionary<string, string> Read(string file)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (!reader.EOF)
            {
                if (reader is { NodeType: XmlNodeType.Element, Name: "member" } && reader.GetAttribute("name") is { } name) members[name] = reader.ReadOuterXml();
                else reader.Read();
            }
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            // What could be read is there.
        }

        return members;
    }

    private static string Text(string xml)
    {
        var member = XElement.Parse(xml);
        var text = new StringBuilder(Words(member.Element("summary")));
        foreach (var parameter in member.Elements("param")) text.Append('\n').Append(parameter.Attribute("name")?.Value).Append(": ").Append(Words(parameter));
        if (Words(member.Element("returns")) is { Length: > 0 } returns) text.Append("\nreturns: ").Append(returns);
        if (Words(member.Element("remarks")) is { Length: > 0 } remarks) text.Append("\n\n").Append(remarks);
        return text.ToString().Trim();
    }

    private static string Words(XElement? element)
    {
        if (element is null) return "";
        var text = new StringBuilder();
        foreach (var node in element.DescendantNodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement { IsEmpty: true } empty)
                text.Append(empty.Attribute("langword")?.Value ?? empty.Attribute("name")?.Value ?? Short(empty.Attribute("cref")?.Value));
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    private static string Short(string? cref)
    {
        if (cref is null) return "";
        var name = cref.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
