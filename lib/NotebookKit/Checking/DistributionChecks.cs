using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>S4's checklist, "Distribution".</summary>
internal static class DistributionChecks
{
    private const string Group = "Distribution";

    /// <summary>S4: "90% of one category" biases the model; "trained on 95% positive … will almost always predict positive".</summary>
    private const int WarnShare = 90, FailShare = 95;

    /// <summary>Rows of a label below which it is hardly learned. S1's 50 for narrow domains, halved for one label among several: own choice.</summary>
    private const int FewOfLabel = 25;

    /// <summary>How many times as long as the shortest tenth the longest tenth is at least. Own choice.</summary>
    private const double LeastSpread = 2.5;

    public static IReadOnlyList<Check> All { get; } =
    [
        new("balanced", Group, "Categories are reasonably balanced", "S4", 5, Balanced),
        new("lengths-varied", Group, "Input lengths are varied (short, medium, long)", "S4", 3, LengthsVaried),
        new("topics-diverse", Group, "Topics are diverse within the domain", "S4", 4, TopicsDiverse),
        new("no-near-duplicates", Group, "Near-duplicates have been removed", "S4", 5, NoNearDuplicates),
    ];

    private static CheckResult Balanced(RunFacts run)
    {
        var lines = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var (all, labelled) = (0L, 0L);
        foreach (var row in run.In(Split.Train))
        {
            all += RunNumbers.CopiesOf(row);
            if (row.Label is not { Length: > 0 } label) continue;
            labelled += RunNumbers.CopiesOf(row);
            lines[label] = lines.GetValueOrDefault(label) + RunNumbers.CopiesOf(row);
        }

        if (lines.Count == 0) return CheckResult.Pass("No training row has a category; \"topics are diverse\" looks at topics instead.");
        var (most, least) = (lines.MaxBy(l => l.Value), lines.MinBy(l => l.Value));
        var few = lines.Where(l => l.Value < FewOfLabel && l.Value * 10 < most.Value).OrderBy(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        List<string> evidence =
        [
            $"{Numbers.Count(lines.Count, "category", "categories")} on {Numbers.Count(labelled)} of {Numbers.Count(all, "training line")}: from {Numbers.Count(least.Value)} to {Numbers.Count(most.Value)} lines; the largest has {Numbers.Share(most.Value, labelled)}.",
            "S4: 90% in one category biases the model, 95% makes it predict little else.",
        ];
        if (lines.Count == 1) return CheckResult.Warn("Look at the labels: all training rows have the same one.", evidence);
        if (100 * most.Value >= FailShare * labelled)
            return CheckResult.Fail($"Balance the categories: one has {Numbers.Share(most.Value, labelled)} of the training lines (collect others, or --set balance.method=…).", evidence);
        if (100 * most.Value >= WarnShare * labelled)
            return CheckResult.Warn($"Balance the categories: one has {Numbers.Share(most.Value, labelled)} of the training lines.", evidence);
        if (few.Count == 0) return CheckResult.Pass(evidence);
        evidence.Add($"{Numbers.Count(few.Count, "category has", "categories have")} fewer than {FewOfLabel} lines and less than a tenth of the largest: {string.Join(", ", few.Take(RunFacts.MostIds).Select(f => $"{run.Shown(f.Key)} {f.Value}"))}{(few.Count > RunFacts.MostIds ? " …" : "")}.");
        return CheckResult.Warn($"Collect rows for {Numbers.Count(few.Count, "rare category", "rare categories")} ({run.Shown(few[0].Key)} has {few[0].Value}), or join them.", evidence);
    }

    private static CheckResult LengthsVaried(RunFacts run)
    {
        var lengths = run.Rows.Select(e => InputMess.TextOf(e).Length).Order().ToArray();
        if (lengths.Length == 0) return CheckResult.Warn("Find out why no row was kept.", "There is no row.");
        int At(int percent) => lengths[(int)((lengths.Length - 1L) * percent / 100)];
        var (low, middle, high) = (At(10), At(50), At(90));
        var evidence = $"A tenth of the inputs has at most {Numbers.Count(low)} characters, half at most {Numbers.Count(middle)}, a tenth more than {Numbers.Count(high)}.";
        return high >= LeastSpread * Math.Max(low, 1)
            ? CheckResult.Pass(evidence)
            : CheckResult.Warn("Add short and long inputs: nearly all have the same length.", evidence, $"The longest tenth should be at least {Numbers.Value(LeastSpread)} times as long as the shortest (own choice).");
    }

    private static CheckResult TopicsDiverse(RunFacts run)
    {
        var topics = run.Topics;
        if (topics.Diversity is not { } diversity) return CheckResult.Warn($"Collect more rows: {Numbers.Count(topics.Rows)} are too few to speak of topics.", $"{Numbers.Count(topics.Rows, "row")}; topics need {Topics.FewestRows}.");
        string[] evidence =
        [
            $"{Numbers.Count(topics.Count, "topic")} among {Numbers.Count(topics.Rows, "row")}, the largest with {Numbers.Share((long)Math.Round(topics.Largest * topics.Rows), topics.Rows)}; normalized entropy {Numbers.Value(Math.Round(diversity, 2))} of 1.",
            "Topics are leader clusters of TF-IDF vectors of the inputs; limits: largest 50% or entropy 0.4 a warning, largest 90% a failure (own choice).",
        ];
        if (topics.Largest >= 0.9) return CheckResult.Fail("Collect other topics: nearly all inputs say the same in other words.", evidence);
        return topics.Largest >= 0.5 || diversity < SourceScale.Diversity.For2
            ? CheckResult.Warn("Collect other topics: one of them fills most of the data.", evidence) : CheckResult.Pass(evidence);
    }

    private static CheckResult NoNearDuplicates(RunFacts run)
    {
        var rows = run.Scan.Twins.Select(t => t.Chosen).Distinct().Order().ToList();
        var share = Numbers.Share(rows.Count, run.Scan.Chosen);
        var evidence = $"{Numbers.Count(rows.Count)} of {Numbers.Count(run.Scan.Chosen, "row")} {(run.Scan.Chosen < run.Rows.Count ? "drawn by the seed and compared with all others " : "")}have a twin: 80% of the word triples in common, and like answers ({share}).";
        if (rows.Count == 0) return CheckResult.Pass(evidence);
        var next = $"Remove near-duplicates: {share} of the rows have a twin (--set near.threshold=0.8).";
        return 20 * rows.Count > run.Scan.Chosen
            ? CheckResult.Fail(next, evidence, "Above 5% is a failure (own choice).", run.Ids(rows))
            : CheckResult.Warn(next, evidence, run.Ids(rows));
    }
}
