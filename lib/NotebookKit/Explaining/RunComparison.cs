using NotebookKit.Display;

namespace NotebookKit.Explaining;

/// <summary>A row that is in both versions, in another split.</summary>
/// <param name="Id">Its id in the later version.</param>
/// <param name="Before">Where it was.</param>
/// <param name="After">Where it is.</param>
/// <param name="ById">True where both versions call it so; false where it was known by what it says.</param>
public sealed record MovedRow(string Id, Split Before, Split After, bool ById);

/// <summary>A row that is no longer there.</summary>
/// <param name="Id">Its id in the earlier version.</param>
/// <param name="Why">Stage and reason by which it left; <c>not read under this id</c> where no record had it.</param>
public sealed record LostRow(string Id, string Why);

/// <summary>Something counted in both versions.</summary>
/// <param name="Group">What kind of thing it is: a stage, <c>label</c>, <c>source</c>, <c>split</c>.</param>
/// <param name="Name">Which.</param>
/// <param name="Before">How many there were.</param>
/// <param name="After">How many there are.</param>
public sealed record CountPair(string Group, string Name, long Before, long After);

/// <summary>Something that was said otherwise in the two versions.</summary>
/// <param name="Name">What.</param>
/// <param name="Before">Before; null where it was not there.</param>
/// <param name="After">After; null where it is not there.</param>
public sealed record TextPair(string Name, string? Before, string? After);

/// <summary>Two versions of a dataset, row by row: what came, went, changed and moved, and what was decided otherwise. A row is the same where it has the same id, or, where ids
/// were given anew (another seed or key), where it says the same. Immutable.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record RunComparison : IView
{
    /// <summary>The earlier version's folder.</summary>
    public required string Before { get; init; }

    /// <summary>The later version's folder.</summary>
    public required string After { get; init; }

    /// <summary>Rows in each split, and in all.</summary>
    public required IReadOnlyList<CountPair> Splits { get; init; }

    /// <summary>Ids of rows that are in the later version only.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Rows that are in the earlier version only.</summary>
    public required IReadOnlyList<LostRow> Removed { get; init; }

    /// <summary>Ids of rows that are in both and say something else.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>Rows of the same id, or the same text, that say the same.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Rows that say the same under another id; they count as unchanged.</summary>
    public required long Renamed { get; init; }

    /// <summary>Rows that are in another split.</summary>
    public required IReadOnlyList<MovedRow> Moved { get; init; }

    /// <summary>Held-out rows of the earlier version (test or validation) that are in train now: figures of the two versions cannot be compared, and the
    /// later model has learnt the questions of the earlier test.</summary>
    public IEnumerable<MovedRow> Leaks => Moved.Where(m => m.Before != Split.Train && m.After == Split.Train);

    /// <summary>Rows of train that are held out now: a model trained on the earlier version has seen them.</summary>
    public IEnumerable<MovedRow> Seen => Moved.Where(m => m.Before == Split.Train && m.After != Split.Train);

    /// <summary>How often each reason was given, where that differs.</summary>
    public required IReadOnlyList<CountPair> Reasons { get; init; }

    /// <summary>Options, versions, inputs, seed that differ.</summary>
    public required IReadOnlyList<TextPair> Settings { get; init; }

    /// <summary>Points of the checklist whose state differs, or that only one version has.</summary>
    public required IReadOnlyList<TextPair> Checklist { get; init; }

    /// <summary>Rows by label and by source, all that differ in share by a tenth of a percent.</summary>
    public required IReadOnlyList<CountPair> Shares { get; init; }

    /// <summary>Compares two runs by what they left.</summary>
    /// <exception cref="Writing.RunFolderException">An audit is missing, or a file is damaged.</exception>
    public static RunComparison Of(RunFolder before, RunFolder after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Comparer.Compare(before, after);
    }

    /// <inheritdoc/>
    public string ToText() => ComparisonView.ToText(this);

    /// <inheritdoc/>
    public string ToHtml() => ComparisonView.ToHtml(this);

    /// <summary>One JSON object, for programs.</summary>
    public string ToJson() => ComparisonJson.Of(this);

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
