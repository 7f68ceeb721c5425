using System.Numerics;
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

    /// <summary>So many hashes stay at hand while one bucket is searched, 8 MB; sets beyond are read whenever they are compared.</summary>
    private const int MostAtHand = 1 << 20;

    private readonly List<SimilarEdge> edges = [];
    private readonly Dictionary<int, Held> atHand = [];
    private readonly Stack<Held> free = new();
    private readonly Held guest = new(), otherGuest = new();
    private Held?[] known = [];
    private int hashesAtHand;

    /// <summary>The edges of all pairs that meet in this band and met in none before.</summary>
    public List<SimilarEdge> Find()
    {
        keys.Sorted(band, sorted =>
        {
            for (int from = 0, to; from < sorted.Length; from = to)
            {
                to = BandKeys.End(sorted, from);
                if (to - from > 1) Begin(BandKeys.Rows(sorted, from, to));
            }
        });
        return edges;
    }

    private void Begin(int[] bucket)
    {
        Forget();
        Search(bucket, 0, bucket.Length >= Many ? SketchWords(bucket) : 0);
    }

    /// <summary>Compares all pairs of a bucket; an overfull one is first cut by the keys of further bands.</summary>
    private void Search(int[] bucket, int depth, int sketch)
    {
        run.Cancel.ThrowIfCancellationRequested();
        if (bucket.Length > SimilarityJoin.MaxBucket && depth < MaxSplits)
        {
            CompareWithFirst(bucket, Leaders, sketch);
            foreach (var part in keys.Cut(bucket, (band + depth + 1) % MinHash.Bands)) Search(part, depth + 1, sketch);
            return;
        }

        CompareWithFirst(bucket, SimilarityJoin.MaxBucket, sketch);
    }

    /// <summary>Compares the first rows, which are the best ones where rows come best first, with all rows behind them.</summary>
    private void CompareWithFirst(int[] bucket, int count, int sketch)
    {
        count = Math.Min(count, bucket.Length);
        if (known.Length < count) known = new Held?[count];
        Array.Clear(known, 0, count);
        if (hashesAtHand > MostAtHand) Forget();
        var (lastBoth, needed) = (-1, 0);
        for (var j = 0; j < bucket.Length; j++)
        {
            run.Cancel.ThrowIfCancellationRequested();
            Held? last = null;
            for (var i = 0; i < j && i < count; i++)
            {
                if (keys.MetEarlier(bucket[i], bucket[j], band)) continue;
                last ??= Get(bucket[j], sketch, guest);
                var one = known[i] ?? Get(bucket[i], sketch, otherGuest);
                if (one != otherGuest) known[i] = one;
                var both = one.Members.Length + last.Members.Length;
                if (both != lastBoth) (lastBoth, needed) = (both, Shingles.Needed(one.Members.Length, last.Members.Length, measureFrom));
                if (Math.Min(one.Members.Length, last.Members.Length) < needed) continue;
                if (sketch > 0 && one.Differs(last) > both - (2 * needed)) continue;
                var similarity = Shingles.Jaccard(one.Members, last.Members, measureFrom);
                if (similarity >= 0) edges.Add(new(bucket[i], bucket[j], similarity));
            }
        }
    }

    private Held Get(int row, int sketch, Held guest)
    {
        if (atHand.TryGetValue(row, out var held)) return held;
        var isGuest = hashesAtHand > MostAtHand;
        held = isGuest ? guest : free.TryPop(out var old) ? old : new();
        held.Load(sets, row, sketch);
        if (isGuest) return held;
        atHand.Add(row, held);
        hashesAtHand += held.Members.Length + sketch;
        return held;
    }

    private void Forget()
    {
        foreach (var held in atHand.Values)
            if (held.Members.Length < MostAtHand / 1000) free.Push(held);
        atHand.Clear();
        hashesAtHand = 0;
    }

    /// <summary>Words of a sketch with about fifty bits a member, so that few members share one.</summary>
    private int SketchWords(int[] bucket)
    {
        var most = 0;
        for (var i = 0; i < bucket.Length && i < Leaders; i++) most = Math.Max(most, sets.Length(bucket[i]));
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(most * 3 / 4, 8, 64));
    }

    /// <summary>A set at hand, with its sketch: one bit for each member.</summary>
    private sealed class Held
    {
        private ulong[] buffer = [];
        private ulong[] sketch = [];
        private int length, words;

        public ReadOnlySpan<ulong> Members => buffer.AsSpan(0, length);

        /// <summary>Bits in which two sketches differ: each stands for at least one member that one set alone has.</summary>
        public long Differs(Held other) => TensorPrimitives.HammingBitDistance<ulong>(sketch.AsSpan(0, words), other.sketch.AsSpan(0, words));

        public void Load(HashSets sets, int row, int sketchWords)
        {
            var members = sets.Read(row, ref buffer);
            (length, words) = (members.Length, sketchWords);
            if (buffer.Length < length) buffer = new ulong[length];
            members.CopyTo(buffer);
            if (sketch.Length < words) sketch = new ulong[words];
            sketch.AsSpan(0, words).Clear();
            if (words == 0) return;
            foreach (var member in Members) sketch[(int)(member >> 6) & (words - 1)] |= 1UL << (int)member;
        }
    }
}
