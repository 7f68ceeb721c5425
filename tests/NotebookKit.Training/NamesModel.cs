using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Trains the name model: a conditional random field over the features that the library computes, by stochastic gradient with AdaGrad steps
/// (Duchi, Hazan, Singer 2011). Where a row leaves open what a word is, the sum over all that it may be is made likely.</summary>
internal sealed class NamesModel
{
    private const int Epochs = 8, Averaged = 4, LeastCount = 2;

    /// <summary>Share of the single features, of all features of the context, and of all features of the word itself that a word lacks in a step: else made-up sentences
    /// are told by their context alone, and a name in a new context is not seen.</summary>
    private const double Single = 0.15, Context = 0.3, Word = 0.1;

    private const float Rate = 0.12f, Decay = 4e-6f, TransitionRate = 0.02f;

    /// <summary>A feature all of whose weights are smaller is left out of the model.</summary>
    private const float LeastWeight = 0.16f;

    private readonly float[] weights = new float[(1 << NameModel.RowBits) * 8], squares = new float[(1 << NameModel.RowBits) * 8], sums = new float[(1 << NameModel.RowBits) * 8];
    private readonly float[] transitions = new float[NameModel.Gaps * 64], factors = new float[NameModel.Gaps * 64];
    private readonly ulong[] owners = new ulong[1 << NameModel.RowBits];
    private readonly FeatureKind[] kinds = new FeatureKind[1 << NameModel.RowBits];

    public static void Train()
    {
        var watch = Stopwatch.StartNew();
        var examples = new NamesExamples();
        var apart = new List<Marked>();
        var rows = 0;
        foreach (var (row, forCalibration) in TrainingRows.All())
        {
            rows++;
            if (forCalibration) apart.Add(row);
            else examples.Add(row);
        }

        Print($"{rows} texts, {examples.Words} words in {examples.Runs} runs, {apart.Count} texts for calibration, {watch.Elapsed.TotalSeconds:F0} s");
        var trainer = new NamesModel();
        var places = trainer.Choose(examples.Features);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var order = Enumerable.Range(0, examples.Runs).OrderBy(i => KeyedRandom.Bits((ulong)epoch, "epoch", i.ToString(CultureInfo.InvariantCulture))).ToArray();
            Print($"epoch {epoch + 1}: loss {trainer.Learn(examples, places, order) / examples.Runs:F4}, {watch.Elapsed.TotalSeconds:F0} s");
            if (epoch >= Epochs - Averaged) trainer.Keep();
        }

        trainer.Average();

        var (packed, steps) = trainer.Pack();
        var curves = Calibration.Of(NameModel.Of(packed, steps, Calibration.Straight()), apart);
        var bytes = NameModel.Write(packed, steps, curves);
        File.WriteAllBytes(DataFolder.Resource("NameModel.bin"), bytes);
        Print($"{packed.Count(r => r != 0)} features, {bytes.Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
    }

    /// <summary>Gives rows to the features that are most frequent among those that meet in a row; returns the row of each feature of each word, −1 for none.</summary>
    private int[] Choose(ReadOnlySpan<ulong> features)
    {
        // Sorting tells how often each is there without a dictionary of tens of millions.
        var sorted = features.ToArray();
        Array.Sort(sorted);
        var best = new int[owners.Length];
        for (var i = 0; i < sorted.Length;)
        {
            var end = i + 1;
            while (end < sorted.Length && sorted[end] == sorted[i]) end++;
            var row = NameModel.Row(sorted[i]);
            if (end - i >= LeastCount && end - i > best[row]) (best[row], owners[row]) = (end - i, sorted[i]);
            i = end;
        }

        var places = new int[features.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var row = NameModel.Row(features[i]);
            places[i] = owners[row] == features[i] ? row : -1;
            if (places[i] >= 0) kinds[row] = NameFeatures.KindOf(i % NameFeatures.Count);
        }

        Print($"{best.Count(b => b > 0)} features in {owners.Length} rows");
        return places;
    }

