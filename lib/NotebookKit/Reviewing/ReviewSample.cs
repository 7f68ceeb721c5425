using System.Collections.Immutable;
using NotebookKit.Text;

namespace NotebookKit.Reviewing;

/// <summary>A row that a person should read.</summary>
/// <param name="Example">The row.</param>
/// <param name="Drawn"><c>random</c>, or why it was chosen: a mark such as <c>edge:decline</c>, or a remark such as <c>threat</c>.</param>
public sealed record SampledExample(Example Example, string Drawn);

/// <summary>The rows that people should read: so many of each source, drawn by the seed, and beside them rows that rules marked as edge cases or as harmful.</summary>
/// <remarks>The draw is keyed by (seed, id) with a purpose of its own: it does not follow the split, and the same rows come up again as long as they stay in the data.</remarks>
public sealed record ReviewSample
{
    /// <summary>Rows of each source. S1: "Sample 100 random examples and manually validate them".</summary>
    public const int PerSource = 100;

    /// <summary>Rows for each kind of edge case and harm, beside the random ones.</summary>
    public const int PerMark = 10;

    private const string Purpose = "review";

    /// <summary>Remarks that call for a person's eye on harm.</summary>
    public static IReadOnlyList<string> HarmRemarks { get; } = ["threat", "flagged-words"];

    /// <summary>Marks of edge cases (S3).</summary>
    public static IReadOnlyList<string> EdgeMarks { get; } = ["edge:decline", "edge:ambiguous", "edge:out-of-domain"];

    /// <summary>The rows, source by source, each in the order of the draw.</summary>
    public required ImmutableArray<SampledExample> Rows { get; init; }

    /// <summary>Draws from what a run keeps.</summary>
    /// <param name="data">The rows, masked.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="verdicts">What was said already: those rows are not asked for again.</param>
    /// <param name="perSource">Rows of each source, at least 1.</param>
    public static ReviewSample Draw(Dataset data, ulong seed, Verdicts? verdicts = null, int perSource = PerSource)
    {
        ArgumentNullException.ThrowIfNull(data);
        Guard.AtLeast(perSource, 1);
        var ordered = data.Examples.ToArray();
        Array.Sort(data.Examples.Select(e => KeyedRandom.Bits(seed, Purpose, e.Id)).ToArray(), ordered);
        var (perName, perMark) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var chosen = new List<SampledExample>();
        foreach (var row in ordered)
        {
            // A row that was read already counts: a hundred of a source are enough, whichever run showed them.
            var isRead = verdicts?.TryGet(row.Id, out _) == true;
            var why = Take(perName, row.Source ?? "", perSource) ? VerdictRow.Random : Mark(row) is { } mark && Take(perMark, mark, PerMark) ? mark : null;
            if (why is not null && !isRead) chosen.Add(new(row, why));
        }

        return new() { Rows = [.. chosen.OrderBy(c => c.Example.Source ?? "", StringComparer.Ordinal)] };
    }

    /// <summary>Why a person should look at the row, beside chance; null for no reason.</summary>
    private static string? Mark(Example row)
    {
        foreach (var flag in row.Flags)
            if (HarmRemarks.Contains(flag.Reason)) return flag.Reason;
        foreach (var tag in row.Tags)
            if (EdgeMarks.Contains(tag)) return tag;
        return null;
    }

    private static bool Take(Dictionary<string, int> counts, string name, int most)
    {
        var count = counts.GetValueOrDefault(name);
        if (count >= most) return false;
        counts[name] = count + 1;
        return true;
    }
}
