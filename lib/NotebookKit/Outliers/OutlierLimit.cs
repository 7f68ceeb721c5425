namespace NotebookKit.Outliers;

/// <summary>The limit that <see cref="OutlierFilter"/> fitted on the distances of a dataset.</summary>
/// <param name="MaxDistance">The farthest distance that is normal; null where no limit could be fitted.</param>
/// <param name="Scored">Rows that have a distance.</param>
public sealed record OutlierLimit(double? MaxDistance, long Scored) : IPersisted<OutlierLimit>
{
    static int IPersisted<OutlierLimit>.FormatVersion => 1;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(MaxDistance ?? double.NaN);
        writer.Write(Scored);
    }

    /// <inheritdoc/>
    public static OutlierLimit Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var limit = reader.ReadDouble();
        return new(double.IsNaN(limit) ? null : limit, reader.ReadInt64());
    }
}
