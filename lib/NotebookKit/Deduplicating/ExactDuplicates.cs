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
    protected internal override RowSketches Summarize(IReadOnlyList<Example> part, RunContext run) => RowSketches.Of(part, Sketch);

    /// <inheritdoc/>
    protected internal override RowSketches Merge(IReadOnlyList<RowSketches> summaries) => RowSketches.Merge(summaries);

    /// <inheritdoc/>
    protected internal override ExactPlan Plan(RowSketches whole, RunContext run) => new(whole.ByRank());

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, ExactPlan plan, Tally tally) => plan.Table.Decide(example, ExactDuplicate, 1);

    private RowSketch Sketch(Example example) =>
        new(RowRank.Of(example), example.Occurrences, DuplicateView.Hash(example, Key), [], AnswerKey(example), []);

    /// <summary>An answer is part of every key but Output, so that contradictions are never collapsed.</summary>
    private ulong AnswerKey(Example example) =>
        Key is DuplicateKey.Whole or DuplicateKey.Output ? 0 : DuplicateView.Hash(example, DuplicateKey.Output);
}

/// <summary>Which rows leave for which exact twin.</summary>
public sealed class ExactPlan : IPersisted<ExactPlan>
{
    private readonly IReadOnlyList<RowSketch> rows;

    internal ExactPlan(IReadOnlyList<RowSketch> byRank)
    {
        rows = byRank;
        var best = new Dictionary<(ulong, ulong), int>(rows.Count);
        var chosen = new Replacement?[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            if (!best.TryAdd((rows[i].Key, rows[i].AnswerKey), i)) chosen[i] = new(best[(rows[i].Key, rows[i].AnswerKey)], 1);
        Table = new(rows, chosen);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal ReplacementTable Table { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer) => writer.WriteList(rows, row => row.Write(writer));

    /// <inheritdoc/>
    public static ExactPlan Read(BinaryReader reader) => new(reader.ReadList(() => RowSketch.Read(reader)));
}
