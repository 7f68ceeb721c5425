using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>Texts that have a label, as vectors: the nearest ones of other content vote for their labels. Equal contents are one vector, which votes once, for its labels in shares.</summary>
internal sealed class LabelVotes
{
    /// <summary>Rows that vote, and how much the nearer ones count more: a vote is e^(Sharpness × cosine). Chosen by measuring on HWU64.</summary>
    public const int Voters = 20;

    private const double Sharpness = 8;

    /// <summary>Votes that are cast for all labels by their share of rows, whatever the neighbours say, in votes of the nearest neighbour.</summary>
    private const double Doubt = 0.5;

    private readonly ByteVectors vectors;
    private readonly ulong[] contents;
    private readonly (int Label, int Rows)[][] labels;
    private readonly double[] shares;

    private LabelVotes(sbyte[][] rows, ulong[] contents, (int Label, int Rows)[][] labels, double[] shares)
    {
        (this.contents, this.labels, this.shares) = (contents, labels, shares);
        Rows = rows;
        vectors = ByteVectors.Of(rows);
    }

    private sbyte[][] Rows { get; }

    /// <summary>The vector of a content.</summary>
    public ReadOnlySpan<sbyte> Vector(int content) => Rows[content];

    /// <summary>Makes vectors of texts.</summary>
    /// <param name="texts">One text per content.</param>
    /// <param name="contents">Hashes of the contents, all different.</param>
    /// <param name="labels">Labels of the rows of each content, with their number.</param>
    /// <param name="classes">Labels in all.</param>
    /// <param name="run">Threads.</param>
    public static LabelVotes Of(IReadOnlyList<string> texts, ulong[] contents, (int Label, int Rows)[][] labels, int classes, RunContext run)
    {
        var rows = new sbyte[texts.Count][];
        Chunks.Run(rows.Length, run, (from, to) =>
        {
            var embedder = new BuiltInEmbedder();
            for (var i = from; i < to; i++) rows[i] = Quantized(embedder, texts[i]);
            return 0;
        });
        var shares = new double[classes];
        foreach (var (label, count) in labels.SelectMany(l => l)) shares[label] += count;
        var all = shares.Sum();
        return new(rows, contents, labels, [.. shares.Select(s => s / all)]);
    }

    /// <summary>The vector of a text; zeros where it has no words.</summary>
    public static sbyte[] Quantized(BuiltInEmbedder embedder, string text)
    {
        ulong[] buffer = [];
        var words = ByteVectors.Quantize(embedder.Embed(text), ref buffer);
        return words.IsEmpty ? new sbyte[embedder.Dimensions] : System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, sbyte>(words).ToArray();
    }

    /// <summary>How probable each label is by the votes of the nearest texts of other content.</summary>
    public double[] Probabilities(ReadOnlySpan<sbyte> vector, ulong content)
    {
        var votes = new double[shares.Length];
        var near = Nearest(vector, content, Voters, null);
        var total = 0.0;
        foreach (var (row, cosine) in near)
        {
            var vote = Math.Exp(Sharpness * (cosine - near[0].Cosine));
            var rows = labels[row].Sum(l => l.Rows);
            foreach (var (label, count) in labels[row]) votes[label] += vote * count / rows;
            total += vote;
        }

        for (var label = 0; label < votes.Length; label++) votes[label] = (votes[label] + (Doubt * shares[label])) / (total + Doubt);
        return votes;
    }

    /// <summary>The nearest texts of other content, nearest first, of equally near ones the first.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="content">Hash of the content that is not wanted.</param>
    /// <param name="count">How many.</param>
    /// <param name="label">Only texts with this label; null: all.</param>
    public ReadOnlySpan<(int Row, double Cosine)> Nearest(ReadOnlySpan<sbyte> vector, ulong content, int count, int? label)
    {
        var found = new (int Row, double Cosine)[count];
        // What is of the same content is no other text.
        var near = VectorNeighbours.Nearest(vectors, vector, row => contents[row] == content || (label is { } wanted && !Array.Exists(labels[row], l => l.Label == wanted)), found);
        return found.AsSpan(0, near);
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteList(shares, writer.Write);
        writer.WriteList(contents, writer.Write);
        foreach (var row in Rows) writer.WriteList(row, writer.Write);
        foreach (var row in labels)
            writer.WriteList(row, l =>
            {
                writer.Write(l.Label);
                writer.Write(l.Rows);
            });
    }

    public static LabelVotes Read(BinaryReader reader)
    {
        var (shares, contents) = (reader.ReadList(reader.ReadDouble), reader.ReadList(reader.ReadUInt64));
        var rows = new sbyte[contents.Length][];
        for (var i = 0; i < rows.Length; i++) rows[i] = reader.ReadList(reader.ReadSByte);
        var labels = new (int, int)[contents.Length][];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadList(() => (reader.ReadInt32(), reader.ReadInt32()));
        return new(rows, contents, labels, shares);
    }
}
