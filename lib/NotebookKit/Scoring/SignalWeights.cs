namespace NotebookKit.Scoring;

/// <summary>What each signal counts, in points. Points add up; 0 points is a quality of 0.5, and each point moves it along the logistic
/// curve: 1 → 0.73, 2 → 0.88, 3 → 0.95, −2 → 0.12, −4 → 0.02. The order (edited highest, accepted high, rejected low, long and
/// common medium) is S0's; copied and asked again are S3's.</summary>
public sealed record SignalWeights
{
    /// <summary>The answer was edited and then used; replaces <see cref="Accepted"/>. Points, −10 to 10, default 3 (S0: highest, "the edit is the ideal output").</summary>
    public double Edited { get; init => field = Points(value); } = 3;

    /// <summary>The answer was accepted as it was. Points, −10 to 10, default 2 (S0: high).</summary>
    public double Accepted { get; init => field = Points(value); } = 2;

    /// <summary>The answer was rejected. Points, −10 to 10, default −4 (S0: low, "use sparingly"): a long and common rejected row still stays below 0.2.</summary>
    public double Rejected { get; init => field = Points(value); } = -4;

    /// <summary>The answer was copied. Points, −10 to 10, default 1 (S3: a positive signal).</summary>
    public double Copied { get; init => field = Points(value); } = 1;

    /// <summary>The same was asked again at once. Points, −10 to 10, default −1 (S3: a negative signal).</summary>
    public double AskedAgain { get; init => field = Points(value); } = -1;

    /// <summary>Thumbs up; thumbs down takes as much away. Points, 0 to 10, default 2 (S0: thumbs-up answers are positive examples).</summary>
    public double Thumbs { get; init => field = Guard.InRange(value, 0.0, 10.0); } = 2;

    /// <summary>A rating of 5; a rating of 1 takes as much away, 3 counts nothing. Points, 0 to 10, default 2 (S1: quality score is the satisfaction).</summary>
    public double Rating { get; init => field = Guard.InRange(value, 0.0, 10.0); } = 2;

    /// <summary>The case was resolved. Points, −10 to 10, default 1 (S1 and S4 extract resolved tickets).</summary>
    public double Resolved { get; init => field = Points(value); } = 1;

    /// <summary>The user acted on it: clicked this result, assigned the category, used the filled template. Points, −10 to 10, default 2 (S0: the correct answer is known by an explicit action).</summary>
    public double Chosen { get; init => field = Points(value); } = 2;

    /// <summary>A person wrote the answer. Points, −10 to 10, default 1 (S3: people's answers are the highest quality).</summary>
    public double ByHuman { get; init => field = Points(value); } = 1;

    /// <summary>The user left, or the app crashed. Points, −10 to 10, default −2 (S0: remove errors; this counts where Cleaning was told to keep them).</summary>
    public double BrokenOff { get; init => field = Points(value); } = -2;

    /// <summary>A long, detailed interaction: all points from 200 words on, none up to 20, in between by the logarithm. Points, −10 to 10, default 1 (S0: medium).</summary>
    public double Detailed { get; init => field = Points(value); } = 1;

    /// <summary>The same as <see cref="Detailed"/> for classification, extraction and summarization, where a short answer is right. Points, −10 to 10, default 0.</summary>
    public double DetailedShortTask { get; init => field = Points(value); }

    /// <summary>A common pattern: all points where it stands for 32 input rows or more, none where it was seen once, in between by the logarithm. Points, −10 to 10, default 1 (S0: medium).</summary>
    public double Common { get; init => field = Points(value); } = 1;

    /// <summary>The points of length that hold for a task.</summary>
    public double DetailedFor(TaskKind task) =>
        task is TaskKind.Classification or TaskKind.Extraction or TaskKind.Summarization ? DetailedShortTask : Detailed;

    private static double Points(double value, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Guard.InRange(value, -10.0, 10.0, name);
}
