using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Formatting;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>Whether the data covers time, labels, production inputs, edge cases, and enough of all.</summary>
internal static class CoverageChecks
{
    private const string Group = "Coverage";

    /// <summary>S0: "Accumulate data over 2–4 weeks of normal usage"; S1: tickets and logs with "6+ months of operational history".</summary>
    private const int LeastDays = 14, LeastTicketDays = 180;

    /// <summary>A label is gone when the time since it was last seen is so many times its usual gap between two days, and at least so many days. By chance that
    /// happens to e⁻¹⁰ of labels whose days are independent; labels come in bursts, so less would cry wolf (own choice).</summary>
    private const int Gaps = 10, LeastGapDays = 60, LeastOfLabel = 5;

    public static IReadOnlyList<Check> All { get; } =
    [
        new("history-span", Group, "The rows cover enough time", "S0, S1", 4, HistorySpan),
        new("labels-appear", Group, "Every label still appears in the newest rows", "S3", 6, LabelsAppear),
        new("train-representative", Group, "Training inputs are written as production inputs are", "S3", 5, TrainRepresentative),
        .. ReviewSample.EdgeMarks.Select(m => new Check(m.Replace(':', '-'), Group, $"There are rows for the edge case \"{m["edge:".Length..]}\"", "S3", 3, run => Edge(run, m))),
        new("size", Group, "There are enough training examples for the task", "S0", 7, Size),
    ];

    private static CheckResult HistorySpan(RunFacts run)
    {
        var logs = run.Rows.Where(e => e.Origin is Origin.ProductionLog or Origin.Unknown).ToList();
        if (logs.Count == 0) return CheckResult.Pass("No row was recorded by an app over time.");
        var dated = logs.Where(e => e.CreatedAt is not null).ToList();
        if (dated.Count == 0) return CheckResult.Warn($"Export dates with the rows: none of {Numbers.Count(logs.Count, "recorded row")} says when it was.", $"None of {Numbers.Count(logs.Count, "recorded row")} has a date.");
        var (all, evidence) = (Days(dated), new List<string>());
        evidence.Add($"{Numbers.Count(dated.Count)} of {Numbers.Count(logs.Count, "recorded row")} have a date, over {Numbers.Count(all, "day")}; S0 asks for two weeks at least.");
        var inputs = run.Result.History.Inputs;
        var tickets = dated.Where(e => e.Position.Source < inputs.Count && inputs[e.Position.Source].Format == "tickets").ToList();
        var ticketDays = tickets.Count == 0 ? 0 : Days(tickets);
        if (tickets.Count > 0) evidence.Add($"Tickets span {Numbers.Count(ticketDays, "day")}; S1 asks for six months.");
        if (all < LeastDays) return CheckResult.Warn($"Collect for two weeks or more: the rows span {Numbers.Count(all, "day")}.", evidence);
        return tickets.Count > 0 && ticketDays < LeastTicketDays
            ? CheckResult.Warn($"Export six months of tickets: these span {Numbers.Count(ticketDays, "day")}.", evidence) : CheckResult.Pass(evidence);
    }

    private static long Days(List<Example> dated) => (long)(dated.Max(e => e.CreatedAt)!.Value - dated.Min(e => e.CreatedAt)!.Value).TotalDays;

