namespace NotebookKit;

/// <summary>A file that a person wrote (verdicts, facts about sources), or that an earlier run left, cannot be used as it is. The message is one line with the file, the line, the field,
/// what was expected and what to do; nothing of the data's texts is in it.</summary>
public sealed class BadInputException : Exception
{
    /// <summary>Makes the error.</summary>
    public BadInputException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Makes the error for a place in a file.</summary>
    /// <param name="file">The file as it was given.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="field">The field; null where the whole line is wrong.</param>
    /// <param name="problem">What was expected, and what to do.</param>
    /// <param name="inner">What led to it.</param>
    public static BadInputException At(string file, long line, string? field, string problem, Exception? inner = null) =>
        new(FormattableString.Invariant($"{file}, line {line}{(field is null ? "" : $", field \"{field}\"")}: {problem}"), inner);
}
