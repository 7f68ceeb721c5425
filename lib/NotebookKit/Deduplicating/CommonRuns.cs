using System.Runtime.InteropServices;

namespace NotebookKit.Deduplicating;

/// <summary>In how many rows of a part each n-gram of the reference sets stands, as hashes and counts; it grows with the references, not with the data.</summary>
public sealed class CommonRuns : IPersisted<CommonRuns>
{
    private readonly ulong[] hashes;
    private readonly int[] counts;

    private CommonRuns(ulong[] hashes, int[] counts) => (this.hashes, this.counts) = (hashes, counts);

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal static CommonRuns Of(Dictionary<ulong, int> found)
    {
        var (hashes, counts) = (found.Keys.ToArray(), found.Values.ToArray());
        Array.Sort(hashes, counts);
        return new(hashes, counts);
    }

    internal static CommonRuns Merge(IReadOnlyList<CommonRuns> parts)
    {
        var sums = new Dictionary<ulong, int>();
        foreach (var part in parts)
            for (var i = 0; i < part.hashes.Length; i++) CollectionsMarshal.GetValueRefOrAddDefault(sums, part.hashes[i], out _) += part.counts[i];
        return Of(sums);
    }

    /// <summary>Hashes, ascending, of what stands in more rows than so many.</summary>
    internal ulong[] Above(int most) => [.. hashes.Where((_, i) => counts[i] > most)];

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RowSketches.WriteSet(writer, hashes);
        foreach (var count in counts) writer.Write7BitEncodedInt(count);
    }

    /// <inheritdoc/>
    public static CommonRuns Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var hashes = RowSketches.ReadSet(reader);
        var counts = new int[hashes.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = reader.Read7BitEncodedInt();
        return new(hashes, counts);
    }
}

/// <summary>Which n-grams of the reference sets are common text in the data.</summary>
public sealed class DecontaminationPlan : IPersisted<DecontaminationPlan>
{
    private readonly ulong[] common;

    internal DecontaminationPlan(ulong[] common) => this.common = common;

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>How many they are.</summary>
    public int Common => common.Length;

    internal bool IsCommon(ulong hash) => Array.BinarySearch(common, hash) >= 0;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RowSketches.WriteSet(writer, common);
    }

    /// <inheritdoc/>
    public static DecontaminationPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(RowSketches.ReadSet(reader));
    }
}
