using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The measured similarities of a dataset and what a threshold makes of them.</summary>
public sealed class NearPlan : IPersisted<NearPlan>
{
    private readonly IReadOnlyList<RowSketch> rows;
    private readonly IReadOnlyList<SimilarEdge> edges;
    private readonly double answerSimilarity;

    internal NearPlan(
        IReadOnlyList<RowSketch> byRank, IReadOnlyList<SimilarEdge> edges, double measuredFrom, double threshold, double answerSimilarity, int crowded)
    {
        // Shingles are done with once the edges are known; without them a plan costs a tenth.
        rows = [.. byRank.Select(r => r.Shingles.Length == 0 ? r : r with { Shingles = [] })];
        this.edges = edges;
        this.answerSimilarity = answerSimilarity;
        MeasuredFrom = measuredFrom;
        Threshold = threshold;
        Crowded = crowded;
        Table = new(rows, StarClusters.Choose(rows.Count, edges, threshold, (row, kept) => rows[row].AnswersLike(rows[kept], answerSimilarity)));
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

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
        new(rows, edges, MeasuredFrom, Guard.InRange(threshold, MeasuredFrom, 1), answerSimilarity, Crowded);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(MeasuredFrom);
        writer.Write(Threshold);
        writer.Write(answerSimilarity);
        writer.Write(Crowded);
        writer.WriteList(rows, row => row.Write(writer));
        writer.WriteList(edges, edge =>
        {
            writer.Write(edge.A);
            writer.Write(edge.B);
            writer.Write(edge.Jaccard);
        });
    }

    /// <inheritdoc/>
    public static NearPlan Read(BinaryReader reader)
    {
        var measuredFrom = reader.ReadDouble();
        var threshold = reader.ReadDouble();
        var answerSimilarity = reader.ReadDouble();
        var crowded = reader.ReadInt32();
        var rows = reader.ReadList(() => RowSketch.Read(reader));
        var edges = reader.ReadList(() => new SimilarEdge(reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble()));
        return new(rows, edges, measuredFrom, threshold, answerSimilarity, crowded);
    }
}

/// <summary>What near-duplicate removal kept and removed, and what another threshold would.</summary>
public sealed class NearDuplicatesResult : StageResult
{
    private readonly NearDuplicates stage;
    private readonly Dataset input;

    internal NearDuplicatesResult(NearDuplicates stage, NearPlan plan, Dataset input, StageResult account)
        : base(account.Kept, account.Removed, account.Report)
    {
        this.stage = stage;
        this.input = input;
        Plan = plan;
    }

    /// <summary>The measured similarities and the decision.</summary>
    public NearPlan Plan { get; }

    /// <summary>The result that another threshold gives, in both directions, without measuring again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was measured; run the stage with a lower MeasureFrom.</exception>
    public NearDuplicatesResult At(double threshold)
    {
        var plan = Plan.At(threshold);
        var moved = stage with { Threshold = threshold, MeasureFrom = Plan.MeasuredFrom };
        return new(moved, plan, input, moved.With(plan).Apply(input));
    }
}
