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
    public List<Neighbour> Nearest(SparseVector query, int count, int except = -1)
    {
        var work = scratch is { } known && known.Fits(rows.Length, terms) ? known : scratch = new(rows.Length, terms);
        Accumulate(query, work);
        if (except >= 0) work.Sums[except] = 0;
        var candidates = Best(work, (4 * count) + 8);
        Array.Clear(work.Sums, 0, rows.Length);
        for (var i = 0; i < query.Terms.Length; i++) work.Query[query.Terms[i]] = query.Weights[i];
        for (var c = 0; c < candidates.Count; c++)
            candidates[c] = candidates[c] with { Similarity = Dot(rows[candidates[c].Row], work.Query) };
        foreach (var term in query.Terms) work.Query[term] = 0;
        candidates.Sort(BestFirst);
        if (candidates.Count > count) candidates.RemoveRange(count, candidates.Count - count);
        return candidates;
    }

    private void Accumulate(SparseVector query, Scratch work)
    {
        var order = new int[query.Terms.Length];
        var keys = new (float Weight, int Term)[order.Length];
        for (var i = 0; i < order.Length; i++) (order[i], keys[i]) = (i, (-query.Weights[i], query.Terms[i]));
        Array.Sort(keys, order);
        var spent = 0;
        foreach (var i in order)
        {
            if (spent >= Budget) return;
            var (from, to) = (starts[query.Terms[i]], starts[query.Terms[i] + 1]);
            var weight = query.Weights[i];
            for (var p = from; p < to; p++) work.Sums[postingRows[p]] += weight * postingWeights[p];
            spent += to - from;
        }
    }

    /// <summary>The rows with the largest sums, in no order: a heap whose root is the worst of them.</summary>
    private List<Neighbour> Best(Scratch work, int count)
    {
        var heap = new PriorityQueue<Neighbour, (float Similarity, int Row)>(count + 1);
        var least = 0f;
        for (var r = 0; r < rows.Length; r++)
        {
            // Rows come in rising order, so of equal sums the first stay.
            if (work.Sums[r] <= least) continue;
            var sum = work.Sums[r];
            heap.Enqueue(new(r, sum), (sum, -r));
            if (heap.Count > count) heap.Dequeue();
            if (heap.Count == count) least = heap.Peek().Similarity;
        }

        return [.. heap.UnorderedItems.Select(i => i.Element)];
    }

    private static float Dot(SparseVector row, float[] query)
    {
        var sum = 0f;
        for (var i = 0; i < row.Terms.Length; i++) sum += row.Weights[i] * query[row.Terms[i]];
        return Math.Clamp(sum, 0, 1);
    }

    private static int BestFirst(Neighbour a, Neighbour b) =>
        b.Similarity.CompareTo(a.Similarity) is not 0 and var order ? order : a.Row.CompareTo(b.Row);

    /// <summary>Working memory of one thread; all zero between two queries.</summary>
    private sealed class Scratch(int rows, int terms)
    {
        public float[] Sums { get; } = new float[rows];

        public float[] Query { get; } = new float[terms];

        public bool Fits(int rows, int terms) => Sums.Length >= rows && Query.Length >= terms;
    }
}
