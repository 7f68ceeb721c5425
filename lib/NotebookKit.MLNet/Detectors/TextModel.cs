using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using NotebookKit.Outliers;

namespace NotebookKit.MLNet;

/// <summary>A linear model of ML.NET over the words and letters of texts. ML.NET makes the numbers of a text; the sum over them is made here, in one order, so that no vector unit decides over the last digit,
/// and so that what a term adds is what it adds. Immutable and thread-safe.</summary>
internal sealed class TextModel
{
    private readonly MLContext ml;
    private readonly DataViewSchema schema;
    private readonly float[][] weights;
    private readonly float[] biases;
    private readonly Engines<TextRow, FeaturizedRow> engines;
    private readonly Lazy<string[]> names;

    private TextModel(MLContext ml, ITransformer model, DataViewSchema schema)
    {
        (this.ml, Model, this.schema) = (ml, model, schema);
        (weights, biases, Slope, Offset) = Linear(model);
        engines = new(ml, model, TextRow.Schema(0));
        names = new(SlotNames);
    }

    /// <summary>The model, for use in ML.NET.</summary>
    public ITransformer Model { get; }

    /// <summary>The probability of the first class is 1 ÷ (1 + e^(slope · logit + offset)), for models of two classes.</summary>
    private double Slope { get; }

    private double Offset { get; }

    /// <summary>Trains to tell two sides apart.</summary>
    public static TextModel TrainSides(IReadOnlyList<TextRow> rows, Func<MLContext, IEstimator<ITransformer>> featurizer, double l2, RunContext run) => Train(rows, featurizer, 0, run, ml =>
        ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = 0, L2Regularization = (float)l2, NumberOfThreads = 1 }));

    /// <summary>Trains to tell classes apart.</summary>
    public static TextModel TrainClasses(IReadOnlyList<TextRow> rows, int classes, float? l2, int? iterations, RunContext run)
    {
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = nameof(TextRow.Class), NumberOfThreads = 1, L1Regularization = 0, L2Regularization = l2, MaximumNumberOfIterations = iterations };
        return Train(rows, TextRow.Featurizer, classes, run, ml => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options));
    }

    private static TextModel Train(IReadOnlyList<TextRow> rows, Func<MLContext, IEstimator<ITransformer>> featurizer, int classes, RunContext run, Func<MLContext, IEstimator<ITransformer>> trainer)
    {
        var ml = Contexts.Of(run);
        // ML.NET gives nobody else a way to stop it: a run is stopped between its steps.
        run.Cancel.ThrowIfCancellationRequested();
        var data = ml.Data.LoadFromEnumerable(rows, TextRow.Schema(classes));
        var featurized = featurizer(ml).Fit(data);
        run.Cancel.ThrowIfCancellationRequested();
        var predictor = trainer(ml).Fit(ml.Data.Cache(featurized.Transform(data), TextRow.Features, classes > 0 ? nameof(TextRow.Class) : nameof(TextRow.Label)));
        run.Cancel.ThrowIfCancellationRequested();
        return new(ml, new TransformerChain<ITransformer>(featurized, predictor), data.Schema);
    }

    /// <summary>The logits of rows, one for each class, or one alone for two sides.</summary>
    public void Logits(IReadOnlyList<TextRow> rows, Action<int, double[]> take) => engines.Use(engine =>
    {
        var featurized = new FeaturizedRow();
        for (var i = 0; i < rows.Count; i++)
        {
            engine.Predict(rows[i], ref featurized);
            var logits = new double[weights.Length];
            for (var c = 0; c < logits.Length; c++)
            {
                double sum = biases[c];
                foreach (var (slot, value) in featurized.Features.Items()) sum += (double)value * weights[c][slot];
                logits[c] = sum;
            }

            take(i, logits);
        }
    });

    /// <summary>The probability of the asked side.</summary>
    public double Probability(double logit) => 1 / (1 + Math.Exp((Slope * logit) + Offset));

    /// <summary>What each term of a row adds to the logit of a class, strongest first.</summary>
    public IReadOnlyList<TermShare> Terms(TextRow row, int of, int count, double sign)
    {
        var terms = new List<TermShare>();
        engines.Use(engine =>
        {
            var featurized = new FeaturizedRow();
            engine.Predict(row, ref featurized);
            foreach (var (slot, value) in featurized.Features.Items())
                terms.Add(new(names.Value[slot], Math.Round(sign * value * weights[of][slot], 6)));
        });
        return [.. terms.Where(t => t.Share != 0).OrderByDescending(t => Math.Abs(t.Share)).ThenBy(t => t.Term, StringComparer.Ordinal).Take(count)];
    }

    public void Write(BinaryWriter writer) => ModelBytes.Write(writer, ml, Model, schema);

    public static TextModel Read(BinaryReader reader)
    {
        var ml = Contexts.Of(new());
        var (model, schema) = ModelBytes.Read(reader, ml);
        return new(ml, model, schema);
    }

    private static (float[][] Weights, float[] Biases, double Slope, double Offset) Linear(ITransformer chain)
    {
        switch (((chain as IEnumerable<ITransformer>)?.LastOrDefault() as ISingleFeaturePredictionTransformer<object>)?.Model)
        {
            case CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> sides:
                return ([[.. sides.SubModel.Weights]], [sides.SubModel.Bias], sides.Calibrator.Slope, sides.Calibrator.Offset);
            case MaximumEntropyModelParameters classes:
                VBuffer<float>[]? vectors = null;
                classes.GetWeights(ref vectors!, out var count);
                return ([.. vectors.Take(count).Select(v => v.DenseValues().ToArray())], [.. classes.GetBiases()], 0, 0);
            default: throw new FormatException("It is no linear model.");
        }
    }

    private string[] SlotNames()
    {
        var slots = default(VBuffer<ReadOnlyMemory<char>>);
        Model.GetOutputSchema(schema)[TextRow.Features].GetSlotNames(ref slots);
        string[] made = [.. slots.DenseValues().Select(TermNames.Of)];
        // The numbers beside the words stand last, and ML.NET has no names for them.
        var first = made.Length - OutcomeNumbers.Count;
        for (var i = Math.Max(first, 0); i < made.Length; i++)
            if (made[i].Length == 0) made[i] = OutcomeNumbers.Names[i - first];
        return made;
    }
}

/// <summary>ML.NET's environments.</summary>
internal static class Contexts
{
    /// <summary>An environment of its own for one run, so that no random number of one changes another.</summary>
    public static MLContext Of(RunContext run) => new((int)((run.Seed ^ (run.Seed >> 32)) & int.MaxValue));
}
