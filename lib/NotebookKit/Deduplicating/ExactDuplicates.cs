using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Removes rows that say the same as another row once case, accents, white space and closing marks are folded. The best row of each
/// group stays and counts how many it stands for.</summary>
/// <remarks>Best: real before synthetic, user-edited, accepted, better rated, longest, newest, smallest id. Rows with another label are never duplicates; rows
/// with the same input and another answer are contradictions, not duplicates.</remarks>
public sealed record ExactDuplicates : CorpusStage<RowSketches, ExactPlan>
{
    /// <summary>The same text as the row that is kept instead; measured and limit are 1.</summary>
    public const string ExactDuplicate = "exact-duplicate";

    /// <summary>Which view of a row is compared. Default Whole; with any other view rows whose answers differ both stay.</summary>
    public DuplicateKey Key { get; init => field = Guard.Defined(value); } = DuplicateKey.Whole;

    /// <inheritdoc/>
    public override string Name => "ExactDuplicates";

    /// <inheritdoc/>
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) => RowSketches.Of(Sketch(part, run));

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override ExactPlan Plan(RowSketches whole, RunContext run) => ExactPlan.Of(new(whole));

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, ExactPlan plan, Tally tally) => plan.Table.Decide(example, ExactDuplicate, 1);

    private SketchBlock Sketch(IReadOnlyList<Example> part, RunContext run)
    {
        var block = new SketchBlock(run.Scratch);
        foreach (var example in part) block.Add(RowRank.Of(example), example.Occurrences, DuplicateView.Hash(example, Key), [], AnswerKey(example), []);
        return block;
    }

    /// <summary>An answer is part of every key but Output, so that contradictions are never collapsed.</summary>
    private ulong AnswerKey(Example example) =>
        Key is DuplicateKey.Whole or DuplicateKey.Output ? 0 : DuplicateView.Hash(example, DuplicateKey.Output);
}

/// <summary>Which rows leave for which exact twin.</summary>
public sealed class ExactPlan : IPersisted<ExactPlan>
{
    private readonly RowTable rows;
    private readonly (int Rank, int By)[] twins;

    private ExactPlan(RowTable rows, (int Rank, int By)[] twins)
    {
        (this.rows, this.twins) = (rows, twins);
        Table = new(rows, [.. twins.Select(t => t.Rank)], [.. twins.Select(t => t.By < 0 ? (Replacement?)null : new(t.By, 1))]);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 2;

    internal ReplacementTable Table { get; }

    internal static ExactPlan Of(RankedRows rows)
    {
        var keys = new ulong[rows.Count];
        var ranks = new int[rows.Count];
        for (var rank = 0; rank < keys.Length; rank++) (keys[rank], ranks[rank]) = (StableHash.Combine(rows.Hash(rank), rows.AnswerKey(rank)), rank);
        Array.Sort(keys, ranks);
        var groups = new List<(int Rank, int Best)>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];) to++;
            if (to - from < 2) continue;
            var best = new Dictionary<(ulong, ulong), int>();
            foreach (var rank in ranks[from..to].Order())
            {
                var key = (rows.Hash(rank), rows.AnswerKey(rank));
                best.TryAdd(key, rank);
                groups.Add((rank, best[key]));
            }
        }

        groups.Sort();
        var at = groups.Select((g, i) => (g.Rank, i)).ToDictionary(g => g.Rank, g => g.i);
        return new(RowTable.Of(rows), [.. groups.Select(g => (g.Rank, g.Rank == g.Best ? -1 : at[g.Best]))]);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        rows.Write(writer);
        writer.WriteList(twins, twin =>
        {
            writer.Write(twin.Rank);
            writer.Write(twin.By);
        });
    }

    /// <inheritdoc/>
    public static ExactPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(RowTable.Read(reader), reader.ReadList(() => (reader.ReadInt32(), reader.ReadInt32())));
    }
}
