using NotebookKit.Display;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>S4's checklist, "Content". All but one are for people: without verdicts they name ten rows to begin with.</summary>
internal static class ContentChecks
{
    private const string Group = "Content", File = "audit/review-sample.jsonl";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("factually-correct", Group, "Responses are factually correct", "S4", 8, FactuallyCorrect),
        new("style-and-tone", Group, "Responses match the desired style and tone", "S4", 5, StyleAndTone),
        new("no-pii", Group, "No PII (names, emails, phone numbers, etc.)", "S4", 9, NoPii),
        new("no-harm", Group, "No harmful, biased, or offensive content", "S4", 7, NoHarm),
        new("edge-cases", Group, "Edge cases are represented in the data", "S4", 4, EdgeCases),
    ];

    private static CheckResult FactuallyCorrect(RunFacts run)
    {
        var reviewed = run.Reviewed;
        if (reviewed.Errors.Of == 0) return Unread(run, "Nobody has checked the answers.");
        var limit = run.Stage<Review>().MaxErrorShare;
        var failing = reviewed.Sources.Where(s => s.Errors.Share > limit).ToList();
        var evidence = reviewed.Sources.Select(s => $"{run.Shown(s.Source)}: wrong {s.Errors}.").Append("S1: a source with more than 10% wrong rows needs refinement.");
        if (failing.Count > 0)
            return CheckResult.Fail($"Mend {string.Join(", ", failing.Select(s => run.Shown(s.Source)))}: {string.Join(", ", failing.Select(s => $"{s.Errors.Count} of {s.Errors.Of}"))} reviewed rows are wrong, at most 10% may be.", evidence);
        var unread = run.Rows.Select(e => e.Source).Distinct(StringComparer.Ordinal).Where(s => reviewed.Sources.All(r => r.Source != s)).ToList();
        var unsure = reviewed.Sources.Where(s => s.Errors.High > limit).Select(s => s.Source).Concat(unread).Select(run.Shown).ToList();
        return unsure.Count == 0 ? CheckResult.Pass(evidence)
            : CheckResult.Warn($"Read more rows of {string.Join(", ", unsure)}: what was read does not prove that at most 10% are wrong ({File}).", evidence.Append($"Not proven for {string.Join(", ", unsure)}: the interval reaches above the limit, or nothing was read."));
    }

    private static CheckResult StyleAndTone(RunFacts run)
    {
        var asked = new[] { ReviewQuestions.Proud, ReviewQuestions.Format }.Select(k => (Key: k, Failed: run.Reviewed.Failed[k])).Where(q => q.Failed.Of > 0).ToList();
        if (asked.Count == 0) return Unread(run, "Nobody has judged style and tone.");
        return Judged(asked.Max(q => q.Failed.Share), asked.Max(q => q.Failed.High), "Bring the answers' style and format in line: too many would not be shown with pride or miss the format.",
            asked.Select(q => $"Question \"{q.Key}\" was answered with no for {q.Failed}.").Append("Limit: 10%, as S1 sets it for wrong rows."));
    }

    private static CheckResult Judged(double share, double high, string next, IEnumerable<string> evidence) =>
        share > 0.1 ? CheckResult.Fail(next, evidence) : high > 0.1 ? CheckResult.Warn($"Read more rows: what was read does not prove that at most 10% miss style and format ({File}).", evidence) : CheckResult.Pass(evidence);

    private static CheckResult NoPii(RunFacts run)
    {
        var (personal, named) = (run.Where(f => f.Personal > 0), run.Where(f => f.Personal == 0 && f.Names > 0));
        if (personal.Count > 0)
            return CheckResult.Fail($"Mask personal data in {Numbers.Count(personal.Count, "row")} (addresses, numbers, secrets) before the files leave the house.", $"{Numbers.Count(personal.Count, "row")} with what looks like a mail address, phone, card or account number or a secret; none may.", run.Ids(personal), Names(named.Count));
        return named.Count > 0
            ? CheckResult.Warn($"Look for names in {Numbers.Count(named.Count, "row")}; add terms that are no names with --terms.", Names(named.Count), run.Ids(named))
            : CheckResult.Pass($"A second look at all {Numbers.Count(run.Rows.Count, "row")} by rules of its own found nothing. It knows mail, phone, card, IBAN, secrets and names after a cue; it is no proof.");
    }

    private static string Names(int rows) => $"{Numbers.Count(rows, "row holds", "rows hold")} what looks like a person's name.";

    private static CheckResult NoHarm(RunFacts run)
    {
        var listed = run.Rows.Where(e => e.Flags.Any(f => ReviewSample.HarmRemarks.Contains(f.Reason)) && !run.Reviewed.JudgedForHarm.Contains(e.Id)).Select(e => e.Id).ToList();
        var harmful = run.Reviewed.Harmful;
        string[] evidence = harmful.Of == 0 ? [] : [$"Readers found harm in {harmful}; those rows have left."];
        if (listed.Count > 0)
            return CheckResult.Ask($"Read {Numbers.Count(listed.Count, "row")} with threats or flagged words and say whether they may stay ({File}).", [.. evidence, $"Nobody has judged {Numbers.Count(listed.Count, "row")} with threats or flagged words.", RunFacts.Ids(listed)]);
        if (harmful.Of == 0) return Unread(run, "No row holds a listed threat or flagged word, but nobody has looked for harm or bias.");
        return harmful.High > 0.1
            ? CheckResult.Warn($"Read more rows for harm: {Numbers.Count(harmful.Of)} do not prove that it is rare ({File}).", evidence)
            : CheckResult.Pass(evidence);
    }

    private static CheckResult EdgeCases(RunFacts run)
    {
        var kinds = ReviewSample.EdgeMarks.Select(m => m["edge:".Length..]).ToList();
        if (run.Reviewed.Edges.Count == 0)
        {
            var marked = run.Rows.Where(e => e.Tags.Any(ReviewSample.EdgeMarks.Contains)).Select(e => e.Id).ToList();
            return marked.Count == 0
                ? CheckResult.Ask($"Look for edge cases: no row is marked as one, and no reader has named one ({File}, field edge).", "No row is marked as an edge case.", ToRead(run))
                : CheckResult.Ask($"Confirm the edge cases: {Numbers.Count(marked.Count, "row is", "rows are")} marked by rules, and no reader has confirmed one ({File}, field edge).", $"{Numbers.Count(marked.Count, "row is", "rows are")} marked by rules.", RunFacts.Ids(marked));
        }

        var missing = kinds.Where(k => !run.Reviewed.Edges.ContainsKey(k)).ToList();
        var evidence = $"Confirmed by readers: {string.Join(", ", kinds.Select(k => $"{k} {run.Reviewed.Edges.GetValueOrDefault(k)}"))}.";
        return missing.Count == 0 ? CheckResult.Pass(evidence) : CheckResult.Warn($"Write rows for the edge cases that no reader has confirmed: {string.Join(", ", missing)}.", evidence, "S3: a model that has never seen them handles them unpredictably.");
    }

    private static CheckResult Unread(RunFacts run, string why) => run.Sample.Rows.IsEmpty
        ? CheckResult.Ask("Read the rows and fill in a review file.", why)
        : CheckResult.Ask($"Read {Numbers.Count(run.Sample.Rows.Length, "row")} of {File} and give them back with --verdicts: nobody has checked facts, tone and harm.", why, ToRead(run));

    /// <summary>Ten rows of the sample, from each source in turn.</summary>
    private static string ToRead(RunFacts run)
    {
        var bySource = run.Sample.Rows.Where(r => r.Drawn == VerdictRow.Random).GroupBy(r => r.Example.Source).SelectMany(g => g.Select((r, i) => (Turn: i, r.Example.Id)));
        return $"Begin with these. {RunFacts.Ids(bySource.OrderBy(r => r.Turn).Select(r => r.Id).Take(RunFacts.MostIds))}";
    }
}
