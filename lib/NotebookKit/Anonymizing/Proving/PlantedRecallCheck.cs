using System.Diagnostics;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Measures by planting how much personal data the run's anonymizing finds, and says so where it is too little. It stands behind the stage that masks; rows pass as
/// they are.</summary>
public sealed record PlantedRecallCheck : ExampleStage
{
    /// <summary>Code of the finding where a type is below the limit.</summary>
    internal const string TooLittleFound = "planted-recall-too-low";

    private const string Planted = "planted:", Found = "found:";

    private readonly Anonymizer measured = new();
    private readonly PlantedRecall? recall;

    /// <inheritdoc/>
    public override string Name => "PlantedRecall";

    /// <summary>Least share of each type that has to be found; below it the run fails. 0–1; default null: only measured.</summary>
    public double? LeastRecall { get; init => field = Guard.Ratio(value); }

    /// <summary>Pieces of each type. At least 1, default 100.</summary>
    public int PerType { get; init => field = Guard.AtLeast(value, 1); } = 100;

    /// <summary>Makes a stage with default options, for an anonymizer with default options.</summary>
    public PlantedRecallCheck() { }

    /// <summary>The same check of another anonymizer. A ready run sets it to its own.</summary>
    public PlantedRecallCheck Of(Anonymizer anonymizer)
    {
        ArgumentNullException.ThrowIfNull(anonymizer);
        return new(this, anonymizer, null);
    }

    private PlantedRecallCheck(PlantedRecallCheck original, Anonymizer measured, PlantedRecall? recall)
        : this(original) => (this.measured, this.recall) = (measured, recall);

    private PlantedRecallCheck(PlantedRecallCheck original)
        : base(original)
    {
        LeastRecall = original.LeastRecall;
        PerType = original.PerType;
        measured = original.measured;
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally) => Outcome.Keep(example);

    private protected override StageResult Run(Dataset input, RunContext run, Stopwatch watch)
    {
        var result = PlantedRecall.Measure(input, measured, new() { PerType = PerType }, run);
        var ready = new PlantedRecallCheck(this, measured, result);
        return ready.Account(input, run, watch, (0, input.Count), ready.Decide);
    }

    private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally)
    {
        if (recall is null) return [];
        foreach (var type in recall.ByType)
        {
            tally.Add(Planted + type.Name, type.Planted);
            tally.Add(Found + type.Name, type.Found);
        }

        if (recall.Overall.Planted == 0) return [new(Severity.Note, "nothing-planted", "There are no rows to plant personal data in, so nothing was measured.")];
        var below = LeastRecall is { } least ? recall.Below(least) : [];
        return below.Count > 0
            ? [new(Severity.Failure, TooLittleFound, $"Planted personal data: {PlantedRecall.Listed(below)} found, at least {Numbers.Percent(LeastRecall!.Value)} of each type must be.")]
            : [new(Severity.Note, "planted-recall", $"Planted personal data found: {PlantedRecall.Said(recall.Overall)}.")];
    }

    /// <summary>What a run's report says about the types: planted and found.</summary>
    internal static IReadOnlyList<PlantedCounts> Counted(StageReport report) =>
        [.. report.Counts.Where(c => c.Key.StartsWith(Planted, StringComparison.Ordinal))
            .Select(c => new PlantedCounts(c.Key[Planted.Length..], (int)c.Value, (int)report.Counts.GetValueOrDefault(Found + c.Key[Planted.Length..]), 0))];
}
