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
/// <param name="Edges">Similar pairs, as indices into the earlier rows and then these.</param>
/// <param name="Answers">The answer of each, in the same order.</param>
/// <param name="Earlier">The rows of earlier runs that are similar to any of these: they stand before them, and none of them leaves.</param>
internal sealed record LinkedRows(int[] Ranks, IReadOnlyList<SimilarEdge> Edges, AnswerSketch[] Answers, EarlierRow[] Earlier)
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
        return new([.. ranks], [.. edges.Select(e => new SimilarEdge(indices[e.A], indices[e.B], e.Jaccard))], answers, []);
    }

    /// <summary>The rows that edges join, and the earlier rows that others join to them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="edges">Edges among them.</param>
    /// <param name="earlier">The earlier rows.</param>
    /// <param name="before">Edges of an earlier row and one of these; of equal rows the first alone has any.</param>
    public static LinkedRows Of(RankedRows rows, IReadOnlyList<SimilarEdge> edges, EarlierRows earlier, IReadOnlyList<SimilarEdge> before)
    {
        var joined = FrozenEdges.Of(earlier.Count, edges, before);
        var used = new SortedSet<int>();
        foreach (var edge in joined)
        {
            used.Add(edge.A);
            used.Add(edge.B);
        }

        int[] all = [.. used];
        var at = all.Select((row, i) => (row, i)).ToDictionary(r => r.row, r => r.i);
        var olds = all.TakeWhile(row => row < earlier.Count).ToArray();
        ulong[] buffer = [];
        return new(
            [.. all.Skip(olds.Length).Select(row => row - earlier.Count)],
            [.. joined.Select(e => new SimilarEdge(at[e.A], at[e.B], e.Jaccard))],
            Array.ConvertAll(all, row => row < earlier.Count ? earlier.Answer(row, ref buffer) : rows.Answer(row - earlier.Count, ref buffer)),
            Array.ConvertAll(olds, earlier.Row));
    }

    /// <summary>True where two of the rows answer alike.</summary>
    public bool AnswerAlike(int row, int other, double atLeast) => Answers[row].IsLike(Answers[other], atLeast);

    /// <summary>For each of the rows the kept one that replaces it, or null.</summary>
    public Replacement?[] Choose(double threshold, Func<int, int, bool> joins) => StarClusters.Choose(Earlier.Length + Ranks.Length, Edges, threshold, joins, Earlier.Length);

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
        writer.WriteList(Earlier, row => row.Write(writer));
    }

    public static LinkedRows Read(BinaryReader reader) => new(
        reader.ReadList(reader.ReadInt32),
        reader.ReadList(() => new SimilarEdge(reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble())),
        reader.ReadList(() => new AnswerSketch(reader.ReadUInt64(), RowSketches.ReadSet(reader))),
        reader.ReadList(() => EarlierRow.Read(reader)));
}
