namespace NotebookKit.Text;

/// <summary>Random choices that depend on (seed, purpose, id) alone: not on the order of rows, on threads, or on other choices.</summary>
internal static class KeyedRandom
{
    /// <summary>64 random bits for an id (an example's id, or one of its copies).</summary>
    public static ulong Bits(ulong seed, string purpose, ReadOnlySpan<char> id, ulong copy = 0) =>
        StableHash.Combine(StableHash.Of(id, StableHash.Of(purpose, seed)), copy);

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public static double Unit(ulong seed, string purpose, ReadOnlySpan<char> id, ulong copy = 0) =>
        (Bits(seed, purpose, id, copy) >> 11) * (1.0 / (1UL << 53));
}
