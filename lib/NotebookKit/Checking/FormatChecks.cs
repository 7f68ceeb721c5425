using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>S4's checklist, "Format".</summary>
internal static class FormatChecks
{
    /// <summary>The cut-off that trainers start with where nobody says otherwise.</summary>
    private const int UsualCutOff = 2_048;

    private const string Group = "Format";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("message-format", Group, "All examples follow the correct message format", "S4", 9, MessageFormat),
        new("system-prompts", Group, "System prompts are consistent across examples", "S4", 5, SystemPrompts),
        new("complete-responses", Group, "No truncated or incomplete responses", "S4", 6, CompleteResponses),
        new("token-limits", Group, "Token counts are within model limits", "S4", 6, TokenLimits),
    ];

    private static CheckResult MessageFormat(RunFacts run)
    {
        if (run.Rows.Count == 0) return CheckResult.Fail("Find out why no row was kept.", "There is no row.");
        var bad = run.Where(f => f.Malformed is not null);
        if (bad.Count == 0) return CheckResult.Pass($"{Numbers.Count(run.Rows.Count, "row")}: turns in order, none empty, the last one an answer, and the format can hold them.");
        var reasons = bad.GroupBy(i => run.Scan.Facts[i].Malformed!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {Numbers.Count(g.Count())}");
        return CheckResult.Fail($"Repair or remove {Numbers.Count(bad.Count, "row")} that trainers refuse ({string.Join(", ", reasons)}).", $"{Numbers.Count(bad.Count)} of {Numbers.Count(run.Rows.Count, "row")} are malformed: {string.Join(", ", reasons)}.", run.Ids(bad));
    }

    private static CheckResult SystemPrompts(RunFacts run)
    {
        var prompts = run.Rows.GroupBy(e => e.SystemPrompt ?? "", StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (prompts.Count <= 1) return CheckResult.Pass(prompts is [{ Key.Length: > 0 }] ? "All rows have the same system prompt." : "No row has a system prompt; leave it out in production, too (S3).");
        var (distinct, without) = (prompts.Count(p => p.Key.Length > 0), prompts.Where(p => p.Key.Length == 0).Sum(p => p.Count()));
        var evidence = $"{Numbers.Count(distinct, "system prompt")} in {Numbers.Count(run.Rows.Count, "row")}, {Numbers.Count(without)} without one; the most frequent stands in {Numbers.Share(prompts[0].Count(), run.Rows.Count)}.";
        return CheckResult.Warn($"Choose one system prompt: there are {Numbers.Count(distinct)}, and {Numbers.Count(without, "row")} without one (--set format.systemPolicy=set, or drop).", evidence, "S4: the same in all rows; S3: the one that is used later.");
    }

    private static CheckResult CompleteResponses(RunFacts run)
    {
        var cut = run.Where(f => f.IsCut);
        if (cut.Count == 0) return CheckResult.Pass("No answer stops in the middle: none ended at a length limit, with open JSON, an open code fence or a joining word.");
        string[] evidence = [$"{Numbers.Count(cut.Count)} of {Numbers.Count(run.Rows.Count, "answer")} stop in the middle ({Numbers.Share(cut.Count, run.Rows.Count)}); above 1% is a failure (own choice).", run.Ids(cut)];
        var next = $"Complete or remove {Numbers.Count(cut.Count, "answer")} that stop in the middle.";
        return 100L * cut.Count > run.Rows.Count ? CheckResult.Fail(next, evidence) : CheckResult.Warn(next, evidence);
    }

    private static CheckResult TokenLimits(RunFacts run)
    {
        var limit = run.Options.MaxTokens ?? UsualCutOff;
        var over = run.Where(f => f.Tokens > limit);
        var longest = run.Scan.Facts.Length == 0 ? 0 : run.Scan.Facts.Max(f => f.Tokens);
        var basis = run.Options.MaxTokens is null ? "the model's limit is not known, and LLaMA-Factory cuts there by default; give yours with --max-tokens" : "the limit that was given";
        var evidence = $"{Numbers.Count(over.Count)} of {Numbers.Count(run.Rows.Count, "row")} have more than {Numbers.Count(limit)} tokens ({basis}); the longest has about {Numbers.Count(longest)} (estimated, 4 characters a token).";
        if (over.Count == 0) return CheckResult.Pass(evidence);
        var next = $"Shorten or remove {Numbers.Count(over.Count, "row")} above {Numbers.Count(limit)} tokens, or raise the trainer's cut-off: what is behind it is not learned.";
        return run.Options.MaxTokens is null ? CheckResult.Warn(next, evidence, run.Ids(over)) : CheckResult.Fail(next, evidence, run.Ids(over));
    }
}
