namespace NotebookKit.Outliers;

/// <summary>How often each distance occurs, in steps of 0.001: what <see cref="OutlierFilter"/> needs for its quartiles.</summary>
public sealed class DistanceCounts : IPersisted<DistanceCounts>
{
    private const double Steps = 1_000;

    private readonly SortedDictionary<int, long> counts = [];

    static int IPersisted<DistanceCounts>.FormatVersion => 1;

    /// <summary>How many distances there are.</summary>
    internal long Total { get; private set; }

    internal void Add(double distance) => Add((int)Math.Round(Math.Clamp(distance, 0, 1_000) * Steps), 1);

    internal void Add(DistanceCounts other)
    {
        foreach (var (step, count) in other.counts) Add(step, count);
    }

    /// <summary>The quartiles, at least one distance.</summary>
    internal Spread Quartiles() => new(At(Spread.Rank(Total, 1)), At(Spread.Rank(Total, 2)), At(Spread.Rank(Total, 3)));

    /// <summary>A limit above which lies at most a share of rows like these; null where there are too few of them to say so.</summary>
    internal double? Conformal(double maxFlagged)
    {
        var rank = OutlierDecision.Rank(Total, maxFlagged);
        // The upper end of the step: rows are counted by steps and judged by what they measure.
        return rank > Total ? null : At(Math.Max(rank, 1) - 1) + (0.5 / Steps);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(counts, c =>
        {
            writer.Write(c.Key);
            writer.Write(c.Value);
        });
    }

    /// <inheritdoc/>
    public static DistanceCounts Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = new DistanceCounts();
        foreach (var (step, count) in reader.ReadList(() => (reader.ReadInt32(), reader.ReadInt64()))) read.Add(step, count);
        return read;
    }

    private void Add(int step, long count)
    {
        counts[step] = counts.GetValueOrDefault(step) + count;
        Total += count;
    }

    private double At(long rank)
    {
        foreach (var (step, count) in counts)
            if ((rank -= count) < 0) return step / Steps;
        return 0;
    }
}
