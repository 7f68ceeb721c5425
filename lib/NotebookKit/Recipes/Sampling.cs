using NotebookKit.Text;

namespace NotebookKit.Recipes;

/// <summary>Draws a sample of what was read. The account then tells of the sample alone, so that its sums hold, and a note says how much there was.</summary>
internal static class Sampling
{
    /// <summary>The <paramref name="count"/> examples with the smallest keyed hashes, in the order they were read.</summary>
    public static Dataset Draw(Dataset data, int count, ulong seed)
    {
        if (data.Count <= count) return data;
        var drawn = data.Examples
            .OrderBy(e => KeyedRandom.Bits(seed, "sample", e.Id)).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Take(count).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var kept = data.Examples.Where(e => drawn.Contains(e.Id)).ToList();
        var inputs = data.History.Inputs.Select((input, number) => Counted(input, number, kept, data)).ToList();
        return Dataset.Of(kept, History.OfInputs(inputs, data.History.Rejected));
    }

    private static InputReport Counted(InputReport input, int number, List<Example> kept, Dataset data)
    {
        var own = kept.Where(e => e.Position.Source == number).ToList();
        var expanded = own.Count - own.Select(e => e.Position.Record).Distinct().Count();
        var all = data.Examples.Count(e => e.Position.Source == number);
        return input with
        {
            Examples = own.Count,
            Joined = 0,
            Expanded = expanded,
            Records = own.Count + input.Rejected - expanded,
            Findings = [.. input.Findings, new(Severity.Note, "sampled", FormattableString.Invariant($"A sample of {own.Count} of {all} examples was drawn; the counts are those of the sample."))],
        };
    }
}
