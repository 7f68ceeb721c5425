using System.Runtime.Intrinsics;

namespace NotebookKit.Linear;

/// <summary>The weights of all classes, in blocks, and how sure they are.</summary>
internal sealed class LinearModel
{
    /// <summary>The steps of the scale: 1.05^−20 to 1.05^100, from 0.4 to 130.</summary>
    private const int LeastStep = -20, MostStep = 100;

    private readonly ClassBlock[] blocks;

    private LinearModel(ClassBlock[] blocks, float scale) => (this.blocks, Scale) = (blocks, scale);

    /// <summary>Room that logits need.</summary>
    public int Room => blocks.Length * ClassBlock.Width;

    /// <summary>Trains a model on each choice of rows. Blocks of classes are trained side by side.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="labels">Class of each.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="choices">The rows of each model.</param>
    /// <param name="held">Places in each choice that tell how sure the model may be; all empty for the scale 1.</param>
    /// <param name="terms">N-grams of the table.</param>
    /// <param name="options">How.</param>
    /// <param name="run">Threads and cancelling.</param>
    public static LinearModel[] Train(TextRows rows, int[] labels, int classes, int[][] choices, int[][] held, int terms, LinearOptions options, RunContext run)
    {
        return Train(rows, labels, classes, choices, held, [], terms, options, run).Models;
    }

    /// <summary>The same, and the logits of further sets of places in the first choice by models that leave them out: set, number in the set.</summary>
    public static (LinearModel[] Models, float[][][] LeftOut) Train(TextRows rows, int[] labels, int classes, int[][] choices, int[][] held, int[][] leftOut, int terms, LinearOptions options, RunContext run)
    {
        var perModel = (classes + ClassBlock.Width - 1) / ClassBlock.Width;
        float[][][] unseen = [.. held.Select(h => h.Select(_ => new float[perModel * ClassBlock.Width]).ToArray())];
        float[][][] others = [.. leftOut.Select(set => set.Select(_ => new float[perModel * ClassBlock.Width]).ToArray())];
        var blocks = Chunks.Run(choices.Length * perModel, run, (job, _) =>
        {
            var (model, first) = (job / perModel, job % perModel * ClassBlock.Width);
            return ClassBlock.Train(rows, choices[model], row => labels[row] - first, terms, options, model == 0 ? [held[model], .. leftOut] : [held[model]], (set, at, logits) => logits.CopyTo((set == 0 ? unseen[model] : others[set - 1])[at].AsSpan(first)), run.Cancel);
        }, ranges: choices.Length * perModel);
        return ([.. choices.Select((choice, m) => new LinearModel([.. Enumerable.Range(m * perModel, perModel).Select(b => blocks[b])],
            TellsScale(held[m], at => labels[choice[at]]) ? ScaleOf(unseen[m], [.. held[m].Select(at => labels[choice[at]])], classes, run) : 1))], others);
    }

    /// <summary>Rows of one label alone would be told best by a model that never doubts, and all its probabilities would be 0 or 1.</summary>
    private static bool TellsScale(int[] held, Func<int, int> label) => held.Length > 0 && held.Any(at => label(at) != label(held[0]));

    /// <summary>The logits of a row.</summary>
    public void Logits(ReadOnlySpan<int> terms, ReadOnlySpan<float> values, Span<float> logits)
    {
        logits[..Room].Clear();
        for (var b = 0; b < blocks.Length; b++) blocks[b].Add(terms, values, logits.Slice(b * ClassBlock.Width, ClassBlock.Width));
    }

    /// <summary>What an n-gram adds to the logit of a class.</summary>
    public float Weight(int term, int label) => blocks[label / ClassBlock.Width].Of(term)[label % ClassBlock.Width];

    /// <summary>What logits are multiplied with before they become probabilities.</summary>
    public float Scale { get; }

    /// <summary>Turns logits into probabilities, in place.</summary>
    public static void ToProbabilities(Span<float> logits, float scale)
    {
        Exponentials(logits, scale);
        var sum = 0f;
        foreach (var value in logits) sum += value;
        foreach (ref var value in logits) value /= sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        foreach (var block in blocks) block.Write(writer);
    }

    public static LinearModel Read(BinaryReader reader, int classes, int terms)
    {
        var scale = reader.ReadSingle();
        return new([.. Enumerable.Range(0, (classes + ClassBlock.Width - 1) / ClassBlock.Width).Select(_ => ClassBlock.Read(reader, terms))], scale);
    }

    /// <summary>The scale under which the labels of unseen rows are likeliest: one number for all classes (temperature scaling: Guo and others, On Calibration of Modern Neural Networks, 2017).
    /// The loss has one valley, so that halving the range finds its floor.</summary>
    public static float ScaleOf(float[][] logits, int[] labels, int classes, RunContext run)
    {
        var (least, most) = (LeastStep, MostStep);
        while (least < most)
        {
            var middle = (least + most) >> 1;
            if (Loss(logits, labels, classes, StepScale(middle), run) <= Loss(logits, labels, classes, StepScale(middle + 1), run)) most = middle;
            else least = middle + 1;
        }

        return StepScale(least);
    }

    private static float StepScale(int step) => (float)Math.Pow(1.05, step);

    private static double Loss(float[][] logits, int[] labels, int classes, float scale, RunContext run) => Chunks.Run(logits.Length, run, (from, to) =>
    {
        var loss = 0.0;
        var row = new float[classes];
        for (var i = from; i < to; i++)
        {
            logits[i].AsSpan(0, classes).CopyTo(row);
            Exponentials(row, scale);
            var sum = 0.0;
            foreach (var value in row) sum += value;
            loss -= Math.Log(Math.Max(row[labels[i]], 1e-30f) / sum);
        }

        return loss;
    }).Sum();

    /// <summary>e^(scale × (x − largest)).</summary>
    private static void Exponentials(Span<float> logits, float scale)
    {
        var largest = float.NegativeInfinity;
        foreach (var logit in logits) largest = Math.Max(largest, logit);
        Span<float> eight = stackalloc float[Vector256<float>.Count];
        for (var at = 0; at < logits.Length; at += eight.Length)
        {
            var part = logits[at..Math.Min(at + eight.Length, logits.Length)];
            for (var i = 0; i < part.Length; i++) eight[i] = scale * (part[i] - largest);
            Sigmoids.Exp(Vector256.Create<float>(eight)).CopyTo(eight);
            eight[..part.Length].CopyTo(part);
        }
    }
}
