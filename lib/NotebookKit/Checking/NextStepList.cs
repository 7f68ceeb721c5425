using NotebookKit.Anonymizing;
using NotebookKit.Display;

namespace NotebookKit.Checking;

/// <summary>Ranks what is to be done: failures first, then what costs most if it is left, then the rest; each step once.</summary>
internal static class NextStepList
{
    /// <summary>Failed findings of stages stand among the most urgent failures.</summary>
    private const int FindingWeight = 8;

    /// <summary>Findings that an item of the checklist tells again.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
        { "no-rows", "leakage-whole", "leakage-input", "all-synthetic", "source-fails-review", "test-too-small", PlantedRecallCheck.TooLittleFound };

    public static IEnumerable<NextStep> Of(IReadOnlyList<(Check Check, CheckResult Result)> decided, IReadOnlyList<StageFinding> findings)
    {
        var steps = decided.Where(d => d.Result.Next is not null)
            .Select(d => (Step: new NextStep(d.Check.Id, d.Result.State, d.Result.Next!), Rank: (d.Result.State == CheckState.Fail ? 10 : 0) + d.Check.Weight));
        var failures = findings.Where(f => f.Finding.Severity == Severity.Failure && !Told.Contains(f.Finding.Code))
            .Select(f => (Step: new NextStep(f.Finding.Code, CheckState.Fail, f.Finding.Text), Rank: 10 + FindingWeight));
        // The same sentence may follow from several items: reading the sample answers three of them.
        return steps.Concat(failures).OrderByDescending(s => s.Rank).Select(s => s.Step).DistinctBy(s => s.Text, StringComparer.Ordinal);
    }
}
