using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>S4's checklist, "Splits", and its least size of a test set.</summary>
internal static class SplitChecks
{
    private const string Group = "Splits";

    /// <summary>S4: "Minimum test set: 50 examples for meaningful metrics".</summary>
    private const int LeastTest = 50;

    public static IReadOnlyList<Check> All { get; } =
    [
        new("no-leakage", Group, "Train/val/test split is clean (no leakage)", "S4", 9, NoLeakage),
        new("test-representative", Group, "Test set is representative of production inputs", "S4", 6, TestRepresentative),
        new("test-held-out", Group, "Test set is held out and never used for training decisions", "S4", 8, TestHeldOut),
    ];

    /// <summary>Beside S4's three.</summary>
    public static IReadOnlyList<Check> More { get; } =
        [new("test-size", "Coverage", "The test set is large enough for meaningful metrics", "S4", 7, TestSize)];

    private static CheckResult NoLeakage(RunFacts run)
    {
        if (run.Rows.Count == 0) return CheckResult.Fail("Find out why no row was kept.", "There is no row.");
        var (said, asked) = (Crossing(run, i => run.Scan.Facts[i].Said), Crossing(run, i => run.Scan.Facts[i].Asked));
        var (conversations, parents) = (Torn(run, e => e.Conversation), Torn(run, e => e.ParentId));
        var near = run.Scan.Crossing.Select(t => t.Chosen).Distinct().Order().ToList();
        var leaking = said.Union(asked).Union(conversations).Union(parents).Order().ToList();
        string[] evidence =
        [
            $"Rows of validation or test that are in train, too: {Numbers.Count(said.Count)} say the same, {Numbers.Count(asked.Count)} ask the same, {Numbers.Count(conversations.Count)} are of the same conversation, {Numbers.Count(parents.Count)} of the same parent; none may.",
            $"{Numbers.Count(near.Count)} of {Numbers.Count(run.Scan.HeldOut, "held-out row")} that were compared ask nearly what a training row asks (80% of the word triples).",
        ];
        if (leaking.Count > 0)
            return CheckResult.Fail($"Take {Numbers.Count(leaking.Count, "held-out row")} out of train: they stand on both sides of the split (--set leakage.policy=remove).", [.. evidence, run.Ids(leaking)]);
        return near.Count > 0 ? CheckResult.Warn($"Split again by similarity: {Numbers.Count(near.Count, "held-out row")} ask nearly what a training row asks.", [.. evidence, run.Ids(near)]) : CheckResult.Pass(evidence);
    }

    /// <summary>Held-out rows whose key a training row has, too.</summary>
    private static List<int> Crossing(RunFacts run, Func<int, ulong> key)
    {
        var train = new HashSet<ulong>();
        for (var i = 0; i < run.Rows.Count; i++)
            if (RunNumbers.SplitOf(run.Rows[i]) == Split.Train && key(i) is not 0 and var known) train.Add(known);
        return [.. Enumerable.Range(0, run.Rows.Count).Where(i => RunNumbers.SplitOf(run.Rows[i]) != Split.Train && key(i) is not 0 and var asked && train.Contains(asked))];
    }

