using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Only C# is run. A notebook that names no language is taken for C#.</summary>
internal static class NotebookLanguage
{
    /// <summary>Where and in which other language something is written; null where all is C#.</summary>
    public static string? Trouble(Notebook notebook)
    {
        if (notebook.Language is { } language && !IsCSharp(language)) return $"it is written in {language}; only C# is run";
        foreach (var cell in notebook.CodeCells)
            // How .NET Interactive notes the language of a single cell.
            if ((Lines.At(cell.Json, "metadata", "polyglot_notebook", "kernelName") ?? Lines.At(cell.Json, "metadata", "dotnet_interactive", "language"))?.ToString() is { } other && !IsCSharp(other))
                return $"cell {cell.Position} is written in {other}; only C# is run";
        return null;
    }

    private static bool IsCSharp(string language) => language.Equals("C#", StringComparison.OrdinalIgnoreCase) || language.Equals("csharp", StringComparison.OrdinalIgnoreCase);
}
