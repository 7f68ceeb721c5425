using NotebookKit.Display;

namespace NotebookKit.Comparing;

/// <summary>How far two sets are from each other, where, and what to do about it. Immutable.</summary>
public sealed partial class GapResult
{
    internal GapResult(GapOptions options, (int Train, int Live) rows, IReadOnlyList<GapFeature> features, TwoSampleTest test, IReadOnlyList<GapCluster> clusters, SamplingPlan plan, IReadOnlyList<Finding> notes)
    {
        Options = options;
        (TrainRows, LiveRows) = rows;
        (Features, Test, Clusters, Plan, Notes) = (features, test, clusters, plan, notes);
    }

    /// <summary>How they were compared.</summary>
    public GapOptions Options { get; }

    /// <summary>Rows of the first set that have an input.</summary>
    public int TrainRows { get; }

    /// <summary>Rows of the second set that have an input.</summary>
    public int LiveRows { get; }

    /// <summary>What was compared: length, topics, language, typos, abbreviations, fragments, punctuation, case.</summary>
    public IReadOnlyList<GapFeature> Features { get; }

    /// <summary>The classifier two-sample test.</summary>
    public TwoSampleTest Test { get; }

    /// <summary>The topic clusters, that with the most live rows first.</summary>
    public IReadOnlyList<GapCluster> Clusters { get; }

    /// <summary>Which live rows to label and which training rows to repeat.</summary>
    public SamplingPlan Plan { get; }

    /// <summary>What a reader has to know besides: rows without an input, small sets, samples.</summary>
    public IReadOnlyList<Finding> Notes { get; }

    /// <summary>Live clusters with fewer than so many training rows: that with the most live rows first.</summary>
    /// <param name="rows">Training rows, at least 1; null for <see cref="GapOptions.ThinRows"/>.</param>
    public IReadOnlyList<GapCluster> ThinClusters(int? rows = null) => [.. Clusters.Where(c => c.Live > 0 && c.Train < (rows is { } k ? Guard.AtLeast(k, 1) : Options.ThinRows))];

    /// <summary>The feature of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public GapFeature Feature(string name) => Features.FirstOrDefault(f => f.Name == name)
        ?? throw new ArgumentException($"There is no feature '{name}'; there are {string.Join(", ", Features.Select(f => f.Name))}.", nameof(name));

    /// <summary>The result in sentences. No text of a row is in them; terms only such as stand in several rows, of at least three people.</summary>
    public IReadOnlyList<string> Summary => GapSummary.Of(this);
}
