using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>What is done with a row whose label is probably wrong.</summary>
public enum LabelNoisePolicy
{
    /// <summary>It stays and is listed for review.</summary>
    Flag,

    /// <summary>It is removed.</summary>
    Remove,

    /// <summary>It gets the label that the model prefers, and is listed. Where the answer is the label, the answer changes, too.</summary>
    Relabel,
}

/// <summary>Finds rows whose label is probably wrong: what a model that has not seen a row says about its label, judged by confident learning. Rows without a label stay as they are. Rows that a
/// person answered are listed, never removed or changed.</summary>
/// <remarks>The probabilities are the mean of a linear model over words and characters, and the votes of the nearest rows by the built-in embeddings. With more labelled rows than <see cref="SampleSize"/> the models learn from a sample, chosen
/// by keyed hashes of ids, and judge all rows; the limits are those of the sample. Source: Northcutt, Jiang and Chuang, Confident Learning (2021); the rules and names are those of cleanlab.</remarks>
public sealed record LabelNoise : CorpusStage<LabelSample, LabelNoisePlan>
{
    /// <summary>A model that has not seen the row finds its label improbable; <c>measured</c> is the probability of the given label, <c>limit</c> the highest that is suspect.</summary>
    public const string WrongLabel = "label-noise";

    /// <summary>Fewer labelled rows with different inputs say nothing about what is usual.</summary>
    public const int MinRows = 30;

    /// <summary>Labels that are judged at most: those with the most rows.</summary>
    public const int MaxLabels = 256;

    private const string Spared = "spared", NotJudged = "not-judged";

    /// <inheritdoc/>
    public override string Name => "LabelNoise";

    /// <summary>Which rows are taken for wrong, by cleanlab's names. Default LowInEach: of as many rows as confident learning counts errors, those that are among both the least probable labels and the lowest margins, and that each of the two models finds wrong by itself. Source: own measurement (cleanlab's default is PruneByNoiseRate).</summary>
    public LabelFilter Filter { get; init => field = Guard.Defined(value); } = LabelFilter.LowInEach;

    /// <summary>Parts of the rows that are judged in turn by a model trained on the others. 2 to 20, default 5 (cleanlab).</summary>
    public int Folds { get; init => field = Guard.InRange(value, 2, 20); } = 5;

    /// <summary>A label with fewer rows of different inputs is not judged. 2 to 1,000, default 5. Source: own choice.</summary>
    public int MinLabelRows { get; init => field = Guard.InRange(value, 2, 1_000); } = 5;

    /// <summary>What happens to suspect rows: Flag, Remove or Relabel. Default Flag.</summary>
    public LabelNoisePolicy Policy { get; init => field = Guard.Defined(value); } = LabelNoisePolicy.Flag;

    /// <summary>Labelled rows that the models learn from at most. 100 to 200,000, default 50,000. Source: own choice.</summary>
    public int SampleSize { get; init => field = Guard.InRange(value, 100, 200_000); } = 50_000;

    /// <inheritdoc/>
    protected internal override LabelSample Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return LabelSample.Of(part, SampleSize, run.Seed);
    }

    /// <inheritdoc/>
    protected internal override LabelSample Merge(IReadOnlyList<LabelSample> summaries) => LabelSample.Merge(summaries, SampleSize);

    /// <inheritdoc/>
    protected internal override LabelNoisePlan Plan(LabelSample whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(run);
        return LabelNoisePlan.Of(whole, this, run);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, LabelNoisePlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tally);
        if (LabelledRow.LabelOf(example) is null) return Outcome.Keep(example);
        if (plan.Judge(example) is not { } judged)
        {
            tally.Add(NotJudged);
            return Outcome.Keep(example);
        }

        var scored = example with { Scores = example.Scores.With(ScoreNames.LabelConfidence, judged.SelfConfidence).With(ScoreNames.LabelMargin, judged.NormalizedMargin) };
        if (!judged.IsSuspect) return Outcome.Keep(scored);
        tally.Add("suspect");
        var spared = Policy != LabelNoisePolicy.Flag && IsByPerson(example);
        if (spared) tally.Add(Spared);
        if (Policy == LabelNoisePolicy.Remove && !spared) return Outcome.Remove(example, WrongLabel, judged.SelfConfidence, judged.Limit);
        var listed = scored.WithFlag(new(Name, WrongLabel, judged.SelfConfidence, judged.Limit));
        return Outcome.Keep(Policy == LabelNoisePolicy.Relabel && !spared ? Relabelled(listed, judged.Suggested) : listed);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(LabelNoisePlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(outcome);
        var findings = new List<Finding>();
        if (plan.LabelledRows == 0) return findings;
        if (plan.Missing is { } missing) findings.Add(new(Severity.Note, "labels-not-judged", missing));
        var suspect = outcome.Tally.Counts.GetValueOrDefault("suspect");
        if (suspect > 0)
            findings.Add(new(10 * suspect > plan.LabelledRows ? Severity.Warning : Severity.Note, WrongLabel,
                $"{Numbers.Count(suspect, "label is", "labels are")} probably wrong ({Numbers.Share(suspect, plan.LabelledRows)} of {Numbers.Count(plan.LabelledRows, "labelled row")}); {Numbers.Count(outcome.Removed.Count, "row")} removed."
                + (outcome.Tally.Counts.GetValueOrDefault(Spared) is > 0 and var spared ? $" {Numbers.Count(spared)} of them stay as they are because a person answered." : "")));
        var rare = plan.Missing is null ? plan.NearEmptyLabels.Count : 0;
        if (rare > 0)
            findings.Add(new(Severity.Note, "near-empty-label", $"{Numbers.Count(rare, "label has", "labels have")} less than a tenth of the rows that an even share would give."));
        return findings;
    }

    /// <inheritdoc/>
    protected override StageResult Result(LabelNoisePlan plan, Dataset input, StageResult account) => new LabelNoiseResult(plan, input, account);

    /// <summary>True where a person wrote, chose or edited the answer.</summary>
    internal static bool IsByPerson(Example example) =>
        example.Signals.AnsweredBy is AnsweredBy.Human or AnsweredBy.EditedModel || example.Signals.Has(Events.Edited) || example.Origin == Origin.HumanWritten;

    private static Example Relabelled(Example example, string label)
    {
        var messages = example.Messages.ToArray();
        var last = Array.FindLastIndex(messages, m => m.Role == Role.Assistant);
        if (last >= 0 && string.Equals(messages[last].Content?.Trim(), example.Label, StringComparison.Ordinal)) messages[last] = messages[last] with { Content = label };
        return example with { Label = label, Messages = messages };
    }
}
