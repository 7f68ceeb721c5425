namespace NotebookKit.Deduplicating;

/// <summary>Which of two rows is kept when one stands for both: real before synthetic, then user-edited, accepted, better rated, longer, newer;
/// ties go to the smaller id, so that no order of files or threads decides.</summary>
internal readonly record struct RowRank(bool Real, int Received, double Rating, int Length, long Ticks, string Id) : IComparable<RowRank>
{
    public static RowRank Of(Example example)
    {
        var signals = example.Signals;
        var received = signals.Has(Events.Edited) ? 3
            : signals.Has(Events.Accepted) || signals.Has(Events.ThumbsUp) || signals.Has(Events.Copied) ? 2
            : signals.Has(Events.Rejected) || signals.Has(Events.ThumbsDown) ? 0
            : 1;
        return new(example.Origin is not (Origin.Synthetic or Origin.Distilled), received, signals.Rating ?? 0, example.Length,
            example.CreatedAt?.UtcTicks ?? 0, example.Id);
    }

    /// <summary>Negative where this one is the better row.</summary>
    public int CompareTo(RowRank other)
    {
        var order = (other.Real, other.Received, other.Rating, other.Length, other.Ticks).CompareTo((Real, Received, Rating, Length, Ticks));
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Real);
        writer.Write(Received);
        writer.Write(Rating);
        writer.Write(Length);
        writer.Write(Ticks);
        writer.Write(Id);
    }

    public static RowRank Read(BinaryReader reader) =>
        new(reader.ReadBoolean(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadString());
}
