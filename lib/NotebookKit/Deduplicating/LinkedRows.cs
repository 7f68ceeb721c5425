using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>An answer as it is compared: its words, or the hash of its text where it has none.</summary>
/// <param name="Key">Hash of the folded answer where it has no words, else 0.</param>
/// <param name="Words">Distinct hashes of its words, sorted.</param>
internal sealed record AnswerSketch(ulong Key, ulong[] Words)
{
    /// <summary>True where both answers share enough words, or are the same text without words.</summary>
    public bool IsLike(AnswerSketch other, double atLeast) => Words.Length == 0 && other.Words.Length == 0
        ? Key == other.Key
        : Shingles.Jaccard(Words, other.Words, atLeast) >= 0;

    /// <summary>Answers of the same words are one answer.</summary>
    public bool Equals(AnswerSketch? other) => other is not null && Key == other.Key && Words.AsSpan().SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)StableHash.Of(MemoryMarshal.AsBytes(Words.AsSpan()), Key);
}

/// <summary>The rows that are similar to any other, best first. All others stay whatever the threshold, so decisions need to know no more than these.</summary>
/// <param name="Ranks">Rank of each among all rows, ascending.</param>
/// <param name="Edges">Similar pairs, as indices into these rows.</param>
/// <param name="Answers">The answer of each.</param>
internal sealed record LinkedRows(int[] Ranks, IReadOnlyList<SimilarEdge> Edges, AnswerSketch[] Answers)
{
    /// <summary>The rows that edges join.</summary>
    public static LinkedRows Of(RankedRows rows, IReadOnlyList<SimilarEdge> edges)
    {
        var indices = new int[rows.Count];
        foreach (var edge in edges) indices[edge.A] = indices[edge.B] = 1;
        var ranks = new List<int>();
        for (var rank = 0; rank < indices.Length; rank++)
        {
            if (indices[rank] == 0) continue;
            indices[rank] = ranks.Count;
            ranks.Add(rank);
        }

        var answers = new AnswerSketch[ranks.Count];
        ulong[] buffer = [];
        for (var i = 0; i < answers.Length; i++) answers[i] = rows.Answer(ranks[i], ref buffer);
        return new([.. ranks], [.. edges.Select(e => new SimilarEdge(indices[e.A], indices[e.B], e.Jaccard))], answers);
    }

    /// <summary>True where two of the rows answer alike.</summary>
    public bool AnswerAlike(int row, int other, double atLeast) => Answers[row].IsLike(Answers[other], atLeast);

    /// <summary>For each of the rows the kept one that replaces it, or null.</summary>
    public Replacement?[] Choose(double threshold, Func<int, int, bool> joins) => StarClusters.Choose(Ranks.Length, Edges, threshold, joins);

    public void Write(BinaryWriter writer)
    {
        writer.WriteList(Ranks, writer.Write);
        writer.WriteList(Edges, edge =>
        {
            writer.Write(edge.A);
            writer.Write(edge.B);
            writer.Write(edge.Jaccard);
        });
        writer.WriteList(Answers, answer =>
        {
            writer.Write(answer.Key);
            RowSketches.WriteSet(writer, answer.Words);
        });
    }

    public static LinkedRows Read(BinaryReader reader) => new(
        reader.ReadList(reader.ReadInt32),
        reader.ReadList(() => new SimilarEdge(reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble())),
        reader.ReadList(() => new AnswerSketch(reader.ReadUInt64(), RowSketches.ReadSet(reader))));
}
