namespace NotebookKit.Sourcing;

/// <summary>An input cannot be read at all. The message is one line that names the file and says what to do.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Makes the error.</summary>
    public SourceException(string file, string message, Exception? inner = null)
        : base(message, inner) => File = file;

    /// <summary>The input as it was given.</summary>
    public string File { get; }
}
