using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace NotebookKit.MLNet;

/// <summary>A row that a linear model reads.</summary>
internal sealed class TextRow
{
    public string Text { get; set; } = "";

    public string Output { get; set; } = "";

    [VectorType(OutcomeNumbers.Count)]
    public float[] Numbers { get; set; } = [];

    /// <summary>True for the side whose probability is asked for.</summary>
    public bool Label { get; set; }

    /// <summary>Class from 1, for models of several classes.</summary>
    public uint Class { get; set; }

    /// <summary>Names of the columns.</summary>
    public const string Features = "Features";

    /// <summary>What the data is, for models of so many classes.</summary>
    public static SchemaDefinition Schema(int classes)
    {
        var schema = SchemaDefinition.Create(typeof(TextRow));
        if (classes > 0) schema[nameof(Class)].ColumnType = new KeyDataViewType(typeof(uint), (ulong)classes);
        return schema;
    }

    /// <summary>What makes numbers of <see cref="Text"/>.</summary>
    public static IEstimator<ITransformer> Featurizer(MLContext ml) => ml.Transforms.Text.FeaturizeText(Features, Featurizing(), nameof(Text));

    /// <summary>Words and pairs of words by TF-IDF, and three letters each; every part of the length 1.</summary>
    public static TextFeaturizingEstimator.Options Featurizing() => new()
    {
        // Words are the same with and without a mark behind them.
        KeepPunctuations = false,
        WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 2, UseAllLengths = true, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
        CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 3, UseAllLengths = false },
    };
}

/// <summary>What a text became.</summary>
internal sealed class FeaturizedRow
{
    public VBuffer<float> Features { get; set; }
}
