namespace NotebookKit.Splitting;

/// <summary>What to do with a row that says what a held-out row says.</summary>
public enum LeakagePolicy
{
    /// <summary>Keep it with a remark; the finding is a failure.</summary>
    Flag,

    /// <summary>Take it out of train (out of validation where the other row is in test).</summary>
    Remove,
}

/// <summary>Proves that no row of test or validation is also in train: an exact join of the splits over the whole conversation, and over the input alone.
/// Independent of deduplication and of the splitter: it compares by a normal form of its own (letters and digits in lower case).</summary>
public sealed record LeakageCheck : CorpusStage<LeakageSummary, LeakagePlan>
{
    /// <summary>A row of a more protected split (test before validation before train) says or asks the same; measured is how many such rows
    /// there are, limit 0, cause the first of them.</summary>
    public const string Leaked = "leaked";

    /// <summary>What to do with a leaked row: Flag (default) or Remove, which takes it out of train.</summary>
    public LeakagePolicy Policy { get; init => field = Guard.Defined(value); } = LeakagePolicy.Flag;

    /// <inheritdoc/>
    public override string Name => "Leakage";

    /// <inheritdoc/>
    protected internal override LeakageSummary Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        var whole = new List<LeakageEntry>(part.Count);
        var input = new List<LeakageEntry>(part.Count);
        var unsplit = 0;
        foreach (var example in part)
        {
            if (example.Split is not { } split)
            {
                unsplit++;
                continue;
            }

            if (LeakageKeys.Whole(example) is var all && all != 0) whole.Add(new(all, split, 1, example.Id));
            if (LeakageKeys.Input(example) is var asked && asked != 0) input.Add(new(asked, split, 1, example.Id));
        }

        return new(LeakageEntry.Sum(whole), LeakageEntry.Sum(input), unsplit);
    }

    /// <inheritdoc/>
    protected internal override LeakageSummary Merge(IReadOnlyList<LeakageSummary> summaries) => new(
        LeakageEntry.Sum(summaries.SelectMany(s => s.Whole)), LeakageEntry.Sum(summaries.SelectMany(s => s.Input)), summaries.Sum(s => s.Unsplit));

    /// <inheritdoc/>
    protected internal override LeakagePlan Plan(LeakageSummary whole, RunContext run) => LeakagePlan.Of(whole);

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, LeakagePlan plan, Tally tally)
    {
        if (example.Split is null or Split.Test) return Outcome.Keep(example);
        var (whole, input) = (plan.Whole(example), plan.Input(example));
        if (whole is not null) tally.Add("leakage-whole");
        if (input is not null) tally.Add("leakage-input");
        if ((whole ?? input) is not { } held) return Outcome.Keep(example);
        return Policy == LeakagePolicy.Remove
            ? Outcome.Remove(example, Leaked, held.Count, 0, held.FirstId)
            : Outcome.Keep(example.WithFlag(new(Name, Leaked, held.Count, 0)));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(LeakagePlan plan, StageOutcome outcome)
    {
        var (whole, input) = (outcome.Tally.Counts.GetValueOrDefault("leakage-whole"), outcome.Tally.Counts.GetValueOrDefault("leakage-input"));
        var split = outcome.Kept.Count + outcome.Removed.Count - plan.Unsplit;
        var findings = new List<Finding>();
        // What was removed leaks no longer; it is still worth knowing how much there was.
        var (severity, now) = Policy == LeakagePolicy.Remove ? (Severity.Note, "were removed") : (Severity.Failure, "are still there");
        if (whole > 0) findings.Add(new(severity, "leakage-whole", FormattableString.Invariant($"{whole} {(whole == 1 ? "row says" : "rows say")} the same as a row of a held-out split; they {now}.")));
        if (input > 0) findings.Add(new(severity, "leakage-input", FormattableString.Invariant($"{input} {(input == 1 ? "row asks" : "rows ask")} the same as a row of a held-out split; they {now}.")));
        if (findings.Count == 0 && split > 0)
            findings.Add(new(Severity.Note, "no-leakage", FormattableString.Invariant($"None of {split} rows says or asks the same as a row of another split.")));
        if (plan.Unsplit > 0)
            findings.Add(new(Severity.Warning, "not-split", FormattableString.Invariant($"{plan.Unsplit} rows are in no split and were not compared.")));
        return findings;
    }
}