    private static List<int> Torn(RunFacts run, Func<Example, string?> group)
    {
        var train = run.In(Split.Train).Select(group).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, run.Rows.Count).Where(i => RunNumbers.SplitOf(run.Rows[i]) != Split.Train && group(run.Rows[i]) is { } name && train.Contains(name))];
    }

    private static CheckResult TestRepresentative(RunFacts run) => Drifted(run, Split.Test, "test",
        worst => $"Draw the test from what users really send: its inputs differ in {worst.Feature} from those before cleaning (PSI {Numbers.Value(Math.Round(worst.Psi!.Value, 2))}).");

    /// <summary>The drift of a split as a result.</summary>
    public static CheckResult Drifted(RunFacts run, Split split, string name, Func<Drift, string> next)
    {
        var drift = run.Drift.Where(d => d.Split == split).OrderByDescending(d => d.State).ThenByDescending(d => d.Psi).ToList();
        if (drift.Count == 0 || drift.All(d => d.Psi is null))
            return CheckResult.Warn($"Get at least {Drifts.FewestRows} rows into {name}: fewer cannot be compared with what users send.", $"The {name} set has {Numbers.Count(run.In(split).Count(), "row")}; fewer than {Drifts.FewestRows} say nothing about drift.");
        var evidence = drift.Select(d => $"{char.ToUpperInvariant(d.Feature[0])}{d.Feature[1..]}: PSI {Numbers.Value(Math.Round(d.Psi ?? 0, 3))} against {Numbers.Count(d.Bins.Sum(b => b.Expected), "distinct input")} before cleaning{(d.State == CheckState.Pass && d.Psi > PopulationStability.WarnAbove ? ", which chance alone gives for so few rows" : "")}.")
            .Append("PSI above 0.1 is a warning, above 0.25 a failure (Siddiqi 2006), where it is more than 95 of 100 chance draws give.").ToList();
        var worst = drift[0];
        return worst.State switch
        {
            CheckState.Fail => CheckResult.Fail(next(worst), [.. evidence, Moved(worst)]),
            CheckState.Warn => CheckResult.Warn(next(worst), [.. evidence, Moved(worst)]),
            _ => CheckResult.Pass(evidence),
        };
    }

    /// <summary>The bin that moved most.</summary>
    private static string Moved(Drift drift)
    {
        var (expected, actual) = (drift.Bins.Sum(b => b.Expected), drift.Bins.Sum(b => b.Actual));
        var bin = drift.Bins.MaxBy(b => Math.Abs(((double)b.Actual / actual) - ((double)b.Expected / expected)))!;
        return $"Most of it: {drift.Feature} \"{bin.Name}\" has {Numbers.Share(bin.Actual, actual)} instead of {Numbers.Share(bin.Expected, expected)}.";
    }

    private static CheckResult TestHeldOut(RunFacts run)
    {
        var test = run.In(Split.Test).ToList();
        if (test.Count == 0) return CheckResult.Fail("Hold a test set out (--set split.policy=BySize).", "There is no test set. S4: always hold one out, use it only for the final evaluation.");
        var copied = test.Where(e => e.Repeat > 1 || e.Weight is not null).ToList();
        var seeds = run.In(Split.Train).Select(e => e.ParentId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var parents = test.Where(e => seeds.Contains(e.Id)).ToList();
        var made = test.Where(e => e.Origin == Origin.Synthetic).ToList();
        var evidence = $"{Numbers.Count(test.Count, "test row")}: {Numbers.Count(copied.Count)} repeated or weighted for training, {Numbers.Count(parents.Count)} the model of a synthetic training row, {Numbers.Count(made.Count)} synthetic. Whether people look at it while they train no check can see.";
        if (copied.Count + parents.Count > 0)
            return CheckResult.Fail($"Take {Numbers.Count(copied.Count + parents.Count, "test row")} out of the test: training used them.", evidence, RunFacts.Ids(copied.Concat(parents).Select(e => e.Id)));
        return made.Count > 0
            ? CheckResult.Warn($"Take {Numbers.Count(made.Count, "synthetic row")} out of the test: it should say what real users send.", evidence, RunFacts.Ids(made.Select(e => e.Id)))
            : CheckResult.Pass(evidence);
    }

    private static CheckResult TestSize(RunFacts run)
    {
        var rows = run.In(Split.Test).Count();
        var evidence = $"{Numbers.Count(rows, "test row")}; S4 asks for at least {LeastTest}.";
        if (rows >= LeastTest) return CheckResult.Pass(evidence);
        return rows == 0
            ? CheckResult.Fail("Hold a test set out: there is none.", evidence)
            : CheckResult.Warn($"Enlarge the test set: it has {Numbers.Count(rows, "row")}, {LeastTest} are needed (--set split.policy=80/0/20, or more data).", evidence);
    }
}
