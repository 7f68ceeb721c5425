namespace NotebookKit.Splitting;

/// <summary>Rows of one split that say the same.</summary>
/// <param name="Key">Hash of what they say.</param>
/// <param name="Split">Their split.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirstId">The first of their ids in ordinal order.</param>
internal readonly record struct LeakageEntry(UInt128 Key, Split Split, int Count, string FirstId)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write((ulong)(Key >> 64));
        writer.Write((ulong)Key);
        writer.Write((byte)Split);
        writer.Write(Count);
        writer.Write(FirstId);
    }

    public static LeakageEntry Read(BinaryReader reader)
    {
        var high = reader.ReadUInt64();
        return new(new UInt128(high, reader.ReadUInt64()), (Split)reader.ReadByte(), reader.ReadInt32(), reader.ReadString());
    }

    /// <summary>One entry for each key and split, in the order of both.</summary>
    public static LeakageEntry[] Sum(IEnumerable<LeakageEntry> entries)
    {
        LeakageEntry[] sorted = [.. entries];
        Array.Sort(sorted, (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key)
            : a.Split != b.Split ? a.Split.CompareTo(b.Split)
            : string.CompareOrdinal(a.FirstId, b.FirstId));
        var count = 0;
        foreach (var entry in sorted)
        {
            if (count > 0 && sorted[count - 1].Key == entry.Key && sorted[count - 1].Split == entry.Split)
                sorted[count - 1] = sorted[count - 1] with { Count = sorted[count - 1].Count + entry.Count };
            else sorted[count++] = entry;
        }

        return sorted[..count];
    }
}

/// <summary>What the rows of a part say, by split: hashes and counts.</summary>
public sealed class LeakageSummary : IPersisted<LeakageSummary>
{
    internal LeakageSummary(LeakageEntry[] whole, LeakageEntry[] input, int unsplit) => (Whole, Input, Unsplit) = (whole, input, unsplit);

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    internal LeakageEntry[] Whole { get; }

    internal LeakageEntry[] Input { get; }

    /// <summary>Rows that are in no split.</summary>
    internal int Unsplit { get; }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(Whole, entry => entry.Write(writer));
        writer.WriteList(Input, entry => entry.Write(writer));
        writer.Write(Unsplit);
    }

    /// <inheritdoc/>
    public static LeakageSummary Read(BinaryReader reader) => new(
        reader.ReadList(() => LeakageEntry.Read(reader)), reader.ReadList(() => LeakageEntry.Read(reader)), reader.ReadInt32());
}

/// <summary>What is said in more than one split.</summary>
public sealed class LeakagePlan : IPersisted<LeakagePlan>
{
    private readonly LeakageEntry[] whole;
    private readonly LeakageEntry[] input;
    private readonly ILookup<UInt128, LeakageEntry> wholes;
    private readonly ILookup<UInt128, LeakageEntry> inputs;

    private LeakagePlan(LeakageEntry[] whole, LeakageEntry[] input, int unsplit)
    {
        (this.whole, this.input, Unsplit) = (whole, input, unsplit);
        wholes = whole.ToLookup(e => e.Key);
        inputs = input.ToLookup(e => e.Key);
    }

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>Rows that are in no split.</summary>
    public int Unsplit { get; }

    /// <summary>Keeps the texts that are in several splits.</summary>
    internal static LeakagePlan Of(LeakageSummary summary) => new(Shared(summary.Whole), Shared(summary.Input), summary.Unsplit);

    /// <summary>The rows of a more protected split (test before validation before train) that say the same as the example; null where none do.</summary>
    internal LeakageEntry? Whole(Example example) => whole.Length == 0 ? null : Held(wholes[LeakageKeys.Whole(example)], example.Split);

    /// <summary>The rows of a more protected split that ask the same as the example; null where none do.</summary>
    internal LeakageEntry? Input(Example example) => input.Length == 0 ? null : Held(inputs[LeakageKeys.Input(example)], example.Split);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.WriteList(whole, entry => entry.Write(writer));
        writer.WriteList(input, entry => entry.Write(writer));
        writer.Write(Unsplit);
    }

    /// <inheritdoc/>
    public static LeakagePlan Read(BinaryReader reader) => new(
        reader.ReadList(() => LeakageEntry.Read(reader)), reader.ReadList(() => LeakageEntry.Read(reader)), reader.ReadInt32());

    private static LeakageEntry[] Shared(LeakageEntry[] entries) =>
        [.. entries.Where((e, i) => (i > 0 && entries[i - 1].Key == e.Key) || (i + 1 < entries.Length && entries[i + 1].Key == e.Key))];

    /// <summary>The entry of the most protected split above the example's own; entries come in the order of splits.</summary>
    private static LeakageEntry? Held(IEnumerable<LeakageEntry> entries, Split? split)
    {
        LeakageEntry? held = null;
        foreach (var entry in entries)
            if (entry.Split > split) held = entry;
        return held;
    }
}
