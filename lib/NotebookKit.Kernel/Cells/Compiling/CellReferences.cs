using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>What the cells of one session are compiled against. It only grows.</summary>
internal sealed class CellReferences(CellLoadContext context)
{
    private ImmutableList<MetadataReference> references = [.. HostAssemblies.References];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The references now; also for those who ask while a cell adds some.</summary>
    public ImmutableList<MetadataReference> Now => Volatile.Read(ref references);

    /// <summary>Adds a library that cells were compiled to.</summary>
    public void Add(byte[] image) => Take(MetadataReference.CreateFromImage(image));

    /// <summary>Adds an assembly file and what it needs in turn: the host's own where the host has one of the name, else the one beside it.</summary>
    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    public void Add(string file)
    {
        var waiting = new Queue<string>([file]);
        while (waiting.TryDequeue(out var next))
        {
            var name = Path.GetFileNameWithoutExtension(next);
            if (!names.Add(name) || HostAssemblies.IsReferenced(name)) continue;
            var own = HostAssemblies.File(name);
            if (own is null) context.Know(next);
            var used = HostAssemblies.Needs(own ?? next);
            Take(own is null ? MetadataReference.CreateFromFile(next) : HostAssemblies.Reference(own));
            foreach (var need in used)
                if (HostAssemblies.File(need) is { } host) waiting.Enqueue(host);
                else if (Path.Combine(Path.GetDirectoryName(next)!, need + ".dll") is var beside && File.Exists(beside)) waiting.Enqueue(beside);
        }
    }

    /// <summary>Adds an assembly of a package: the host's own where that is not older.</summary>
    public void AddPackaged(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (HostAssemblies.File(name) is { } own && Version(own) >= Version(file))
        {
            Add(own);
            return;
        }

        if (!names.Add(name)) return;
        context.Know(file);
        Take(MetadataReference.CreateFromFile(file));
    }

    private void Take(MetadataReference reference) => Volatile.Write(ref references, references.Add(reference));

    private static Version Version(string file) => System.Reflection.AssemblyName.GetAssemblyName(file).Version ?? new();
}
