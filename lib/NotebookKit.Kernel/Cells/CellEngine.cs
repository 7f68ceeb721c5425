using System.Diagnostics;
using System.Globalization;
using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Cells.Directives;
using NotebookKit.Kernel.Cells.Packages;
using NotebookKit.Kernel.Cells.Rendering;
using NotebookKit.Kernel.Cells.Running;
using NotebookKit.Kernel.Cells.Sql;

namespace NotebookKit.Kernel.Cells;

/// <summary>Carries out one cell after the other, on the thread it is called on.</summary>
internal sealed class CellEngine
{
    private readonly SessionOptions options;
    private readonly CellReferences references;
    private readonly CellChain chain;
    private readonly LibraryCells libraries;
    private readonly SessionPackages packages;

    public CellEngine(SessionOptions options, CellLoadContext context)
    {
        this.options = options;
        references = new(context);
        chain = new(references, context, options.Usings);
        libraries = new(chain);
        packages = new(options, references, context);
    }

    /// <summary>Runs a cell to its end, or until it is stopped.</summary>
    /// <returns>False when the cell was stopped while it waited for something.</returns>
    /// <exception cref="CellFailure">It cannot run as it is written.</exception>
    /// <exception cref="Exception">What the cell's code throws.</exception>
    public bool Run(CellRun run, CellPump pump, string code)
    {
        var cell = CellText.Of(code, run.Name);
        var watch = Stopwatch.StartNew();
        try
        {
            for (var i = 0; i < cell.Parts.Count; i++)
            {
                run.ThrowIfStopped();
                var part = cell.Parts[i];
                if (part.Language != "csharp") Show(run, part);
                else if (!RunCode(run, pump, part.Text, run.Name, options.BaseDirectory, i == cell.Parts.Count - 1, [])) return false;
            }
        }
        finally
        {
            if (cell.IsTimed) run.Show(new DisplayOutput(MimeBundle.OfText(string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:N1} ms"))));
        }

        return true;
    }

    /// <summary>The variables that cells declared, the newest of each name.</summary>
    public IReadOnlyDictionary<string, (Type Type, object? Value)> Variables() => chain.Variables();

    private void Show(CellRun run, CellPart part)
    {
        if (part.Language == "sql")
        {
            foreach (var table in SqlCell.Run(part.Text, chain.Variables(), run.Name, part.Line, run.Cancel)) run.Show(new DisplayOutput(ValueRenderer.Render(table)));
            return;
        }

        var type = part.Language switch { "html" => "text/html", "svg" => "image/svg+xml", "javascript" => "application/javascript", _ => "text/markdown" };
        run.Show(new DisplayOutput(ValueRenderer.As(part.Text, type)));
    }

    /// <summary>Runs a piece of C#: what it refers to first, then the files it loads, then itself.</summary>
    /// <param name="run">The cell it belongs to.</param>
    /// <param name="pump">Runs what it awaits.</param>
    /// <param name="code">The piece.</param>
    /// <param name="path">What errors call it.</param>
    /// <param name="folder">Where its relative paths start.</param>
    /// <param name="isLast">Whether its value is that of the cell.</param>
    /// <param name="loading">The files being loaded, from the outermost on.</param>
    private bool RunCode(CellRun run, CellPump pump, string code, string path, string folder, bool isLast, IReadOnlyList<string> loading)
    {
        var (directives, text) = CodeDirectives.Of(code, run.Cancel);
        packages.Add([.. directives.Where(d => d.Package is not null)], path, run.Cancel);
        foreach (var directive in directives.Where(d => d.Package is null))
        {
            var file = Path.GetFullPath(directive.Target, folder);
            if (directive.IsLoad)
            {
                if (!Load(run, pump, directive, file, path, loading)) return false;
            }
            else
            {
                Reference(directive, file, path);
            }
        }

        var split = LibrarySplit.Of(text, run.Cancel);
        if (split.Library is not null) libraries.Add(split, path, run.Cancel);
        if (string.IsNullOrWhiteSpace(split.Rest)) return true;
        var compiled = chain.Compile(split.Rest, path, run.Cancel);
        run.ThrowIfStopped();
        var main = compiled.Run();
        if (!pump.Run(main, () => run.Stopped != StopReason.None)) return false;
        var value = main.GetAwaiter().GetResult();
        if (!compiled.HasValue || loading.Count > 0) return true;
        var data = ValueRenderer.Render(value);
        run.Show(isLast ? new ResultOutput(data) : new DisplayOutput(data));
        return true;
    }

    private bool Load(CellRun run, CellPump pump, CodeDirective directive, string file, string path, IReadOnlyList<string> loading)
    {
        if (loading.Contains(file, StringComparer.Ordinal)) throw CellFailure.At(path, directive.Line, $"{directive.Target} loads itself.");
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CellFailure.At(path, directive.Line, $"#load \"{directive.Target}\": there is no such file that can be read. Relative paths start from the folder of the notebook.");
        }

        var part = CellText.Of(text, directive.Target).Parts;
        return part is not [{ Language: "csharp" } only] || RunCode(run, pump, only.Text, directive.Target, Path.GetDirectoryName(file)!, false, [.. loading, file]);
    }

    private void Reference(CodeDirective directive, string file, string path)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!File.Exists(file) && HostAssemblies.File(name) is { } own) file = own;
        if (!File.Exists(file))
            throw CellFailure.At(path, directive.Line, $"#r \"{directive.Target}\": there is no such file. Relative paths start from the folder of the notebook; build the project that makes it first.");
        try
        {
            references.Add(file);
        }
        catch (BadImageFormatException)
        {
            throw CellFailure.At(path, directive.Line, $"#r \"{directive.Target}\": this is not a .NET assembly.");
        }
    }
}
