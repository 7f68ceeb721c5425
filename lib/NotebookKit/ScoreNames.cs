namespace NotebookKit;

/// <summary>Names of the scores that the kit's own stages store on an example. Lengths are counts; all others are rounded to 6 digits.</summary>
public static class ScoreNames
{
    /// <summary>How much the recorded signals speak for the example, 0–1; 0.5 where nothing speaks for or against it.</summary>
    public const string Quality = "quality";

    /// <summary>Characters (UTF-16 units) of the last assistant turn.</summary>
    public const string OutputChars = "output.chars";

    /// <summary>Words of the last assistant turn.</summary>
    public const string OutputWords = "output.words";

    /// <summary>Characters (UTF-16 units) of all that the model is given, without the system prompt.</summary>
    public const string InputChars = "input.chars";

    /// <summary>Words of all that the model is given, without the system prompt.</summary>
    public const string InputWords = "input.words";

    /// <summary>Distinct words of the output ÷ its words, 0–1; absent where the output has no words.</summary>
    public const string OutputDistinct = "output.distinct";

    /// <summary>Letters and digits of the output ÷ its characters, 0–1; absent where the output is empty.</summary>
    public const string OutputAlnum = "output.alnum";

    /// <summary>Punctuation and symbols of the output ÷ its characters, 0–1; absent where the output is empty.</summary>
    public const string OutputPunctuation = "output.punctuation";

    /// <summary>User and assistant turns of the conversation.</summary>
    public const string Turns = "turns";

    /// <summary>How far the input is from its nearest neighbours: −ln of the mean cosine similarity, 0 (the same) to 6.907755 (nothing in common).</summary>
    public const string OutlierDistance = "outlier.distance";

    /// <summary>cleanlab's score, exp(−distance ÷ median distance), 0–1; low is odd.</summary>
    public const string OutlierKnn = "outlier.knn";

    /// <summary>Cosine similarity of the input to the centre of its own class without itself, 0–1; low is odd.</summary>
    public const string OutlierCentroid = "outlier.centroid";

    /// <summary>Domain classifier, 0–1; below 0.5 the row is odder than the known in-domain rows are among themselves.</summary>
    public const string OutlierDomain = "outlier.domain";

    /// <summary>The score of a detector that was fitted before, on its own scale; high is odd.</summary>
    public const string OutlierDetector = "outlier.detector";

    /// <summary>How probable the given label is to a model that has not seen the row, 0–1; low is suspect (cleanlab's <c>self_confidence</c>).</summary>
    public const string LabelConfidence = "label.confidence";

    /// <summary>How far the given label is before the best other one, 0–1; below 0.5 another one is more probable (cleanlab's <c>normalized_margin</c>).</summary>
    public const string LabelMargin = "label.margin";
}
