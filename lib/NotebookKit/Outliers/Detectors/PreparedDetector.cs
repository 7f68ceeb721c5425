using Microsoft.Extensions.AI;

namespace NotebookKit.Outliers;

/// <summary>A fitted detector that scores what was prepared for several.</summary>
internal abstract class PreparedDetector : FittedDetector
{
    /// <summary>The embedder whose vectors it needs; null for none.</summary>
    public virtual IEmbeddingGenerator<string, Embedding<float>>? Embedder => null;

    public abstract double Score(PreparedInput input);

    public override double Score(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Score(PreparedInput.Of([example], 0, 1, Embedder)[0]);
    }

    public double[] Score(PreparedInput[] inputs, RunContext run)
    {
        var scores = new double[inputs.Length];
        Chunks.Run(scores.Length, run, (from, to) =>
        {
            for (var i = from; i < to; i++) scores[i] = Score(inputs[i]);
            return 0;
        });
        return scores;
    }

    protected internal override void ScoreRange(IReadOnlyList<Example> examples, int from, int to, double[] scores)
    {
        var inputs = PreparedInput.Of(examples, from, to, Embedder);
        for (var i = from; i < to; i++) scores[i] = Score(inputs[i - from]);
    }
}
