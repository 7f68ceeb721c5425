namespace NotebookKit.Kernel.Jupyter.Assist;

/// <summary>Words of the language that are keywords in some places only.</summary>
internal static class Keywords
{
    /// <summary>Those that begin or join statements.</summary>
    public static readonly IReadOnlyList<string> Contextual =
        ["async", "await", "descending", "from", "global", "group", "into", "join", "let", "nameof", "orderby", "record", "required", "select", "var", "when", "where", "with", "yield"];
}
