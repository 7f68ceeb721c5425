namespace NotebookKit.Deduplicating;

/// <summary>Which rows leave for which, and how many input rows each kept one stands for. It is a table by id, so it refuses ids it has never seen.</summary>
internal sealed class ReplacementTable
{
    private readonly Dictionary<string, (string By, double Similarity)> replaced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);

    public ReplacementTable(IReadOnlyList<RowSketch> rows, Replacement?[] chosen)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var keeper = rows[chosen[i]?.By ?? i].Id;
            occurrences[keeper] = occurrences.GetValueOrDefault(keeper) + rows[i].Occurrences;
            if (chosen[i] is { } by) replaced.Add(rows[i].Id, (keeper, by.Similarity));
        }
    }

    /// <summary>Removes a replaced row; the others add up the rows they stand for.</summary>
    public Outcome Decide(Example example, string reason, double limit)
    {
        if (replaced.TryGetValue(example.Id, out var by)) return Outcome.Remove(example, reason, by.Similarity, limit, by.By);
        if (!occurrences.TryGetValue(example.Id, out var count)) throw Unknown(example.Id);
        return Outcome.Keep(count == example.Occurrences ? example : example with { Occurrences = count });
    }

    internal static InvalidOperationException Unknown(string id) =>
        new($"The plan knows no example '{id}': a plan that was made for one dataset does not fit another.");
}
