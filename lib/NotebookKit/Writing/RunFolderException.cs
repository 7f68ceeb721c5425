namespace NotebookKit.Writing;

/// <summary>A folder or file of an earlier run that cannot be used. The message is one line for people: which file, which line, what was expected, what to do.</summary>
public sealed class RunFolderException : Exception
{
    /// <summary>Makes the error.</summary>
    public RunFolderException(string message, Exception? cause = null)
        : base(message, cause) { }
}
