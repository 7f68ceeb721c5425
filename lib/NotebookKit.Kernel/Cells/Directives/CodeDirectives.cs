using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKit.Kernel.Cells.Compiling;

namespace NotebookKit.Kernel.Cells.Directives;

/// <summary>A <c>#r</c> or <c>#load</c> of a cell.</summary>
/// <param name="IsLoad">Whether it is a <c>#load</c>.</param>
/// <param name="Target">What stands between the quotes.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record CodeDirective(bool IsLoad, string Target, int Line)
{
    /// <summary>What comes after <c>nuget:</c>; null for anything but a package.</summary>
    public string? Package => !IsLoad && Target.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? Target[6..].Trim() : null;
}

/// <summary>The directives of a piece of C#, and the piece without them.</summary>
internal sealed partial record CodeDirectives(IReadOnlyList<CodeDirective> Directives, string Text)
{
    /// <summary>Takes the directives out; blanks stand in their place.</summary>
    public static CodeDirectives Of(string text, CancellationToken cancel)
    {
        if (!DirectiveLine().IsMatch(text)) return new([], text);
        var tree = CSharpSyntaxTree.ParseText(text, CellChain.Script, cancellationToken: cancel);
        var found = new List<CodeDirective>();
        var left = text.ToCharArray();
        foreach (var directive in tree.GetRoot(cancel).DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>().Where(d => d.IsActive))
        {
            var target = directive switch { ReferenceDirectiveTriviaSyntax r => r.File, LoadDirectiveTriviaSyntax l => l.File, _ => default };
            if (target.IsMissing || target.ValueText is not { Length: > 0 } file) continue;
            found.Add(new(directive is LoadDirectiveTriviaSyntax, file, tree.GetLineSpan(directive.Span, cancel).StartLinePosition.Line + 1));
            for (var i = directive.Span.Start; i < directive.Span.End; i++)
                if (left[i] is not ('\n' or '\r')) left[i] = ' ';
        }

        return new(found, new(left));
    }

    [GeneratedRegex(@"^[ \t]*#[ \t]*(r|load)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DirectiveLine();
}
