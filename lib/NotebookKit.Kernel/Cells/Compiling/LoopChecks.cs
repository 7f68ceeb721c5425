using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells.Running;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>Writes <see cref="CellCheck"/> into the loops, jumps and functions of a cell. No line is added, so that line numbers hold. Expression
/// trees stay as they are, and so do lambdas in an argument whose text is asked for.</summary>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Loop = ParseStatement($"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Loop)}();");
    private static readonly StatementSyntax Enter = ParseStatement($"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Enter)}();");

    private readonly LambdaFacts lambdas;

    private LoopChecks(LambdaFacts lambdas) => this.lambdas = lambdas;

    /// <summary>The compilation with checks in its first tree.</summary>
    public static CSharpCompilation Rewrite(CSharpCompilation compilation, CancellationToken cancel)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = new LoopChecks(LambdaFacts.Of(compilation, tree, cancel)).Visit(tree.GetRoot(cancel));
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)root, (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => base.VisitWhileStatement(node) is WhileStatementSyntax n ? n.WithStatement(Checked(n.Statement)) : node;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => base.VisitDoStatement(node) is DoStatementSyntax n ? n.WithStatement(Checked(n.Statement)) : node;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => base.VisitForStatement(node) is ForStatementSyntax n ? n.WithStatement(Checked(n.Statement)) : node;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax n ? n.WithStatement(Checked(n.Statement)) : node;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax n ? n.WithStatement(Checked(n.Statement)) : node;

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Checked(node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var n = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return Body(n.Body, n.ExpressionBody, n.SemicolonToken, n.ReturnType, n.Modifiers, CheckOf(node)) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var n = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return Body(n.Body, n.ExpressionBody, n.SemicolonToken, n.ReturnType, n.Modifiers, CheckOf(node)) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        var n = (OperatorDeclarationSyntax)base.VisitOperatorDeclaration(node)!;
        return Body(n.Body, n.ExpressionBody, n.SemicolonToken, n.ReturnType, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        var n = (ConversionOperatorDeclarationSyntax)base.VisitConversionOperatorDeclaration(node)!;
        return Body(n.Body, n.ExpressionBody, n.SemicolonToken, n.Type, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        var n = (ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!;
        return n.Body is { } body ? n.WithBody(With(Enter, body)) : n;
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var n = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return n.ExpressionBody is { } value && Body(null, value, n.SemicolonToken, n.Type, default) is { } body
            ? n.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(body))
            : n;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        var n = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        return n.ExpressionBody is { } value && Body(null, value, n.SemicolonToken, n.Type, default) is { } body
            ? n.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(body))
            : n;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var n = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        if (n.Body is { } block) return n.WithBody(With(Enter, block));
        if (n.ExpressionBody is not { Expression: not ThrowExpressionSyntax } value) return n;
        StatementSyntax only = n.IsKind(SyntaxKind.GetAccessorDeclaration) ? Return(value.Expression) : ExpressionStatement(value.Expression);
        return n.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Arrowed(Enter, value, only, n.SemicolonToken));
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var kind = lambdas[node];
        if (kind == LambdaKind.Untouched) return node;
        var n = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return Body(n, kind, CheckOf(node)) is { } body ? n.WithExpressionBody(null).WithBlock(body) : n;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var kind = lambdas[node];
        if (kind == LambdaKind.Untouched) return node;
        var n = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return Body(n, kind, CheckOf(node)) is { } body ? n.WithExpressionBody(null).WithBlock(body) : n;
    }

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        if (lambdas[node] == LambdaKind.Untouched) return node;
        var n = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return n.WithBlock(With(CheckOf(node), n.Block));
    }

    /// <summary>The body of a lambda with a check; null where it only throws.</summary>
    private static BlockSyntax? Body(LambdaExpressionSyntax lambda, LambdaKind kind, StatementSyntax check)
    {
        if (lambda.Block is { } block) return With(check, block);
        if (lambda.ExpressionBody is not { } value || value is ThrowExpressionSyntax) return null;
        StatementSyntax only = kind == LambdaKind.Action ? ExpressionStatement(value) : Return(value);
        return Block(check, only);
    }

    /// <summary>The check of a function. One that calls nothing needs no look at the stack, which costs more than a small lambda itself: a
    /// recursion without a call goes through a property, an operator or a constructor, and those look.</summary>
    private static StatementSyntax CheckOf(SyntaxNode function) => function.DescendantNodes().Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) ? Enter : Loop;

    /// <summary>The statement with a check before it, as one statement.</summary>
    private static BlockSyntax Checked(StatementSyntax statement) =>
        statement is BlockSyntax block ? With(Loop, block)
        : Block(Loop, statement.WithoutTrivia()).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia());

    private static BlockSyntax With(StatementSyntax check, BlockSyntax block) => block.WithStatements(block.Statements.Insert(0, check));

    /// <summary>The body of a function with a check; null where there is none, or nothing is known about what the function returns.</summary>
    private static BlockSyntax? Body(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, TypeSyntax type, SyntaxTokenList modifiers, StatementSyntax? check = null)
    {
        check ??= Enter;
        if (block is not null) return With(check, block);
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return null;
        var name = type is QualifiedNameSyntax q ? q.Right : type;
        var isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        if (isAsync && !isVoid && name is not (IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" } or GenericNameSyntax)) return null;
        StatementSyntax only = isVoid || (isAsync && name is IdentifierNameSyntax) ? ExpressionStatement(arrow.Expression) : Return(arrow.Expression);
        return Arrowed(check, arrow, only, semicolon);
    }

    /// <summary>The body that stands for an arrow and what follows it; a line that ends in between still ends there.</summary>
    private static BlockSyntax Arrowed(StatementSyntax check, ArrowExpressionClauseSyntax arrow, StatementSyntax only, SyntaxToken semicolon) =>
        Block(Token(arrow.GetLeadingTrivia(), SyntaxKind.OpenBraceToken, arrow.ArrowToken.TrailingTrivia), [check, only],
            Token(semicolon.LeadingTrivia, SyntaxKind.CloseBraceToken, semicolon.TrailingTrivia));

    private static AccessorListSyntax Getter(BlockSyntax body) =>
        AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body.WithTrailingTrivia())]).WithTrailingTrivia(body.GetTrailingTrivia());

    private static ReturnStatementSyntax Return(ExpressionSyntax value) =>
        ReturnStatement(Token([], SyntaxKind.ReturnKeyword, [SyntaxFactory.Space]), value, Token(SyntaxKind.SemicolonToken));
}
