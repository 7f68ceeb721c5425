using System.Globalization;

namespace NotebookKit.Outliers;

/// <summary>Decides which rows lie outside, by the scores of <see cref="OutlierScorer"/> alone. Rows that a person answered, and rows tagged as
/// edge cases (S3: requests outside the domain belong in the set, with the right answer), are listed and never removed.</summary>
public sealed record OutlierFilter : CorpusStage<DistanceCounts, OutlierLimit>
{
    /// <summary>The input is farther from its neighbours than is normal; <c>measured</c> is <c>outlier.distance</c>, <c>limit</c> the farthest normal distance.</summary>
    public const string OutOfDistribution = "out-of-distribution";

    /// <summary>The domain classifier takes the input for foreign; <c>measured</c> is <c>outlier.domain</c>, <c>limit</c> is <see cref="MinDomain"/>.</summary>
    public const string OutOfDomain = "out-of-domain";

    /// <summary>The detector that scored the input finds it too strange; <c>measured</c> is <c>outlier.detector</c>, <c>limit</c> is <see cref="MaxDetector"/>.</summary>
    public const string DetectedStrange = "detected-strange";

    /// <summary>The input is far from the centre of its own class; <c>measured</c> is <c>outlier.centroid</c>, <c>limit</c> is <see cref="MinCentroid"/>.</summary>
    public const string FarFromClass = "far-from-class";

    /// <summary>Fewer scored rows give no quartiles to rely on.</summary>
    private const int MinScored = 30;

    private const string Spared = "spared";

    private static readonly string[] EdgeTags = ["edge:decline", "edge:ambiguous", "edge:out-of-domain"];

    /// <inheritdoc/>
    public override string Name => "OutlierFilter";

    /// <summary>Quartile ranges above the third quartile at which a distance is odd. 0 to 100, default 1.700003 (cleanlab: 1 ÷ 0.37037 − 1).</summary>
    public double RangeFactor { get; init => field = Guard.InRange(value, 0.0, 100.0); } = Math.Round(Spread.CleanlabFactor, 6);

    /// <summary>Farthest distance that is normal, in place of the fitted one. −ln of a similarity, 0 to 6.907755; default null: fitted by <see cref="RangeFactor"/>.</summary>
    public double? MaxDistance { get; init => field = value is { } v ? Guard.InRange(v, 0, OutlierPlan.Farthest) : null; }

    /// <summary>Share of rows like these whose distance may be odd, in place of the quartiles: the conformal limit of <see cref="OutlierDecision"/>. Ratio 0–1, default null: quartiles decide.</summary>
    public double? MaxFlagged { get; init => field = Guard.Ratio(value); }

    /// <summary>Highest <c>outlier.detector</c> that is normal, from <see cref="OutlierDecision"/>. Default null: off. Counts only where the scorer was given a detector.</summary>
    public double? MaxDetector { get; init => field = value is { } v ? Guard.InRange(v, double.MinValue, double.MaxValue) : null; }

    /// <summary>Lowest limit that the fitted rule may reach: rows whose mean similarity to their neighbours is at least this are always normal. Ratio 0–1, default 0.5. Matters where most rows are nearly alike. Source: own choice.</summary>
    public double AlwaysNormal { get; init => field = Guard.Ratio(value); } = 0.5;

    /// <summary>Lowest <c>outlier.domain</c> that is normal. Ratio 0–1, default 0.5, where the known in-domain rows would call one of themselves an outlier; null: off. Counts only where an in-domain set was given.</summary>
    public double? MinDomain { get; init => field = Guard.Ratio(value); } = 0.5;

    /// <summary>Lowest <c>outlier.centroid</c> that is normal. Ratio 0–1, default null: off (S1: "low centroid cosine similarity", to be reviewed by hand; a good limit depends on the texts).</summary>
    public double? MinCentroid { get; init => field = Guard.Ratio(value); }

