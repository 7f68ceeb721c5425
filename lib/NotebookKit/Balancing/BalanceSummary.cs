namespace NotebookKit.Balancing;

/// <summary>What balancing knows about one training row.</summary>
/// <param name="Id">Id of the example.</param>
/// <param name="Class">Its class; null where it has none.</param>
/// <param name="Kind">Its kind of source; null where that is not known.</param>
/// <param name="Quality">Its score <c>quality</c>; NaN where it has none, or none is asked for.</param>
internal sealed record BalanceRow(string Id, string? Class, string? Kind, double Quality);

/// <summary>The training rows of a part in ordinal order of ids, and how often each label and source occurs.</summary>
public sealed class BalanceSummary : IPersisted<BalanceSummary>
{
    internal BalanceSummary(IEnumerable<BalanceRow> rows, SortedDictionary<string, long> labels, SortedDictionary<string, long> sources, int unsplit)
    {
        BalanceRow[] sorted = [.. rows];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        (Rows, Labels, Sources, Unsplit) = (sorted, labels, sources, unsplit);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal BalanceRow[] Rows { get; }

    internal SortedDictionary<string, long> Labels { get; }

    internal SortedDictionary<string, long> Sources { get; }

    /// <summary>Rows that are in no split and were taken for train.</summary>
    internal int Unsplit { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(Rows, row =>
        {
            writer.Write(row.Id);
            writer.WriteOptional(row.Class);
            writer.WriteOptional(row.Kind);
            writer.Write(row.Quality);
        });
        Write(writer, Labels);
        Write(writer, Sources);
        writer.Write(Unsplit);
    }

    /// <inheritdoc/>
    public static BalanceSummary Read(BinaryReader reader) => new(
        reader.ReadList(() => new BalanceRow(reader.ReadString(), reader.ReadOptional(), reader.ReadOptional(), reader.ReadDouble())),
        ReadCounts(reader), ReadCounts(reader), reader.ReadInt32());

    internal static BalanceSummary Merge(IReadOnlyList<BalanceSummary> parts) => new(
        parts.SelectMany(p => p.Rows), Sum(parts.Select(p => p.Labels)), Sum(parts.Select(p => p.Sources)), parts.Sum(p => p.Unsplit));

    private static SortedDictionary<string, long> Sum(IEnumerable<SortedDictionary<string, long>> parts)
    {
        var sum = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, count) in parts.SelectMany(p => p)) sum[name] = sum.GetValueOrDefault(name) + count;
        return sum;
    }

    private static void Write(BinaryWriter writer, SortedDictionary<string, long> counts) => writer.WriteList(counts, pair =>
    {
        writer.Write(pair.Key);
        writer.Write(pair.Value);
    });

    private static SortedDictionary<string, long> ReadCounts(BinaryReader reader) =>
        Sum([new(reader.ReadList(() => KeyValuePair.Create(reader.ReadString(), reader.ReadInt64())).ToDictionary(), StringComparer.Ordinal)]);
}
