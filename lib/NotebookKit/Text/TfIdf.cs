using System.Runtime.InteropServices;

namespace NotebookKit.Text;

/// <summary>A text as a sparse vector of unit length over the terms of a vocabulary. The terms that the vocabulary lacks are part of the
/// length, so an alien text stays far from everything.</summary>
/// <param name="Terms">Numbers of the known terms, rising.</param>
/// <param name="Weights">Their weights.</param>
internal readonly record struct SparseVector(int[] Terms, float[] Weights);

/// <summary>Terms and their weights, from a corpus: m × idf^0.65 × (1 + ln count), scaled to length 1, where idf = ln((1 + n) ÷ (1 + df)) + 1
/// and m is 1 for words and 0.4 for trigrams. Both were chosen by measuring. Mean AUROC of the distance, one of three intents of SNIPS left out: .91 with words
/// and full idf, .95 with its root and trigrams at ½, .94 as it is; a quarter of the domains of HWU64 left out: .86, .85. Of questions from another world in the open
/// half of the planted faults, 93.9% were found with the root, 97.8% are as it is: words that nobody else uses must outweigh those of any question.</summary>
internal sealed class TfIdf
{
    private const double TrigramShare = 0.4, Power = 0.65;

    private readonly Dictionary<ulong, int> terms;
    private readonly double[] weights;
    private readonly double wordUnseen, trigramUnseen;
    private static readonly double[] CountWeights = [.. Enumerable.Range(0, 64).Select(c => 1 + Math.Log(Math.Max(c, 1)))];

    /// <summary>Counts the documents of each term. A term of one document only carries no similarity: it is not in the
    /// vocabulary, and weighs like an unseen one.</summary>
    public TfIdf(IReadOnlyList<FeatureBag> corpus)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var bag in corpus)
            foreach (var hash in bag.Hashes)
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, hash, out _)++;
        var known = frequencies.Where(f => f.Value > 1).Select(f => f.Key).Order().ToArray();
        terms = new(known.Length);
        weights = new double[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            terms.Add(known[i], i);
            weights[i] = Weight(known[i], frequencies[known[i]], corpus.Count);
        }

        wordUnseen = Weight(0, 1, corpus.Count);
        trigramUnseen = Weight(1, 1, corpus.Count);
    }

    /// <summary>How many terms the vocabulary has.</summary>
    public int Count => weights.Length;

    /// <summary>The vector of a text.</summary>
    public SparseVector Vector(FeatureBag bag)
    {
        var known = new (int Term, double Weight)[bag.Hashes.Length];
        var count = 0;
        var square = 0.0;
        for (var i = 0; i < bag.Hashes.Length; i++)
        {
            var hash = bag.Hashes[i];
            var often = CountWeights[Math.Min((int)bag.Counts[i], CountWeights.Length - 1)];
            double weight;
            // Terms are numbered in the order of their hashes, so the known ones come out rising.
            if (terms.TryGetValue(hash, out var term)) known[count++] = (term, weight = weights[term] * often);
            else weight = (TextFeatures.IsTrigram(hash) ? trigramUnseen : wordUnseen) * often;
            square += weight * weight;
        }

        var scale = square > 0 ? 1 / Math.Sqrt(square) : 0;
        var (numbers, values) = (new int[count], new float[count]);
        for (var i = 0; i < count; i++) (numbers[i], values[i]) = (known[i].Term, (float)(known[i].Weight * scale));
        return new(numbers, values);
    }

    /// <summary>Number of a feature's term; −1 where the vocabulary lacks it.</summary>
    public int TermOf(ulong feature) => terms.GetValueOrDefault(feature, -1);

    private static double Weight(ulong hash, int frequency, int corpus) =>
        Math.Pow(Math.Log((1.0 + corpus) / (1 + frequency)) + 1, Power) * (TextFeatures.IsTrigram(hash) ? TrigramShare : 1);
}
