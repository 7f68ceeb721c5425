namespace NotebookKit.Deduplicating;

/// <summary>Which rows leave for which, and how many input rows each kept one stands for. It is a table by id, so it refuses ids it has never seen.</summary>
internal sealed class ReplacementTable
{
    private readonly RowTable rows;
    private readonly int[] ranks;
    private readonly Replacement?[] chosen;
    private readonly int[] occurrences;
    private readonly EarlierRow[] earlier;
    private readonly IReadOnlyDictionary<int, Flag> flags;

    // One bit a row: most rows are like no other, and that is known by one look.
    private readonly ulong[] mayLeave;

    /// <summary>Makes the table.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="ranks">The ranks of those rows that may leave or stand for others, ascending.</param>
    /// <param name="chosen">For the earlier rows, and then for each of these, the one of all of them that it leaves for; null where it stays.</param>
    /// <param name="earlier">Rows of earlier runs, which stand for others and never leave.</param>
    /// <param name="flags">Flags of rows that stay, by rank.</param>
    public ReplacementTable(RowTable rows, int[] ranks, Replacement?[] chosen, EarlierRow[] earlier, IReadOnlyDictionary<int, Flag> flags)
    {
        (this.rows, this.ranks, this.earlier, this.flags) = (rows, ranks, earlier, flags);
        this.chosen = chosen[earlier.Length..];
        occurrences = new int[ranks.Length];
        mayLeave = new ulong[(rows.Count / 64) + 1];
        foreach (var rank in ranks) mayLeave[rank / 64] |= 1UL << rank;
        for (var i = 0; i < ranks.Length; i++)
            if ((this.chosen[i]?.By ?? earlier.Length + i) - earlier.Length is >= 0 and var by) occurrences[by] += rows.Occurrences(ranks[i]);
    }

    /// <summary>True where the row stays.</summary>
    public bool Stays(int rank) => At(rank) is var at && (at < 0 || chosen[at] is null);

    /// <summary>Removes a replaced row; the others add up the rows they stand for.</summary>
    public Outcome Decide(Example example, string reason, double limit)
    {
        var rank = rows.Find(example.Id);
        if (rank < 0) throw Unknown(example.Id);
        var at = At(rank);
        if (at >= 0 && chosen[at] is { } by)
            return by.By < earlier.Length
                ? Outcome.Remove(example, reason, by.Similarity, limit, earlier[by.By].Id, causeRun: earlier[by.By].Run)
                : Outcome.Remove(example, reason, by.Similarity, limit, rows.Id(ranks[by.By - earlier.Length]));
        var count = at >= 0 ? occurrences[at] : rows.Occurrences(rank);
        var kept = count == example.Occurrences ? example : example with { Occurrences = count };
        return Outcome.Keep(flags.TryGetValue(rank, out var flag) ? kept.WithFlag(flag) : kept);
    }

    /// <summary>Where a row stands among those that may leave; below 0 where it is none of them.</summary>
    private int At(int rank) => (mayLeave[rank / 64] >> rank & 1) == 0 ? -1 : Array.BinarySearch(ranks, rank);

    internal static InvalidOperationException Unknown(string id) =>
        new($"The plan knows no example '{id}': a plan that was made for one dataset does not fit another.");
}
