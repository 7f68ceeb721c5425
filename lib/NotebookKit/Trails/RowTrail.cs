namespace NotebookKit.Trails;

/// <summary>How a row left.</summary>
/// <param name="Stage">Number of the stage in the run, from 0.</param>
/// <param name="Reason">Why: a stable kebab-case code.</param>
/// <param name="Measured">The measured value, or null.</param>
/// <param name="Limit">The limit it was compared with, or null.</param>
/// <param name="CauseId">Id of the example kept instead, or the item of another set that it overlaps with (<c>against:SET:ITEM</c>), or null.</param>
/// <param name="Withheld">True where its text may not be shown.</param>
public sealed record RowExit(int Stage, string Reason, double? Measured, double? Limit, string? CauseId, bool Withheld)
{
    /// <summary>Name of the earlier run that kept the row of <see cref="CauseId"/>; null where that is one of the same run.</summary>
    public string? CauseRun { get; init; }
}

/// <summary>All that a run knows about one row, without its texts.</summary>
public sealed record RowTrail
{
    /// <summary>The row's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was read.</summary>
    public Position At { get; init; }

    /// <summary>Name of its source.</summary>
    public string? Source { get; init; }

    /// <summary>Its label, masked where the run had not masked it yet.</summary>
    public string? Label { get; init; }

    /// <summary>64-bit hash of what the model is given and learns, of rows that were kept; null for others.</summary>
    public ulong? Hash { get; init; }

    /// <summary>What stages measured.</summary>
    public Scores Scores { get; init; }

    /// <summary>Remarks of stages.</summary>
    public IReadOnlyList<Flag> Flags { get; init; } = [];

    /// <summary>Marks of stages.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The group of similar rows that it belongs to.</summary>
    public string? Cluster { get; init; }

    /// <summary>How many input rows it stands for.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>Its split; null where it left before, or where nothing was split.</summary>
    public Split? Split { get; init; }

    /// <summary>How many copies go into the training file.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Training weight, where a stage decided one.</summary>
    public double? Weight { get; init; }

    /// <summary>How it left; null where it was kept.</summary>
    public RowExit? Exit { get; init; }

    /// <summary>What each stage changed; null where that is not known, because the rows were put together anew between stages.</summary>
    public IReadOnlyList<StageChanges>? Changes { get; init; }

    /// <summary>The trail of a row as it is at its end.</summary>
    internal static RowTrail Of(Example example, RowExit? exit, IReadOnlyList<StageChanges>? changes) => new()
    {
        Id = example.Id,
        At = example.Position,
        Source = example.Source,
        Label = example.Label,
        Hash = exit is null ? RowHash.Of(example) : null,
        Scores = example.Scores,
        Flags = example.Flags,
        Tags = example.Tags,
        Cluster = example.Cluster,
        Occurrences = example.Occurrences,
        Split = example.Split,
        Repeat = example.Repeat,
        Weight = example.Weight,
        Exit = exit,
        Changes = changes,
    };
}
