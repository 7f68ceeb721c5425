using System.Runtime.InteropServices;

namespace NotebookKit.Text;

/// <summary>Hashes of all runs of n words, each from the one before in two multiplications, whatever n is: Σ wᵢ·Bⁿ⁻¹⁻ⁱ modulo 2⁶⁴ over the words' own hashes
/// (Karp and Rabin 1987). As words are hashed by 64 bits, two unlike runs share one with a probability of 2⁻⁶⁴.</summary>
internal static class RunHashes
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>Adds the hash of each run, in order; none where there are fewer words.</summary>
    public static void Add(ReadOnlySpan<ulong> words, int n, List<ulong> into)
    {
        if (words.Length < n) return;
        var before = into.Count;
        CollectionsMarshal.SetCount(into, before + words.Length - n + 1);
        var made = CollectionsMarshal.AsSpan(into)[before..];
        var (hash, power) = (0UL, 1UL);
        for (var i = 0; i < n; i++)
        {
            hash = (hash * Base) + words[i];
            power *= Base;
        }

        made[0] = hash;
        for (var i = n; i < words.Length; i++)
        {
            hash = (hash * Base) + words[i] - (words[i - n] * power);
            made[i - n + 1] = hash;
        }
    }

    /// <summary>The hash of a whole text, which is that of no run.</summary>
    public static ulong Whole(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words) hash = (hash * Base) + word;
        return StableHash.Combine(hash, ~(ulong)words.Length);
    }
}
