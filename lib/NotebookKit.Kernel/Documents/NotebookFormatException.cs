namespace NotebookKit.Kernel.Documents;

/// <summary>A file is not a notebook that can be run. The message is one line: file, cell, field, what was expected, what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Makes the error.</summary>
    public NotebookFormatException(string message, Exception? cause = null)
        : base(message, cause) { }
}
