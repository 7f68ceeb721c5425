using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>The rows that detectors learn from: of different content, with words, in the order of their ids; of too many, those with the smallest keyed hashes of their ids. Vectors are made once for all detectors that ask.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<string, float[][]> vectors = new(StringComparer.Ordinal);

    private KnownRows(Example[] examples, SampledRow[] rows) => (Examples, Rows) = (examples, rows);

    /// <summary>How many there are.</summary>
    public int Count => Rows.Length;

    /// <summary>The examples.</summary>
    public Example[] Examples { get; }

    /// <summary>Their ids, labels and features.</summary>
    public SampledRow[] Rows { get; }

    /// <summary>The rows of a dataset.</summary>
    /// <exception cref="ArgumentException">There are fewer than <see cref="OutlierScorer.MinRows"/>.</exception>
    public static KnownRows Of(Dataset inDomain, int most, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(inDomain);
        var rows = new (Example Example, SampledRow Row)[inDomain.Count];
        Chunks.Run(rows.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var example = inDomain.Examples[i];
                rows[i] = (example, new(KeyedRandom.Bits(run.Seed, "detectors.sample", example.Id), example.Id, example.Label, example.Input));
                _ = rows[i].Row.Features;
            }

            return 0;
        });
        var kept = rows.Where(r => r.Row.Features.Hashes.Length > 0).OrderBy(r => r.Row.Id, StringComparer.Ordinal).DistinctBy(r => r.Row.Features.Content)
            .OrderBy(r => r.Row).Take(most).OrderBy(r => r.Row.Id, StringComparer.Ordinal).ToArray();
        if (kept.Length < OutlierScorer.MinRows)
            throw new ArgumentException(FormattableString.Invariant($"There are {kept.Length} rows of different content with words; a detector needs {OutlierScorer.MinRows}."), nameof(inDomain));
        return new([.. kept.Select(k => k.Example)], [.. kept.Select(k => k.Row)]);
    }

    /// <summary>Some of the rows, in the order asked for.</summary>
    public KnownRows Some(int[] wanted)
    {
        var some = new KnownRows([.. wanted.Select(w => Examples[w])], [.. wanted.Select(w => Rows[w])]);
        foreach (var (name, all) in vectors) some.vectors.Add(name, [.. wanted.Select(w => all[w])]);
        return some;
    }

    /// <summary>The vectors of the rows, of the length 1; all zeros where the embedder knows nothing of a text.</summary>
    public float[][] Vectors(IEmbeddingGenerator<string, Embedding<float>> embedder, RunContext run)
    {
        var name = EmbedderName.Of(embedder);
        if (vectors.TryGetValue(name, out var made)) return made;
        made = InputVectors.Of(Examples, embedder, run);
        if (Array.Exists(made, v => v.Length != made[0].Length)) throw new EmbeddingException("The embedder gave vectors of different lengths.");
        vectors.Add(name, made);
        return made;
    }

    /// <summary>Some of the rows, ready to be scored.</summary>
    public PreparedInput[] Prepared(IEmbeddingGenerator<string, Embedding<float>>? embedder, int[] wanted, RunContext run)
    {
        var made = embedder is null ? null : Vectors(embedder, run);
        return [.. wanted.Select(i => new PreparedInput(Examples[i], made?[i]) { Features = Rows[i].Features })];
    }

    /// <summary>Byte forms of vectors; a vector of zeros stays one.</summary>
    public static ByteVectors Bytes(float[][] vectors)
    {
        ulong[] buffer = [];
        var stride = (vectors[0].Length + ByteVectors.Lane - 1) / ByteVectors.Lane * ByteVectors.Lane;
        var rows = new sbyte[vectors.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var bytes = MemoryMarshal.Cast<ulong, sbyte>(ByteVectors.Quantize(vectors[i], ref buffer));
            rows[i] = bytes.Length == 0 ? new sbyte[stride] : bytes.ToArray();
        }

        return ByteVectors.Of(rows);
    }
}
