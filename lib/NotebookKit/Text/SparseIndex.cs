using System.Numerics;
using System.Runtime.InteropServices;

namespace NotebookKit.Text;

/// <summary>A row of the index that is near a query.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Similarity">Cosine similarity, 0–1.</param>
internal readonly record struct Neighbour(int Row, float Similarity);

/// <summary>Finds the rows nearest to a vector by cosine: through an inverted index for most terms, and through whole columns for the few that
/// stand in many rows, where adding eight rows at once is faster than following them. Exact; each answer depends on the query
/// alone, so it is the same on any number of threads.</summary>
internal sealed class SparseIndex
{
    /// <summary>A term in more than this share of the rows gets a column.</summary>
    private const double ColumnShare = 0.15;

    /// <summary>Columns at most: bounds the memory to 20 MB for 10,000 rows.</summary>
    private const int MaxColumns = 512;

    [ThreadStatic]
    private static float[]? sums;

    private readonly int rowCount;
    private readonly int[] starts;
    private readonly int[] postingRows;
    private readonly float[] postingWeights;
    private readonly float[]?[] columns;

    public SparseIndex(SparseVector[] rows, int terms)
    {
        rowCount = rows.Length;
        starts = new int[terms + 1];
        columns = new float[terms][];
        foreach (var row in rows)
            foreach (var term in row.Terms) starts[term + 1]++;
        var frequent = Enumerable.Range(0, terms).Where(t => starts[t + 1] > ColumnShare * rows.Length).OrderByDescending(t => starts[t + 1]).ThenBy(t => t);
        foreach (var term in frequent.Take(MaxColumns))
        {
            columns[term] = new float[rows.Length];
            starts[term + 1] = 0;
        }

        for (var t = 0; t < terms; t++) starts[t + 1] += starts[t];
        postingRows = new int[starts[terms]];
        postingWeights = new float[starts[terms]];
        var next = starts.AsSpan(0, terms).ToArray();
        for (var r = 0; r < rows.Length; r++)
            for (var i = 0; i < rows[r].Terms.Length; i++) Put(r, rows[r].Terms[i], rows[r].Weights[i], next);
    }

    private void Put(int row, int term, float weight, int[] next)
    {
        if (columns[term] is { } column)
        {
            column[row] = weight;
            return;
        }

        var at = next[term]++;
        (postingRows[at], postingWeights[at]) = (row, weight);
    }

    /// <summary>The <paramref name="count"/> rows most similar to the query, best first, ties by row number; rows that share nothing
    /// with it are not among them.</summary>
    /// <param name="query">The vector.</param>
    /// <param name="count">How many.</param>
    /// <param name="except">A row that must not be found; −1 for none.</param>
    public Neighbour[] Nearest(SparseVector query, int count, int except = -1)
    {
        if (sums is null || sums.Length < rowCount) sums = new float[rowCount];
        var all = sums.AsSpan(0, rowCount);
        all.Clear();
        for (var i = 0; i < query.Terms.Length; i++) Add(query.Terms[i], query.Weights[i], all);
        if (except >= 0) all[except] = 0;
        var best = Best(all, count);
        var found = new Neighbour[best.Length];
        for (var i = 0; i < found.Length; i++) found[i] = new(RowOf(best[^(i + 1)]), Math.Min(1, NumberOf(best[^(i + 1)])));
        return found;
    }

    private void Add(int term, float weight, Span<float> all)
    {
        if (columns[term] is { } column)
        {
            // A product and a sum, never one fused step, so that every machine rounds alike.
            var wide = MemoryMarshal.Cast<float, Vector<float>>(all);
            var from = MemoryMarshal.Cast<float, Vector<float>>(column.AsSpan(0, all.Length));
            for (var i = 0; i < wide.Length; i++) wide[i] += from[i] * weight;
            for (var r = wide.Length * Vector<float>.Count; r < all.Length; r++) all[r] += column[r] * weight;
            return;
        }

        var length = starts[term + 1] - starts[term];
        var rows = postingRows.AsSpan(starts[term], length);
        var weights = postingWeights.AsSpan(starts[term], length);
        for (var p = 0; p < rows.Length; p++) all[rows[p]] += weight * weights[p];
    }

    /// <summary>The rows with the largest sums above 0, as rising keys.</summary>
    private static Span<ulong> Best(ReadOnlySpan<float> sums, int count)
    {
        var buffer = new ulong[4 * count];
        var used = 0;
        var least = 0f;
        for (var r = 0; r < sums.Length; r++)
        {
            // Most rows are below what is already found: skip them eight at a time.
            while (r + Vector<float>.Count <= sums.Length && !Vector.GreaterThanAny(new Vector<float>(sums[r..]), new Vector<float>(least))) r += Vector<float>.Count;
            if (r == sums.Length || sums[r] <= least) continue;
            if (used == buffer.Length)
            {
                Array.Sort(buffer);
                buffer.AsSpan(used - count).CopyTo(buffer);
                used = count;
                least = NumberOf(buffer[0]);
                if (sums[r] <= least) continue;
            }

            buffer[used++] = Key(sums[r], r);
        }

        var all = buffer.AsSpan(0, used);
        all.Sort();
        return all.Length > count ? all[^count..] : all;
    }

    /// <summary>A number not below 0 and a row as one key: keys rise with the number, of equal numbers the first row has the highest.</summary>
    private static ulong Key(float number, int row) => ((ulong)BitConverter.SingleToUInt32Bits(number) << 32) | ~(uint)row;

    private static float NumberOf(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    private static int RowOf(ulong key) => (int)~(uint)key;
}
