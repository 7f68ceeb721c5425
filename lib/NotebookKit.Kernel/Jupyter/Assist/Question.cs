using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Cells.Directives;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>A cell's text, understood after the cells that ran, and a place in it.</summary>
/// <param name="Code">The text, with magics and directives blanked out.</param>
/// <param name="At">The place.</param>
/// <param name="Root">The text's syntax.</param>
/// <param name="Model">What its names mean.</param>
internal sealed record Question(string Code, int At, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>Understands a text.</summary>
    public static Question Of(NotebookSession session, string code, int at)
    {
        var text = WithoutMagics(code);
        text = CodeDirectives.Of(text, default).Text;
        var tree = CSharpSyntaxTree.ParseText(text, CellChain.Script);
        return new(text, at, tree.GetRoot(), session.Ask(tree).GetSemanticModel(tree, ignoreAccessibility: false));
    }

    /// <summary>The token that ends at the place or is cut by it.</summary>
    public SyntaxToken Token() => Root.FindToken(Math.Max(0, At - 1));

    private static string WithoutMagics(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal)) return code;
        var left = code.ToCharArray();
        for (var at = 0; at < left.Length;)
        {
            var end = code.IndexOf('\n', at);
            if (end < 0) end = code.Length;
            if (code.AsSpan(at, end - at).TrimStart().StartsWith("#!")) left.AsSpan(at, end - at).Fill(' ');
            at = end + 1;
        }

        return new(left);
    }
}
