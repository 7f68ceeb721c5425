using System.Collections.Immutable;

namespace NotebookKit.Display;

/// <summary>The account of a whole run: <c>read + created = rejected + removed + train + validation + test</c>, all in examples (a record
/// that could not be read counts as one).</summary>
public sealed record RunNumbers
{
    /// <summary>Candidate examples and rejected records.</summary>
    public required long Read { get; init; }

    /// <summary>Examples that the run itself made.</summary>
    public required long Created { get; init; }

    /// <summary>Records that could not be read.</summary>
    public required long Rejected { get; init; }

    /// <summary>Examples that stages took out.</summary>
    public required long Removed { get; init; }

    /// <summary>Examples in each split; every split is there. An example that was not split counts as train.</summary>
    public required ImmutableSortedDictionary<Split, long> Rows { get; init; }

    /// <summary>Lines in each split's file: examples with their copies.</summary>
    public required ImmutableSortedDictionary<Split, long> Lines { get; init; }

    /// <summary>Examples that are handed over.</summary>
    public long Kept => Rows.Values.Sum();

    /// <summary>Where an example is written.</summary>
    public static Split SplitOf(Example example) => example.Split ?? Split.Train;

    /// <summary>How many lines an example is written on: at least one, or it would be lost.</summary>
    public static int CopiesOf(Example example) => Math.Max(1, example.Repeat);

    /// <summary>Counts a finished run. What was read is what the first stage received, so the account holds for any chain of stages.</summary>
    public static RunNumbers Of(Dataset result, long created = 0)
    {
        ArgumentNullException.ThrowIfNull(result);
        var history = result.History;
        var rows = Enum.GetValues<Split>().ToDictionary(s => s, _ => 0L);
        var lines = Enum.GetValues<Split>().ToDictionary(s => s, _ => 0L);
        foreach (var example in result.Examples)
        {
            rows[SplitOf(example)]++;
            lines[SplitOf(example)] += CopiesOf(example);
        }

        // What was made before the first stage is among what that one received.
        var made = (First: history.Made.Where(m => m.Before == 0).Sum(m => (long)m.Ids.Count), All: history.Made.Sum(m => (long)m.Ids.Count));
        var received = history.Stages.Count > 0 ? history.Stages[0].Report.Received : result.Count;
        var rejected = history.Inputs.Count > 0 ? history.Inputs.Sum(i => i.Rejected) : history.Rejected.Count;
        return new()
        {
            Read = received - created - made.First + rejected,
            Created = created + made.All,
            Rejected = rejected,
            Removed = history.Stages.Sum(s => (long)s.Report.Removed),
            Rows = rows.ToImmutableSortedDictionary(),
            Lines = lines.ToImmutableSortedDictionary(),
        };
    }
}
