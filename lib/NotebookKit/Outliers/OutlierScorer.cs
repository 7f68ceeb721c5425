using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>Measures how far each input is from the rest of the corpus: distance to its nearest neighbours over TF-IDF of words and character trigrams
/// (<c>outlier.distance</c>), cleanlab's score of it (<c>outlier.knn</c>), similarity to the centre of its own class
/// (<c>outlier.centroid</c>), and, with <see cref="InDomain"/>, a domain classifier (<c>outlier.domain</c>). It only annotates: <see cref="OutlierFilter"/> decides.</summary>
public sealed record OutlierScorer : CorpusStage<OutlierSample, OutlierPlan>
{
    /// <summary>A sample with fewer rows of different content says nothing about what is normal.</summary>
    public const int MinRows = 30;

    /// <summary>A class with fewer sampled rows has no centre.</summary>
    public const int MinClassRows = 5;

    /// <summary>A domain classifier needs this many rows of different content on both sides.</summary>
    public const int MinDomainRows = 50;

    private const int RelatedRows = 30, RelatedNeighbours = 3;

    /// <inheritdoc/>
    public override string Name => "Outliers";

    /// <summary>Nearest neighbours that make a distance. 1 to 100, default 10 (cleanlab).</summary>
    public int Neighbours { get; init => field = Guard.InRange(value, 1, 100); } = 10;

    /// <summary>Rows of the corpus that others are compared with, chosen by a keyed hash of the id. 100 to 50,000, default 5,000. Time grows with it; 10,000 raise the AUROC on left-out intents by 0.005. Source: own measurement.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 50_000); } = 5_000;

    /// <summary>Examples known to be in the domain; with at least 50 a classifier is trained on them against the corpus. Default null: none (S1: "train a simple classifier on your known in-domain examples").</summary>
    public Dataset? InDomain { get; init; }

    /// <summary>A detector that was fitted on rows that belong, and loaded or made before: each row gets its score, too, as <c>outlier.detector</c>. Default null: none.</summary>
    [ReferenceOption]
    public FittedDetector? Detector { get; init; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> References =>
    [
        .. InDomain is null ? Array.Empty<string>() : ["in-domain " + Fingerprint(InDomain)],
        .. Detector is null ? Array.Empty<string>() : [Reference(Detector)],
    ];

    /// <summary>How a detector is named where it must be known again.</summary>
    internal static string Reference(FittedDetector detector) => $"detector {detector.Name} {DetectorFile.Fingerprint(detector)}";

    /// <inheritdoc/>
    protected internal override OutlierSample Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return OutlierSample.Of(part, SampleSize, run.Seed);
    }

    /// <inheritdoc/>
    protected internal override OutlierSample Merge(IReadOnlyList<OutlierSample> summaries) => OutlierSample.Merge(summaries, SampleSize);

    /// <inheritdoc/>
    protected internal override OutlierPlan Plan(OutlierSample whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(run);
        var rows = Distinct(whole, run);
        string? missing = null;
        var domain = InDomain is null ? null : TrainDomain(InDomain, rows, run, out missing);
        return new(rows, Neighbours, null, domain, missing, run);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, OutlierPlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tally);
        if (plan.Measure(example) is not { } measures)
        {
            tally.Add("not-judged");
            return Outcome.Keep(Detector is null ? example : example with { Scores = example.Scores.With(ScoreNames.OutlierDetector, Math.Round(Detector.Score(example), 6)) });
        }

        var scores = example.Scores.With(ScoreNames.OutlierDistance, measures.Distance).With(ScoreNames.OutlierKnn, measures.Knn);
        if (measures.Centroid is { } centroid) scores = scores.With(ScoreNames.OutlierCentroid, centroid);
        if (measures.Domain is { } score) scores = scores.With(ScoreNames.OutlierDomain, score);
        if (Detector is not null) scores = scores.With(ScoreNames.OutlierDetector, Math.Round(Detector.Score(example), 6));
        return Outcome.Keep(example with { Scores = scores });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(OutlierPlan plan, StageOutcome outcome)
    {
        var findings = new List<Finding>();
        if (!plan.CanJudge && outcome.Kept.Count > 0)
            findings.Add(new(Severity.Note, "too-few-rows", string.Create(CultureInfo.InvariantCulture,
                $"Outliers were not looked for: {plan.SampleCount} rows of different content, at least {MinRows} are needed.")));
        if (plan.DomainMissing is { } missing) findings.Add(new(Severity.Warning, "domain-not-joined", missing));
        return findings;
    }

    /// <summary>The strangest rows with the rows that are nearest to them.</summary>
    protected override IReadOnlyList<Relation> Relations(OutlierPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(outcome);
        if (!plan.CanJudge) return [];
        var strangest = outcome.Kept.Where(e => e.Scores[ScoreNames.OutlierDistance] is not null)
            .OrderByDescending(e => e.Scores[ScoreNames.OutlierDistance]).ThenBy(e => e.Id, StringComparer.Ordinal).Take(RelatedRows);
        return [.. strangest.SelectMany(e => plan.Explain(e, 0).Neighbours.Take(RelatedNeighbours).Select(n => new Relation(Relation.Neighbour, e.Id, n.Id, n.Similarity)))];
    }

    /// <inheritdoc/>
    protected override StageResult Result(OutlierPlan plan, Dataset input, StageResult account) => new OutlierResult(plan, account);

    /// <summary>One row per content, the one with the smallest id, in the order of ids: equal rows are not neighbours of each other.</summary>
    private static SampledRow[] Distinct(OutlierSample sample, RunContext run)
    {
        Chunks.Run(sample.Rows.Count, run, (from, to) =>
        {
            for (var i = from; i < to; i++) _ = sample.Rows[i].Features;
            return 0;
        });
        return [.. sample.Rows.Where(r => r.Features.Hashes.Length > 0)
            .OrderBy(r => r.Id, StringComparer.Ordinal).DistinctBy(r => r.Features.Content)];
    }

    private DomainClassifier? TrainDomain(Dataset inDomain, SampledRow[] corpus, RunContext run, out string? missing)
    {
        var known = Distinct(OutlierSample.Of(inDomain.Examples, SampleSize, run.Seed), run);
        var contents = known.Select(r => r.Features.Content).ToHashSet();
        var background = corpus.Where(r => !contents.Contains(r.Features.Content)).ToArray();
        missing = Math.Min(known.Length, background.Length) >= MinDomainRows ? null : string.Create(CultureInfo.InvariantCulture,
            $"The domain classifier did not join: {known.Length} in-domain rows and {background.Length} other rows of different content, {MinDomainRows} of each are needed.");
        return missing is null ? DomainClassifier.Train(known, background, run) : null;
    }

    private static string Fingerprint(Dataset data)
    {
        var hash = 0UL;
        foreach (var example in data.Examples.OrderBy(e => e.Id, StringComparer.Ordinal))
            hash = StableHash.Combine(StableHash.Of(example.Id, hash), StableHash.Of(example.Input));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
