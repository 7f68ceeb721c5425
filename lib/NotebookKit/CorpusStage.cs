using System.Diagnostics;

namespace NotebookKit;

/// <summary>Something that writes itself to bytes and reads itself back, with a version of its form.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IPersisted<TSelf>
    where TSelf : IPersisted<TSelf>
{
    /// <summary>Version of the written form; an older one is computed again, never guessed.</summary>
    static abstract int FormatVersion { get; }

    /// <summary>Writes everything that <see cref="Read"/> needs. Equal values write equal bytes.</summary>
    void Write(BinaryWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    static abstract TSelf Read(BinaryReader reader);
}

/// <summary>A stage that must know every example before it decides about one: summarize each part, merge the summaries, plan once,
/// decide per example. So one implementation serves memory, files and many machines, and gives the same bytes for any
/// number of threads or parts.</summary>
/// <typeparam name="TSummary">What is known about a part. No floating-point sums: whole numbers, sorted values, hashes.</typeparam>
/// <typeparam name="TPlan">What was decided for the whole.</typeparam>
public abstract record CorpusStage<TSummary, TPlan> : Stage
    where TSummary : IPersisted<TSummary>
    where TPlan : IPersisted<TPlan>
{
    /// <summary>The stage made ready for one run: a copy that holds what is costly to make. Default: the stage itself. The copy lives for one run only, so it
    /// can never hold what an older option made.</summary>
    protected internal virtual CorpusStage<TSummary, TPlan> Prepare(RunContext run) => this;

    /// <summary>Summarizes a part: any part, on any thread or machine. <c>Summarize([])</c> is neutral in <see cref="Merge"/>.</summary>
    protected internal abstract TSummary Summarize(IReadOnlyList<Example> part, RunContext run);

    /// <summary>Merges summaries: associative and commutative, bit for bit.</summary>
    protected internal abstract TSummary Merge(IReadOnlyList<TSummary> summaries);

    /// <summary>Decides for the whole, once per run.</summary>
    protected internal abstract TPlan Plan(TSummary whole, RunContext run);

    /// <summary>Carries the plan out for one example; pure and thread-safe.</summary>
    protected internal abstract Outcome Decide(Example example, TPlan plan, Tally tally);

    /// <summary>What the plan says about the whole, for people. Default: nothing.</summary>
    protected virtual IReadOnlyList<Finding> Findings(TPlan plan, StageOutcome outcome) => [];

    /// <summary>Rows that belong together by the plan. Default: none.</summary>
    protected virtual IReadOnlyList<Relation> Relations(TPlan plan, StageOutcome outcome) => [];

    /// <summary>Wraps the result; a stage that returns more than the account overrides it.</summary>
    protected virtual StageResult Result(TPlan plan, Dataset input, StageResult account) => account;

    /// <summary>Plans from a reference set, to be applied to another with <see cref="With"/>.</summary>
    public TPlan Fit(Dataset reference, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        run ??= new RunContext();
        if (run.AsOf is null && reference.NewestDate is { } newest) run = run with { AsOf = newest };
        return Prepared(run).MakePlan(reference, run, new(run, Name, reference.Examples.Count));
    }

    /// <summary>This stage with a plan that is already made: it decides about each example by itself.</summary>
    public ExampleStage With(TPlan plan) => new PlannedStage(this, plan);

    /// <summary>Carries out a plan that is already made, with all that the plan says about the whole.</summary>
    private protected StageResult Carry(TPlan plan, Dataset input) => Result(plan, input, new Worker(this, plan).Apply(input));

    private protected override StageResult Run(Dataset input, RunContext run, Stopwatch watch)
    {
        var count = input.Examples.Count;
        var ready = Prepared(run);
        var plan = ready.MakePlan(input, run, new(run, Name, 2L * count));
        var worker = new Worker(ready, plan);
        return ready.Result(plan, input, worker.Run(input, run, watch, (count, 2L * count)));
    }

    private CorpusStage<TSummary, TPlan> Prepared(RunContext run)
    {
        run.Cancel.ThrowIfCancellationRequested();
        try
        {
            return Prepare(run);
        }
        catch (Exception error) when (error is not OperationCanceledException and not StageFailedException)
        {
            throw new StageFailedException(Name, null, error);
        }
    }

    private TPlan MakePlan(Dataset input, RunContext run, Progressing progress)
    {
        try
        {
            return Planned(input.Examples, run, progress);
        }
        catch (Exception error) when (error is not OperationCanceledException and not StageFailedException)
        {
            throw new StageFailedException(Name, null, error);
        }
    }

    private TPlan Planned(IReadOnlyList<Example> examples, RunContext run, Progressing progress)
    {
        var written = run.Parts is not null;
        var parts = Chunks.Run(examples.Count, run, (from, to) =>
            Passed(Summarize(new Slice<Example>(examples, from, to - from), run), written), progress.Report, run.Parts ?? Chunks.CountFor(examples.Count, run));
        var summary = Passed(parts.Count == 0 ? Summarize([], run) : Merge(parts), written);
        run.Cancel.ThrowIfCancellationRequested();
        return Passed(Plan(summary, run), written);
    }

    private static T Passed<T>(T value, bool written)
        where T : IPersisted<T> => written ? Persisted.FromBytes<T>(Persisted.ToBytes(value))! : value;

    private sealed record Progressing(RunContext Run, string Stage, long Total)
    {
        public void Report(long done) => Run.Progress?.Report(new(Stage, done, Total));
    }

    /// <summary>Carries out a plan and adds what the plan says about the whole.</summary>
    private sealed record Worker(CorpusStage<TSummary, TPlan> Stage, TPlan Plan) : Stage
    {
        public override string Name => Stage.Name;

        public override int Version => Stage.Version;

        public override StageDescription Describe() => Stage.Describe();

        public StageResult Run(Dataset input, RunContext run, Stopwatch watch, (long Done, long Total) progress) =>
            Account(input, run, watch, progress, (example, tally) => Stage.Decide(example, Plan, tally));

        private protected override StageResult Run(Dataset input, RunContext run, Stopwatch watch) => Run(input, run, watch, (0, input.Examples.Count));

        private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) =>
            Stage.Findings(Plan, new(kept, removed, tally));

        private protected override IReadOnlyList<Relation> Relate(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) =>
            Stage.Relations(Plan, new(kept, removed, tally));
    }

    private sealed record PlannedStage(CorpusStage<TSummary, TPlan> Stage, TPlan Plan) : ExampleStage
    {
        public override string Name => Stage.Name;

        public override int Version => Stage.Version;

        public override StageDescription Describe() => Stage.Describe();

        protected internal override ExampleStage Prepare(RunContext run) => this with { Stage = Stage.Prepare(run) };

        protected internal override Outcome Decide(Example example, Tally tally) => Stage.Decide(example, Plan, tally);
    }
}

/// <summary>What came of a plan, handed to a stage that draws its conclusions.</summary>
/// <param name="Kept">The examples that stay.</param>
/// <param name="Removed">The examples that leave.</param>
/// <param name="Tally">The stage's own counts.</param>
public sealed record StageOutcome(IReadOnlyList<Example> Kept, IReadOnlyList<Removal> Removed, Tally Tally);
