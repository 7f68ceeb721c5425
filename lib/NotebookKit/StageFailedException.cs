namespace NotebookKit;

/// <summary>A rule threw. The message names stage, example, place and kind of error, and never the error's own message,
/// which may hold personal data; that stays in <see cref="Cause"/>. Errors that never hold a text of the data are repeated.</summary>
public sealed class StageFailedException : Exception
{
    /// <summary>Makes the error.</summary>
    public StageFailedException(string stage, Example? example, Exception cause)
        : base(example is null
            ? $"Stage '{stage}' failed: {Shown(cause)}"
            : $"Stage '{stage}' failed at example '{example.Id}' (input:record {example.Position}): {Shown(cause)}")
    {
        Stage = stage;
        ExampleId = example?.Id;
        Position = example?.Position;
        Cause = cause;
    }

    /// <summary>The stage's name.</summary>
    public string Stage { get; }

    /// <summary>Id of the example, where one was being decided about.</summary>
    public string? ExampleId { get; }

    /// <summary>Where that example was read.</summary>
    public Position? Position { get; }

    /// <summary>The error itself. Not the inner exception, so that printing this one does not print its message.</summary>
    public Exception Cause { get; }

    private static string Shown(Exception cause) => cause is ISafeMessage ? cause.Message : cause.GetType().Name + ".";
}
