using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>What planting showed about the anonymizing of the run, where the run planted.</summary>
internal static class PlantingChecks
{
    public static IReadOnlyList<Check> All { get; } =
        [new("planted-personal-data", "Content", "Planted personal data is found", "Kit", 9, Found)];

    /// <summary>The report of the stage that planted; null where none did.</summary>
    public static StageReport? Report(RunFacts run) => run.Result.History.Stages.Select(s => s.Report).LastOrDefault(r => r.Name == new PlantedRecallCheck().Name);

    private static CheckResult Found(RunFacts run)
    {
        var types = PlantedRecallCheck.Counted(Report(run)!);
        if (types.Count == 0) return CheckResult.Warn("Run again on rows: there were none to plant personal data in.", "Nothing was planted.");
        var all = new PlantedCounts("all", types.Sum(t => t.Planted), types.Sum(t => t.Found), 0);
        var lowest = types.Where(t => t.Leaked > 0).OrderBy(t => t.Recall).ThenBy(t => t.Name, StringComparer.Ordinal).Take(RunFacts.MostIds).ToList();
        List<string> evidence = [$"Planted personal data found: {PlantedRecall.Said(all)}."];
        if (lowest.Count > 0) evidence.Add($"Lowest: {PlantedRecall.Listed(lowest)}.");
        evidence.Add("It measures on invented values of forms that are known; personal data of another form is not measured.");
        var least = run.Stage<PlantedRecallCheck>().LeastRecall;
        var below = types.Where(t => t.Recall < least).OrderBy(t => t.Recall).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
        return below.Count == 0 ? CheckResult.Pass(evidence)
            : CheckResult.Fail($"Take sensitivity recall-first, or add recognizers, for {string.Join(", ", below.Select(t => t.Name))}: less than {Numbers.Percent(least!.Value)} of what was planted is found.", [.. evidence, $"Least share of each type: {Numbers.Percent(least.Value)}."]);
    }
}
