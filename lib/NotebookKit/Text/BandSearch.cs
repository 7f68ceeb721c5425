using System.Numerics.Tensors;

namespace NotebookKit.Text;

/// <summary>Compares the candidates of one band.</summary>
internal sealed class BandSearch(HashSets sets, BandKeys keys, int band, double measureFrom, RunContext run)
{
    /// <summary>How many further bands split a bucket before what is left is compared with its first rows only.</summary>
    private const int MaxSplits = 3;

    /// <summary>Every row of an overfull bucket is compared with so many of its first rows before the bucket is split.</summary>
    private const int Leaders = 10;

    /// <summary>From so many rows on it pays to make a sketch of each set before they are compared.</summary>
    private const int Many = 8;

    private readonly List<SimilarEdge> edges = [];
    private readonly List<Held> held = [];
    private Held last = new();

    /// <summary>The edges of all pairs that meet in this band and met in none before.</summary>
    public List<SimilarEdge> Find()
    {
        keys.Sorted(band, sorted =>
        {
            for (int from = 0, to; from < sorted.Length; from = to)
            {
                to = BandKeys.End(sorted, from);
                if (to - from > 1) Search(BandKeys.Rows(sorted, from, to), 0);
            }
        });
        return edges;
    }

    /// <summary>Compares all pairs of a bucket; an overfull one is first cut by the keys of further bands.</summary>
    private void Search(int[] bucket, int depth)
    {
        run.Cancel.ThrowIfCancellationRequested();
        if (bucket.Length > SimilarityJoin.MaxBucket && depth < MaxSplits)
        {
            CompareWithFirst(bucket, Leaders);
            foreach (var part in keys.Cut(bucket, (band + depth + 1) % MinHash.Bands)) Search(part, depth + 1);
            return;
        }

        CompareWithFirst(bucket, SimilarityJoin.MaxBucket);
    }

    /// <summary>Compares the first rows, which are the best ones where rows come best first, with all rows behind them.</summary>
    private void CompareWithFirst(int[] bucket, int count)
    {
        var bits = bucket.Length >= Many ? Bits(bucket) : 0;
        while (held.Count < Math.Min(count, bucket.Length)) held.Add(new());
        for (var i = 0; i < Math.Min(count, bucket.Length); i++) held[i].Row = -1;
        for (var j = 0; j < bucket.Length; j++)
        {
            last.Row = -1;
            for (var i = 0; i < j && i < count; i++)
            {
                if (keys.MetEarlier(bucket[i], bucket[j], band)) continue;
                if (last.Row < 0) last.Load(sets, bucket[j], bits);
                if (held[i].Row < 0) held[i].Load(sets, bucket[i], bits);
                Compare(held[i], last);
            }

            if (j < count && last.Row >= 0) (held[j], last) = (last, held[j]);
        }
    }

    private void Compare(Held one, Held other)
    {
        ReadOnlySpan<ulong> a = one.Members, b = other.Members;
        var needed = Shingles.Needed(a.Length, b.Length, measureFrom);
        if (Math.Min(a.Length, b.Length) < needed) return;
        // Each bit in which two sketches differ stands for at least one member that one set alone has.
        if (one.Sketch.Length > 0 && TensorPrimitives.HammingBitDistance<ulong>(one.Sketch, other.Sketch) > a.Length + b.Length - (2 * needed)) return;
        var similarity = Shingles.Jaccard(a, b, measureFrom);
        if (similarity >= 0) edges.Add(new(one.Row, other.Row, similarity));
    }

    /// <summary>Words of a sketch with about ten bits a member, so that few members share one.</summary>
    private int Bits(int[] bucket)
    {
        var most = 0;
        for (var i = 0; i < bucket.Length && i < Leaders; i++) most = Math.Max(most, sets.Length(bucket[i]));
        return Math.Min(64, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, most / 6)));
    }

    /// <summary>A set at hand, with its sketch: one bit for each member.</summary>
    private sealed class Held
    {
        private ulong[] buffer = [];
        private ulong[] members = [];
        private ulong[] sketch = [];
        private int length, words;

        public int Row { get; set; } = -1;

        public ReadOnlySpan<ulong> Members => members.AsSpan(0, length);

        public ReadOnlySpan<ulong> Sketch => sketch.AsSpan(0, words);

        public void Load(HashSets sets, int row, int sketchWords)
        {
            Row = row;
            var read = sets.Read(row, ref buffer);
            if (members.Length < read.Length) members = new ulong[Math.Max(read.Length, 64)];
            read.CopyTo(members);
            (length, words) = (read.Length, sketchWords);
            if (words == 0) return;
            if (sketch.Length < words) sketch = new ulong[words];
            sketch.AsSpan(0, words).Clear();
            foreach (var member in read) sketch[(int)(member >> 6) & (words - 1)] |= 1UL << (int)member;
        }
    }
}
