using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>Says what a name in a cell is: its declaration, and what its documentation says.</summary>
internal static class Inspector
{
    /// <summary>Other forms of a method that are listed.</summary>
    private const int MostForms = 10;

    /// <summary>What stands at a place (a UTF-16 unit) of a cell; null where that is no name, or means nothing.</summary>
    public static string? Inspect(NotebookSession session, string code, int at)
    {
        var question = Question.Of(session, code, at);
        var token = question.Root.FindToken(Math.Min(at, Math.Max(0, code.Length - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken)) token = question.Token();
        // Between the brackets of a call, what is called.
        if (token.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.CloseParenToken && token.Parent is BaseArgumentListSyntax { Parent: InvocationExpressionSyntax call })
            token = call.Expression.GetLastToken();
        if (token.Parent is not { } node || Of(question, token, node) is not { Count: > 0 } symbols) return null;
        var first = symbols[0];
        var lines = new List<string> { Symbol.Signature(first) };
        if (first is IMethodSymbol && symbols.Count > 1) lines.AddRange(symbols.Skip(1).Take(MostForms).Select(Symbol.Signature));
        if (symbols.Count > MostForms + 1) lines.Add(FormattableString.Invariant($"… and {symbols.Count - MostForms - 1} more"));
        if (first.ContainingNamespace is { IsGlobalNamespace: false } space && first is not INamespaceSymbol) lines.Add($"in {space.ToDisplayString()}");
        if (XmlDocs.Of(first) is { Length: > 0 } docs) lines.AddRange(["", docs]);
        return string.Join('\n', lines);
    }

    private static IReadOnlyList<ISymbol> Of(Question question, SyntaxToken token, SyntaxNode node)
    {
        if (question.Model.GetDeclaredSymbol(node) is { } declared && declared.Name == token.ValueText) return [declared];
        var info = question.Model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol) return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } made ? [made, .. Others(made)] : [symbol];
        if (info.CandidateSymbols.Length > 0) return info.CandidateSymbols;
        if (node is ExpressionSyntax expression && question.Model.GetMemberGroup(expression) is { Length: > 0 } group) return group;
        return node is NameSyntax name && question.Model.GetSpeculativeSymbolInfo(name.SpanStart, SyntaxFactory.ParseExpression(name.ToString()), SpeculativeBindingOption.BindAsExpression) is var guess
            ? guess.Symbol is { } meant ? [meant] : guess.CandidateSymbols : [];
    }

    private static IEnumerable<ISymbol> Others(IMethodSymbol made) => made.ContainingType.InstanceConstructors.Where(c => !SymbolEqualityComparer.Default.Equals(c, made));
}
