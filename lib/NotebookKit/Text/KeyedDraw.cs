namespace NotebookKit.Text;

/// <summary>A bounded choice of rows that depends on seed and ids alone: those with the smallest keyed hashes.</summary>
internal static class KeyedDraw
{
    /// <summary>At most so many rows, in the order of their keys, which says nothing about where they stood.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">Rows at most.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What the choice is for: another purpose gives another choice.</param>
    /// <param name="idOf">The id of a row.</param>
    /// <param name="copyOf">Number of a row among those of one id; null where ids are unique.</param>
    public static List<T> Of<T>(IReadOnlyList<T> rows, int most, ulong seed, string purpose, Func<T, string> idOf, Func<T, int>? copyOf = null)
    {
        var order = new (ulong Key, int Row)[rows.Count];
        for (var i = 0; i < order.Length; i++) order[i] = (KeyedRandom.Bits(seed, purpose, idOf(rows[i]), (ulong)(copyOf?.Invoke(rows[i]) ?? 0)), i);
        Array.Sort(order, (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : string.CompareOrdinal(idOf(rows[a.Row]), idOf(rows[b.Row])));
        return [.. order.Take(most).Select(o => rows[o.Row])];
    }
}
