using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Cells.Directives;

namespace NotebookKit.Kernel.Cells.Packages;

/// <summary>The packages of one session. They are resolved together; what is loaded once stays.</summary>
internal sealed class SessionPackages(SessionOptions options, CellReferences references, CellLoadContext context)
{
    private readonly Dictionary<string, PackageRequest> all = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly PackageProject project = new(options);

    /// <summary>Adds packages that are not there yet.</summary>
    /// <param name="asked">The directives that name them.</param>
    /// <param name="path">What errors call the cell.</param>
    /// <param name="cancel">Interrupts it.</param>
    /// <exception cref="CellFailure">A package does not exist, or is there in another version.</exception>
    public void Add(IReadOnlyList<CodeDirective> asked, string path, CancellationToken cancel)
    {
        var added = new Dictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in asked)
        {
            var request = PackageRequest.Parse(directive.Package!)
                ?? throw CellFailure.At(path, directive.Line, $"#r \"{directive.Target}\": expected \"nuget: Id\" or \"nuget: Id, Version\".");
            if (!all.TryGetValue(request.Id, out var before) && !added.TryGetValue(request.Id, out before)) added.Add(request.Id, request);
            else if (request.Version is not null && request.Version != before.Version)
                throw CellFailure.At(path, directive.Line, $"{request.Id} is already there in version {before.Version ?? "as newest"}; restart the session to have {request.Version}.");
        }

        if (added.Count == 0) return;
        var assets = Resolve([.. all.Values, .. added.Values], asked[0].Line, path, cancel);
        foreach (var file in assets.Managed)
            if (loaded.TryGetValue(Path.GetFileName(file), out var other) && other != file)
                throw CellFailure.At(path, asked[0].Line, $"the packages need another version of {Path.GetFileNameWithoutExtension(file)} than is loaded; restart the session and run this cell first.");
        foreach (var file in assets.Managed)
            if (loaded.TryAdd(Path.GetFileName(file), file)) references.AddPackaged(file);
        foreach (var file in assets.Native) context.KnowNative(file);
        foreach (var (id, request) in added) all[id] = request;
    }

    private PackageAssets Resolve(IReadOnlyList<PackageRequest> packages, int line, string path, CancellationToken cancel)
    {
        try
        {
            return project.Resolve(packages, cancel);
        }
        catch (PackageException error)
        {
            throw CellFailure.At(path, line, error.Message);
        }
    }
}
