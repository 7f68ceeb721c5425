using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>Sets of word n-grams as stable hashes: what Jaccard similarity is computed on.</summary>
internal static class Shingles
{
    /// <summary>Sorted distinct hashes of all runs of <paramref name="n"/> folded words. A text of fewer words gives one shingle of all of
    /// them, so that equal short texts still meet; a text without words gives none.</summary>
    public static ulong[] Of(ReadOnlySpan<char> text, int n)
    {
        var into = new List<ulong>(text.Length / 5);
        Add(text, n, 0, into);
        return Set(into);
    }

    /// <summary>Adds the shingles of one text to a list; texts with another salt share none.</summary>
    public static void Add(ReadOnlySpan<char> text, int n, ulong salt, List<ulong> into)
    {
        var words = new List<ulong>(text.Length / 5);
        WordHashes.Add(text, words);
        Add(CollectionsMarshal.AsSpan(words), n, salt, into);
    }

    /// <summary>Adds the shingles of a text's words to a list.</summary>
    public static void Add(ReadOnlySpan<ulong> words, int n, ulong salt, List<ulong> into)
    {
        if (words.IsEmpty) return;
        var from = 0;
        var count = Math.Max(1, words.Length - n + 1);
        var before = into.Count;
        CollectionsMarshal.SetCount(into, before + count);
        var made = CollectionsMarshal.AsSpan(into)[before..];
        if (Vector512.IsHardwareAccelerated)
        {
            for (; from + Vector512<ulong>.Count <= count && n <= words.Length; from += Vector512<ulong>.Count)
            {
                var hashes = Vector512.Create(salt);
                for (var i = 0; i < n; i++) hashes = StableHash.Combine(hashes, Vector512.Create(words[(from + i)..]));
                hashes.CopyTo(made[from..]);
            }
        }

        for (; from < count; from++)
        {
            var hash = salt;
            foreach (var word in words.Slice(from, Math.Min(n, words.Length - from))) hash = StableHash.Combine(hash, word);
            made[from] = hash;
        }
    }

    /// <summary>Sorts and drops repeats.</summary>
    public static ulong[] Set(List<ulong> hashes) => [.. Distinct(hashes)];

    /// <summary>Sorts and drops repeats where they are.</summary>
    public static ReadOnlySpan<ulong> Distinct(List<ulong> hashes)
    {
        var all = CollectionsMarshal.AsSpan(hashes);
        return all[..HashSort.Distinct(all)];
    }

    /// <summary>Common members that two sets of these sizes need: with c of them the ratio is c / (|A| + |B| − c).</summary>
    public static int Needed(int a, int b, double atLeast) => (int)Math.Ceiling((atLeast / (1 + atLeast) * (a + b)) - 1e-6);

    /// <summary>|A ∩ B| / |A ∪ B| of two sorted sets, rounded to 6 digits; −1 as soon as it is clear that <paramref name="atLeast"/> is not reached.
    /// Two empty sets are not similar: nothing is known about them.</summary>
    public static double Jaccard(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, double atLeast)
    {
        if (a.Length == 0 || b.Length == 0) return -1;
        var needed = Needed(a.Length, b.Length, atLeast);
        if (Math.Min(a.Length, b.Length) < needed) return -1;
        int i = 0, j = 0, common = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                common++;
                i++;
                j++;
                continue;
            }

            if (a[i] < b[j]) i++;
            else j++;
            if (common + Math.Min(a.Length - i, b.Length - j) < needed) return -1;
        }

        // Rounding must not make two different sets equal.
        var union = a.Length + b.Length - common;
        var ratio = common == union ? 1 : Math.Min(Math.Round((double)common / union, 6), 0.999999);
        return ratio >= atLeast ? ratio : -1;
    }
}
