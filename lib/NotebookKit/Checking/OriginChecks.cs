using NotebookKit.Augmenting;
using NotebookKit.Balancing;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>Where the rows come from: models, authors, licences, consent.</summary>
internal static class OriginChecks
{
    private const string Group = "Sources";

    /// <summary>Share of rows by one author from which the model learns that author's style. Own choice, after S3's story.</summary>
    private const int AuthorPercent = 50;

    private const int LeastAuthored = 20, GoneDays = 180;

    public static IReadOnlyList<Check> All { get; } =
    [
        new("synthetic-share", Group, "Synthetic rows are within the policy", "S1, S4", 6, SyntheticShare),
        new("author-share", Group, "No single author sets the style", "S3", 4, AuthorShare),
        new("consistent-answers", Group, "Like questions have like answers", "S3", 8, ConsistentAnswers),
        new("licences", Group, "Every row has a licence that allows its use", "S1", 7, Licences),
        new("consent", Group, "Consent is recorded for every row of users", "S0", 5, Consent),
    ];

    private static CheckResult SyntheticShare(RunFacts run)
    {
        var stage = run.Stage<SyntheticShare>();
        var (made, all, variants) = (0L, 0L, 0L);
        foreach (var row in run.In(Split.Train))
        {
            if (MessyVariants.IsVariant(row)) variants += RunNumbers.CopiesOf(row);
            all += RunNumbers.CopiesOf(row);
            if (row.Origin == Origin.Synthetic || (stage.CountDistilled && row.Origin == Origin.Distilled)) made += RunNumbers.CopiesOf(row);
        }

        var evidence = $"{Numbers.Count(made)} of {Numbers.Count(all, "training line")} were made by a model{(variants > 0 ? $" or, {Numbers.Count(variants)} of them, are messy variants of rows" : "")} ({Numbers.Share(made, all)}); policy {stage.Policy.Name} allows {Numbers.Share((long)(stage.Policy.MaxShare * 1_000_000), 1_000_000)}.";
        if (made > 0 && made == all) return CheckResult.Fail("Add real rows: all training lines are synthetic.", evidence, "S4: never 100% synthetic.");
        if (made <= stage.Policy.MaxShare * all) return CheckResult.Pass(evidence);
        return CheckResult.Warn($"Add real rows or set synthetic.enforce=true: {Numbers.Share(made, all)} of the training lines are synthetic, {Numbers.Share((long)(stage.Policy.MaxShare * 1_000_000), 1_000_000)} may be.", evidence);
    }

