namespace NotebookKit.Deduplicating;

/// <summary>Which rows leave for which, and how many input rows each kept one stands for. It is a table by id, so it refuses ids it has never seen.</summary>
internal sealed class ReplacementTable
{
    private readonly RowTable rows;
    private readonly int[] ranks;
    private readonly Replacement?[] chosen;
    private readonly int[] occurrences;

    /// <summary>Makes the table.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="ranks">The ranks of those rows that may leave or stand for others, ascending.</param>
    /// <param name="chosen">For each of these the one of them that it leaves for; null where it stays.</param>
    public ReplacementTable(RowTable rows, int[] ranks, Replacement?[] chosen)
    {
        (this.rows, this.ranks, this.chosen) = (rows, ranks, chosen);
        occurrences = new int[ranks.Length];
        for (var i = 0; i < ranks.Length; i++) occurrences[chosen[i]?.By ?? i] += rows.Occurrences(ranks[i]);
    }

    /// <summary>Removes a replaced row; the others add up the rows they stand for.</summary>
    public Outcome Decide(Example example, string reason, double limit)
    {
        var rank = rows.Find(example.Id);
        if (rank < 0) throw Unknown(example.Id);
        var at = Array.BinarySearch(ranks, rank);
        if (at >= 0 && chosen[at] is { } by) return Outcome.Remove(example, reason, by.Similarity, limit, rows.Id(ranks[by.By]));
        var count = at >= 0 ? occurrences[at] : rows.Occurrences(rank);
        return Outcome.Keep(count == example.Occurrences ? example : example with { Occurrences = count });
    }

    internal static InvalidOperationException Unknown(string id) =>
        new($"The plan knows no example '{id}': a plan that was made for one dataset does not fit another.");
}
