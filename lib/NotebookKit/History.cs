using NotebookKit.Trails;

namespace NotebookKit;

/// <summary>The account of one input: <c>records = examples + joined + rejected − expanded</c>.</summary>
/// <param name="File">Name of the input as it was given.</param>
/// <param name="Records">Records in it.</param>
/// <param name="Examples">Examples made of them.</param>
/// <param name="Joined">Records that went into the example of another record (an answer into its question).</param>
/// <param name="Rejected">Records that could not be read.</param>
/// <param name="Expanded">Examples beyond the first of a record.</param>
public sealed record InputReport(string File, long Records, long Examples, long Joined, long Rejected, long Expanded)
{
    /// <summary>What the input was taken for: <c>openai-messages</c>, <c>sharegpt</c>, <c>tickets</c> …</summary>
    public string Format { get; init; } = "";

    /// <summary>What the examples are taken for.</summary>
    public TaskKind Task { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal; empty for inputs that are no file.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What was noticed about the whole input (mixed formats, a byte order mark …).</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A record that could not be read. <see cref="Raw"/> may hold personal data: it is written to the run's audit folder only.</summary>
/// <param name="File">Name of the input.</param>
/// <param name="Line">Line (or record) number, from 1.</param>
/// <param name="Field">The field that was wrong; null where the whole record was.</param>
/// <param name="Reason">A stable kebab-case code, then what was expected.</param>
/// <param name="Raw">The record as received, cut after 2,000 characters; null where it is too large to keep.</param>
public sealed record RejectedRow(string File, long Line, string? Field, string Reason, string? Raw);

/// <summary>What one stage left in the account.</summary>
/// <param name="Report">The numbers.</param>
/// <param name="Removed">The examples it took out.</param>
public sealed record HistoryEntry(StageReport Report, IReadOnlyList<Removal> Removed)
{
    /// <summary>What it changed about the examples that it kept.</summary>
    public StageTrail Trail { get; init; } = StageTrail.None;
}

/// <summary>A record that became part of another record's example: an event, a retry, the beginning of a conversation that is logged whole later.</summary>
/// <param name="File">Name of the input.</param>
/// <param name="Line">Line on which the record begins, from 1.</param>
/// <param name="Id">Id of the example that it went into.</param>
public sealed record JoinedRecord(string File, long Line, string Id);

/// <summary>All that led to a dataset. Immutable.</summary>
public sealed partial class History
{
    private History(IReadOnlyList<InputReport> inputs, IReadOnlyList<RejectedRow> rejected, IReadOnlyList<JoinedRecord> joined, IReadOnlyList<HistoryEntry> stages, IReadOnlyList<MadeRows> made)
    {
        Inputs = inputs;
        Rejected = rejected;
        Joined = joined;
        Stages = stages;
        Made = made;
    }

    /// <summary>Nothing yet.</summary>
    public static History Empty { get; } = new([], [], [], [], []);

    /// <summary>The inputs, in the order they were given.</summary>
    public IReadOnlyList<InputReport> Inputs { get; }

    /// <summary>Records that could not be read.</summary>
    public IReadOnlyList<RejectedRow> Rejected { get; }

    /// <summary>Records that went into the example of another record, in the order they were read.</summary>
    public IReadOnlyList<JoinedRecord> Joined { get; }

    /// <summary>The stages, in the order they ran.</summary>
    public IReadOnlyList<HistoryEntry> Stages { get; }

    /// <summary>Examples that the run itself made, in the order in which they were made: each time they were put behind all others.</summary>
    internal IReadOnlyList<MadeRows> Made { get; }

    /// <summary>All removals of all stages, in order.</summary>
    public IEnumerable<Removal> Removals => Stages.SelectMany(s => s.Removed);

    /// <summary>The account of Sourcing.</summary>
    public static History OfInputs(IReadOnlyList<InputReport> inputs, IReadOnlyList<RejectedRow> rejected, IReadOnlyList<JoinedRecord>? joined = null) =>
        new(inputs, rejected, joined ?? [], [], []);

    /// <summary>This and one more stage.</summary>
    internal History Plus(IReadOnlyList<Removal> removed, StageReport report, StageTrail trail) =>
        new(Inputs, Rejected, Joined, [.. Stages, new(report, removed) { Trail = trail }], Made);

    /// <summary>This and examples that were made behind the last stage.</summary>
    internal History PlusMade(IReadOnlyList<string> ids) => new(Inputs, Rejected, Joined, Stages, [.. Made, new(Stages.Count, ids)]);
}

/// <summary>Examples that the run itself made.</summary>
/// <param name="Before">Number of the stage that received them first, from 0.</param>
/// <param name="Ids">Their ids.</param>
internal readonly record struct MadeRows(int Before, IReadOnlyList<string> Ids);
