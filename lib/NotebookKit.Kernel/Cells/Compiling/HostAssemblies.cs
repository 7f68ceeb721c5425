using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>The assemblies that the host itself runs on, found once and shared by all sessions.</summary>
internal static class HostAssemblies
{
    private static readonly Lazy<Dictionary<string, string>> Files = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return [.. Files.Value.Where(f => Path.GetDirectoryName(f.Value) == runtime && IsFramework(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f.Value)), MetadataReference.CreateFromFile(typeof(HostAssemblies).Assembly.Location)];
    });

    /// <summary>What every cell may use: the base class library, and this one. One fixed list: with a list that the compiler itself resolves, each
    /// cell would keep megabytes.</summary>
    public static IReadOnlyList<MetadataReference> References => Framework.Value;

    /// <summary>Whether the host has an assembly of that simple name.</summary>
    public static bool Has(string name) => Files.Value.ContainsKey(name) || LoadedFile(name) is not null;

    /// <summary>The host's file of an assembly; null where it has none.</summary>
    public static string? File(string name) => Files.Value.GetValueOrDefault(name) ?? LoadedFile(name);

    /// <summary>Whether every cell can use the assembly without a reference of its own.</summary>
    public static bool IsReferenced(string name) =>
        IsFramework(name) && Files.Value.TryGetValue(name, out var file) && Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
        || name is "System" or "netstandard" or "mscorlib" or "Microsoft.CSharp" or "WindowsBase";

    private static string? LoadedFile(string name)
    {
        foreach (var assembly in AssemblyLoadContext.Default.Assemblies)
            if (!assembly.IsDynamic && string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase) && assembly.Location is { Length: > 0 } file) return file;
        return null;
    }
}
