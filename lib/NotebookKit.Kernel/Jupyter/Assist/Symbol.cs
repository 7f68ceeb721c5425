using Microsoft.CodeAnalysis;

namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>Says what a symbol is.</summary>
internal static class Symbol
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers);

    /// <summary>How it is declared.</summary>
    public static string Signature(ISymbol symbol) => symbol is INamespaceSymbol ? "namespace " + symbol.ToDisplayString() : symbol.ToDisplayString(Format);

    /// <summary>What it is, in the words that editors have pictures for.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        INamespaceSymbol => "namespace",
        ITypeParameterSymbol => "type parameter",
        INamedTypeSymbol type => type.TypeKind switch { TypeKind.Interface => "interface", TypeKind.Struct => "struct", TypeKind.Enum => "enum", TypeKind.Delegate => "delegate", _ => "class" },
        IParameterSymbol => "parameter",
        _ => "variable",
    };
}
