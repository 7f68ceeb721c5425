namespace NotebookKit.Trails;

/// <summary>What a stage can change about a row.</summary>
public enum ChangeKind
{
    /// <summary>Free texts; <see cref="RowChange.Name"/> says of whom, <see cref="RowChange.After"/> how many. What they said is nowhere in the trail.</summary>
    Text,

    /// <summary>Placeholders that came into changed texts; the name is the placeholder, <see cref="RowChange.After"/> how many.</summary>
    Placeholder,

    /// <summary>A score that was measured.</summary>
    Score,

    /// <summary>A score that was measured again, from one value to another.</summary>
    Remeasured,

    /// <summary>A remark; the name is its reason.</summary>
    Flag,

    /// <summary>A mark that was given.</summary>
    Tag,

    /// <summary>A mark that was taken away.</summary>
    Untagged,

    /// <summary>Another label.</summary>
    Label,

    /// <summary>Another split; the name is the new one.</summary>
    Split,

    /// <summary>Another number of copies.</summary>
    Repeat,

    /// <summary>Another training weight.</summary>
    Weight,

    /// <summary>Another group of similar rows.</summary>
    Cluster,

    /// <summary>Another number of input rows that this one stands for.</summary>
    Occurrences,

    /// <summary>Names that the record itself gave were used and cleared; counts only.</summary>
    KnownNames,

    /// <summary>Turns were added or taken away; counts only.</summary>
    Turns,

    /// <summary>Another field, whose name is given; never its value.</summary>
    Field,
}

/// <summary>One thing that a stage changed about a row. Personal data is never in it: of texts and names there are only counts.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">Which: a score's name, a reason, a mark, a field.</param>
/// <param name="Before">The number before, where there is one.</param>
/// <param name="After">The number after, where there is one.</param>
/// <param name="From">The label before.</param>
/// <param name="To">The label after.</param>
public readonly record struct RowChange(ChangeKind Kind, string? Name = null, double? Before = null, double? After = null, string? From = null, string? To = null);

/// <summary>What one stage changed about a row.</summary>
/// <param name="Stage">Number of the stage in the run, from 0.</param>
/// <param name="Changes">What changed, in the order of the kinds.</param>
public sealed record StageChanges(int Stage, IReadOnlyList<RowChange> Changes);

/// <summary>What kind of change, and of what: rows that were changed alike share one list of these.</summary>
internal readonly record struct ChangeItem(ChangeKind Kind, string? Name);

/// <summary>How the values of a change are kept.</summary>
internal enum ChangeValues
{
    None,
    Count,
    Counts,
    Numbers,
    Labels,
}

/// <summary>Written names of kinds, and how their values are kept.</summary>
internal static class ChangeKinds
{
    private static readonly string[] Names = [.. Enum.GetNames<ChangeKind>().Select(StageOptions.CamelCase)];

    public static string Code(this ChangeKind kind) => Names[(int)kind];

    public static ChangeKind? Parse(string? code) => Array.IndexOf(Names, code) is >= 0 and var at ? (ChangeKind)at : null;

    public static ChangeValues Values(this ChangeKind kind) => kind switch
    {
        ChangeKind.Text or ChangeKind.Placeholder => ChangeValues.Count,
        ChangeKind.Repeat or ChangeKind.Occurrences or ChangeKind.KnownNames or ChangeKind.Turns => ChangeValues.Counts,
        ChangeKind.Weight or ChangeKind.Remeasured => ChangeValues.Numbers,
        ChangeKind.Label => ChangeValues.Labels,
        _ => ChangeValues.None,
    };
}
