using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>What <see cref="OutlierScorer"/> knows about a part: the rows with the smallest keyed hashes of their ids. The same rows are chosen
/// however the corpus is cut. Holds hashes of words, no text.</summary>
public sealed class OutlierSample : IPersisted<OutlierSample>
{
    private OutlierSample(IReadOnlyList<SampledRow> rows) => Rows = rows;

    static int IPersisted<OutlierSample>.FormatVersion => 1;

    /// <summary>The rows, in the order of their keys.</summary>
    internal IReadOnlyList<SampledRow> Rows { get; }

    /// <summary>The sample of some examples.</summary>
    internal static OutlierSample Of(IReadOnlyList<Example> examples, int size, ulong seed)
    {
        var keys = new ulong[examples.Count];
        var order = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            (keys[i], order[i]) = (KeyedRandom.Bits(seed, "outliers.sample", examples[i].Id), i);
        Array.Sort(keys, order);
        // Equal keys of different ids are ordered by id below; take all that share the last key.
        var end = Math.Min(size, keys.Length);
        while (end > 0 && end < keys.Length && keys[end] == keys[end - 1]) end++;
        return Smallest(order.Take(end).Select((at, i) => new SampledRow(keys[i], examples[at].Id, examples[at].Label, examples[at].Input)), size);
    }

    /// <summary>The sample of several samples.</summary>
    internal static OutlierSample Merge(IEnumerable<OutlierSample> samples, int size) => Smallest(samples.SelectMany(s => s.Rows), size);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(Rows, r => r.Write(writer));
    }

    /// <inheritdoc/>
    public static OutlierSample Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.ReadList(() => SampledRow.Read(reader)));
    }

    private static OutlierSample Smallest(IEnumerable<SampledRow> rows, int size)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted);
        return new(sorted.Length > size ? sorted[..size] : sorted);
    }
}
