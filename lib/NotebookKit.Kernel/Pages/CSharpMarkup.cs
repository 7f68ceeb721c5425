using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Pages;

/// <summary>C# with its words marked for colour, by the compiler's own parser: every character of the code is there, whatever is wrong with it.</summary>
internal static class CSharpMarkup
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>A <c>pre</c> element.</summary>
    public static string Block(string code) => $"<pre class=\"nb-code\" tabindex=\"0\"><code>{Of(code)}</code></pre>";

    /// <summary>The code, encoded, with <c>span</c> elements in it.</summary>
    public static string Of(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        foreach (var token in CSharpSyntaxTree.ParseText(code, Options).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia) Append(html, trivia.ToFullString(), ClassOf(trivia));
            Append(html, token.Text, ClassOf(token));
            foreach (var trivia in token.TrailingTrivia) Append(html, trivia.ToFullString(), ClassOf(trivia));
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, string? css)
    {
        if (text.Length == 0) return;
        if (css is null) html.Append(Html.Text(text));
        else html.Append("<span class=\"nb-").Append(css).Append("\">").Append(Html.Text(text)).Append("</span>");
    }

    private static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
            or SyntaxKind.DisabledTextTrivia => "c",
        _ => trivia.IsDirective ? "d" : null,
    };

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => ClassOfName(token),
        var kind => SyntaxFacts.IsKeywordKind(kind) ? "k" : null,
    };

    private static string? ClassOfName(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name) return null;
        if (name.IsVar) return "k";
        SyntaxNode outer = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        if (outer.Parent is InvocationExpressionSyntax call && call.Expression == outer) return "f";
        var isType = outer.Parent switch
        {
            ObjectCreationExpressionSyntax made => made.Type == name,
            VariableDeclarationSyntax declared => declared.Type == name,
            ParameterSyntax parameter => parameter.Type == name,
            TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax or SimpleBaseTypeSyntax or CastExpressionSyntax => true,
            _ => false,
        };
        return isType ? "t" : null;
    }
}
