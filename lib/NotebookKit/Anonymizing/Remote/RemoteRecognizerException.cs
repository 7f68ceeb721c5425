namespace NotebookKit.Anonymizing;

/// <summary>A remote recognizer could not say what is in a text. The message is one line with the recognizer, what happened and what to do; nothing of the text, of the
/// answer or of an inner error's message is in it. It stops the run: a question without an answer never counts as "nothing found".</summary>
public sealed class RemoteRecognizerException : Exception, ISafeMessage
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line without a word of the text.</param>
    /// <param name="isTransient">True where the same question may be answered later.</param>
    public RemoteRecognizerException(string message, bool isTransient = false)
        : base(message) => IsTransient = isTransient;

    /// <summary>True where the same question may be answered later: it is asked again, up to <see cref="RemoteRecognizer.Retries"/> times.</summary>
    public bool IsTransient { get; }
}
