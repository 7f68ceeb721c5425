namespace NotebookKit.Deduplicating;

/// <summary>The earlier rows whose view is that of a new one: one look at each earlier row, in a table of the new ones.</summary>
internal sealed class EarlierTwins
{
    private readonly RankedRows rows;
    private readonly EarlierRows? earlier;

    // The best earlier row by view and answer, where a new row has the view; and the views that earlier rows have.
    private readonly Dictionary<(ulong View, ulong Answer), int> twins = [];
    private readonly HashSet<ulong> views = [];

    public EarlierTwins(RankedRows rows, EarlierRows? earlier)
    {
        (this.rows, this.earlier) = (rows, earlier);
        if (!Any) return;
        var wanted = new HashSet<ulong>(rows.Count);
        for (var rank = 0; rank < rows.Count; rank++) wanted.Add(rows.Hash(rank));
        for (var old = 0; old < earlier!.Count; old++)
        {
            var view = earlier.Key(old);
            if (!wanted.Contains(view)) continue;
            views.Add(view);
            twins.TryAdd((view, earlier.AnswerKey(old)), old);
        }
    }

    /// <summary>True where there are earlier rows.</summary>
    public bool Any => earlier is { Count: > 0 };

    /// <summary>The earlier row of the view and answer; −1 where there is none.</summary>
    public int Of((ulong View, ulong Answer) key) => twins.GetValueOrDefault(key, -1);

    /// <summary>New rows to be looked at, by rank: they have the view of an earlier row and another answer, or its id and another view.</summary>
    /// <param name="table">The new rows by id.</param>
    /// <param name="left">Ranks of those that leave for an earlier row.</param>
    public (int Rank, bool Answers)[] Flagged(RowTable table, HashSet<int> left)
    {
        if (!Any) return [];
        var flagged = new SortedDictionary<int, bool>();
        for (var old = 0; old < earlier!.Count; old++)
            if (table.Find(earlier.Row(old).Id) is >= 0 and var rank && !left.Contains(rank)) flagged[rank] = false;
        for (var rank = 0; rank < rows.Count; rank++)
            if (!left.Contains(rank) && views.Contains(rows.Hash(rank))) flagged[rank] = true;
        return [.. flagged.Select(f => (f.Key, f.Value))];
    }
}
