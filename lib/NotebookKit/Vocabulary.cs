namespace NotebookKit;

/// <summary>What the model will be asked to do; it selects length rules, size guidance and score weights.</summary>
public enum TaskKind
{
    /// <summary>Not known; treated like <see cref="Chat"/>.</summary>
    Unknown,

    /// <summary>Text → one of a few labels. Short answers are right here.</summary>
    Classification,

    /// <summary>A question and its answer.</summary>
    QuestionAnswering,

    /// <summary>A conversation of several turns.</summary>
    Chat,

    /// <summary>A long text → a short one.</summary>
    Summarization,

    /// <summary>A short request → a long text.</summary>
    Generation,

    /// <summary>Text → fields, usually JSON. Short answers are right here.</summary>
    Extraction,
}

/// <summary>Where an example comes from.</summary>
public enum Origin
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Recorded in a product that is in use: tickets, chats, corrections, clicks.</summary>
    ProductionLog,

    /// <summary>Published by others.</summary>
    PublicDataset,

    /// <summary>Written by a person for training.</summary>
    HumanWritten,

    /// <summary>Input and answer made by a model.</summary>
    Synthetic,

    /// <summary>A real input answered by a larger model.</summary>
    Distilled,
}

/// <summary>The part of the dataset that an example was put in.</summary>
public enum Split
{
    /// <summary>What the model learns from.</summary>
    Train,

    /// <summary>Looked at during training to see overfitting.</summary>
    Validation,

    /// <summary>Looked at once, at the end.</summary>
    Test,
}

/// <summary>Who wrote the answer of an example.</summary>
public enum AnsweredBy
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Human,

    /// <summary>A model or a bot, unedited.</summary>
    Model,

    /// <summary>A model's draft that a person edited.</summary>
    EditedModel,
}

/// <summary>What users did with an answer.</summary>
[Flags]
public enum Events
{
    /// <summary>Nothing recorded.</summary>
    None = 0,

    /// <summary>The answer was accepted as it was.</summary>
    Accepted = 1 << 0,

    /// <summary>The answer was edited; the edit is the target.</summary>
    Edited = 1 << 1,

    /// <summary>The answer was rejected.</summary>
    Rejected = 1 << 2,

    /// <summary>The answer was copied.</summary>
    Copied = 1 << 3,

    /// <summary>The same was asked again at once.</summary>
    AskedAgain = 1 << 4,

    /// <summary>Thumbs up.</summary>
    ThumbsUp = 1 << 5,

    /// <summary>Thumbs down.</summary>
    ThumbsDown = 1 << 6,

    /// <summary>A template was filled in and used.</summary>
    TemplateUsed = 1 << 7,

    /// <summary>The user put the content into a category.</summary>
    CategoryAssigned = 1 << 8,

    /// <summary>The user clicked this result.</summary>
    Clicked = 1 << 9,

    /// <summary>The user left in the middle.</summary>
    Abandoned = 1 << 10,

    /// <summary>The app crashed.</summary>
    Crashed = 1 << 11,

    /// <summary>The case was resolved.</summary>
    Resolved = 1 << 12,
}

/// <summary>What the source recorded about how an answer was received.</summary>
public sealed record Signals
{
    /// <summary>Nothing recorded.</summary>
    public static readonly Signals None = new();

    /// <summary>What users did with the answer.</summary>
    public Events Events { get; init; }

    /// <summary>Satisfaction, 1–5; null where nobody rated.</summary>
    public double? Rating { get; init; }

    /// <summary>The case's status as the source wrote it, lower case (<c>resolved</c>, <c>open</c>, an HTTP status …).</summary>
    public string? Status { get; init; }

    /// <summary>Who wrote the answer.</summary>
    public AnsweredBy AnsweredBy { get; init; }

    /// <summary>True where all the given events were recorded.</summary>
    public bool Has(Events events) => (Events & events) == events;

    /// <summary>The same with further events.</summary>
    public Signals With(Events events) => this with { Events = Events | events };
}

/// <summary>A remark of a stage about an example that was kept: it is listed for review.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Reason">A stable kebab-case code declared on the stage.</param>
/// <param name="Measured">The value that led to the remark, in the unit the reason's documentation gives.</param>
/// <param name="Limit">The limit it was compared with.</param>
public sealed record Flag(string Stage, string Reason, double? Measured = null, double? Limit = null);

/// <summary>Where an example was read: which input, which record of it, which part of that record. It orders
/// datasets and helps errors; no decision depends on it.</summary>
/// <param name="Source">Number of the input, from 0.</param>
/// <param name="Record">Number of the record in that input, from 1.</param>
/// <param name="Part">Number of the example made of that record, from 0.</param>
public readonly record struct Position(int Source, long Record, int Part = 0) : IComparable<Position>
{
    /// <summary>The line on which the record begins, from 1; 0 where it is not known.</summary>
    public long Line { get; init; }

    /// <inheritdoc/>
    public int CompareTo(Position other) =>
        (Source, Record, Part).CompareTo((other.Source, other.Record, other.Part));

    /// <summary>True where the left one comes first.</summary>
    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    /// <summary>True where the left one comes later.</summary>
    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    /// <summary>True where the left one does not come later.</summary>
    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    /// <summary>True where the left one does not come first.</summary>
    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;

    /// <summary><c>input:record</c>, for messages.</summary>
    public override string ToString() => Part == 0 ? $"{Source}:{Record}" : $"{Source}:{Record}.{Part}";
}
