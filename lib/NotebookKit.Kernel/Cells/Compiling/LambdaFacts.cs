using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>What a check may be written into.</summary>
internal enum LambdaKind
{
    /// <summary>Nothing: it is an expression tree, its own text is asked for, or it does not compile.</summary>
    Untouched,

    /// <summary>A function without a result.</summary>
    Action,

    /// <summary>A function with a result.</summary>
    Function,
}

/// <summary>What the lambdas of a tree become, which only the compiler knows.</summary>
internal sealed class LambdaFacts
{
    private readonly Dictionary<AnonymousFunctionExpressionSyntax, LambdaKind> kinds = [];

    private LambdaFacts()
    {
    }

    /// <summary>Asks about all lambdas of a tree of the compilation.</summary>
    public static LambdaFacts Of(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancel)
    {
        var facts = new LambdaFacts();
        var lambdas = tree.GetRoot(cancel).DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().ToList();
        if (lambdas.Count == 0) return facts;
        var model = compilation.GetSemanticModel(tree);
        foreach (var lambda in lambdas)
            facts.kinds[lambda] = IsQuoted(model, lambda, cancel) ? LambdaKind.Untouched : Kind(model, lambda, cancel);
        return facts;
    }

    /// <summary>What a lambda of the tree is.</summary>
    public LambdaKind this[AnonymousFunctionExpressionSyntax lambda] => kinds[lambda];

    private static LambdaKind Kind(SemanticModel model, AnonymousFunctionExpressionSyntax lambda, CancellationToken cancel)
    {
        var info = model.GetTypeInfo(lambda, cancel);
        if ((info.ConvertedType ?? info.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
        {
            // A lambda that is kept as a Delegate or an object has the type that the compiler makes up for it.
            if (info.Type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } natural } || IsTree(info.ConvertedType)) return LambdaKind.Untouched;
            invoke = natural;
        }

        var isAction = invoke.ReturnsVoid || (lambda.Modifiers.Any(SyntaxKind.AsyncKeyword) && invoke.ReturnType is INamedTypeSymbol { Arity: 0 });
        return isAction ? LambdaKind.Action : LambdaKind.Function;
    }

    private static bool IsTree(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    /// <summary>Whether a lambda is within an expression tree, or in an argument whose text the called function gets.</summary>
    private static bool IsQuoted(SemanticModel model, AnonymousFunctionExpressionSyntax lambda, CancellationToken cancel)
    {
        for (SyntaxNode? node = lambda; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax && IsTree(model.GetTypeInfo(node, cancel).ConvertedType)) return true;
            if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && model.GetSymbolInfo(node, cancel).Symbol is IMethodSymbol called
                && called.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == "CallerArgumentExpressionAttribute"))) return true;
        }

        return false;
    }
}
