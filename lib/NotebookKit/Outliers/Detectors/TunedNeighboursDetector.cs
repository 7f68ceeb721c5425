using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Outliers;

/// <summary>Strange is what has no near neighbours, where what tells labels apart counts more than what differs within them. Needs labels and an embedding.</summary>
/// <remarks>Vectors are turned so that rows of one label spread evenly in all directions (the whitening step of Fisher's discriminant analysis), then the score is the mean cosine distance to the nearest
/// rows, 0 to 2. It is the better embedding detector where the wording of a label varies much (SNIPS); elsewhere it is on a par with neighbours in the plain embedding.</remarks>
public sealed record TunedNeighboursDetector : OutlierDetector
{
    internal const string DetectorName = "knn-tuned-embedding";

    /// <inheritdoc/>
    public override string Name => DetectorName;

    /// <summary>Nearest rows that make a score. 1 to 100, default 5. Source: own measurement.</summary>
    public int Neighbours { get; init => field = Guard.InRange(value, 1, 100); } = 5;

    /// <summary>How much of the covariance gives way to the same spread in all directions: 1 leaves the embedding as it is. 0 to 1, default 0.4. Source: own measurement; 0.1 is 0.6 points of AUROC worse.</summary>
    public double Shrinkage { get; init => field = Guard.Ratio(value); } = 0.4;

    /// <summary>What makes vectors of texts. Default: the built-in embedder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new BuiltInEmbedder();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Fewer than two labels have rows with words, or there are no more rows than labels.</exception>
    public override FittedDetector Fit(Dataset inDomain, RunContext? run = null)
    {
        run ??= new();
        var rows = LabelledVectors.Of(inDomain, Embedder, Name, run);
        var (centres, centre) = (rows.Centres(), rows.Centre());
        var within = Covariance.Of(rows.Vectors, row => centres[rows.Labels[row]], Shrinkage, run);
        var turned = new float[rows.Rows.Length][];
        Chunks.Run(turned.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) turned[i] = FittedTunedNeighbours.Turn(rows.Vectors[i], centre, within);
            return 0;
        });
        return new FittedTunedNeighbours(Embedder, Neighbours, centre, within, [.. rows.Rows.Select(r => r.Id)], [.. rows.Rows.Select(r => r.Label!)], turned);
    }
}

/// <summary>What <see cref="TunedNeighboursDetector"/> learned: the turned vectors of the rows.</summary>
internal sealed class FittedTunedNeighbours(IEmbeddingGenerator<string, Embedding<float>> embedder, int neighbours, float[] centre, Covariance within, string[] ids, string[] labels, float[][] turned) : FittedDetector
{
    public override string Name => TunedNeighboursDetector.DetectorName;

    public override double Score(Example example) => ScoreOf(Nearest(example));

    /// <summary>A fitted row is its own neighbour: it is scored as one that is not known would be.</summary>
    public override DetectorExplanation Explain(Example example, int count = 5)
    {
        Guard.AtLeast(count, 0);
        var near = Nearest(example);
        return new(ScoreOf(near), near.Length > 0 ? labels[near[0].Row] : null, [.. near.Take(count).Select(n => new OutlierNeighbour(ids[n.Row], Math.Round(n.Cosine, 6), []))], []);
    }

    protected internal override void Write(BinaryWriter writer)
    {
        writer.WriteEmbedder(embedder);
        writer.Write(neighbours);
        writer.WriteList(centre, writer.Write);
        within.Write(writer);
        writer.Write7BitEncodedInt(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            writer.Write(ids[i]);
            writer.Write(labels[i]);
            foreach (var number in turned[i]) writer.Write(number);
        }
    }

    internal static FittedTunedNeighbours Read(DetectorReader from)
    {
        var (embedder, reader) = (from.Embedder(), from.Bytes);
        var neighbours = reader.ReadInt32();
        var centre = reader.ReadList(reader.ReadSingle);
        var within = Covariance.Read(reader);
        var rows = reader.ReadList(() => (Id: reader.ReadString(), Label: reader.ReadString(), Vector: centre.Select(_ => reader.ReadSingle()).ToArray()));
        return new(embedder, neighbours, centre, within, [.. rows.Select(r => r.Id)], [.. rows.Select(r => r.Label)], [.. rows.Select(r => r.Vector)]);
    }

    internal static float[] Turn(float[] vector, float[] centre, Covariance within)
    {
        var off = new float[vector.Length];
        for (var d = 0; d < off.Length; d++) off[d] = vector[d] - centre[d];
        return InputVectors.Unit(within.Whiten(off));
    }

    private double ScoreOf((int Row, double Cosine)[] near)
    {
        var sum = 0.0;
        foreach (var (_, cosine) in near) sum += cosine;
        return Math.Round(1 - (sum / neighbours), 6);
    }

    /// <summary>The nearest rows, nearest first. Equal ones stand in the order of the texts.</summary>
    private (int Row, double Cosine)[] Nearest(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var own = Turn(InputVectors.Of([example.Input], embedder, default)[0], centre, within);
        var near = new (int Row, double Cosine)[Math.Min(neighbours, turned.Length)];
        Array.Fill(near, (-1, -2));
        for (var row = 0; row < turned.Length; row++)
        {
            var cosine = 0.0;
            var other = turned[row];
            for (var d = 0; d < own.Length; d++) cosine += (double)own[d] * other[d];
            if (cosine <= near[^1].Cosine) continue;
            var at = near.Length - 1;
            for (; at > 0 && near[at - 1].Cosine < cosine; at--) near[at] = near[at - 1];
            near[at] = (row, cosine);
        }

        return near;
    }
}
