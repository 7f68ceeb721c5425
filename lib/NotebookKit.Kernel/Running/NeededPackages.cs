using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Packages;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Tells a notebook that cannot run here from one that is wrong: some packages are not on every package source. Only those count that its metadata name; a cell that asks for
/// another and does not get it fails as any cell does.</summary>
internal static class NeededPackages
{
    /// <summary>The first package that is needed and cannot be had here, as a line; null where all are there.</summary>
    /// <exception cref="NotebookFormatException">What is needed is no package.</exception>
    public static string? Lack(Notebook notebook, CancellationToken stop)
    {
        var needs = notebook.Needs.Select(n => PackageRequest.Parse(n) ?? throw new NotebookFormatException($"metadata.notebookkit.needs: expected \"Id\" or \"Id, Version\", found \"{n}\"")).ToList();
        if (needs.Count == 0) return null;
        var project = new PackageProject(new() { BaseDirectory = Path.GetDirectoryName(Path.GetFullPath(notebook.Name))! });
        // All at once is what its cells will ask for; one by one only says which.
        if (Trouble(project, needs, stop) is not { } all) return null;
        foreach (var need in needs)
            if (Trouble(project, [need], stop) is { } trouble) return Line(need, trouble);
        return Line(needs[0], all);
    }

    private static string Line(PackageRequest need, string trouble) => $"it needs the package {need.Id}{(need.Version is null ? "" : " " + need.Version)}, which cannot be had here ({trouble.Split(':')[0]}); not run";

    private static string? Trouble(PackageProject project, IReadOnlyList<PackageRequest> packages, CancellationToken stop)
    {
        try
        {
            project.Resolve(packages, stop);
            return null;
        }
        catch (PackageException error)
        {
            return error.Message;
        }
    }
}
