using System.Collections.Immutable;
using NotebookKit.Display;
using NotebookKit.Reviewing;

namespace NotebookKit.Checking;

/// <summary>What a finished run is worth: the checklist, what to do next, the sources side by side, and the drift. Computed on the rows that are handed over, not on
/// what stages said about them.</summary>
public sealed record Assessment
{
    /// <summary>The steps that are shown.</summary>
    public const int MostSteps = 3;

    /// <summary>S4's sixteen items and the kit's own.</summary>
    public required Checklist Checklist { get; init; }

    /// <summary>What to do next, the most urgent first; at most three.</summary>
    public required ImmutableArray<NextStep> NextSteps { get; init; }

    /// <summary>The sources side by side.</summary>
    public required SourceMatrix Matrix { get; init; }

    /// <summary>How far train and test have moved from the inputs before cleaning.</summary>
    public required ImmutableArray<Drift> Drift { get; init; }

    /// <summary>What people are asked to read.</summary>
    public required ReviewSample Sample { get; init; }

    /// <summary>All items, in order: S4's four groups in its order, then the kit's own.</summary>
    internal static IReadOnlyList<Check> Checks { get; } =
        [.. FormatChecks.All, .. ContentChecks.All, .. DistributionChecks.All, .. SplitChecks.All, .. CoverageChecks.All, .. SplitChecks.More, .. OriginChecks.All];

    /// <summary>Checks a dataset. It may come from any chain of stages; what needs a split or a score that is not there says so.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Assessment Of(Dataset result, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var run = new RunFacts(result, options ?? new());
        // What is only measured on demand is only listed where it was.
        var checks = PlantingChecks.Report(run) is null ? Checks : Checks.Concat(PlantingChecks.All);
        var decided = checks.Select(c => (Check: c, Result: c.Decide(run))).ToList();
        return new()
        {
            Checklist = new() { Items = [.. decided.Select(d => new ChecklistItem(d.Check.Id, d.Check.Group, d.Check.Text, d.Check.Article, d.Result.State, d.Result.Evidence))] },
            NextSteps = [.. NextStepList.Of(decided, StageFinding.Of(result)).Take(MostSteps)],
            Matrix = SourceGrading.Of(run),
            Drift = [.. run.Drift],
            Sample = run.Sample,
        };
    }
}
