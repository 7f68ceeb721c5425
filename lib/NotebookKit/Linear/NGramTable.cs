using System.Numerics;
using NotebookKit.Text;

namespace NotebookKit.Linear;

/// <summary>The n-grams that a model knows, numbered by their hashes, each with its weight: idf = ln((1 + n) ÷ (1 + df)) + 1. A row is (1 + ln count) × idf, words and characters scaled
/// each to their share, together to the length 1 (L2). What the table lacks is part of the length, so that a text of unknown words has small values.</summary>
internal sealed class NGramTable
{
    private readonly ulong[] hashes;
    private readonly float[] weights;
    private readonly int[] starts;
    private readonly int shift;
    private readonly float unknown;
    private readonly double wordShare;

    private NGramTable(ulong[] hashes, float[] weights, float unknown, double wordShare)
    {
        (this.hashes, this.weights, this.unknown, this.wordShare) = (hashes, weights, unknown, wordShare);
        // Hashes are spread evenly, so that their leading bits say nearly where they stand.
        var bits = BitOperations.Log2((uint)hashes.Length | 1) + 1;
        shift = 64 - bits;
        starts = new int[(1 << bits) + 1];
        foreach (var hash in hashes) starts[(hash >> shift) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
    }

    /// <summary>How many n-grams there are.</summary>
    public int Count => hashes.Length;

    /// <summary>Counts the n-grams of some texts. Those of fewer texts than <see cref="LinearOptions.MinTexts"/> are left out, and above <see cref="LinearOptions.MaxTerms"/> the rarest.</summary>
    public static NGramTable Of(IReadOnlyList<FeatureBag> bags, LinearOptions options, RunContext run)
    {
        var parts = Frequencies(bags, run);
        var least = options.MinTexts;
        var kept = parts.Sum(p => p.Count(f => f.Texts >= least));
        if (kept > options.MaxTerms)
        {
            // Ties of the last frequency are cut by hash, which is the same choice on every machine.
            var frequencies = parts.SelectMany(p => p.Select(f => f.Texts)).Where(t => t >= least).OrderDescending().Take(options.MaxTerms + 1).ToArray();
            var last = frequencies[options.MaxTerms - 1];
            var room = frequencies.Take(options.MaxTerms).Count(f => f == last);
            parts = [.. parts.Select(p => p.Where(f => f.Texts > last || (f.Texts == last && room-- > 0)).ToArray())];
        }

        var all = parts.SelectMany(p => p.Where(f => f.Texts >= least)).ToArray();
        float Idf(int texts) => (float)(Math.Log((1.0 + bags.Count) / (1 + texts)) + 1);
        return new([.. all.Select(f => f.Hash)], [.. all.Select(f => Idf(f.Texts))], Idf(0), options.WordShare);
    }

    /// <summary>Number of an n-gram; −1 where the table lacks it.</summary>
    public int TermOf(ulong hash)
    {
        var bucket = (int)(hash >> shift);
        for (var i = starts[bucket]; i < starts[bucket + 1]; i++)
            if (hashes[i] == hash) return i;
        return -1;
    }

    /// <summary>Numbers and values of the known n-grams of a text, numbers rising; returns how many there are.</summary>
    /// <param name="bag">The text.</param>
    /// <param name="terms">Room for as many numbers as the text has n-grams.</param>
    /// <param name="values">As much room.</param>
    /// <param name="names">Takes the hash of each; may be empty.</param>
    public int Values(FeatureBag bag, Span<int> terms, Span<float> values, Span<ulong> names = default)
    {
        var count = 0;
        double words = 0, grams = 0;
        for (var i = 0; i < bag.Hashes.Length; i++)
        {
            var hash = bag.Hashes[i];
            var term = TermOf(hash);
            var value = (term < 0 ? unknown : weights[term]) * Often(bag.Counts[i]);
            if (NGrams.IsGram(hash)) grams += (double)value * value;
            else words += (double)value * value;
            if (term < 0) continue;
            if (!names.IsEmpty) names[count] = hash;
            (terms[count], values[count++]) = (term, value);
        }

        var wordScale = words > 0 ? (float)Math.Sqrt(wordShare / words) : 0;
        var gramScale = grams > 0 ? (float)Math.Sqrt((1 - wordShare) / grams) : 0;
        for (var i = 0; i < count; i++) values[i] *= NGrams.IsGram(hashes[terms[i]]) ? gramScale : wordScale;
        return count;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(wordShare);
        writer.Write(unknown);
        writer.Write7BitEncodedInt(hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
        {
            writer.Write(hashes[i]);
            writer.Write(weights[i]);
        }
    }

    public static NGramTable Read(BinaryReader reader)
    {
        var (wordShare, unknown) = (reader.ReadDouble(), reader.ReadSingle());
        var hashes = new ulong[reader.Read7BitEncodedInt()];
        var weights = new float[hashes.Length];
        for (var i = 0; i < hashes.Length; i++) (hashes[i], weights[i]) = (reader.ReadUInt64(), reader.ReadSingle());
        return new(hashes, weights, unknown, wordShare);
    }

    private static float Often(int count) => count == 1 ? 1 : (float)(1 + Math.Log(count));

    /// <summary>Texts of each n-gram, by hash, in parts that follow one another.</summary>
    private static (ulong Hash, int Texts)[][] Frequencies(IReadOnlyList<FeatureBag> bags, RunContext run)
    {
        const int Parts = 16;
        return [.. Chunks.Run(Parts, run, (from, _) =>
        {
            // Bags are sorted: a part of the hashes is a range of each.
            var (least, most) = ((ulong)from << 60, ((ulong)(from + 1) << 60) - 1);
            var found = new List<ulong>();
            foreach (var bag in bags)
                for (var i = Lower(bag.Hashes, least); i < bag.Hashes.Length && bag.Hashes[i] <= most; i++) found.Add(bag.Hashes[i] << 4);
            var sorted = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found);
            HashSort.Sort(sorted);
            var counts = new List<(ulong, int)>();
            for (int i = 0, j; i < sorted.Length; i = j)
            {
                for (j = i + 1; j < sorted.Length && sorted[j] == sorted[i]; j++);
                counts.Add((least | (sorted[i] >> 4), j - i));
            }

            return counts.ToArray();
        }, ranges: Parts)];
    }

    private static int Lower(ulong[] sorted, ulong value)
    {
        var at = Array.BinarySearch(sorted, value);
        return at < 0 ? ~at : at;
    }
}
