using System.Globalization;

namespace NotebookKit.Scoring;

/// <summary>Decides by the score <c>quality</c> alone; <see cref="SignalScorer"/> measures it. Rows that were not scored stay.</summary>
public sealed record ScoreFilter : ExampleStage
{
    /// <summary>The quality is below <see cref="Min"/>; <c>measured</c> is the quality, <c>limit</c> is Min, both 0–1.</summary>
    public const string LowScore = "low-score";

    /// <inheritdoc/>
    public override string Name => "ScoreFilter";

    /// <summary>Lowest quality that stays. Ratio 0–1, default 0.2; null: off. A row without signals has 0.5 or more and always stays; 0.2 takes out
    /// what was rejected, got thumbs down or one star, with nothing else for it (S0: rejected answers sparingly).</summary>
    public double? Min { get; init => field = Guard.Ratio(value); } = 0.2;

    /// <summary>What happens to rows below the limit: Remove or Flag. Default Remove.</summary>
    public FilterPolicy Policy { get; init => field = Guard.Defined(value); } = FilterPolicy.Remove;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        if (Min is not { } min) return Outcome.Keep(example);
        if (example.Scores[ScoreNames.Quality] is not { } quality)
        {
            tally.Add("not-scored");
            return Outcome.Keep(example);
        }

        if (quality >= min) return Outcome.Keep(example);
        return Policy == FilterPolicy.Remove ? Outcome.Remove(example, LowScore, quality, min) : Flag(example, LowScore, quality, min);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Finding> Findings(StageOutcome outcome)
    {
        var open = outcome.Tally.Counts.GetValueOrDefault("not-scored");
        return open == 0 ? [] : [new(Severity.Note, "not-scored", string.Create(
            CultureInfo.InvariantCulture, $"{open} of {outcome.Kept.Count + outcome.Removed.Count} rows have no quality score and were kept: run Scoring first."))];
    }
}
