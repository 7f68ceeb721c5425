using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>Parts what a cell can only declare as a library (namespaces, classes with extension methods, types of one file) from the rest. Each half keeps
/// its lines and columns: what went into the other is blank.</summary>
/// <param name="Library">The library's text; null where the cell needs none.</param>
/// <param name="Names">The full names of the types that it declares.</param>
/// <param name="Rest">The rest; null where nothing is left to run.</param>
internal sealed record LibrarySplit(string? Library, IReadOnlyList<string> Names, string? Rest)
{
    /// <summary>Parts a cell's text.</summary>
    public static LibrarySplit Of(string text, CancellationToken cancel)
    {
        // Parsing is not free, and most cells have none of these words.
        if (!text.Contains("this", StringComparison.Ordinal) && !text.Contains("namespace", StringComparison.Ordinal)
            && !text.Contains("extension", StringComparison.Ordinal) && !text.Contains("file ", StringComparison.Ordinal)) return new(null, [], text);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, CellChain.Script, cancellationToken: cancel).GetRoot(cancel);
        var moved = root.Members.Where(NeedsLibrary).ToList();
        if (moved.Count == 0) return new(null, [], text);
        var onlyTypes = root.Members.All(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax);
        if (onlyTypes) return new(text, Declared(root.Members), root.Usings.Count > 0 ? Keep(text, root.Usings) : null);
        return new(Keep(text, [.. root.Usings, .. moved]), Declared(moved), Blank(text, moved));
    }

    private static bool NeedsLibrary(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax => true,
        BaseTypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.FileKeyword) => true,
        ClassDeclarationSyntax type => type.Modifiers.Any(SyntaxKind.StaticKeyword) && type.Members.Any(m =>
            m is ExtensionBlockDeclarationSyntax || (m is MethodDeclarationSyntax f && f.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword))),
        _ => false,
    };

    private static List<string> Declared(IEnumerable<MemberDeclarationSyntax> members) => [.. members.SelectMany(m => m switch
    {
        BaseNamespaceDeclarationSyntax space => Declared(space.Members).Select(n => $"{space.Name}.{n}"),
        TypeDeclarationSyntax type => [type.Identifier.Text + (type.Arity > 0 ? $"`{type.Arity}" : "")],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        _ => Enumerable.Empty<string>(),
    })];

    private static string Keep(string text, IEnumerable<SyntaxNode> nodes)
    {
        var kept = text.Select(c => c is '\n' or '\r' ? c : ' ').ToArray();
        foreach (var node in nodes) text.CopyTo(node.Span.Start, kept, node.Span.Start, node.Span.Length);
        return new(kept);
    }

    private static string Blank(string text, IEnumerable<SyntaxNode> nodes)
    {
        var left = text.ToCharArray();
        foreach (var node in nodes)
            for (var i = node.Span.Start; i < node.Span.End; i++)
                if (left[i] is not ('\n' or '\r')) left[i] = ' ';
        return new(left);
    }
}