    private static CheckResult AuthorShare(RunFacts run)
    {
        var authored = run.In(Split.Train).Where(e => e.Author is { Length: > 0 }).ToList();
        var authors = authored.GroupBy(e => e.Author!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (authored.Count < LeastAuthored) return CheckResult.Pass($"{Numbers.Count(authored.Count, "training row names", "training rows name")} an author; fewer than {LeastAuthored} set no style.");
        if (authors.Count == 1) return CheckResult.Pass($"All {Numbers.Count(authored.Count)} training rows with an author are by the same one: one style, which should be the one you want.");
        var (first, rows) = (authors[0], authors[0].Count());
        List<string> evidence = [$"{Numbers.Count(authors.Count, "author")}; the most frequent wrote {Numbers.Count(rows)} of {Numbers.Count(authored.Count, "training row")} with an author ({Numbers.Share(rows, authored.Count)}); above {AuthorPercent}% is a warning (own choice, after S3)."];
        if (first.Max(e => e.CreatedAt) is { } last && run.Result.NewestDate - last > TimeSpan.FromDays(GoneDays))
            evidence.Add($"That author's last row is {Numbers.Count((long)(run.Result.NewestDate!.Value - last).TotalDays, "day")} older than the newest: the answers may be outdated (S3).");
        return 100L * rows > AuthorPercent * authored.Count || evidence.Count > 1
            ? CheckResult.Warn($"Look at one author's answers: {Numbers.Share(rows, authored.Count)} of the training rows are by one of {Numbers.Count(authors.Count)}.", evidence) : CheckResult.Pass(evidence);
    }

    private static CheckResult ConsistentAnswers(RunFacts run)
    {
        var open = run.Rows.Where(e => e.Flags.Any(f => f.Reason == Contradictions.Contradiction) && !e.Tags.Contains(Review.ReadTag)).ToList();
        if (open.Count == 0) return CheckResult.Pass("No question with two answers is left that nobody has decided.");
        var authors = open.Select(e => e.Author).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var among = authors > 1 ? $" between {(authors == 2 ? "two" : Numbers.Count(authors))} authors" : "";
        return CheckResult.Warn($"{Numbers.Count(open.Count, "row")} with contradicting answers{among}: decide which is right (review, or --set contradictions.policy=keep-newest).",
            $"{Numbers.Count(open.Count, "row answers", "rows answer")} nearly the same input otherwise than another row does{among}. S3: the model learns the average of them.", RunFacts.Ids(open.Select(e => e.Id)));
    }

    private static CheckResult Licences(RunFacts run)
    {
        var missing = run.Rows.Where(e => e.Origin is (Origin.PublicDataset or Origin.Unknown) && !IsNamed(e.Licence)).ToList();
        var open = missing.Where(e => e.Origin == Origin.PublicDataset).ToList();
        var bound = run.Rows.Where(e => IsBound(e.Licence)).ToList();
        var given = run.Rows.Where(e => IsNamed(e.Licence)).GroupBy(e => e.Licence!.Trim(), StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(5).Select(g => $"{g.Key} {Numbers.Count(g.Count())}").ToList();
        List<string> evidence = [$"{Numbers.Count(open.Count, "row")} of public sets and {Numbers.Count(missing.Count - open.Count)} of unknown origin name no licence.", given.Count == 0 ? "No row names one." : $"Licences: {string.Join(", ", given)}.", "S1: always check the licence."];
        if (open.Count > 0) return CheckResult.Fail($"Find the licence of {Numbers.Count(open.Count, "row")} of public sets ({Sources(run, open)}).", evidence);
        if (bound.Count > 0) return CheckResult.Warn($"Ask whether you may use {Numbers.Count(bound.Count, "row")} whose licence forbids commercial use or changes ({Sources(run, bound)}).", [$"{Numbers.Count(bound.Count, "row is", "rows are")} under NC or ND terms.", .. evidence]);
        return missing.Count > 0 ? CheckResult.Warn($"Say where {Numbers.Count(missing.Count, "row")} come from ({Sources(run, missing)}): --origin FILE=KIND.", evidence) : CheckResult.Pass(evidence);
    }

    private static bool IsNamed(string? licence) => licence?.Trim().ToLowerInvariant() is not (null or "" or "unknown" or "none" or "n/a" or "other" or "noassertion");

    private static bool IsBound(string? licence) => licence is not null && licence.Split([' ', '-', '_', '/'], StringSplitOptions.RemoveEmptyEntries).Any(p => p.Equals("NC", StringComparison.OrdinalIgnoreCase) || p.Equals("ND", StringComparison.OrdinalIgnoreCase));

    private static CheckResult Consent(RunFacts run)
    {
        var refused = run.Rows.Where(e => e.Consent == "opted-out").ToList();
        if (refused.Count > 0) return CheckResult.Fail($"Remove {Numbers.Count(refused.Count, "row")} of people who opted out.", $"{Numbers.Count(refused.Count, "row is", "rows are")} of people who opted out; none may be used (S0).", RunFacts.Ids(refused.Select(e => e.Id)));
        var users = run.Rows.Where(e => e.Origin == Origin.ProductionLog).ToList();
        if (users.Count == 0) return CheckResult.Pass($"No row is known to be recorded from users ({Numbers.Count(run.Rows.Count(e => e.Origin == Origin.Unknown))} are of unknown origin), and none is of a person who opted out.");
        var silent = users.Where(e => string.IsNullOrWhiteSpace(e.Consent)).ToList();
        var evidence = $"{Numbers.Count(users.Count - silent.Count)} of {Numbers.Count(users.Count, "row")} recorded from users name a basis of consent; S0: GDPR asks for one where text is personal data.";
        return silent.Count == 0 ? CheckResult.Pass(evidence) : CheckResult.Warn($"Record the basis of consent for {Numbers.Count(silent.Count, "row")} of users ({Sources(run, silent)}).", evidence);
    }

    private static string Sources(RunFacts run, IEnumerable<Example> rows)
    {
        var names = rows.Select(e => e.Source).Distinct(StringComparer.Ordinal).Select(run.Shown).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Take(3)) + (names.Count > 3 ? " …" : "");
    }
}
