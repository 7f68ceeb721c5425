using Microsoft.Extensions.AI;
using Microsoft.ML;
using Microsoft.ML.Data;
using NotebookKit.Outliers;

namespace NotebookKit.MLNet;

/// <summary>The vector of a text.</summary>
internal sealed class VectorRow
{
    public float[] Features { get; set; } = [];

    public static SchemaDefinition Schema(int dimensions)
    {
        var schema = SchemaDefinition.Create(typeof(VectorRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        return schema;
    }
}

/// <summary>A model of ML.NET over embeddings of inputs. Immutable and thread-safe.</summary>
internal sealed class VectorModel<TOut>
    where TOut : class, new()
{
    private readonly MLContext ml;
    private readonly DataViewSchema schema;
    private readonly Engines<VectorRow, TOut> engines;
    private readonly int dimensions;

    private VectorModel(MLContext ml, ITransformer model, DataViewSchema schema, int dimensions, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        (this.ml, Model, this.schema, this.dimensions, Embedder) = (ml, model, schema, dimensions, embedder);
        engines = new(ml, model, VectorRow.Schema(dimensions));
    }

    public ITransformer Model { get; }

    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; }

    /// <exception cref="ArgumentException">There are fewer rows than are needed.</exception>
    public static VectorModel<TOut> Train(Dataset inDomain, IEmbeddingGenerator<string, Embedding<float>> embedder, string name, int least, RunContext run, Func<MLContext, int, int, IEstimator<ITransformer>> trainer)
    {
        ArgumentNullException.ThrowIfNull(inDomain);
        var known = KnownTexts.Of(inDomain);
        var vectors = KnownTexts.Vectors(known, 0, known.Length, embedder, run).Where(v => Array.Exists(v, n => n != 0)).ToArray();
        // ML.NET fails where it is asked for more groups or directions than there are different vectors.
        var different = vectors.Select(v => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(v.AsSpan()))).Distinct(StringComparer.Ordinal).Count();
        if (different < least)
            throw new ArgumentException(FormattableString.Invariant($"{name} needs {least} rows of different content with words that the embedder knows, but there are {different}."), nameof(inDomain));
        if (Array.Exists(vectors, v => v.Length != vectors[0].Length)) throw new Embeddings.EmbeddingException("The embedder gave vectors of different lengths.");
        var ml = Contexts.Of(run);
        run.Cancel.ThrowIfCancellationRequested();
        var data = ml.Data.LoadFromEnumerable(vectors.Select(v => new VectorRow { Features = v }), VectorRow.Schema(vectors[0].Length));
        return new(ml, trainer(ml, vectors[0].Length, different).Fit(data), data.Schema, vectors[0].Length, embedder);
    }

    /// <summary>What the model says of the vectors of examples; null for an example without words.</summary>
    public void Of(IReadOnlyList<Example> examples, int from, int to, Action<int, TOut?> take)
    {
        var vectors = KnownTexts.Vectors(examples, from, to, Embedder, new() { Threads = 1 });
        engines.Use(engine =>
        {
            var row = new VectorRow();
            for (var i = from; i < to; i++)
            {
                row.Features = vectors[i - from];
                if (row.Features.Length != dimensions) throw new Embeddings.EmbeddingException(FormattableString.Invariant($"The embedder gave {row.Features.Length} numbers; the detector learned from {dimensions}."));
                take(i, KnownTexts.HasWords(examples[i].Input) && Array.Exists(row.Features, n => n != 0) ? engine.Predict(row) : null);
            }
        });
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(dimensions);
        ModelBytes.Write(writer, ml, Model, schema);
    }

    public static VectorModel<TOut> Read(DetectorReader reader, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        var dimensions = reader.Bytes.ReadInt32();
        var ml = Contexts.Of(new());
        var (model, schema) = ModelBytes.Read(reader.Bytes, ml);
        return new(ml, model, schema, dimensions, embedder);
    }
}
