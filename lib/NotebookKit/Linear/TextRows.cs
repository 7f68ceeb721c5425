using NotebookKit.Text;

namespace NotebookKit.Linear;

/// <summary>Texts as sparse rows, one behind the other.</summary>
internal sealed class TextRows
{
    private readonly int[] starts;
    private readonly int[] terms;
    private readonly float[] values;

    private TextRows(int[] starts, int[] terms, float[] values) => (this.starts, this.terms, this.values) = (starts, terms, values);

    /// <summary>How many rows there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Numbers of a row's n-grams.</summary>
    public ReadOnlySpan<int> Terms(int row) => terms.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Their values.</summary>
    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The n-grams of each text.</summary>
    public static FeatureBag[] Bags(IReadOnlyList<string> texts, RunContext run)
    {
        var bags = new FeatureBag[texts.Count];
        Chunks.Run(bags.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) bags[i] = NGrams.Of(texts[i]);
            return 0;
        });
        return bags;
    }

    /// <summary>The rows of texts in the values of a table and, behind them, the numbers of their vectors.</summary>
    /// <param name="bags">N-grams of each text.</param>
    /// <param name="vectors">The vector of each, of length 1; null for none.</param>
    /// <param name="table">Numbers and weights of n-grams.</param>
    /// <param name="share">Share of the vector in the squared length of a row.</param>
    /// <param name="run">Threads and cancelling.</param>
    /// <exception cref="ArgumentException">The texts hold more than 2^31 n-grams.</exception>
    public static TextRows Of(IReadOnlyList<FeatureBag> bags, float[][]? vectors, NGramTable table, double share, RunContext run)
    {
        var parts = Chunks.Run(bags.Count, run, (from, to) =>
        {
            var room = 0;
            for (var i = from; i < to; i++) room += bags[i].Hashes.Length + (vectors?[i].Length ?? 0);
            var (terms, values, ends) = (new int[room], new float[room], new int[to - from]);
            var used = 0;
            for (var i = from; i < to; i++) ends[i - from] = used += Read(bags[i], vectors?[i] ?? [], table, share, terms.AsSpan(used), values.AsSpan(used));
            return (terms, values, ends);
        });
        var total = parts.Sum(p => p.ends.Length > 0 ? (long)p.ends[^1] : 0);
        if (total > Array.MaxLength) throw new ArgumentException(FormattableString.Invariant($"The texts hold {total} n-grams, more than fit into one model; train on a sample of them."), nameof(bags));
        var rows = new TextRows(new int[bags.Count + 1], new int[total], new float[total]);
        var (row, at) = (0, 0);
        foreach (var (terms, values, ends) in parts)
        {
            foreach (var end in ends) rows.starts[++row] = at + end;
            var count = ends.Length > 0 ? ends[^1] : 0;
            terms.AsSpan(0, count).CopyTo(rows.terms.AsSpan(at));
            values.AsSpan(0, count).CopyTo(rows.values.AsSpan(at));
            at += count;
        }

        return rows;
    }

    /// <summary>Reads one row; returns how many numbers it has.</summary>
    public static int Read(FeatureBag bag, ReadOnlySpan<float> vector, NGramTable table, double share, Span<int> terms, Span<float> values)
    {
        var count = table.Values(bag, terms, values);
        if (vector.IsEmpty) return count;
        var (ofTerms, ofVector) = ((float)Math.Sqrt(1 - share), (float)Math.Sqrt(share));
        for (var i = 0; i < count; i++) values[i] *= ofTerms;
        for (var d = 0; d < vector.Length; d++) (terms[count + d], values[count + d]) = (table.Count + d, vector[d] * ofVector);
        return count + vector.Length;
    }
}