    /// <summary>What happens to odd rows: Flag or Remove. Default Flag.</summary>
    public FilterPolicy Policy { get; init => field = Guard.Defined(value); } = FilterPolicy.Flag;

    /// <inheritdoc/>
    protected internal override DistanceCounts Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(part);
        var counts = new DistanceCounts();
        foreach (var example in part)
            if (example.Scores[ScoreNames.OutlierDistance] is { } distance) counts.Add(distance);
        return counts;
    }

    /// <inheritdoc/>
    protected internal override DistanceCounts Merge(IReadOnlyList<DistanceCounts> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var all = new DistanceCounts();
        foreach (var summary in summaries) all.Add(summary);
        return all;
    }

    /// <inheritdoc/>
    protected internal override OutlierLimit Plan(DistanceCounts whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (MaxDistance is not null) return new(MaxDistance, whole.Total);
        if (whole.Total < MinScored) return new(null, whole.Total);
        if (MaxFlagged is { } share) return new(whole.Conformal(share) is { } farthest ? Math.Round(Math.Min(farthest, OutlierPlan.Farthest), 6) : null, whole.Total);
        var spread = whole.Quartiles();
        var floor = AlwaysNormal > 0 ? -Math.Log(AlwaysNormal) : OutlierPlan.Farthest;
        // Rows that share nothing with any other lie at the farthest distance: they are odd however wide the rest is spread.
        var fitted = Math.Min(spread.Q3 + (RangeFactor * spread.Range), OutlierPlan.Farthest - 0.001);
        var limit = Math.Min(Math.Max(floor, fitted), OutlierPlan.Farthest);
        return new(Math.Round(limit, 6), whole.Total);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, OutlierLimit plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tally);
        var flags = new List<Flag>(4);
        var scores = example.Scores;
        if (scores[ScoreNames.OutlierDistance] is { } distance && distance > plan.MaxDistance) flags.Add(new(Name, OutOfDistribution, distance, plan.MaxDistance));
        if (scores[ScoreNames.OutlierDomain] is { } domain && domain < MinDomain) flags.Add(new(Name, OutOfDomain, domain, MinDomain));
        if (scores[ScoreNames.OutlierCentroid] is { } centroid && centroid < MinCentroid) flags.Add(new(Name, FarFromClass, centroid, MinCentroid));
        if (scores[ScoreNames.OutlierDetector] is { } detected && detected > MaxDetector) flags.Add(new(Name, DetectedStrange, detected, MaxDetector));
        if (flags.Count == 0) return Outcome.Keep(example);
        tally.Add("odd");
        if (Policy == FilterPolicy.Remove && !IsSpared(example)) return Outcome.Remove(example, flags[0].Reason, flags[0].Measured, flags[0].Limit);
        if (Policy == FilterPolicy.Remove) tally.Add(Spared);
        return Outcome.Keep(example with { Flags = [.. example.Flags, .. flags] });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(OutlierLimit plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(outcome);
        var all = outcome.Kept.Count + outcome.Removed.Count;
        if (outcome.Tally.Counts.GetValueOrDefault("odd") is not (> 0 and var odd)) return [];
        var spared = outcome.Tally.Counts.GetValueOrDefault(Spared);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{odd} of {all} rows lie outside the rest of the corpus ({100.0 * odd / all:0.#}%); {outcome.Removed.Count} removed, {odd - outcome.Removed.Count} listed for review")
            + (spared > 0 ? string.Create(CultureInfo.InvariantCulture, $", {spared} of them because a person answered or they are edge cases.") : ".");
        return [new(10 * odd > all ? Severity.Warning : Severity.Note, "outliers", text)];
    }

    private static bool IsSpared(Example example) =>
        example.Signals.AnsweredBy is AnsweredBy.Human or AnsweredBy.EditedModel || example.Signals.Has(Events.Edited)
        || example.Origin == Origin.HumanWritten || EdgeTags.Any(example.Tags.Contains);
}
