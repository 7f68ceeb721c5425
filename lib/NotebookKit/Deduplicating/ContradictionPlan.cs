namespace NotebookKit.Deduplicating;

/// <summary>The measured inputs and answers of a dataset, which rows contradict each other, and what the policy does with them.</summary>
public sealed class ContradictionPlan : IPersisted<ContradictionPlan>
{
    private readonly string[] ids;
    private readonly int[] occurrences;
    private readonly long[] ticks;
    private readonly LinkedRows linked;
    private readonly double answerSimilarity;

    private ContradictionPlan(string[] ids, int[] occurrences, long[] ticks, LinkedRows linked, Measured measured, double threshold, ContradictionPolicy policy)
    {
        (this.ids, this.occurrences, this.ticks, this.linked) = (ids, occurrences, ticks, linked);
        (MeasuredFrom, answerSimilarity, Crowded) = measured;
        Threshold = threshold;
        Policy = policy;
        var contested = ContestedRows.Of(linked, threshold, answerSimilarity);
        var chosen = Chosen(contested);
        var found = new SortedDictionary<string, Conflict>(StringComparer.Ordinal);
        for (var row = 0; row < contested.Length; row++)
        {
            if (contested[row] is not { Question: >= 0 } at) continue;
            var leaves = policy == ContradictionPolicy.RemoveAll || chosen[row] is not null;
            found[ids[row]] = new(at.Question, at.Version, ids[at.Other], at.Similarity, leaves, chosen[row] is { } by ? ids[by.By] : null, chosen[row]?.Similarity ?? at.Similarity);
        }

        Rows = found;
    }

    /// <summary>One row's conflict.</summary>
    /// <param name="Question">Number of the question that the row asks, from 0.</param>
    /// <param name="Version">Number of the version of the answer within the question, from 0.</param>
    /// <param name="Other">Id of a row of the same question with another answer.</param>
    /// <param name="Similarity">Similarity of the two inputs, 0–1.</param>
    /// <param name="Leaves">True for a row that the policy removes.</param>
    /// <param name="Kept">Id of the row that is kept instead; null where none is, or the row stays.</param>
    /// <param name="Measured">Similarity of the inputs of the row and the one that is kept instead, 0–1; that of <paramref name="Other"/> where there is none.</param>
    public readonly record struct Conflict(int Question, int Version, string Other, double Similarity, bool Leaves, string? Kept, double Measured);

    /// <summary>How it was measured.</summary>
    private readonly record struct Measured(double From, double AnswerSimilarity, int Crowded);

    /// <inheritdoc/>
    public static int FormatVersion => 2;

    /// <summary>The least similarity of inputs that was measured, 0–1.</summary>
    public double MeasuredFrom { get; }

    /// <summary>The similarity from which inputs ask the same, 0–1.</summary>
    public double Threshold { get; }

    /// <summary>What is done with the rows.</summary>
    public ContradictionPolicy Policy { get; }

    /// <summary>Rows made from templates so common that not all their pairs were compared; each was compared with the best ones.</summary>
    public int Crowded { get; }

    /// <summary>The conflicts by id of the row, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Conflict> Rows { get; }

    internal static ContradictionPlan Of(RankedRows rows, Contradictions stage, double from, RunContext run)
    {
        var linked = LinkedRows.Of(rows, Text.SimilarityJoin.Edges(rows, from, run, out var crowded));
        return new(
            Array.ConvertAll(linked.Ranks, rows.Id), Array.ConvertAll(linked.Ranks, rows.Occurrences), Array.ConvertAll(linked.Ranks, rows.Ticks),
            linked, new(from, stage.AnswerSimilarity, crowded), stage.Threshold, stage.Policy);
    }

    /// <summary>The plan with another threshold, up or down, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below <see cref="MeasuredFrom"/>, or above 1.</exception>
    public ContradictionPlan At(double threshold) =>
        new(ids, occurrences, ticks, linked, new(MeasuredFrom, answerSimilarity, Crowded), Guard.InRange(threshold, MeasuredFrom, 1), Policy);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(MeasuredFrom);
        writer.Write(answerSimilarity);
        writer.Write(Crowded);
        writer.Write(Threshold);
        writer.Write((byte)Policy);
        writer.WriteList(ids, writer.Write);
        writer.WriteList(occurrences, writer.Write);
        writer.WriteList(ticks, writer.Write);
        linked.Write(writer);
    }

    /// <inheritdoc/>
    public static ContradictionPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var measured = new Measured(reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
        var (threshold, policy) = (reader.ReadDouble(), (ContradictionPolicy)reader.ReadByte());
        var (ids, occurrences, ticks) = (reader.ReadList(reader.ReadString), reader.ReadList(reader.ReadInt32), reader.ReadList(reader.ReadInt64));
        return new(ids, occurrences, ticks, LinkedRows.Read(reader), measured, threshold, policy);
    }

    /// <summary>For each row the kept one that replaces it. A row leaves only for one of another version, whose answer really differs, and whose input is
    /// similar enough; so none of those that stay contradict each other.</summary>
    private Replacement?[] Chosen(ContestedRow[] contested)
    {
        if (Policy is ContradictionPolicy.List or ContradictionPolicy.RemoveAll) return new Replacement?[contested.Length];
        // Rows stand as the policy ranks them, but for what is only known once they are counted.
        int[] order = [.. Enumerable.Range(0, contested.Length).Where(r => contested[r].Question >= 0)];
        if (Policy == ContradictionPolicy.KeepMostFrequent) order = ByFrequency(order, contested);
        return StarClusters.Choose(
            contested.Length, linked.Edges, Threshold,
            (row, kept) => (contested[row].Question, contested[row].Version) != (contested[kept].Question, contested[kept].Version) && !linked.AnswerAlike(row, kept, answerSimilarity), order: order);
    }

    /// <summary>The versions with the most occurrences first, then the newer, then the better ranked.</summary>
    private int[] ByFrequency(int[] rows, ContestedRow[] contested)
    {
        var versions = rows.GroupBy(r => (contested[r].Question, contested[r].Version)).ToDictionary(
            v => v.Key, v => (Occurrences: v.Sum(r => (long)occurrences[r]), Newest: v.Max(r => ticks[r]), Best: v.Min()));
        return [.. rows.OrderByDescending(r => Of(r).Occurrences).ThenByDescending(r => Of(r).Newest).ThenBy(r => Of(r).Best).ThenBy(r => r)];

        (long Occurrences, long Newest, int Best) Of(int row) => versions[(contested[row].Question, contested[row].Version)];
    }
}
