using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>One way to go on.</summary>
/// <param name="Text">What would stand there.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>path</c>, …</param>
/// <param name="Signature">How it is declared; empty where that says nothing more.</param>
internal sealed record Completion(string Text, string Kind, string Signature = "");

/// <summary>The ways to go on at a place, and the part of the text that they replace.</summary>
internal sealed record Completions(int Start, int End, ImmutableArray<Completion> Items);

/// <summary>Finds ways to go on: members after a dot; names, types, keywords and named arguments elsewhere; paths in <c>#r</c> and <c>#load</c>; magics.</summary>
internal static class Completer
{
    /// <summary>Ways that are given at most.</summary>
    private const int Most = 1000;

    /// <summary>The ways to go on at a place (a UTF-16 unit) of a cell.</summary>
    public static Completions Complete(NotebookSession session, string code, int at)
    {
        if (LineCompletions.Of(code, at, session.BaseDirectory) is { } line) return line;
        var start = at;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        if (start > 0 && start < code.Length && code[start - 1] == '@') start--;
        var prefix = code[start..at];
        if (prefix is [>= '0' and <= '9', ..]) return new(at, at, []);
        var question = Question.Of(session, code, at);
        if (IsText(question, at)) return new(at, at, []);
        var items = Candidates(question, start).Where(c => Fits(c.Text, prefix)).DistinctBy(c => c.Text)
            .OrderBy(c => c.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1).ThenBy(c => c.Text, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Text, StringComparer.Ordinal);
        return new(start, at, [.. items.Take(Most)]);
    }

    private static IEnumerable<Completion> Candidates(Question question, int start)
    {
        var before = question.Root.FindToken(Math.Max(0, start - 1));
        if (start > 0 && before.Span.End <= start && before.Parent is { } parent)
        {
            if (before.IsKind(SyntaxKind.DotToken) || before.IsKind(SyntaxKind.QuestionToken))
            {
                switch (parent)
                {
                    case MemberAccessExpressionSyntax access: return Members(question, access.Expression, start);
                    case MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional }: return Members(question, conditional.Expression, start);
                    case MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional }: return Members(question, conditional.Expression, start);
                    case QualifiedNameSyntax name: return Named(question, name.Left, start);
                }
            }
        }

        if (before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null) return Symbols(question.Model.LookupNamespacesAndTypes(start));
        var names = Symbols(question.Model.LookupSymbols(start)).Concat(SyntaxFacts.GetKeywordKinds().Select(k => new Completion(SyntaxFacts.GetText(k), "keyword")))
            .Concat(Keywords.Contextual.Select(k => new Completion(k, "keyword")));
        return NamedArguments(question, before).Concat(names);
    }

    private static IEnumerable<Completion> Members(Question question, ExpressionSyntax left, int start)
    {
        var symbol = question.Model.GetSymbolInfo(left).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
            return Symbols(question.Model.LookupSymbols(start, container).Where(s => s is INamespaceOrTypeSymbol || s.IsStatic));
        if (question.Model.GetTypeInfo(left).Type is not { TypeKind: not TypeKind.Error } type) return [];
        return Symbols(question.Model.LookupSymbols(start, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol));
    }

    /// <summary>After a dot that the compiler reads as part of a type's name, as at the end of a cell: <c>people.</c> may be a value all the same.</summary>
    private static IEnumerable<Completion> Named(Question question, NameSyntax left, int start)
    {
        var symbol = question.Model.GetSymbolInfo(left).Symbol
            ?? question.Model.GetSpeculativeSymbolInfo(left.SpanStart, SyntaxFactory.ParseExpression(left.ToString()), SpeculativeBindingOption.BindAsExpression).Symbol;
        if (symbol is INamespaceOrTypeSymbol container) return Symbols(question.Model.LookupSymbols(start, container).Where(s => s is INamespaceOrTypeSymbol || s.IsStatic));
        var type = question.Model.GetSpeculativeTypeInfo(left.SpanStart, SyntaxFactory.ParseExpression(left.ToString()), SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or { TypeKind: TypeKind.Error } ? [] : Symbols(question.Model.LookupSymbols(start, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol));
    }

    /// <summary>The parameters that an argument may name.</summary>
    private static IEnumerable<Completion> NamedArguments(Question question, SyntaxToken before)
    {
        if (!before.IsKind(SyntaxKind.OpenParenToken) && !before.IsKind(SyntaxKind.CommaToken)) return [];
        if (before.Parent?.FirstAncestorOrSelf<BaseArgumentListSyntax>() is not { Parent: { } call }) return [];
        var info = question.Model.GetSymbolInfo(call);
        var methods = (info.Symbol is { } one ? [one] : info.CandidateSymbols).OfType<IMethodSymbol>();
        if (!methods.Any() && call is InvocationExpressionSyntax invoked) methods = question.Model.GetMemberGroup(invoked.Expression).OfType<IMethodSymbol>();
        return methods.SelectMany(m => m.Parameters).Where(p => p.Name.Length > 0).Select(p => new Completion(p.Name + ":", "named argument", Symbol.Signature(p)));
    }

    private static IEnumerable<Completion> Symbols(IEnumerable<ISymbol> symbols) => symbols.Where(IsForUsers)
        .Select(s => new Completion(SyntaxFacts.GetKeywordKind(s.Name) == SyntaxKind.None ? s.Name : "@" + s.Name, Symbol.Kind(s), Symbol.Signature(s)));

    private static bool IsForUsers(ISymbol symbol) =>
        symbol.CanBeReferencedByName && symbol.Name.Length > 0 && symbol.Name[0] != '<' && !symbol.GetAttributes().Any(a =>
            a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static bool Fits(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the place is within a text or a comment, where names mean nothing.</summary>
    private static bool IsText(Question question, int at)
    {
        var trivia = question.Root.FindTrivia(Math.Max(0, at - 1));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && at > trivia.SpanStart) return true;
        var token = question.Root.FindToken(Math.Max(0, at - 1));
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.Utf8StringLiteralToken && at > token.SpanStart && at <= token.Span.End && (at < token.Span.End || token.IsMissing || !token.Text.EndsWith('"') || token.Text.Length == 1);
    }
}
