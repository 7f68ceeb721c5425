using System.Buffers;
using System.Numerics;

namespace NotebookKit.Text;

/// <summary>Sorts hashes faster than a general sort: their leading bits say where they belong.</summary>
internal static class HashSort
{
    /// <summary>Below it a general sort is as fast.</summary>
    private const int Few = 48;

    private const int MostBits = 12, Crowd = 24, Digit = 11;

    /// <summary>Sorts in place and moves the distinct hashes to the front; returns how many there are.</summary>
    public static int Distinct(Span<ulong> hashes)
    {
        if (hashes.IsEmpty) return 0;
        Sort(hashes);
        var distinct = 1;
        for (var i = 1; i < hashes.Length; i++)
            if (hashes[i] != hashes[distinct - 1]) hashes[distinct++] = hashes[i];
        return distinct;
    }

    /// <summary>Sorts evenly spread hashes in place.</summary>
    public static void Sort(Span<ulong> hashes)
    {
        if (hashes.Length < Few)
        {
            hashes.Sort();
            return;
        }

        var bits = Math.Min(MostBits, BitOperations.Log2((uint)hashes.Length));
        var (shift, buckets) = (64 - bits, 1 << bits);
        var ends = ArrayPool<int>.Shared.Rent(buckets + 1);
        var sorted = ArrayPool<ulong>.Shared.Rent(hashes.Length);
        Array.Clear(ends, 0, buckets + 1);
        foreach (var hash in hashes) ends[(int)(hash >> shift) + 1]++;
        for (var b = 0; b < buckets; b++) ends[b + 1] += ends[b];
        // From here on ends[b] is where the next hash of bucket b goes, and at last where the bucket ends.
        foreach (var hash in hashes) sorted[ends[(int)(hash >> shift)]++] = hash;
        for (int b = 0, from = 0; b < buckets; from = ends[b++])
            if (ends[b] - from > Crowd) sorted.AsSpan(from, ends[b] - from).Sort();
        sorted.AsSpan(0, hashes.Length).CopyTo(hashes);
        ArrayPool<ulong>.Shared.Return(sorted);
        ArrayPool<int>.Shared.Return(ends);
        for (var i = 1; i < hashes.Length; i++)
        {
            var (hash, j) = (hashes[i], i);
            for (; j > 0 && hashes[j - 1] > hash; j--) hashes[j] = hashes[j - 1];
            hashes[j] = hash;
        }
    }

    /// <summary>Sorts by the upper 32 bits alone; equal ones keep their order. The result may come to stand in <paramref name="spare"/>, which is as long.</summary>
    public static ulong[] ByUpperHalf(ulong[] items, ulong[] spare, int count)
    {
        Span<int> starts = stackalloc int[1 << Digit];
        for (var shift = 32; shift < 64; shift += Digit)
        {
            starts.Clear();
            for (var i = 0; i < count; i++) starts[(int)(items[i] >> shift) & ((1 << Digit) - 1)]++;
            var sum = 0;
            foreach (ref var start in starts) (start, sum) = (sum, sum + start);
            for (var i = 0; i < count; i++) spare[starts[(int)(items[i] >> shift) & ((1 << Digit) - 1)]++] = items[i];
            (items, spare) = (spare, items);
        }

        return items;
    }
}
