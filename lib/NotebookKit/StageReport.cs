namespace NotebookKit;

/// <summary>One example that a stage took out.</summary>
/// <param name="Example">The example as the stage received it.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Reason">Why: a stable kebab-case code.</param>
/// <param name="Measured">The measured value, or null.</param>
/// <param name="Limit">The limit it was compared with, or null.</param>
/// <param name="CauseId">Id of the example kept instead, or the item of another set that it overlaps with (<c>against:SET:ITEM</c>), or null.</param>
/// <param name="Withheld">True where the text must not be shown or written.</param>
public sealed record Removal(Example Example, string Stage, string Reason, double? Measured, double? Limit, string? CauseId, bool Withheld)
{
    /// <summary>Name of the earlier run that kept the example of <see cref="CauseId"/>; null where that is one of the same dataset.</summary>
    public string? CauseRun { get; init; }

    /// <summary>The example kept instead for people: its id, and its run where that is an earlier one.</summary>
    internal string? CauseText => CauseRun is null ? CauseId : $"{CauseId}, of an earlier run ({CauseRun})";
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Look at it before training.</summary>
    Warning,

    /// <summary>Do not train on this.</summary>
    Failure,
}

/// <summary>Something a stage found out about the whole dataset, for people to read.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Text">One sentence with the numbers in it; never text from the data.</param>
public sealed record Finding(Severity Severity, string Code, string Text);

/// <summary>A row that a stage found to belong to another one, so that a report can show both.</summary>
/// <param name="Kind">How: a stable kebab-case code of the stage.</param>
/// <param name="Id">The row.</param>
/// <param name="Other">The other row.</param>
/// <param name="Similarity">How alike they are in the view that the stage compares, 0–1.</param>
public sealed record Relation(string Kind, string Id, string Other, double Similarity)
{
    /// <summary>Kind: the two ask nearly the same and answer otherwise; the similarity is of the inputs.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>Kind: the two contradict others and answer alike; the similarity is the least that the stage takes for the same answer.</summary>
    public const string SameAnswer = "same-answer";

    /// <summary>Kind: the other is among the nearest rows of a strange one; the similarity is a cosine over TF-IDF.</summary>
    public const string Neighbour = "neighbour";
}

/// <summary>What a stage did, in numbers. received = kept + removed always holds.</summary>
public sealed record StageReport
{
    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>Examples that came in.</summary>
    public required int Received { get; init; }

    /// <summary>Examples that went out.</summary>
    public required int Kept { get; init; }

    /// <summary>Examples taken out.</summary>
    public int Removed => Received - Kept;

    /// <summary>Examples kept with another text, score, mark or decision than they came with.</summary>
    public required int Changed { get; init; }

    /// <summary>How often each reason for a removal was given, in ordinal order of reasons.</summary>
    public required IReadOnlyDictionary<string, long> Reasons { get; init; }

    /// <summary>How often each remark was made about an example that was kept.</summary>
    public IReadOnlyDictionary<string, long> Flagged { get; init; } = new Dictionary<string, long>();

    /// <summary>Further counts of the stage, in ordinal order of names.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>What the stage found out about the whole.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Rows that belong together by what the stage found: contradictions and who agrees in them, nearest neighbours of the strangest rows.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Wall-clock time; the only part that differs between two runs.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the stage was, with its options.</summary>
    public required StageDescription Stage { get; init; }
}

/// <summary>What came out of a stage: what it kept, what it removed and why, and the account.</summary>
public partial class StageResult
{
    /// <summary>Makes a result.</summary>
    public StageResult(Dataset kept, IReadOnlyList<Removal> removed, StageReport report)
    {
        Kept = kept;
        Removed = removed;
        Report = report;
    }

    /// <summary>The dataset that goes on, in the order of the input.</summary>
    public Dataset Kept { get; }

    /// <summary>What was taken out, in the order of the input.</summary>
    public IReadOnlyList<Removal> Removed { get; }

    /// <summary>The account.</summary>
    public StageReport Report { get; }
}
