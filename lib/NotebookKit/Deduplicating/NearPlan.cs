namespace NotebookKit.Deduplicating;

/// <summary>The measured similarities of a dataset and what a threshold makes of them.</summary>
public sealed class NearPlan : IPersisted<NearPlan>
{
    private readonly string stage;
    private readonly RowTable rows;
    private readonly LinkedRows linked;
    private readonly double answerSimilarity;

    internal NearPlan(string stage, RowTable rows, LinkedRows linked, double measuredFrom, double threshold, double answerSimilarity, int crowded)
    {
        this.stage = stage;
        this.rows = rows;
        this.linked = linked;
        this.answerSimilarity = answerSimilarity;
        MeasuredFrom = measuredFrom;
        Threshold = threshold;
        Crowded = crowded;
        var chosen = Choose(threshold);
        Table = new(rows, linked.Ranks, chosen, linked.Earlier, Differing(chosen, stage));
    }

    /// <inheritdoc/>
    public static int FormatVersion => 3;

    /// <summary>The least similarity that was measured, 0–1.</summary>
    public double MeasuredFrom { get; }

    /// <summary>The similarity from which rows are the same, 0–1.</summary>
    public double Threshold { get; }

    /// <summary>Rows made from templates so common that not all their pairs were compared; each was compared with the best ones.</summary>
    public int Crowded { get; }

    internal ReplacementTable Table { get; }

    /// <summary>The plan with another threshold, up or down, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below <see cref="MeasuredFrom"/>, or above 1.</exception>
    public NearPlan At(double threshold) =>
        new(stage, rows, linked, MeasuredFrom, Guard.InRange(threshold, MeasuredFrom, 1), answerSimilarity, Crowded);

    /// <summary>Flags for rows that stay though an earlier run has their like: it answers otherwise.</summary>
    private Dictionary<int, Flag> Differing(Replacement?[] chosen, string stage)
    {
        var flags = new Dictionary<int, Flag>();
        if (linked.Earlier.Length == 0) return flags;
        var groups = StarClusters.Groups(chosen.Length, linked.Edges);
        var alike = new Dictionary<int, double>();
        foreach (var edge in linked.Edges)
            if (edge.A < linked.Earlier.Length && edge.Jaccard >= Threshold) alike[groups[edge.B]] = Math.Max(edge.Jaccard, alike.GetValueOrDefault(groups[edge.B]));
        // Rows that are equal to an earlier one stand in its star.
        for (var row = linked.Earlier.Length; row < chosen.Length; row++)
        {
            var similarity = groups[row] < linked.Earlier.Length ? 1 : alike.GetValueOrDefault(groups[row]);
            if (chosen[row] is null && similarity > 0) flags[linked.Ranks[row - linked.Earlier.Length]] = new(stage, EarlierRuns.AnswerDiffers, similarity, Threshold);
        }

        return flags;
    }

    /// <summary>How many rows a threshold would remove.</summary>
    internal int RemovedAt(double threshold) => Choose(threshold).Count(by => by is not null);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(stage);
        writer.Write(MeasuredFrom);
        writer.Write(Threshold);
        writer.Write(answerSimilarity);
        writer.Write(Crowded);
        rows.Write(writer);
        linked.Write(writer);
    }

    /// <inheritdoc/>
    public static NearPlan Read(BinaryReader reader)
    {
        var stage = reader.ReadString();
        var measuredFrom = reader.ReadDouble();
        var threshold = reader.ReadDouble();
        var answerSimilarity = reader.ReadDouble();
        var crowded = reader.ReadInt32();
        return new(stage, RowTable.Read(reader), LinkedRows.Read(reader), measuredFrom, threshold, answerSimilarity, crowded);
    }

    private Replacement?[] Choose(double threshold) => linked.Choose(threshold, (row, kept) => linked.AnswerAlike(row, kept, answerSimilarity));
}

/// <summary>What near-duplicate removal kept and removed, and what another threshold would.</summary>
public sealed class NearDuplicatesResult : SimilarRowsResult
{
    private readonly NearDuplicates stage;

    internal NearDuplicatesResult(NearDuplicates stage, NearPlan plan, Dataset input, StageResult account)
        : base(plan, input, account) => this.stage = stage;

    /// <summary>The result that another threshold gives, in both directions, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was measured; run the stage with a lower MeasureFrom.</exception>
    public NearDuplicatesResult At(double threshold) =>
        (stage with { Threshold = threshold, MeasureFrom = Plan.MeasuredFrom }).At(Plan.At(threshold), Input);
}
