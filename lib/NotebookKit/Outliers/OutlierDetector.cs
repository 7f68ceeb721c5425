namespace NotebookKit.Outliers;

/// <summary>A way to tell strange examples from those that belong: options here, <see cref="Fit"/> learns from examples that belong, and what it learned scores any example.</summary>
/// <remarks>The same examples, options and seed give the same scores on every machine and for any number of threads. The order of the examples does not matter.</remarks>
public abstract record OutlierDetector
{
    private const int HeldOutFolds = 5;

    /// <summary>The name in tables and files, in small letters: <c>knn-embedding</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Learns from examples that belong.</summary>
    /// <param name="inDomain">The examples. Rows whose input has no words are left out.</param>
    /// <param name="run">Seed, threads, cancelling; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are fewer examples than the detector needs, or they have no labels and it needs them.</exception>
    public abstract FittedDetector Fit(Dataset inDomain, RunContext? run = null);

    /// <summary>Learns from rows that are ready for several detectors.</summary>
    internal virtual FittedDetector FitRows(KnownRows rows, RunContext run) => Fit(Dataset.Of(rows.Examples), run);

    /// <summary>Scores of some of the rows that the detector learned from as if it had not: each is scored by a detector that learned from the other four fifths.</summary>
    internal virtual double[] HeldOutScores(KnownRows rows, FittedDetector fitted, int[] wanted, RunContext run)
    {
        var scores = new double[wanted.Length];
        // By content, so that the order of the rows says nothing.
        int[] folds = [.. rows.Rows.Select(r => (int)(Text.StableHash.Combine(r.Features.Content, HeldOutFolds) % HeldOutFolds))];
        for (var fold = 0; fold < HeldOutFolds; fold++)
        {
            int[] places = [.. Enumerable.Range(0, wanted.Length).Where(i => folds[wanted[i]] == fold)];
            int[] held = [.. places.Select(p => wanted[p])];
            if (held.Length == 0) continue;
            var other = FitRows(rows.Some([.. Enumerable.Range(0, rows.Count).Where(i => folds[i] != fold)]), run);
            var made = other is PreparedDetector prepared ? prepared.Score(rows.Prepared(prepared.Embedder, held, run), run) : other.Score([.. held.Select(h => rows.Examples[h])], run);
            for (var i = 0; i < held.Length; i++) scores[places[i]] = made[i];
        }

        return scores;
    }
}

/// <summary>What a detector learned. Immutable and thread-safe.</summary>
/// <remarks>A detector of another assembly overrides <see cref="Name"/>, <see cref="Score(Example)"/>, <see cref="Explain"/>, <see cref="Write"/> and <see cref="Kind"/>; it can then be a member of an
/// <see cref="EnsembleDetector"/>, the <see cref="OutlierScorer.Detector"/> of a recipe, and be saved and loaded like the built-in ones.</remarks>
public abstract partial class FittedDetector
{
    /// <summary>The detector's name.</summary>
    public abstract string Name { get; }

    /// <summary>How strange an example is: higher is stranger. The scale is the detector's own; only the order of scores can be compared between detectors.</summary>
    public abstract double Score(Example example);

    /// <summary>The scores of many examples, in their order.</summary>
    public double[] Score(IReadOnlyList<Example> examples, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var scores = new double[examples.Count];
        Chunks.Run(scores.Length, run ?? new(), (from, to) =>
        {
            ScoreRange(examples, from, to, scores);
            return 0;
        });
        return scores;
    }

    /// <summary>Scores a range of examples: one that needs the same costly thing of many makes it for all of them at once. Several threads call it at the same time, with ranges of their own.
    /// Default: <see cref="Score(Example)"/> of each.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="from">The first that is scored.</param>
    /// <param name="to">The first behind these that is not.</param>
    /// <param name="scores">Takes the score of <c>examples[i]</c> at <c>i</c>.</param>
    protected internal virtual void ScoreRange(IReadOnlyList<Example> examples, int from, int to, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(scores);
        for (var i = from; i < to; i++) scores[i] = Score(examples[i]);
    }

    /// <summary>Why an example has its score.</summary>
    /// <param name="example">The example.</param>
    /// <param name="count">How many neighbours and how many terms to name at most; at least 0, default 5.</param>
    public abstract DetectorExplanation Explain(Example example, int count = 5);

    /// <summary>What each word of an example adds to its score: the score less that of the example without the word. For detectors that have no terms of their own; it scores the example up to 64 times.</summary>
    /// <param name="example">The example.</param>
    /// <param name="score">Its score.</param>
    /// <param name="count">How many words at most, strongest first.</param>
    protected IReadOnlyList<TermShare> SharesOfWords(Example example, double score, int count)
    {
        ArgumentNullException.ThrowIfNull(example);
        return WordShares.Of(this, example, score, count);
    }
}

/// <summary>Why a detector gave a score.</summary>
/// <param name="Score">The score: higher is stranger.</param>
/// <param name="Label">The class that the example is nearest to, where the detector knows classes.</param>
/// <param name="Neighbours">The nearest examples that belong, nearest first; empty where the detector keeps none.</param>
/// <param name="Terms">The terms that carry the score, strongest first; empty where it has none. Text from the explained example: show it where the example itself may be shown.</param>
public sealed record DetectorExplanation(double Score, string? Label, IReadOnlyList<OutlierNeighbour> Neighbours, IReadOnlyList<TermShare> Terms)
{
    /// <summary>What each member of an ensemble says; empty for a single detector.</summary>
    public IReadOnlyList<MemberRank> Members { get; init; } = [];
}

/// <summary>What a member of an ensemble says about an example.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Score">Its score, on its own scale.</param>
/// <param name="Rank">The share of the examples that belong which are less strange to it, held out from its learning, 0–1.</param>
public readonly record struct MemberRank(string Name, double Score, double Rank);

/// <summary>What a term adds to a score.</summary>
/// <param name="Term">The term; _ marks the end of a word in a part of one.</param>
/// <param name="Share">What it adds: above 0 it makes the example stranger, below 0 more usual. On the scale of the score.</param>
public readonly record struct TermShare(string Term, double Share);
