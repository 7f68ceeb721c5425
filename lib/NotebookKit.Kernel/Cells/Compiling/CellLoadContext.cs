using System.Reflection;
using System.Runtime.Loader;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>The assemblies of one session: its cells, and what they reference. What the host has comes from the host, so that both mean the same types.</summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("notebook cells")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Assembly> loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> natives = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    /// <summary>Told of what is thrown on threads of cells that nobody waits for.</summary>
    public Action<Exception>? Strayed { get; set; }

    /// <summary>Whether an assembly is one that a cell was compiled to.</summary>
    public bool IsCell(Assembly assembly)
    {
        lock (gate) return assembly.GetName().Name is { } name && loaded.GetValueOrDefault(name) == assembly;
    }

    /// <summary>Loads a compiled cell.</summary>
    public Assembly Load(string name, byte[] image, byte[] symbols)
    {
        using var pe = new MemoryStream(image);
        using var pdb = new MemoryStream(symbols);
        var assembly = LoadFromStream(pe, pdb);
        lock (gate) loaded[name] = assembly;
        return assembly;
    }

    /// <summary>Makes a file known, to be loaded when a cell first needs it. What lies beside it is found, too.</summary>
    public void Know(string file)
    {
        lock (gate)
        {
            files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
            folders.Add(Path.GetDirectoryName(file)!);
        }
    }

    /// <summary>Makes a native library known.</summary>
    public void KnowNative(string file)
    {
        lock (gate) natives.TryAdd(Path.GetFileName(file), file);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name) return null;
        string? file;
        lock (gate)
        {
            if (loaded.TryGetValue(name, out var cell)) return cell;
            file = files.GetValueOrDefault(name);
            if (file is null && !HostAssemblies.Has(name)) file = folders.Select(f => Path.Combine(f, name + ".dll")).FirstOrDefault(File.Exists);
        }

        return file is null ? null : LoadFromAssemblyPath(file);
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var name in new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}" })
        {
            string? file;
            lock (gate) file = natives.GetValueOrDefault(name) ?? folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
            if (file is not null) return LoadUnmanagedDllFromPath(file);
        }

        return IntPtr.Zero;
    }
}
