using System.Numerics;

namespace NotebookKit.Text;

/// <summary>Which numbers belong to a hash: built once, asked very often, and nearly always for hashes that it does not have. Such a question costs one bit.</summary>
/// <remarks>Memory: about 19 bytes for each pair of a hash and a number (8 the hash, 4 the number, 4 where its list begins, 2 to 4 bits and bucket); while it is built, as much again.</remarks>
internal sealed class PostingTable
{
    private const int BitsPerHash = 16, HashesPerBucket = 4;

    private readonly ulong[] hashes;
    private readonly int[] starts;
    private readonly int[] numbers;
    private readonly int[] buckets;
    private readonly ulong[] bits;
    private readonly int bucketShift, bitShift;

    /// <summary>A table of pairs; the arrays are used up.</summary>
    public PostingTable(ulong[] hashes, int[] numbers)
    {
        Array.Sort(hashes, numbers);
        var (distinct, pairs) = (0, 0);
        starts = new int[CountDistinct(hashes) + 1];
        for (int from = 0, to; from < hashes.Length; from = to)
        {
            for (to = from + 1; to < hashes.Length && hashes[to] == hashes[from];) to++;
            Array.Sort(numbers, from, to - from);
            (hashes[distinct], starts[distinct]) = (hashes[from], pairs);
            distinct++;
            for (var i = from; i < to; i++)
                if (i == from || numbers[i] != numbers[i - 1]) numbers[pairs++] = numbers[i];
        }

        starts[distinct] = pairs;
        Array.Resize(ref hashes, distinct);
        Array.Resize(ref numbers, pairs);
        (this.hashes, this.numbers) = (hashes, numbers);
        var bucketBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, distinct / HashesPerBucket)), 1, 28);
        bucketShift = 64 - bucketBits;
        buckets = new int[(1 << bucketBits) + 1];
        var mapBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, distinct)) + BitOperations.Log2(BitsPerHash), 8, 34);
        bitShift = 64 - mapBits;
        bits = new ulong[1 << (mapBits - 6)];
        foreach (var hash in hashes)
        {
            buckets[(int)(hash >> bucketShift) + 1]++;
            bits[hash >> (bitShift + 6)] |= 1UL << (int)(hash >> bitShift);
        }

        for (var b = 1; b < buckets.Length; b++) buckets[b] += buckets[b - 1];
    }

    /// <summary>How many hashes it has.</summary>
    public int Count => hashes.Length;

    /// <summary>The place of a hash; −1 where it is not there.</summary>
    public int Find(ulong hash)
    {
        if ((bits[hash >> (bitShift + 6)] >> (int)(hash >> bitShift) & 1) == 0) return -1;
        var bucket = (int)(hash >> bucketShift);
        for (var i = buckets[bucket]; i < buckets[bucket + 1]; i++)
            if (hashes[i] == hash) return i;
        return -1;
    }

    /// <summary>The hash at a place.</summary>
    public ulong HashAt(int place) => hashes[place];

    /// <summary>The numbers of the hash at a place, ascending.</summary>
    public ReadOnlySpan<int> NumbersAt(int place) => numbers.AsSpan(starts[place], starts[place + 1] - starts[place]);

    private static int CountDistinct(ulong[] sorted)
    {
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) distinct++;
        return distinct;
    }
}
