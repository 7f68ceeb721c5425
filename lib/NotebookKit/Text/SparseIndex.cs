using System.Numerics;

namespace NotebookKit.Text;

/// <summary>A row of the index that is near a query.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Similarity">Cosine similarity, 0–1.</param>
internal readonly record struct Neighbour(int Row, float Similarity);

/// <summary>Finds the rows nearest to a vector by cosine, through an inverted index. Terms are followed in falling weight until
/// a budget of postings is spent; the best candidates are then compared exactly. Each answer depends on the query alone: same result
/// on any number of threads.</summary>
internal sealed class SparseIndex
{
    /// <summary>Postings followed per query, plus those of the last term: bounds the time of a query whatever the corpus.</summary>
    private const int Budget = 20_000;

    [ThreadStatic]
    private static Scratch? scratch;

    private readonly SparseVector[] rows;
    private readonly int terms;
    private readonly int[] starts;
    private readonly int[] postingRows;
    private readonly float[] postingWeights;

    public SparseIndex(SparseVector[] rows, int terms)
    {
        this.rows = rows;
        this.terms = terms;
        starts = new int[terms + 1];
        foreach (var row in rows)
            foreach (var term in row.Terms) starts[term + 1]++;
        for (var t = 0; t < terms; t++) starts[t + 1] += starts[t];
        postingRows = new int[starts[terms]];
        postingWeights = new float[starts[terms]];
        var next = starts.AsSpan(0, terms).ToArray();
        for (var r = 0; r < rows.Length; r++)
            for (var i = 0; i < rows[r].Terms.Length; i++)
            {
                var at = next[rows[r].Terms[i]]++;
                (postingRows[at], postingWeights[at]) = (r, rows[r].Weights[i]);
            }
    }

    /// <summary>The <paramref name="count"/> rows most similar to the query, best first, ties by row number; rows that share nothing
    /// with it are not among them.</summary>
    /// <param name="query">The vector.</param>
    /// <param name="count">How many.</param>
    /// <param name="except">A row that must not be found; −1 for none.</param>
    public Neighbour[] Nearest(SparseVector query, int count, int except = -1)
    {
        var work = scratch is { } known && known.Fits(rows.Length, terms) ? known : scratch = new(rows.Length, terms);
        Accumulate(query, work);
        if (except >= 0) work.Sums[except] = 0;
        var candidates = Best(work.Sums.AsSpan(0, rows.Length), (4 * count) + 8);
        Array.Clear(work.Sums, 0, rows.Length);
        for (var i = 0; i < query.Terms.Length; i++) work.Query[query.Terms[i]] = query.Weights[i];
        foreach (ref var candidate in candidates)
        {
            var row = RowOf(candidate);
            candidate = Key(Dot(rows[row], work.Query), row);
        }

        foreach (var term in query.Terms) work.Query[term] = 0;
        candidates.Sort();
        var found = new Neighbour[Math.Min(count, candidates.Length)];
        for (var i = 0; i < found.Length; i++) found[i] = new(RowOf(candidates[^(i + 1)]), NumberOf(candidates[^(i + 1)]));
        return found;
    }

    private void Accumulate(SparseVector query, Scratch work)
    {
        var order = new ulong[query.Terms.Length];
        for (var i = 0; i < order.Length; i++) order[i] = Key(query.Weights[i], i);
        Array.Sort(order);
        var sums = work.Sums;
        var spent = 0;
        for (var o = order.Length - 1; o >= 0 && spent < Budget; o--)
        {
            var term = query.Terms[RowOf(order[o])];
            var length = starts[term + 1] - starts[term];
            var found = postingRows.AsSpan(starts[term], length);
            var weights = postingWeights.AsSpan(starts[term], length);
            var weight = NumberOf(order[o]);
            for (var p = 0; p < found.Length; p++) sums[found[p]] += weight * weights[p];
            spent += length;
        }
    }

    /// <summary>The rows with the largest sums, as keys, in no order.</summary>
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

    private static float Dot(SparseVector row, float[] query)
    {
        var weights = row.Weights.AsSpan(0, row.Terms.Length);
        var sum = 0f;
        for (var i = 0; i < row.Terms.Length; i++) sum += weights[i] * query[row.Terms[i]];
        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>A number not below 0 and a row as one key: keys rise with the number, of equal numbers the first row has the highest.</summary>
    private static ulong Key(float number, int row) => ((ulong)BitConverter.SingleToUInt32Bits(number) << 32) | ~(uint)row;

    private static float NumberOf(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    private static int RowOf(ulong key) => (int)~(uint)key;

    /// <summary>Working memory of one thread; all zero between two queries.</summary>
    private sealed class Scratch(int rows, int terms)
    {
        public float[] Sums { get; } = new float[rows];

        public float[] Query { get; } = new float[terms];

        public bool Fits(int rows, int terms) => Sums.Length >= rows && Query.Length >= terms;
    }
}
