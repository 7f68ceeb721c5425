namespace NotebookKit.Kernel.Cells.Compiling;

/// <summary>The libraries that cells declared. A type of theirs is compiled once: cells before and after would otherwise mean different types by one name.</summary>
internal sealed class LibraryCells(CellChain chain)
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);

    /// <summary>Compiles a library unless the same is there.</summary>
    /// <exception cref="CellFailure">It does not compile, or one of its types is there with another text.</exception>
    public void Add(LibrarySplit split, string path, CancellationToken cancel)
    {
        var text = split.Library!.Trim().ReplaceLineEndings("\n");
        if (texts.Contains(text)) return;
        if (split.Names.FirstOrDefault(declared.Contains) is { } twice)
        {
            throw CellFailure.At(path, null, $"{twice} is already defined with another text. Classes with extension methods, namespaces and what is in them stay as they "
                + "were first run; restart the session to change them.");
        }

        chain.CompileLibrary(split.Library, path, cancel);
        texts.Add(text);
        declared.UnionWith(split.Names);
    }
}
