using System.Collections.Concurrent;
using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>Finds pairs of vectors that meet in a band of random signs; each is measured. Nearly all pairs from the limit on meet: <see cref="SignBands.Recall"/>.</summary>
/// <param name="vectors">The vectors, the best rows first.</param>
/// <param name="from">Least cosine.</param>
/// <param name="run">Threads.</param>
/// <param name="frozen">Null to find all pairs; else the others are compared with so many of the first vectors only, and these with nothing.</param>
internal sealed class BandedCosines(ByteVectors vectors, double from, RunContext run, int? frozen = null)
{
    /// <summary>In an overfull bucket each row is compared with so many of the best ones.</summary>
    private const int MostCompared = 1000;

    private readonly SignBands bands = new(vectors, Math.Acos(from), run);
    private readonly ConcurrentBag<(ulong[] Entries, ulong[] Spare)> rooms = [];

    /// <summary>Adds the pairs.</summary>
    public void AddTo(NearestEdges edges)
    {
        // As many bands at a time as there are threads, so that few pairs wait to be thinned.
        for (var band = 0; band < bands.Bands; band += run.Threads)
        {
            var (first, count) = (band, Math.Min(run.Threads, bands.Bands - band));
            foreach (var bucket in Chunks.Run(count, run, (at, _) => Search(first + at), ranges: count)) edges.Add(bucket.Edges, bucket.Crowded);
        }
    }

    private Buckets Search(int band)
    {
        if (!rooms.TryTake(out var room)) room = (new ulong[vectors.Count], new ulong[vectors.Count]);
        var sorted = bands.Sorted(band, room);
        var buckets = new Buckets(vectors, bands, from, frozen);
        for (int start = 0, end; start < vectors.Count; start = end)
        {
            for (end = start + 1; end < vectors.Count && sorted[end] >> 32 == sorted[start] >> 32;) end++;
            if (end == start + 1) continue;
            run.Cancel.ThrowIfCancellationRequested();
            buckets.Compare(sorted.AsSpan(start, end - start));
        }

        rooms.Add(room);
        return buckets;
    }

    /// <summary>Compares the rows of one bucket after the other.</summary>
    private sealed class Buckets(ByteVectors vectors, SignBands bands, double from, int? frozen)
    {
        private readonly short[] query = new short[vectors.Stride];
        // The first bits of the rows to compare with stand together: most pairs end there.
        private readonly Head[] heads = new Head[MostCompared];

        public List<SimilarEdge> Edges { get; } = [];

        public List<int> Crowded { get; } = [];

        /// <summary>Compares all pairs of a bucket, whose rows ascend.</summary>
        public void Compare(ReadOnlySpan<ulong> bucket)
        {
            // Only rows before this place are compared with others.
            var first = bucket.Length;
            if (frozen is { } end)
                for (first = 0; first < bucket.Length && (int)(uint)bucket[first] < end;) first++;
            if (first == 0 || (frozen is not null && first == bucket.Length)) return;
            if (first > MostCompared)
                foreach (var entry in bucket[(frozen is null ? 0 : first)..]) Crowded.Add((int)(uint)entry);
            for (var j = 0; j < bucket.Length; j++)
            {
                var row = (int)(uint)bucket[j];
                var own = bands[row];
                var head = new Head(own[0], own[1], own[2], own[3]);
                var (start, isWide) = (Edges.Count, false);
                var before = heads.AsSpan(0, frozen is not null && j < first ? 0 : Math.Min(Math.Min(j, first), MostCompared));
                for (var i = 0; i < before.Length; i++)
                {
                    if (head.Difference(in before[i]) > bands.MostDifferentInHead) continue;
                    var best = (int)(uint)bucket[i];
                    if (Difference(own, bands[best]) > bands.MostDifferent) continue;
                    if (!isWide) vectors.Widen(row, query);
                    isWide = true;
                    if (vectors.Told(query, vectors.Norm(row), best) is var cosine && cosine >= from) Edges.Add(new(best, row, cosine));
                }

                if (NearestEdges.Thin(Edges, start)) Crowded.Add(row);
                if (j < MostCompared) heads[j] = head;
            }
        }

        private readonly record struct Head(ulong A, ulong B, ulong C, ulong D)
        {
            public int Difference(in Head other) => BitOperations.PopCount(A ^ other.A) + BitOperations.PopCount(B ^ other.B) + BitOperations.PopCount(C ^ other.C) + BitOperations.PopCount(D ^ other.D);
        }

        private static int Difference(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
        {
            var count = 0;
            for (var w = 0; w < one.Length; w++) count += BitOperations.PopCount(one[w] ^ other[w]);
            return count;
        }
    }
}
