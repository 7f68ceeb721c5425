using NotebookKit.Display;

namespace NotebookKit.Explaining;

/// <summary>What became of a row.</summary>
public enum RowFate
{
    /// <summary>It is in a file of the dataset.</summary>
    Kept,

    /// <summary>A stage took it out.</summary>
    Removed,

    /// <summary>Its record could not be read.</summary>
    Rejected,

    /// <summary>Its record went into the row of another record.</summary>
    Joined,
}

/// <summary>Where a row was read.</summary>
/// <param name="File">Name of the input; null where the dataset was not read from files.</param>
/// <param name="Line">Line on which the record begins, from 1; null where it is not known.</param>
/// <param name="Record">Number of the record in the input, from 1.</param>
/// <param name="Part">Number of the row made of that record, from 0.</param>
/// <param name="Format">What the input was taken for.</param>
/// <param name="Source">Name of the source.</param>
public sealed record RowOrigin(string? File, long? Line, long Record, int Part, string? Format, string? Source);

/// <summary>What one stage did with a row.</summary>
/// <param name="Number">Number of the stage in the run, from 1.</param>
/// <param name="Stage">Its name.</param>
/// <param name="Key">Its key in the recipe; null where it has none.</param>
/// <param name="What">What it measured, changed and remarked, one thing a line.</param>
public sealed record LifeStep(int Number, string Stage, string? Key, IReadOnlyList<string> What);

/// <summary>Why a row left.</summary>
/// <param name="Number">Number of the stage in the run, from 1; 0 for a record that could not be read.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Key">Its key in the recipe.</param>
/// <param name="Reason">The reason's code.</param>
/// <param name="Meaning">The reason as a sentence, with the numbers in it.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Limit">The limit it was compared with.</param>
/// <param name="ToKeep">Settings that would have kept it in this stage, in the form of <c>--set</c>: <c>near.threshold=0.92</c>; none where no option does.</param>
/// <param name="Advice">What else to know about keeping such rows; null for nothing.</param>
public sealed record LifeEnd(
    int Number, string Stage, string? Key, string Reason, string Meaning, double? Measured, double? Limit, IReadOnlyList<string> ToKeep, string? Advice)
{
    /// <summary>The item of a test set, an evaluation file or a benchmark for which it left: <c>item 12 of exam</c>; null where it left for no such item.</summary>
    public string? Outside { get; init; }
}

/// <summary>Where a row went.</summary>
/// <param name="Split">The split.</param>
/// <param name="File">The file's name; null before the dataset is written.</param>
/// <param name="Lines">Its lines in the file, from 1, one for each copy.</param>
/// <param name="Copies">How many copies there are.</param>
/// <param name="Weight">Training weight, where a stage decided one.</param>
/// <param name="Cluster">The group of rows that are kept in one split.</param>
public sealed record LifePlace(Split Split, string? File, IReadOnlyList<long> Lines, int Copies, double? Weight, string? Cluster);

/// <summary>Another row, and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Stage">The stage that took the one out in favour of the other.</param>
/// <param name="Reason">The reason's code.</param>
/// <param name="Measured">What was measured, such as how alike they are.</param>
/// <param name="Where">Its file and lines, or the stage and reason by which it left.</param>
public sealed record LifeLink(string Id, RowFate Fate, string Stage, string Reason, double? Measured, string Where)
{
    /// <summary>Name of the earlier run that it is a row of; null where it is one of this run.</summary>
    public string? Run { get; init; }
}

/// <summary>A row that this one was compared with, though neither left for the other.</summary>
/// <param name="Kind">How they stand to each other: <c>contradiction</c> (asks the same, answers otherwise), <c>same-answer</c> (is contradicted as this one is, and answers alike), <c>neighbour</c> (the nearest to a row that is odd).</param>
/// <param name="Id">Its id.</param>
/// <param name="Similarity">How alike they are, 0–1.</param>
/// <param name="Where">Its file and lines, or the stage and reason by which it left.</param>
/// <param name="Answer">What it answers, masked and cut, where that is what the two differ in; null for others, and where its text is withheld.</param>
public sealed record LifeRelation(string Kind, string Id, double Similarity, string Where, string? Answer = null);

/// <summary>What a row says, masked and cut.</summary>
/// <param name="Input">What the model is given, without the system prompt.</param>
/// <param name="Output">The answer.</param>
public sealed record LifeText(string Input, string Output);

/// <summary>The whole life of a row: where it was read, what each stage measured and changed, why it left or where it went, which row was kept instead and what became of that one,
/// and which rows this one stands for. Immutable; personal data that the run masked is never in it.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record RowLife : IView
{
    /// <summary>What was asked for: an id, or <c>file:line</c>.</summary>
    public required string Asked { get; init; }

    /// <summary>The row's id; null for a record that could not be read.</summary>
    public string? Id { get; init; }

    /// <summary>What became of it.</summary>
    public required RowFate Fate { get; init; }

    /// <summary>Where it was read.</summary>
    public required RowOrigin Read { get; init; }

    /// <summary>Its label.</summary>
    public string? Label { get; init; }

    /// <summary>The stages that measured, changed or remarked something, in order.</summary>
    public IReadOnlyList<LifeStep> Steps { get; init; } = [];

    /// <summary>Why it left; null where it was kept.</summary>
    public LifeEnd? End { get; init; }

    /// <summary>Where it went; null where it left.</summary>
    public LifePlace? Place { get; init; }

    /// <summary>The row kept instead, the one kept instead of that one, and so on: the last one is kept, or its loss leaves this row without any
    /// (<see cref="IsOrphan"/>).</summary>
    public IReadOnlyList<LifeLink> Instead { get; init; } = [];

    /// <summary>The rows that left in favour of this one, also through others, in the order they were read; at most 100 of <see cref="StandsForCount"/>.</summary>
    public IReadOnlyList<LifeLink> StandsFor { get; init; } = [];

    /// <summary>How many rows left in favour of this one.</summary>
    public int StandsForCount { get; init; }

    /// <summary>Rows that ask the same and answer otherwise, those that are contradicted with this one, and the nearest neighbours of a row that is odd; at most 100.</summary>
    public IReadOnlyList<LifeRelation> Related { get; init; } = [];

    /// <summary>Records that went into this row, as <c>file:line</c>; at most 100 of them.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>What else is worth knowing, such as why its id has a suffix.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What it says, masked; null where the text is withheld or was not found.</summary>
    public LifeText? Text { get; init; }

    /// <summary>True where it left in favour of a row that left later: nothing stands for it in the dataset.</summary>
    public bool IsOrphan => Instead.Count > 0 && Instead[^1].Fate != RowFate.Kept;

    /// <inheritdoc/>
    public string ToText() => LifeAsText.Of(this);

    /// <inheritdoc/>
    public string ToHtml() => LifeAsHtml.Of(this);

    /// <summary>One JSON object, for programs.</summary>
    public string ToJson() => LifeAsJson.Of(this);

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
