using System.Globalization;
using System.Numerics.Tensors;
using NotebookKit.Embeddings;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Learns the rows of the stretches of characters: their mean over a word, damaged or without a row of its own, is to be the teacher's vector of the word that was meant. By
/// normalized least mean squares (Widrow and Hoff 1960).</summary>
internal sealed class EmbedderGrams
{
    private const int Epochs = 20, Samples = 300_000, Tries = 8;
    private const double Damage = 0.15, FirstRate = 0.3, LastRate = 0.02;

    /// <summary>Usual words come more often, but less so than in texts; and the share of words without a row.</summary>
    private const double Power = 0.5, OthersShare = 0.3;

    private readonly int buckets;
    private readonly float[] rows;

    /// <param name="buckets">How many rows there are.</param>
    public EmbedderGrams(int buckets) => (this.buckets, rows) = (buckets, new float[buckets * BuiltInTable.Dimensions]);

    /// <summary>The row of a bucket.</summary>
    public ReadOnlySpan<float> Row(int bucket) => rows.AsSpan(bucket * BuiltInTable.Dimensions, BuiltInTable.Dimensions);

    /// <summary>The mean of a word's stretches.</summary>
    public float[] Guess(string word)
    {
        var guess = new float[BuiltInTable.Dimensions];
        Span<int> stretches = stackalloc int[CharacterGrams.Most];
        var count = CharacterGrams.Of(word, buckets, stretches);
        foreach (var bucket in stretches[..count]) TensorPrimitives.Add(guess, Row(bucket), guess);
        if (count > 0) TensorPrimitives.Divide(guess, count, guess);
        return guess;
    }

    /// <summary>Learns; says after each epoch how large the squared error is, as a share of the squared targets.</summary>
    public IEnumerable<double> Learn(EmbedderWords words, EmbedderTeacher teacher)
    {
        var known = words.Words.Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        var learned = words.Words.Where(w => w.Word.Length >= 3 && w.Word.All(char.IsAsciiLetterLower)).Select(w => (w.Word, Weight: Math.Pow(w.Share, Power), IsKnown: true)).ToList();
        var others = words.Others.Select(w => (w.Word, Weight: Math.Pow(w.Share, Power), IsKnown: false)).ToList();
        var share = OthersShare * learned.Sum(l => l.Weight) / others.Sum(o => o.Weight);
        learned.AddRange(others.Select(o => (o.Word, o.Weight * share, o.IsKnown)));
        var targets = learned.Select(l => teacher.Of(l.Word)).ToArray();
        var sums = new double[learned.Count];
        for (var i = 0; i < sums.Length; i++) sums[i] = (i > 0 ? sums[i - 1] : 0) + learned[i].Weight;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var rate = (float)(FirstRate * Math.Pow(LastRate / FirstRate, epoch / (Epochs - 1.0)));
            double error = 0, size = 0;
            for (var sample = 0; sample < Samples; sample++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{epoch} {sample}");
                var at = Array.BinarySearch(sums, KeyedRandom.Unit(5, "sample", id) * sums[^1]);
                at = Math.Min(at < 0 ? ~at : at, sums.Length - 1);
                var word = learned[at].IsKnown ? Damaged(learned[at].Word, known, id) : learned[at].Word;
                if (word is null) continue;
                error += Step(word, targets[at], rate);
                size += TensorPrimitives.SumOfSquares<float>(targets[at]);
            }

            yield return error / size;
        }
    }

    /// <summary>The word with slips, as one that is not known; null where it stays one that is.</summary>
    private static string? Damaged(string word, HashSet<string> known, string id)
    {
        for (ulong t = 0; t < Tries; t++)
            if (CharacterDamage.Of(word, Damage, 31 + t, id) is { Length: > 0 } damaged && !known.Contains(damaged)) return damaged;
        return null;
    }

    private double Step(string word, float[] target, float rate)
    {
        Span<int> stretches = stackalloc int[CharacterGrams.Most];
        var missing = Guess(word);
        TensorPrimitives.Subtract(target, missing, missing);
        foreach (var bucket in stretches[..CharacterGrams.Of(word, buckets, stretches)])
        {
            var row = rows.AsSpan(bucket * BuiltInTable.Dimensions, BuiltInTable.Dimensions);
            TensorPrimitives.MultiplyAdd(missing, rate, row, row);
        }

        return TensorPrimitives.SumOfSquares<float>(missing);
    }
}
