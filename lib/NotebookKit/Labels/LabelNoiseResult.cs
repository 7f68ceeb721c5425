namespace NotebookKit.Labels;

/// <summary>What is wrong with labels, which are confused, which have hardly any rows, what is covered thinly, and what to label next.</summary>
public sealed partial class LabelNoiseResult : StageResult
{
    private readonly Dataset input;
    private readonly Lazy<LabelJudgement?[]> judged;
    private readonly Lazy<IReadOnlyList<LabelIssue>> issues;
    private readonly Lazy<IReadOnlyList<LabelAccount>> labels;
    private readonly Lazy<IReadOnlyList<LabelConfusion>> confusions;
    private readonly Lazy<LabelCoverage> coverage;
    private readonly Lazy<ILookup<(ulong Content, string Label), string>> ids;

    internal LabelNoiseResult(LabelNoisePlan plan, Dataset input, StageResult account)
        : base(account.Kept, account.Removed, account.Report)
    {
        (Plan, this.input) = (plan, input);
        judged = new(Judge);
        issues = new(FindIssues);
        labels = new(CountLabels);
        confusions = new(FindConfusions);
        coverage = new(() => LabelCoverage.Of(input, judged.Value));
        ids = new(() => input.Examples.Where(e => LabelledRow.LabelOf(e) is not null).OrderBy(e => e.Id, StringComparer.Ordinal)
            .ToLookup(e => (LabelledRow.ContentOf(LabelledRow.TextOf(e)), e.Label!), e => e.Id));
    }

    /// <summary>What was fitted.</summary>
    public LabelNoisePlan Plan { get; }

    /// <summary>The rows whose label is probably wrong: the least probable label first, then by id.</summary>
    public IReadOnlyList<LabelIssue> Issues => issues.Value;

    /// <summary>All labels: those with the highest estimated noise first, then by name.</summary>
    public IReadOnlyList<LabelAccount> Labels => labels.Value;

    /// <summary>Pairs of labels that are taken for each other, the most frequent first.</summary>
    public IReadOnlyList<LabelConfusion> Confusions => confusions.Value;

    /// <summary>Groups of similar rows: what they are about, how many rows and answers they have, and how well the models do in them.</summary>
    public LabelCoverage Coverage => coverage.Value;

    /// <summary>Why the label of a row is suspect, or not.</summary>
    /// <param name="example">Any row.</param>
    /// <param name="count">Rows and terms to name at most; at least 0, default 5.</param>
    public LabelExplanation Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        Guard.AtLeast(count, 0);
        if (Plan.Judge(example) is not { } judgement) return new(null, [], [], []);
        var text = LabelledRow.TextOf(example);
        var content = LabelledRow.ContentOf(text);
        IReadOnlyList<LabelNeighbour> Near(string label) =>
            [.. Plan.Model!.Nearest(text, content, count, label).SelectMany(n => ids.Value[(n.Content, label)].Take(1).Select(id => new LabelNeighbour(id, n.Similarity)))];
        var terms = Plan.Model!.Terms(text, judgement.Suggested, judgement.Label).Where(t => t.Weight > 0).Take(count).Select(t => t.Term);
        return new(judgement, Near(judgement.Suggested), Near(judgement.Label), [.. terms]);
    }

    /// <summary>The rows that a person should look at next, each with a reason: in turn suspect labels, rows that the models are undecided about, rows of thin groups and of near-empty labels; no two that say nearly the same.</summary>
    /// <param name="count">How many at most; 0 to 10,000, default 50.</param>
    /// <param name="seed">Decides between equals. Default 1.</param>
    public IReadOnlyList<NextRow> WhatToLabelNext(int count = 50, ulong seed = 1) => NextRows.Choose(this, input, Guard.InRange(count, 0, 10_000), seed);

    internal IReadOnlyList<LabelJudgement?> Judged => judged.Value;

    private LabelJudgement?[] Judge()
    {
        var made = new LabelJudgement?[input.Count];
        Chunks.Run(made.Length, new(), (from, to) =>
        {
            for (var i = from; i < to; i++) made[i] = Plan.Judge(input.Examples[i]);
            return 0;
        });
        return made;
    }

    private IReadOnlyList<LabelIssue> FindIssues() =>
        [.. input.Examples.Zip(judged.Value).Where(r => r.Second is { IsSuspect: true }).OrderBy(r => r.Second!.SelfConfidence).ThenBy(r => r.First.Id, StringComparer.Ordinal)
            .Select(r => new LabelIssue(r.First, r.Second!, LabelNoise.IsByPerson(r.First)))];

    private IReadOnlyList<LabelAccount> CountLabels()
    {
        var rows = judged.Value.OfType<LabelJudgement>().ToArray();
        var given = rows.ToLookup(r => r.Given);
        var called = rows.ToLookup(r => r.Predicted);
        var number = Plan.Labels.Select((l, i) => (l, i)).ToDictionary(l => l.l, l => l.i, StringComparer.Ordinal);
        var empty = Plan.NearEmptyLabels.ToHashSet(StringComparer.Ordinal);
        return [.. Plan.LabelCounts.Select(c =>
        {
            var k = number.GetValueOrDefault(c.Key, -1);
            var right = given[k].Count(r => r.Predicted == k);
            return new LabelAccount
            {
                Label = c.Key,
                Rows = c.Value,
                Judged = given[k].Count(),
                Suspect = given[k].Count(r => r.IsSuspect),
                NoiseRate = k < 0 ? null : Ratio(Plan.EstimatedWrong[k], Plan.SampledOf[k]),
                Precision = k < 0 ? null : Ratio(right, called[k].Count()),
                Recall = k < 0 ? null : Ratio(right, given[k].Count()),
                IsNearEmpty = empty.Contains(c.Key),
            };
        }).OrderByDescending(a => a.NoiseRate ?? -1).ThenBy(a => a.Label, StringComparer.Ordinal)];
    }

    private IReadOnlyList<LabelConfusion> FindConfusions()
    {
        var rows = judged.Value.OfType<LabelJudgement>().ToArray();
        var given = rows.GroupBy(r => r.Given).ToDictionary(g => g.Key, g => g.Count());
        return [.. rows.Where(r => r.Predicted != r.Given).GroupBy(r => (r.Given, r.Predicted))
            .Select(g => new LabelConfusion(Plan.Labels[g.Key.Given], Plan.Labels[g.Key.Predicted], g.Count(), Math.Round((double)g.Count() / given[g.Key.Given], 6), g.Count(r => r.IsSuspect)))
            .OrderByDescending(c => c.Rows).ThenBy(c => c.Label, StringComparer.Ordinal).ThenBy(c => c.Predicted, StringComparer.Ordinal)];
    }

    private static double? Ratio(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 6);
}
