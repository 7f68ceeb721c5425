using System.Numerics;

namespace NotebookKit.Text;

/// <summary>Finds, among sets that are known beforehand, all that are like a given one by Jaccard similarity of at least a limit; none is missed. A set of size s that is like
/// another shares at least ⌈t·s⌉ members with it, so at least one of any s − ⌈t·s⌉ + 1 of its own (the prefix filter of Bayardo, Ma and Srikant 2007): only so many, the
/// rarest, are in the index.</summary>
/// <remarks>Beside <see cref="SimilarityJoin"/>, which joins one large collection with itself: here one side is small and fixed, the other passes by row by row, and nothing is kept of it.
/// Memory: 8 bytes a member, and about 19 for each in the index.</remarks>
internal sealed class SetSearch
{
    private readonly ulong[][] sets;
    private readonly double atLeast;
    private readonly PostingTable index;

    /// <summary>Sets to look in, sorted and distinct each; empty ones are never found.</summary>
    public SetSearch(ulong[][] sets, double atLeast)
    {
        (this.sets, this.atLeast) = (sets, atLeast);
        var members = sets.Sum(s => (long)s.Length);
        // How often a member occurs is known well enough without a table of them all: it only decides which ones are looked up.
        var shift = 64 - Math.Clamp(BitOperations.Log2((ulong)members + 1) + 1, 8, 28);
        var counts = new int[1 << (64 - shift)];
        foreach (var set in sets)
            foreach (var member in set) counts[member >> shift]++;
        var pairs = sets.Sum(s => (long)Prefix(s.Length));
        var (hashes, numbers, at) = (new ulong[pairs], new int[pairs], 0);
        for (var i = 0; i < sets.Length; i++)
        {
            var rarest = (ulong[])sets[i].Clone();
            Array.Sort(Array.ConvertAll(rarest, m => ((ulong)counts[m >> shift] << 32) | (m >> 32)), rarest);
            for (var p = 0; p < Prefix(rarest.Length); p++) (hashes[at], numbers[at++]) = (rarest[p], i);
        }

        index = new(hashes, numbers);
    }

    /// <summary>Numbers of the sets that may be like one with these members, ascending: those in whose index one of them is.</summary>
    /// <param name="members">The members, in any order.</param>
    /// <param name="into">Takes the numbers.</param>
    public void Candidates(ReadOnlySpan<ulong> members, List<int> into)
    {
        foreach (var member in members)
            if (index.Find(member) is >= 0 and var place) into.AddRange(index.NumbersAt(place));
        if (into.Count < 2) return;
        into.Sort();
        var distinct = 1;
        for (var i = 1; i < into.Count; i++)
            if (into[i] != into[distinct - 1]) into[distinct++] = into[i];
        into.RemoveRange(distinct, into.Count - distinct);
    }

    /// <summary>How alike a set and a candidate are; −1 below the limit.</summary>
    /// <param name="number">Number of the candidate.</param>
    /// <param name="set">The set, sorted and distinct.</param>
    public double Jaccard(int number, ReadOnlySpan<ulong> set) => Shingles.Jaccard(sets[number], set, atLeast);

    private int Prefix(int size) => size == 0 ? 0 : size - Math.Max(1, (int)Math.Ceiling((atLeast - 1e-6) * size)) + 1;
}
