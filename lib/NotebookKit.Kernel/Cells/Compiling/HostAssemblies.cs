using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>The assemblies that the host itself runs on, found once and shared by all sessions.</summary>
internal static class HostAssemblies
{
    private static readonly Lazy<Dictionary<string, string>> Files = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The name by which cells could reach what is not referenced yet; no cell declares it.</summary>
    private static readonly ImmutableArray<string> Hidden = ["host"];

    private static readonly string Kernel = typeof(HostAssemblies).Assembly.GetName().Name!;

    /// <summary>This assembly and all that it needs in turn beside the framework.</summary>
    private static readonly Lazy<Dictionary<string, (string File, AssemblyMetadata Metadata)>> Own = new(() =>
    {
        var own = new Dictionary<string, (string, AssemblyMetadata)>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>([Kernel]);
        while (waiting.TryDequeue(out var name))
        {
            if (own.ContainsKey(name) || IsReferenced(name) || File(name) is not { } file) continue;
            own.Add(name, (file, AssemblyMetadata.CreateFromFile(file)));
            Needs(file).ForEach(waiting.Enqueue);
        }

        return own;
    });

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return [.. Files.Value.Where(f => Path.GetDirectoryName(f.Value) == runtime && IsFramework(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f.Value)),
            .. Own.Value.Select(f => Reference(f.Value, f.Key == Kernel ? [] : Hidden))];
    });

    /// <summary>What every cell may use: the base class library, and this one. One fixed list: with a list that the compiler itself resolves, each
    /// cell would keep megabytes. What this one needs stands in it from the start, under a name of its own so that cells do not see it: if it came with a later
    /// cell's <c>#r</c>, this assembly would be bound anew, and its types would no longer be those that earlier cells know.</summary>
    public static IReadOnlyList<MetadataReference> References => Framework.Value;

    /// <summary>Whether the host has an assembly of that simple name.</summary>
    public static bool Has(string name) => Files.Value.ContainsKey(name) || LoadedFile(name) is not null;

    /// <summary>The host's file of an assembly; null where it has none.</summary>
    public static string? File(string name) => Files.Value.GetValueOrDefault(name) ?? LoadedFile(name);

    /// <summary>Whether every cell can use the assembly without a reference of its own.</summary>
    public static bool IsReferenced(string name) =>
        IsFramework(name) && Files.Value.TryGetValue(name, out var file) && Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    /// <summary>A reference to a file of the host.</summary>
    public static MetadataReference Reference(string file) =>
        Own.Value.TryGetValue(Path.GetFileNameWithoutExtension(file), out var known) && known.File == file ? Reference(known, []) : MetadataReference.CreateFromFile(file);

    /// <summary>The assemblies that a file refers to.</summary>
    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    public static List<string> Needs(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        using var image = new PEReader(stream);
        if (!image.HasMetadata) throw new BadImageFormatException();
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }

    private static PortableExecutableReference Reference((string File, AssemblyMetadata Metadata) own, ImmutableArray<string> aliases) => own.Metadata.GetReference(aliases: aliases, filePath: own.File);

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
