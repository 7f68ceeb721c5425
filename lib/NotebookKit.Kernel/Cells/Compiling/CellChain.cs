using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>A cell ready to run.</summary>
/// <param name="Run">Runs it.</param>
/// <param name="HasValue">Whether it ends in an expression that has a value.</param>
internal sealed record CompiledCell(Func<Task<object>> Run, bool HasValue);

/// <summary>The cells that ran so far, each compiled as a submission that sees the ones before it.</summary>
internal sealed class CellChain(CellReferences references, CellLoadContext context, IEnumerable<string> usings)
{
    /// <summary>How cells are read: C# 14, as a script.</summary>
    public static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>How libraries are read.</summary>
    public static readonly CSharpParseOptions Regular = Script.WithKind(SourceCodeKind.Regular);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Annotations)
        .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default);

    private static int sessions;

    private readonly string prefix = FormattableString.Invariant($"NotebookCells{Interlocked.Increment(ref sessions)}");
    private readonly string[] usings =
        [.. usings, "NotebookKit.Kernel.Cells.Prelude", "NotebookKit.Kernel.Cells.Prelude.CellFunctions"];

    private Link? last;
    private object?[] states = new object?[16];
    private int count;

    /// <summary>A text as the cell that would come next, for those who ask what names in it mean, on whatever thread.</summary>
    public CSharpCompilation Ask(SyntaxTree tree) => Next(prefix + ".Question", tree, Options).Compilation;

    /// <summary>Compiles a cell after the others.</summary>
    /// <exception cref="CellFailure">It does not compile.</exception>
    public CompiledCell Compile(string text, string path, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"{prefix}.{++count}");
        var written = CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Script, path, cancel);
        var next = Next(name, written, Options.WithScriptClassName(FormattableString.Invariant($"Submission#{count}")));
        var compilation = LoopChecks.Rewrite(next.Compilation, cancel);
        if (Emit(ref compilation, written, cancel) is not var (image, symbols))
        {
            return new(() =>
            {
                last = next with { Compilation = compilation };
                return Task.FromResult<object>(null!);
            }, false);
        }

        var entry = compilation.GetEntryPoint(cancel)!;
        var run = context.Load(name, image, symbols).GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<Func<object?[], Task<object>>>();
        return new(() =>
        {
            // A cell that throws has its place in the chain all the same: what it assigned before stays.
            if (states.Length < count + 4) Array.Resize(ref states, states.Length * 2);
            last = next with { Compilation = compilation };
            return run(states);
        }, HasValue(compilation, cancel));
    }

    /// <summary>A submission behind the last one. References and usings of all before it hold for it, too: given again, each cell would carry those of all others.</summary>
    private Link Next(string name, SyntaxTree tree, CSharpCompilationOptions options)
    {
        var (before, all) = (Volatile.Read(ref last), references.Now);
        return new(CSharpCompilation.CreateScriptCompilation(name, tree, all.Skip(before?.References ?? 0), before is null ? options.WithUsings(usings) : options, before?.Compilation, typeof(object)), all.Count);
    }

    /// <summary>Compiles a library of the session, to be referenced by later cells.</summary>
    /// <exception cref="CellFailure">It does not compile.</exception>
    public void CompileLibrary(string text, string path, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"{prefix}.Library{++count}");
        var written = CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Regular, path, cancel);
        var global = CSharpSyntaxTree.ParseText(string.Concat(usings.SkipLast(1).Select(u => $"global using {u};")) + $"global using static {usings[^1]};", Regular, cancellationToken: cancel);
        var shared = CSharpSyntaxTree.Create((CSharpSyntaxNode)new Published().Visit(written.GetRoot(cancel))!, Regular, path, System.Text.Encoding.UTF8);
        var compilation = LoopChecks.Rewrite(CSharpCompilation.Create(name, [shared, global], references.Now, Options), cancel);
        if (Emit(ref compilation, written, cancel) is not var (image, symbols)) return;
        context.Load(name, image, symbols);
        references.Add(image);
    }

    /// <summary>The cells' variables, the newest of each name, with their values.</summary>
    public IReadOnlyDictionary<string, (Type Type, object? Value)> Variables()
    {
        var found = new Dictionary<string, (Type, object?)>(StringComparer.Ordinal);
        foreach (var state in states.Reverse().Where(s => s is not null))
            foreach (var field in state!.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.Name.Contains('<', StringComparison.Ordinal)) found.TryAdd(field.Name, (field.FieldType, field.GetValue(state)));
        return found;
    }

    /// <summary>Emits a compilation whose first tree has checks. Errors are those of the tree as it was written; where only the checks are
    /// in the way, the cell goes without. Null where there is nothing to emit, as with comments and usings alone.</summary>
    private static (byte[] Image, byte[] Symbols)? Emit(ref CSharpCompilation compilation, SyntaxTree written, CancellationToken cancel)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var how = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(image, symbols, options: how, cancellationToken: cancel);
        if (!result.Success)
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], written);
            image.SetLength(0);
            symbols.SetLength(0);
            result = compilation.Emit(image, symbols, options: how, cancellationToken: cancel);
            if (!result.Success)
                return result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? throw CompileErrors.Of(result.Diagnostics) : null;
        }

        return (image.ToArray(), symbols.ToArray());
    }

    /// <summary>Whether a submission ends in an expression with a value, or returns one.</summary>
    private static bool HasValue(CSharpCompilation compilation, CancellationToken cancel)
    {
        var tree = compilation.SyntaxTrees[0];
        var members = ((CompilationUnitSyntax)tree.GetRoot(cancel)).Members;
        if (members.OfType<GlobalStatementSyntax>().Any(m => m.DescendantNodes(n => n is GlobalStatementSyntax or StatementSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ReturnStatementSyntax { Expression: not null }))) return true;
        if (members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }) return false;
        return compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression, cancel).ConvertedType?.SpecialType != SpecialType.System_Void;
    }

    /// <summary>A submission, and how many of the session's references it and those before it have.</summary>
    private sealed record Link(CSharpCompilation Compilation, int References);

    /// <summary>Makes the types of a library public, because cells are other assemblies.</summary>
    private sealed class Published : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token) =>
            token.IsKind(SyntaxKind.InternalKeyword) ? SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.PublicKeyword, token.TrailingTrivia) : base.VisitToken(token);

        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            var visited = base.Visit(node);
            if (node is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) || node.Parent is not (CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)) return visited;
            var member = (MemberDeclarationSyntax)visited!;
            if (member.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.FileKeyword)) return member;
            var first = member.GetFirstToken();
            var open = member.AttributeLists.Count > 0;
            if (!open) member = member.ReplaceToken(first, first.WithLeadingTrivia());
            return member.WithModifiers(member.Modifiers.Insert(0, SyntaxFactory.Token(open ? [] : first.LeadingTrivia, SyntaxKind.PublicKeyword, [SyntaxFactory.Space])));
        }
    }
}
