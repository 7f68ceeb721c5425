using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Draws rows by a keyed hash: those with the smallest hashes.</summary>
internal static class Sampling
{
    public static RowSet<T> Draw<T>(IEnumerable<T> source, int n, ulong seed, Func<T, long, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(source);
        Guard.AtLeast(n, 0);
        // The largest of the drawn ones is on top, so that it gives way to a smaller one.
        var drawn = new PriorityQueue<(T Row, long At), (ulong Bits, long At)>(Comparer<(ulong, long)>.Create((a, b) => b.CompareTo(a)));
        var at = 0L;
        foreach (var row in source)
        {
            var rank = (KeyedRandom.Bits(seed, "sample", keyOf(row, at)), at);
            if (drawn.Count < n) drawn.Enqueue((row, at), rank);
            else if (n > 0) drawn.EnqueueDequeue((row, at), rank);
            at++;
        }

        return new([.. drawn.UnorderedItems.OrderBy(i => i.Element.At).Select(i => i.Element.Row)], at);
    }
}
