using System.Diagnostics;
using NotebookKit.Trails;

namespace NotebookKit;

/// <summary>One step of preparing a dataset: takes an immutable dataset, gives another, and accounts for every example.
/// A stage is a record: its options are its init properties, and <c>stage with { … }</c> is the same stage with another option.
/// Only three kinds exist: <see cref="ExampleStage"/>, <see cref="MeasureStage"/> and <see cref="CorpusStage{TSummary, TPlan}"/>.</summary>
public abstract record Stage
{
    private protected Stage() { }

    /// <summary>The stage's name in reports, tables and files.</summary>
    public abstract string Name { get; }

    /// <summary>Rises when the same input would give another output.</summary>
    public virtual int Version => 1;

    /// <summary>Name, version, options and references: what decides the result.</summary>
    public virtual StageDescription Describe() => new(Name, Version, StageOptions.ToJson(this), References);

    /// <summary>Ids of models and hashes of reference sets that decide with the options.</summary>
    protected virtual IReadOnlyList<string> References => [];

    /// <summary>Runs the stage. The input stays as it is.</summary>
    /// <exception cref="StageFailedException">A rule threw.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public StageResult Apply(Dataset input, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        run ??= new RunContext();
        if (run.AsOf is null && input.NewestDate is { } newest) run = run with { AsOf = newest };
        var watch = Stopwatch.StartNew();
        return Run(input, run, watch);
    }

    /// <summary>True where the examples that it keeps are without personal data, as far as its options go.</summary>
    private protected virtual bool Anonymizes => false;

    private protected abstract StageResult Run(Dataset input, RunContext run, Stopwatch watch);

    /// <summary>What the stage found out about the whole, once every example is decided. Default: nothing.</summary>
    private protected virtual IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) => [];

    /// <summary>Rows that the stage found to belong together. Default: none.</summary>
    private protected virtual IReadOnlyList<Relation> Relate(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) => [];

    /// <summary>Decides about every example in parallel, in the order of the input, and keeps the account: the one place where
    /// examples can leave.</summary>
    private protected StageResult Account(
        Dataset input, RunContext run, Stopwatch watch, (long Done, long Total) progress, Func<Example, Tally, Outcome> decide)
    {
        var outcomes = new Outcome[input.Examples.Count];
        var setAside = 0;
        var lists = new TrailLists();
        var parts = Chunks.Run(input.Examples.Count, run, (from, to) =>
        {
            var tally = new Tally();
            var trail = new TrailRecorder(from, lists);
            for (var i = from; i < to; i++)
            {
                var example = input.Examples[i];
                try
                {
                    outcomes[i] = Checked(decide(example, tally), example);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    if (Interlocked.Increment(ref setAside) > run.MaxSetAside) throw new StageFailedException(Name, example, error);
                    outcomes[i] = Outcome.Remove(example, "set-aside", withheld: true);
                }

                if (outcomes[i].IsKept && !ReferenceEquals(outcomes[i].Example, example)) trail.Note(i, example, outcomes[i].Example);
            }

            return (Tally: tally, Trail: trail.Finish());
        }, done => run.Progress?.Report(new(Name, progress.Done + done, progress.Total)));

        var kept = new List<Example>(outcomes.Length);
        var removed = new List<Removal>();
        var left = new List<int>();
        var reasons = new Tally();
        var flagged = new Tally();
        var changed = 0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var outcome = outcomes[i];
            var before = input.Examples[i];
            if (outcome.IsRemoved)
            {
                removed.Add(new(before, Name, outcome.Reason!, outcome.Measured, outcome.Limit, outcome.CauseId, outcome.Withheld) { CauseRun = outcome.CauseRun });
                left.Add(i);
                reasons.Add(outcome.Reason!);
                continue;
            }

            // What is noted here is no change: the texts may be as they were.
            kept.Add(Anonymizes && !outcome.Example.IsAnonymized ? outcome.Example with { IsAnonymized = true } : outcome.Example);
            if (ReferenceEquals(outcome.Example, before)) continue;
            changed++;
            for (var f = before.Flags.Count; f < outcome.Example.Flags.Count; f++) flagged.Add(outcome.Example.Flags[f].Reason);
        }

        var all = new Tally();
        foreach (var part in parts) all.Add(part.Tally);
        var changes = new StageTrail([.. parts.Select(p => p.Trail).OfType<TrailPart>()], [.. left], input.Follows);
        var report = new StageReport
        {
            Name = Name,
            Received = outcomes.Length,
            Kept = kept.Count,
            Changed = changed,
            Reasons = reasons.Counts,
            Flagged = flagged.Counts,
            Counts = all.Counts,
            Findings = Conclude(kept, removed, all),
            Relations = Relate(kept, removed, all),
            Stage = Describe(),
            Elapsed = watch.Elapsed,
        };
        return new(input.Next(kept, removed, report, changes), removed, report);
    }

    private static Outcome Checked(Outcome outcome, Example example)
    {
        if (!outcome.IsKept && !outcome.IsRemoved)
            throw new InvalidOperationException("The rule returned a default Outcome; return Outcome.Keep or Outcome.Remove.");
        if (outcome.IsKept && (!string.Equals(outcome.Example.Id, example.Id, StringComparison.Ordinal) || outcome.Example.Position != example.Position))
            throw new InvalidOperationException("The rule changed Id or Position; both are given once, in Sourcing.");
        return outcome;
    }
}
