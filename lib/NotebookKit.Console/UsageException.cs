namespace NotebookKit.Console;

/// <summary>The arguments cannot be carried out. The message is one line for people.</summary>
internal sealed class UsageException : Exception
{
    /// <summary>Makes the error.</summary>
    public UsageException(string message, Exception? cause = null)
        : base(message, cause) { }
}
