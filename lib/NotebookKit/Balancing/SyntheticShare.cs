using System.Globalization;

namespace NotebookKit.Balancing;

/// <summary>Holds the share of synthetic training lines against a policy. By default it only warns; a training set that is all synthetic is always a
/// failure (S4: "never 100% synthetic").</summary>
/// <remarks>Lines are counted, repeats included. Rows of unknown origin count as real and are reported. Rows that are in no split are taken for training rows.</remarks>
public sealed record SyntheticShare : CorpusStage<SyntheticSummary, SyntheticPlan>
{
    /// <summary>There are more synthetic lines than the policy allows; measured is their share of the training lines, limit the largest share.</summary>
    public const string OverSyntheticShare = "over-synthetic-share";

    /// <summary>How many training lines may be synthetic: S0RealAtLeast30 (70%), S1AtMost20 (20%), S3RealToSynthetic1To10 (91%),
    /// S4Mixed30To70 (70%), S4Half (50%), or a largest share 0–1. Default S1AtMost20.</summary>
    public SyntheticPolicy Policy { get; init => field = value ?? throw new ArgumentNullException(nameof(Policy)); } = SyntheticPolicy.S1AtMost20;

    /// <summary>Takes synthetic rows out of train, by keyed choice, until the policy holds. Default false: a warning.
    /// A set that is all synthetic keeps its rows.</summary>
    public bool Enforce { get; init; }

    /// <summary>Counts distilled rows (a real input answered by a larger model) as synthetic. Default true.</summary>
    public bool CountDistilled { get; init; } = true;

    /// <inheritdoc/>
    public override string Name => "SyntheticShare";

    /// <inheritdoc/>
    protected internal override SyntheticSummary Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        var synthetic = new List<(string, int)>();
        long real = 0, unknown = 0;
        foreach (var example in part)
        {
            if (example.Split is not (null or Split.Train)) continue;
            if (example.Origin == Origin.Synthetic || (CountDistilled && example.Origin == Origin.Distilled))
            {
                synthetic.Add((example.Id, example.Repeat));
                continue;
            }

            real += example.Repeat;
            if (example.Origin == Origin.Unknown) unknown++;
        }

        return new(synthetic, real, unknown);
    }

    /// <inheritdoc/>
    protected internal override SyntheticSummary Merge(IReadOnlyList<SyntheticSummary> summaries) =>
        new(summaries.SelectMany(s => s.Synthetic), summaries.Sum(s => s.Real), summaries.Sum(s => s.Unknown));

    /// <inheritdoc/>
    protected internal override SyntheticPlan Plan(SyntheticSummary whole, RunContext run)
    {
        var lines = whole.Synthetic.Sum(s => (long)s.Lines);
        var share = lines == 0 ? 0 : Math.Round((double)lines / (lines + whole.Real), 6);
        var over = lines > Policy.Allowed(whole.Real);
        var leaving = over && Enforce && whole.Real > 0 ? Leaving(whole, run.Seed) : [];
        return new(leaving, share, [.. Findings(whole, lines, over, leaving.Count)]);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, SyntheticPlan plan, Tally tally) =>
        plan.Leaves(example.Id) ? Outcome.Remove(example, OverSyntheticShare, plan.Share, Policy.MaxShare) : Outcome.Keep(example);

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(SyntheticPlan plan, StageOutcome outcome) => plan.Findings;

    private List<string> Leaving(SyntheticSummary whole, ulong seed)
    {
        var left = Policy.Allowed(whole.Real);
        var leaving = new List<string>();
        // OrderBy is stable, and rows come by id, so equal ranks are decided by id.
        foreach (var (id, lines) in whole.Synthetic.OrderBy(s => KeyedChoice.Rank(seed, "synthetic", s.Id)))
        {
            if (lines <= left) left -= lines;
            else leaving.Add(id);
        }

        return leaving;
    }

    private IEnumerable<Finding> Findings(SyntheticSummary whole, long lines, bool over, int leaving)
    {
        if (lines > 0 && whole.Real == 0)
            yield return new(Severity.Failure, "all-synthetic", Text($"All {lines} training lines are synthetic; a model trained on them forgets what real users write. Add real rows."));
        else if (lines > 0)
            yield return new(over && leaving == 0 ? Severity.Warning : Severity.Note, "synthetic-share", Text(
                $"{lines} of {lines + whole.Real} training lines are synthetic ({100.0 * lines / (lines + whole.Real):F1}%); {Policy.Name} allows {100 * Policy.MaxShare:F1}%")
                + (leaving > 0 ? Text($", so {leaving} rows leave.") : "."));
        if (whole.Unknown > 0)
            yield return new(Severity.Note, "unknown-origin", Text($"{whole.Unknown} training rows have no known origin and count as real."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
