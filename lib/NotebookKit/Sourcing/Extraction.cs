namespace NotebookKit.Sourcing;

/// <summary>Takes from support tickets those that show good work: resolved, well rated, answered by a person, within a window of dates (S4).
/// What has no answer leaves here too, whatever it is; everything else passes.</summary>
public sealed record Extraction : ExampleStage
{
    /// <summary>The case was not resolved. No measure.</summary>
    public const string NotResolved = "not-resolved";

    /// <summary>The customer was not satisfied. Measured: the rating, 1–5; limit: <see cref="MinRating"/>.</summary>
    public const string LowRating = "low-rating";

    /// <summary>Nobody rated, and <see cref="KeepUnrated"/> is off. Limit: <see cref="MinRating"/>.</summary>
    public const string NotRated = "not-rated";

    /// <summary>A bot answered the ticket. No measure.</summary>
    public const string NotHumanAgent = "not-human-agent";

    /// <summary>There is an input, and no answer with text or a tool call. No measure; such inputs are worth labelling.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The ticket is too old. Measured: its age in days; limit: <see cref="WindowDays"/>.</summary>
    public const string OutsideDateWindow = "outside-date-window";

    /// <inheritdoc/>
    public override string Name => "Extraction";

    /// <summary>Keeps only tickets that were resolved. Default true (S4). Tickets without a status pass.</summary>
    public bool OnlyResolved { get; init; } = true;

    /// <summary>Words for a resolved case, compared in lower case. Default: resolved, solved, closed, completed, done.</summary>
    public IReadOnlyList<string> ResolvedStatuses { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        ["resolved", "solved", "closed", "completed", "done"];

    /// <summary>Least rating on a scale of 5 that a rated case needs, 1–5; null switches the rule off. Default 4 (S4).</summary>
    public double? MinRating { get; init => field = value is { } v ? Guard.InRange(v, 1, 5) : null; } = 4;

    /// <summary>Keeps tickets that nobody rated. Default true. Source: own choice (S4 treats them as rated 0, so that they leave).</summary>
    public bool KeepUnrated { get; init; } = true;

    /// <summary>Keeps only tickets that a person answered. Default true (S4). Tickets that do not say who answered pass.</summary>
    public bool OnlyHumanAgents { get; init; } = true;

    /// <summary>Removes inputs without an answer. Default true (S4: at least one exchange).</summary>
    public bool RequireAnswer { get; init; } = true;

    /// <summary>Oldest ticket that is kept, in days before the time of the run, 1–36,500; null switches the rule off. Default 365 (S1: the past 12 months).</summary>
    public int? WindowDays { get; init => field = value is { } v ? Guard.InRange(v, 1, 36_500) : null; } = 365;

    /// <summary>The time of the run; known once it runs.</summary>
    internal DateTimeOffset? AsOf { get; init; }

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return this with { AsOf = run.AsOf };
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        // First, because an unanswered input is worth an answer, whatever else is known about it.
        if (RequireAnswer && !HasAnswer(example)) return Outcome.Remove(example, NoAnswer);
        var signals = example.Signals;
        if (IsTicket(signals))
        {
            if (OnlyResolved && !IsResolved(signals.Status!)) return Outcome.Remove(example, NotResolved);
            if (MinRating is { } needed && !KeepUnrated && signals.Rating is null) return Outcome.Remove(example, NotRated, limit: needed);
            if (OnlyHumanAgents && signals.AnsweredBy == AnsweredBy.Model) return Outcome.Remove(example, NotHumanAgent);
        }

        if (MinRating is { } least && signals.Rating is { } rating && Math.Round(rating, 6) < least) return Outcome.Remove(example, LowRating, rating, least);
        if (IsTicket(signals) && WindowDays is { } days && Age(example) is { } age && age > days) return Outcome.Remove(example, OutsideDateWindow, age, days);
        return Outcome.Keep(example);
    }

    private static bool HasAnswer(Example example)
    {
        foreach (var message in example.Messages)
            if (message.Role == Role.Assistant && !message.IsEmpty) return true;
        return false;
    }

    /// <summary>A status in words is a ticket's; a failed call of a model has a number or an error.</summary>
    private static bool IsTicket(Signals signals) =>
        signals.Status is { Length: > 0 } status && char.IsLetter(status[0]) && !status.StartsWith("error", StringComparison.Ordinal);

    private bool IsResolved(string status)
    {
        foreach (var word in ResolvedStatuses)
            if (string.Equals(word, status, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whole days before the time of the run; null without a date.</summary>
    private double? Age(Example example) => AsOf - example.CreatedAt is { } age ? Math.Floor(age.TotalDays) : null;
}
