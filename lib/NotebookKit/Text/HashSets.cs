namespace NotebookKit.Text;

/// <summary>Many sorted sets of hashes by number, in memory or in files.</summary>
internal abstract class HashSets
{
    /// <summary>How many sets there are.</summary>
    public abstract int Count { get; }

    /// <summary>Members of a set.</summary>
    public abstract int Length(int row);

    /// <summary>A hash over all members of a set: equal sets have equal ones.</summary>
    public abstract ulong Hash(int row);

    /// <summary>The members; where they must be read they come to stand in <paramref name="buffer"/>, which grows as needed.</summary>
    public abstract ReadOnlySpan<ulong> Read(int row, ref ulong[] buffer);

    /// <summary>Calls <paramref name="work"/> for every set that has members, in any order, on several threads.</summary>
    public abstract void Each(RunContext run, Worker work);

    /// <summary>Takes one set.</summary>
    public delegate void Worker(int row, ReadOnlySpan<ulong> members);

    /// <summary>Sets that are in memory.</summary>
    public static HashSets Of(IReadOnlyList<ulong[]> sets) => new InMemory(sets);

    /// <summary>The hash over the members of a set.</summary>
    public static ulong HashOf(ReadOnlySpan<ulong> members)
    {
        // Four chains of one multiplication each: members are hashes already.
        ulong a = (ulong)members.Length, b = a, c = a, d = a;
        for (; members.Length >= 4; members = members[4..])
        {
            a = (a ^ members[0]) * 0x9E3779B185EBCA87;
            b = (b ^ members[1]) * 0xC2B2AE3D27D4EB4F;
            c = (c ^ members[2]) * 0x165667B19E3779F9;
            d = (d ^ members[3]) * 0x27D4EB2F165667C5;
        }

        var hash = StableHash.Combine(StableHash.Combine(a, b), StableHash.Combine(c, d));
        foreach (var member in members) hash = StableHash.Combine(hash, member);
        return hash;
    }

    private sealed class InMemory(IReadOnlyList<ulong[]> sets) : HashSets
    {
        public override int Count => sets.Count;

        public override int Length(int row) => sets[row].Length;

        public override ulong Hash(int row) => HashOf(sets[row]);

        public override ReadOnlySpan<ulong> Read(int row, ref ulong[] buffer) => sets[row];

        public override void Each(RunContext run, Worker work) => Chunks.Run(sets.Count, run, (from, to) =>
        {
            for (var row = from; row < to; row++)
                if (sets[row].Length > 0) work(row, sets[row]);
            return 0;
        });
    }
}
