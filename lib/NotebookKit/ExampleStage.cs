using System.Diagnostics;

namespace NotebookKit;

/// <summary>A stage that decides about one example by itself. One new rule is one short <see cref="Decide"/>; counting, order,
/// threads and the account are done here.</summary>
public abstract record ExampleStage : Stage
{
    /// <summary>Decides about one example. Pure and thread-safe: it depends on the example and the options alone.</summary>
    protected internal abstract Outcome Decide(Example example, Tally tally);

    /// <summary>The stage made ready for one run: a copy that holds what the run gives (key, seed, time) and what is costly to make.
    /// Default: the stage itself. The copy lives for one run only, so it can never hold what an older option made.</summary>
    protected internal virtual ExampleStage Prepare(RunContext run) => this;

    /// <summary>What the stage found out about the whole, for people. Default: nothing.</summary>
    protected internal virtual IReadOnlyList<Finding> Findings(StageOutcome outcome) => [];

    /// <summary>The example with a remark of this stage.</summary>
    protected Outcome Flag(Example example, string reason, double? measured = null, double? limit = null) =>
        Outcome.Keep(example.WithFlag(new(Name, reason, measured, limit)));

    private protected override StageResult Run(Dataset input, RunContext run, Stopwatch watch) =>
        Account(input, run, watch, (0, input.Examples.Count), Prepare(run).Decide);

    private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) =>
        Findings(new(kept, removed, tally));
}

/// <summary>A one-off rule made of a function; see <see cref="Dataset.Keep"/> and <see cref="Dataset.Change"/>.</summary>
internal sealed record LambdaStage(string StageName, Func<Example, Outcome> Rule) : ExampleStage
{
    public override string Name => StageName;

    protected internal override Outcome Decide(Example example, Tally tally) => Rule(example);
}
