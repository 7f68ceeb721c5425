namespace NotebookKit.Reviewing;

/// <summary>One question about a row; "no" always means that the row fails it.</summary>
/// <param name="Key">Field of the answer in the review file.</param>
/// <param name="Text">The question as it is put to the reader.</param>
public sealed record ReviewQuestion(string Key, string Text);

/// <summary>The five questions of S3 ("The Data Quality Filter — Five Questions Before You Train"), each turned so that "yes" is good. S3: an example that
/// fails two or more is removed or corrected.</summary>
public static class ReviewQuestions
{
    /// <summary>S3's first question.</summary>
    public const string Proud = "proud";

    /// <summary>S3's second question.</summary>
    public const string Format = "format";

    /// <summary>S3's third question.</summary>
    public const string Consistent = "consistent";

    /// <summary>S3's fourth question.</summary>
    public const string Realistic = "realistic";

    /// <summary>S3's fifth question.</summary>
    public const string Better = "better";

    /// <summary>Failed questions that take a row out (S3).</summary>
    public const int MostFailed = 2;

    /// <summary>The questions, in S3's order.</summary>
    public static IReadOnlyList<ReviewQuestion> All { get; } =
    [
        new(Proud, "Is the output something that you would be proud to show a user? Proud, not only content."),
        new(Format, "Does the output have exactly the format, tone and length that the model should produce in production?"),
        new(Consistent, "Does it teach the task rightly, in line with the other rows? (no: it would mislead)"),
        new(Realistic, "Is the input one that the model will really see in production, not only its ideal version?"),
        new(Better, "If the model learned only this row, would it be a better model? (no: worse)"),
    ];
}