    private double Learn(NamesExamples examples, int[] places, int[] order)
    {
        double loss = 0;
        var (free, bound) = (new NamesChain(), new NamesChain());
        var scores = new float[NameRuns.MaxRun * 8];
        var pairs = new double[NameModel.Gaps * 64];
        var left = new int[NameRuns.MaxRun * NameFeatures.Count];
        var draw = (ulong)(order[0] + 1) * 0x9E3779B97F4A7C15;
        double Draw()
        {
            draw ^= draw << 13;
            draw ^= draw >> 7;
            draw ^= draw << 17;
            return (draw >> 11) * (1.0 / (1UL << 53));
        }

        foreach (var run in order)
        {
            var (start, end) = examples.Run(run);
            for (var i = 0; i < end - start; i++)
            {
                var chance = Draw();
                var (context, word) = (chance < Context, chance >= Context && chance < Context + Word);
                for (var f = 0; f < NameFeatures.Count; f++)
                {
                    var at = (i * NameFeatures.Count) + f;
                    var kind = NameFeatures.KindOf(f);
                    left[at] = (context && kind == FeatureKind.Context) || (word && kind == FeatureKind.Word) || Draw() < Single ? -1 : places[(start * NameFeatures.Count) + at];
                }
            }

            var gaps = examples.Gaps(run);
            for (var i = start; i < end; i++)
            {
                var sum = Vector256<float>.Zero;
                foreach (var row in left.AsSpan((i - start) * NameFeatures.Count, NameFeatures.Count))
                    if (row >= 0) sum += Vector256.LoadUnsafe(ref weights[row * 8]);
                sum.CopyTo(scores, (i - start) * 8);
            }

            for (var i = 0; i < factors.Length; i++) factors[i] = NameModel.IsAllowed(i / 64, i / 8 % 8, i % 8) ? MathF.Exp(transitions[i]) : 0;
            Array.Clear(pairs);
            free.Run(scores, factors, gaps, [], pairs, 1, out var all);
            bound.Run(scores, factors, gaps, examples.Allowed(run), pairs, -1, out var right);
            loss += all - right;
            for (var i = start; i < end; i++) Step(left.AsSpan((i - start) * NameFeatures.Count, NameFeatures.Count), free.Single.AsSpan((i - start) * 8, 8), bound.Single.AsSpan((i - start) * 8, 8));
            for (var i = 0; i < pairs.Length; i++) if (pairs[i] != 0) transitions[i] -= TransitionRate * (float)pairs[i];
        }

        return loss;
    }

    private void Step(ReadOnlySpan<int> rows, ReadOnlySpan<double> free, ReadOnlySpan<double> bound)
    {
        Span<float> difference = stackalloc float[8];
        for (var t = 0; t < NameModel.Tags; t++) difference[t] = (float)(free[t] - bound[t]);
        difference[7] = 0;
        var gradient = Vector256.Create<float>(difference);
        if (Vector256.LessThanAll(Vector256.Abs(gradient), Vector256.Create(1e-4f))) return;
        foreach (var row in rows)
        {
            if (row < 0) continue;
            var square = Vector256.LoadUnsafe(ref squares[row * 8]) + (gradient * gradient);
            square.StoreUnsafe(ref squares[row * 8]);
            var weight = Vector256.LoadUnsafe(ref weights[row * 8]);
            (weight - (Rate * gradient / Vector256.Sqrt(square + Vector256.Create(1e-6f))) - (Decay * weight)).StoreUnsafe(ref weights[row * 8]);
        }
    }

    /// <summary>Adds the weights to the sum of the last rounds: their mean is steadier than the last of them.</summary>
    private void Keep()
    {
        for (var i = 0; i < weights.Length; i++) sums[i] += weights[i];
    }

    private void Average()
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = sums[i] / Averaged;
    }

    private (ulong[] Rows, sbyte[] Transitions) Pack()
    {
        var packed = new ulong[owners.Length];
        for (var row = 0; row < packed.Length; row++)
        {
            var own = weights.AsSpan(row * 8, NameModel.Tags);
            // What is common to all tags tells nothing: the middle of the weights is put at nought.
            var middle = (own.ToArray().Max() + own.ToArray().Min()) / 2;
            var largest = own.ToArray().Max(w => MathF.Abs(w - middle));
            if (owners[row] == 0 || largest < LeastWeight) continue;
            var kept = (float)((1 - Single) * (kinds[row] switch { FeatureKind.Context => 1 - Context, FeatureKind.Word => 1 - Word, _ => 1 }));
            for (var tag = 0; tag < NameModel.Tags; tag++) packed[row] |= (ulong)(byte)Step(own[tag] * kept) << (8 * tag);
            packed[row] |= (ulong)NameModel.Print(owners[row]) << 56;
        }

        return (packed, [.. transitions.Select(t => Step(t))]);
    }

    private static sbyte Step(float weight) => (sbyte)Math.Clamp(MathF.Round(weight * NameModel.Scale), -127, 127);

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
