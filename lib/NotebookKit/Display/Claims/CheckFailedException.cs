namespace NotebookKit.Display;

/// <summary>A claim of a notebook does not hold. The message says the claim, what was expected and what is.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">The claim, and what is.</param>
    public CheckFailedException(string message)
        : base(message) { }
}
