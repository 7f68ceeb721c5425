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

    /// <summary>The rows of texts in the values of a table.</summary>
    /// <exception cref="ArgumentException">The texts hold more than 2^31 n-grams.</exception>
    public static TextRows Of(IReadOnlyList<FeatureBag> bags, NGramTable table, RunContext run)
    {
        var parts = Chunks.Run(bags.Count, run, (from, to) =>
        {
            var room = 0;
            for (var i = from; i < to; i++) room += bags[i].Hashes.Length;
            var (terms, values, ends) = (new int[room], new float[room], new int[to - from]);
            var used = 0;
            for (var i = from; i < to; i++) ends[i - from] = used += table.Values(bags[i], terms.AsSpan(used), values.AsSpan(used));
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
}
