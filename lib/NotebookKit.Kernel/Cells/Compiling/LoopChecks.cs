using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells.Running;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>Writes <see cref="CellCheck"/> into the loops, jumps and functions of a cell. No line is added, so that line numbers hold; lambdas
/// without a block stay as they are, because they may become expression trees.</summary>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Loop = ParseStatement($"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Loop)}();");
    private static readonly StatementSyntax Enter = ParseStatement($"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Enter)}();");

    private LoopChecks()
    {
    }

    /// <summary>The tree with checks.</summary>
    public static SyntaxTree Rewrite(SyntaxTree tree, CancellationToken cancel)
    {
        var root = new LoopChecks().Visit(tree.GetRoot(cancel));
        return CSharpSyntaxTree.Create((CSharpSyntaxNode)root, (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8);
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
        return Body(n.Body, n.ExpressionBody, n.ReturnType, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var n = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return Body(n.Body, n.ExpressionBody, n.ReturnType, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        var n = (OperatorDeclarationSyntax)base.VisitOperatorDeclaration(node)!;
        return Body(n.Body, n.ExpressionBody, n.ReturnType, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        var n = (ConversionOperatorDeclarationSyntax)base.VisitConversionOperatorDeclaration(node)!;
        return Body(n.Body, n.ExpressionBody, n.Type, n.Modifiers) is { } body ? n.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default) : n;
    }

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        var n = (ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!;
        return n.Body is { } body ? n.WithBody(With(Enter, body)) : n;
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var n = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return n.ExpressionBody is { } value && Body(null, value, n.Type, default) is { } body
            ? n.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)])).WithTriviaFrom(n)
            : n;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        var n = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        return n.ExpressionBody is { } value && Body(null, value, n.Type, default) is { } body
            ? n.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)])).WithTriviaFrom(n)
            : n;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var n = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        if (n.Body is { } block) return n.WithBody(With(Enter, block));
        if (n.ExpressionBody is not { Expression: not ThrowExpressionSyntax } value) return n;
        StatementSyntax only = n.IsKind(SyntaxKind.GetAccessorDeclaration) ? Return(value.Expression) : ExpressionStatement(value.Expression);
        return n.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Arrowed(value, only).WithTrailingTrivia(n.GetTrailingTrivia()));
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var n = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return n.Block is { } block ? n.WithBlock(With(Enter, block)) : n;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var n = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return n.Block is { } block ? n.WithBlock(With(Enter, block)) : n;
    }

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var n = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return n.WithBlock(With(Enter, n.Block));
    }

    /// <summary>The statement with a check before it, as one statement.</summary>
    private static BlockSyntax Checked(StatementSyntax statement) =>
        statement is BlockSyntax block ? With(Loop, block)
        : Block(Loop, statement.WithoutTrivia()).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia());

    private static BlockSyntax With(StatementSyntax check, BlockSyntax block) => block.WithStatements(block.Statements.Insert(0, check));

    /// <summary>The body of a function with a check; null where there is none, or nothing is known about what the function returns.</summary>
    private static BlockSyntax? Body(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (block is not null) return With(Enter, block);
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return null;
        var name = type is QualifiedNameSyntax q ? q.Right : type;
        var isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        if (isAsync && !isVoid && name is not (IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" } or GenericNameSyntax)) return null;
        StatementSyntax only = isVoid || (isAsync && name is IdentifierNameSyntax) ? ExpressionStatement(arrow.Expression) : Return(arrow.Expression);
        return Arrowed(arrow, only).WithTrailingTrivia(arrow.GetTrailingTrivia());
    }

    /// <summary>The body that stands for an arrow; a line that ends after the arrow still ends there.</summary>
    private static BlockSyntax Arrowed(ArrowExpressionClauseSyntax arrow, StatementSyntax only) =>
        Block(Token(arrow.GetLeadingTrivia(), SyntaxKind.OpenBraceToken, arrow.ArrowToken.TrailingTrivia), [Enter, only], Token(SyntaxKind.CloseBraceToken));

    private static ReturnStatementSyntax Return(ExpressionSyntax value) =>
        ReturnStatement(Token([], SyntaxKind.ReturnKeyword, [SyntaxFactory.Space]), value, Token(SyntaxKind.SemicolonToken));
}
