using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookKit.Tests.Docs;

/// <summary>The C# blocks of a page as one script, compiled once: what one block declares, those below it use, as the cells of a notebook do.
/// Line numbers in messages are those of the page.</summary>
internal sealed class DocScript
{
    /// <summary>What a page need not write: every namespace of the library, and what every C# file has by default.</summary>
    public static readonly ImmutableArray<string> Usings =
    [
        "System", "System.Collections.Generic", "System.Collections.Immutable", "System.IO", "System.Linq",
        .. typeof(Dataset).Assembly.GetExportedTypes().Select(t => t.Namespace!).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Mark of a block each line of which is a cell.</summary>
    public const string Cells = "cells";

    private static readonly Lazy<ScriptOptions> Options = new(() => ScriptOptions.Default
        .WithReferences(References().Select(path => MetadataReference.CreateFromFile(path)))
        .WithImports(Usings)
        .WithLanguageVersion(LanguageVersion.Preview)
        .WithOptimizationLevel(OptimizationLevel.Debug));

    private readonly Script<object> script;
    private readonly Page page;

    /// <summary>Makes the script of a page.</summary>
    public DocScript(Page page)
    {
        this.page = page;
        Blocks = [.. page.Blocks.Where(b => b.Language == "csharp")];
        script = CSharpScript.Create(Code(page, Blocks), Options.Value, typeof(DocGlobals));
    }

    /// <summary>The blocks, in order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Errors of the compiler, each with page and line.</summary>
    public IEnumerable<string> Errors => script.Compile().Where(d => d.Severity == DiagnosticSeverity.Error)
        .Select(d => d.Location.GetMappedLineSpan() is var at ? $"{at.Path}:{at.StartLinePosition.Line + 1}: {d.GetMessage(CultureInfo.InvariantCulture)}" : "");

    /// <summary>Runs the blocks that are not marked and gives what each wrote; null for those that do not run.</summary>
    public async Task<IReadOnlyList<string?>> Run(Dataset data)
    {
        var globals = new DocGlobals(data);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // What a page shows must not depend on whose machine checks it.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            await script.RunAsync(globals);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var at = Math.Clamp(globals.Outputs.Count - 1, 0, Blocks.Count - 1);
            throw new InvalidOperationException($"{page.Name}:{Blocks[at].Line}: the sample threw {error.GetType().Name}: {error.Message}", error);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        var outputs = new Queue<string>(globals.Outputs);
        return [.. Blocks.Select(b => Runs(b) ? outputs.Dequeue() : null)];
    }

    /// <summary>False for a block that is only compiled.</summary>
    public static bool Runs(Block block) => !block.Mark.StartsWith("no-run", StringComparison.Ordinal);

    private static string Code(Page page, IReadOnlyList<Block> blocks)
    {
        var code = new StringBuilder("#nullable enable\n");
        foreach (var block in blocks)
            foreach (var line in block.Text.Split('\n').Where(IsUsing)) code.Append(line).Append('\n');
        foreach (var block in blocks)
        {
            code.Append(Runs(block) ? "NextBlock();\n" : "async System.Threading.Tasks.Task NoRun" + block.Line + "()\n{\n").Append("#line ").Append(block.Line).Append(" \"").Append(page.Name).Append("\"\n");
            foreach (var line in block.Text.Split('\n')) code.Append(IsUsing(line) ? "" : block.Mark == Cells ? Cell(line) : line).Append('\n');
            code.Append("#line hidden\n").Append(Runs(block) ? "" : "}\n");
        }

        return code.ToString();
    }

    /// <summary>A line that is a cell of its own: a value at its end is shown.</summary>
    private static string Cell(string line)
    {
        var bare = line.Split(" //")[0].TrimEnd();
        return bare.Length == 0 || bare.EndsWith(';') ? bare : $"Show({bare});";
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> References()
    {
        string[] needed =
        [
            "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Collections.Concurrent", "System.Linq", "System.Console",
            "System.Memory", "System.Text.Json", "System.Text.RegularExpressions", "System.Runtime.Extensions", "System.Threading", "System.IO.Compression", "System.Private.Uri", "System.Net.Http", "netstandard",
            "NotebookKit", "NotebookKit.Console", "NotebookKit.Tests", "Microsoft.Extensions.AI.Abstractions",
        ];
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => needed.Contains(Path.GetFileNameWithoutExtension(p)));
    }
}
