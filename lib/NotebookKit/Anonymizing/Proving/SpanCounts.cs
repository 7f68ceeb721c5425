namespace NotebookKit.Anonymizing;

/// <summary>How spans that were found agree with spans that were marked: for one type, or for several together.</summary>
/// <param name="Type">The type, or the name of the group.</param>
/// <param name="Gold">Spans that were marked.</param>
/// <param name="Found">Spans that were found.</param>
/// <param name="Hits">Pairs of the two: same type, intersection over union of their characters at least a half.</param>
/// <param name="AnyHits">Marked spans that a span of whatever type agrees with.</param>
/// <param name="Tokens">Words and numbers in marked spans.</param>
/// <param name="MaskedTokens">Those of them that finds of whatever type cover whole.</param>
public sealed record SpanCounts(string Type, long Gold, long Found, long Hits, long AnyHits, long Tokens, long MaskedTokens)
{
    /// <summary>Share of the finds that are right, 0–1; 0 where nothing was found.</summary>
    public double Precision => Ratio(Hits, Found);

    /// <summary>Share of what was marked that was found as what it is, 0–1; 0 where nothing was marked.</summary>
    public double Recall => Ratio(Hits, Gold);

    /// <summary>Share of what was marked that was found as whatever type, 0–1.</summary>
    public double AnyRecall => Ratio(AnyHits, Gold);

    /// <summary>Share of the marked words and numbers that are gone after masking, 0–1: what decides about a leak.</summary>
    public double TokenRecall => Ratio(MaskedTokens, Tokens);

    /// <summary>Harmonic mean of precision and recall, 0–1.</summary>
    public double F1 => F(1);

    /// <summary>The same with recall weighted twice as much as precision, 0–1: a leak is dearer than a false alarm (C. J. van Rijsbergen, "Information
    /// Retrieval", 2nd edition, 1979, chapter 7: F with β = 2).</summary>
    public double F2 => F(2);

    /// <summary>Both together, under a name.</summary>
    public static SpanCounts Sum(string name, IEnumerable<SpanCounts> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var sum = new SpanCounts(name, 0, 0, 0, 0, 0, 0);
        foreach (var part in parts)
        {
            sum = new(name, sum.Gold + part.Gold, sum.Found + part.Found, sum.Hits + part.Hits, sum.AnyHits + part.AnyHits, sum.Tokens + part.Tokens,
                sum.MaskedTokens + part.MaskedTokens);
        }

        return sum;
    }

    private double F(double beta)
    {
        var (precision, recall, square) = (Precision, Recall, beta * beta);
        return precision + recall == 0 ? 0 : (1 + square) * precision * recall / ((square * precision) + recall);
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
