namespace NotebookKit.Writing;

/// <summary>A run's folder could not be used or written. The message is one line for people and says what to do; nothing that was
/// there before is lost.</summary>
public sealed class OutputFolderException : IOException
{
    /// <summary>Makes the error.</summary>
    public OutputFolderException(string message, bool refused, Exception? cause = null)
        : base(message, cause) => Refused = refused;

    /// <summary>True where the folder may not be used (it holds something else): another must be given. False where writing failed.</summary>
    public bool Refused { get; }
}
