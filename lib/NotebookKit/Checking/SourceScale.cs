using System.Collections.Immutable;

namespace NotebookKit.Checking;

/// <summary>The published cut-points that turn a measured value into 1 to 5 points. All of the matrix is graded by this table.</summary>
/// <param name="Dimension">What is graded; one of <c>SourceMatrix.Dimensions</c>, or a second measure of one.</param>
/// <param name="Measure">What is measured, and its unit.</param>
/// <param name="For2">Value from which it is 2 points (for cost: up to which).</param>
/// <param name="For3">The same for 3 points.</param>
/// <param name="For4">The same for 4 points.</param>
/// <param name="For5">The same for 5 points.</param>
/// <param name="Basis">Where the cut-points come from.</param>
public sealed record SourceScale(string Dimension, string Measure, double For2, double For3, double For4, double For5, string Basis)
{
    /// <summary>Share of the source's rows that lie inside the limits of the outlier filter.</summary>
    public static SourceScale Relevance { get; } = new("Relevance", "share of rows inside the limits of the outlier filter, 0–1", 0.80, 0.90, 0.95, 0.98,
        "own choice: the filter's default takes about one row in twenty of a sound corpus for odd");

    /// <summary>Normalized entropy of the source's rows over topics.</summary>
    public static SourceScale Diversity { get; } = new("Diversity", "normalized entropy over topics, 0–1", 0.40, 0.55, 0.70, 0.85, "own choice, from single-topic sets to general chat");

    /// <summary>Share of rows that people called right.</summary>
    public static SourceScale Reviewed { get; } = new("Quality", "share of reviewed rows that are right, 0–1", 0.80, 0.90, 0.95, 0.98, "S1: more than 10% wrong and the source needs refinement, so 0.90 is the middle");

    /// <summary>Mean of the score <c>quality</c>, where nobody has reviewed the source.</summary>
    public static SourceScale Scored { get; } = new("Quality", "mean quality score, 0–1; 0.5 where nothing is known", 0.35, 0.50, 0.65, 0.80, "own choice: 0.5 means that no signal speaks for or against a row");

    /// <summary>Rows that the source hands over.</summary>
    public static SourceScale Size { get; } = new("Size", "rows handed over", 50, 100, 1_000, 10_000, "S1: 50 can suffice, 100 to see overfitting, 1,000 to 10,000 are ideal");

    /// <summary>Money for each row that is handed over; less is better.</summary>
    public static SourceScale Cost { get; } = new("Cost", "money per row handed over, in the currency given; less is better", 2, 0.5, 0.05, 0, "S1: $0.50–$2 for an annotated row, $0.05–$0.20 for a generated one, $0 for logs");

    /// <summary>All scales.</summary>
    public static ImmutableArray<SourceScale> All { get; } = [Relevance, Diversity, Reviewed, Scored, Size, Cost];

    /// <summary>1 to 5 points for a value.</summary>
    public int Points(double value)
    {
        bool Reaches(double cut) => For5 < For2 ? value <= cut : value >= cut;
        return Reaches(For5) ? 5 : Reaches(For4) ? 4 : Reaches(For3) ? 3 : Reaches(For2) ? 2 : 1;
    }
}
