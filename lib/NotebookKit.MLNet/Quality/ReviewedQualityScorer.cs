namespace NotebookKit.MLNet;

/// <summary>Scores each example by how probable it is that people would keep it, as they kept the rows that the quality was learned from. It only annotates: <see cref="Scoring.ScoreFilter"/> decides by the score
/// <c>quality</c>.</summary>
public sealed record ReviewedQualityScorer : ExampleStage
{
    /// <inheritdoc/>
    public override string Name => "ReviewedQuality";

    /// <summary>What was learned.</summary>
    public required ReviewedQuality Quality { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>The name of the score. Default <see cref="ScoreNames.Quality"/>, in place of what the recorded signals alone say; another name keeps both.</summary>
    public string Score { get; init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A score has a name.", nameof(value)) : value; } = ScoreNames.Quality;

    /// <inheritdoc/>
    protected override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(tally);
        return Outcome.Keep(example.WithScore(Score, Quality.Score(example)));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(StageOutcome outcome) =>
    [
        new(Quality.HeldOutAuroc < 0.6 ? Severity.Warning : Severity.Note, "reviewed-quality",
            FormattableString.Invariant($"The quality was learned from {Quality.Kept} rows that people kept and {Quality.Rejected} others; of pairs that it had not seen it put {100 * Quality.HeldOutAuroc:0.0}% in the right order (half is chance).")),
    ];
}