    private static CheckResult LabelsAppear(RunFacts run)
    {
        var dated = run.Rows.Where(e => e is { Label.Length: > 0, CreatedAt: not null }).ToList();
        if (dated.Count == 0) return CheckResult.Pass("No row has both a label and a date.");
        var newest = dated.Max(e => e.CreatedAt)!.Value;
        var oldest = dated.Min(e => e.CreatedAt)!.Value;
        var gone = new List<(string Label, DateTimeOffset Last, int Rows)>();
        foreach (var label in dated.GroupBy(e => e.Label!, StringComparer.Ordinal))
        {
            var (rows, last) = (label.Count(), label.Max(e => e.CreatedAt)!.Value);
            if (rows < LeastOfLabel || newest - last < TimeSpan.FromDays(LeastGapDays)) continue;
            var days = label.Select(e => e.CreatedAt!.Value.UtcDateTime.Date).Distinct().Count();
            if (newest - last > Gaps * (last - oldest) / days) gone.Add((label.Key, last, rows));
        }

        if (gone.Count == 0) return CheckResult.Pass($"Each of {Numbers.Count(dated.Select(e => e.Label).Distinct(StringComparer.Ordinal).Count(), "label")} is as recent as its frequency lets expect.");
        gone = [.. gone.OrderByDescending(g => g.Rows).ThenBy(g => g.Label, StringComparer.Ordinal)];
        static string Date(DateTimeOffset date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return CheckResult.Warn($"Label {string.Join(", ", gone.Take(3).Select(g => $"{run.Shown(g.Label)}: 0 rows after {Date(g.Last)}"))}{(gone.Count > 3 ? " …" : "")}.",
            [.. gone.Take(RunFacts.MostIds).Select(g => $"{run.Shown(g.Label)}: {Numbers.Count(g.Rows, "row")} until {Date(g.Last)}, none in the {Numbers.Count((long)(newest - g.Last).TotalDays, "day")} to {Date(newest)}."),
             $"A label counts as gone after {LeastGapDays} days and {Gaps} times its usual gap (own choice)."]);
    }

    private static CheckResult TrainRepresentative(RunFacts run) => SplitChecks.Drifted(run, Split.Train, "train",
        worst => $"Keep inputs as users write them: training inputs differ in {worst.Feature} from those before cleaning (PSI {Numbers.Value(Math.Round(worst.Psi!.Value, 2))}).");

    private static CheckResult Edge(RunFacts run, string mark)
    {
        var kind = mark["edge:".Length..];
        if (run.Rows.Count > 0 && run.Rows.All(e => e.Task is TaskKind.Classification or TaskKind.Extraction)) return CheckResult.Pass("Labels and fields have no edge cases of this kind.");
        var rows = run.Rows.Where(e => e.Tags.Contains(mark)).Select(e => e.Id).ToList();
        return rows.Count == 0
            ? CheckResult.Warn($"Write rows that show {Asked(kind)}: there is none.", "0 rows. S3: a model that has never seen one handles it unpredictably.")
            : CheckResult.Pass($"{Numbers.Count(rows.Count, "row")}.", RunFacts.Ids(rows));
    }

    private static string Asked(string kind) => kind switch
    {
        "decline" => "a request that is declined, and how",
        "ambiguous" => "an ambiguous request, and the question that is asked back",
        _ => "a request from another domain, and the answer it gets",
    };

    private static CheckResult Size(RunFacts run)
    {
        var train = run.In(Split.Train).ToList();
        if (train.Count == 0) return CheckResult.Fail("Find out why no training row was kept.", "There is no training row.");
        var tasks = train.GroupBy(e => e.Task).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        // A task that is but a side of the data is not what the model is made for.
        var main = tasks.Where((g, i) => i == 0 || 5 * g.Count() >= train.Count).ToList();
        var judged = main.Select(g => (Guide: SizeGuide.For(g.Key), g.Key, Rows: g.Count(), Said: SizeGuide.For(g.Key).Judge(g.Key, g.Count()))).ToList();
        var evidence = judged.Select(j => j.Said.Text).ToList();
        if (tasks.Count > main.Count) evidence.Add($"Beside them: {string.Join(", ", tasks.Where(t => !main.Contains(t)).Select(g => $"{Numbers.Words(g.Key)} {Numbers.Count(g.Count())}"))}.");
        var small = judged.Where(j => j.Rows < j.Guide.Minimum).ToList();
        if (small.Count == 0) return CheckResult.Pass(evidence);
        var next = $"Collect more: {string.Join(", ", small.Select(j => $"{Numbers.Words(j.Key)} has {Numbers.Count(j.Rows, "training row")}, {Numbers.Count(j.Guide.Minimum)} are the least"))}.";
        return train.Count < SizeGuide.Floors[0].Examples ? CheckResult.Fail(next, evidence) : CheckResult.Warn(next, evidence);
    }
}
