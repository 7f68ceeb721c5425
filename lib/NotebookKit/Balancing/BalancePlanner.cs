namespace NotebookKit.Balancing;

/// <summary>Makes the plan: first the mix of sources, then the classes among what is left.</summary>
internal sealed class BalancePlanner(Balancer options, BalanceSummary summary, ulong seed)
{
    /// <summary>Labels and sources that are counted one by one in the report; the rarer ones are counted together.</summary>
    private const int CountedNames = 100;

    /// <summary>A longer "label" is text, and text does not belong in a report.</summary>
    private const int LongestName = 80;

    /// <summary>Rows without a score count like ones in the middle.</summary>
    private const double UnknownQuality = 0.5;

    private readonly Dictionary<string, BalanceVerdict> verdicts = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];
    private BalanceRow[] rows = summary.Rows;

    public BalancePlan Plan()
    {
        if (options.Mix is { } mix)
        {
            var sizes = Sizes(r => r.Kind);
            Missing(sizes, mix.Shares);
            Carry(Quotas.Target(sizes, mix.Shares, options.MaxFactor ?? 1), sizes, r => r.Kind, Balancer.OverMix);
        }

        var classes = Sizes(r => r.Class);
        if (options.Method == BalanceMethod.Target && options.Target is { } target) Missing(classes, target);
        if (options.Method != BalanceMethod.None) Carry(Wanted(classes), classes, r => r.Class, Reason());
        Conclude(classes);
        return new(verdicts, Names(summary.Labels), Names(summary.Sources), findings);
    }

    private Dictionary<string, int> Wanted(SortedDictionary<string, int> sizes) => options.Method switch
    {
        BalanceMethod.Upsample => Quotas.Upsample(sizes, options.MaxFactor ?? Balancer.UpsampleFactor),
        BalanceMethod.Downsample => Quotas.Downsample(sizes, options.MinClass),
        BalanceMethod.Cap => Quotas.Cap(sizes, options.Cap),
        _ => Quotas.Target(sizes, options.Target, options.MaxFactor ?? 1),
    };

    private string Reason() => options.Method == BalanceMethod.Cap ? Balancer.OverCap : Balancer.Downsampled;

    private SortedDictionary<string, int> Sizes(Func<BalanceRow, string?> classOf)
    {
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (classOf(row) is { } name) sizes[name] = sizes.GetValueOrDefault(name) + 1;
        return sizes;
    }

    /// <summary>Gives each class the rows it may have: the first ones by keyed choice stay; where there are too few, the first ones are repeated once more than
    /// the others.</summary>
    private void Carry(Dictionary<string, int> quotas, SortedDictionary<string, int> sizes, Func<BalanceRow, string?> classOf, string reason)
    {
        var stay = new List<BalanceRow>(rows.Length);
        stay.AddRange(rows.Where(r => classOf(r) is null));
        foreach (var members in rows.Where(r => classOf(r) is not null).GroupBy(r => classOf(r)!, StringComparer.Ordinal))
        {
            var (size, quota) = (sizes[members.Key], quotas[members.Key]);
            // OrderBy is stable, and rows come by id, so equal ranks are decided by id.
            var ranked = quota == size ? [.. members] : members.OrderBy(Rank).ToArray();
            for (var i = 0; i < ranked.Length; i++)
            {
                var copies = (quota / size) + (i < quota % size ? 1 : 0);
                if (copies == 0) verdicts[ranked[i].Id] = new(0, quota == 0 ? Balancer.NotInTarget : reason, size, quota);
                else if (copies > 1) verdicts[ranked[i].Id] = new(Repeated(ranked[i].Id, copies), "", size, quota);
                if (copies > 0) stay.Add(ranked[i]);
            }
        }

        rows = [.. stay.OrderBy(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>Copies on top of those that the mix gave, within the limit.</summary>
    private int Repeated(string id, int copies) => Math.Min(copies * Copies(id), options.MaxFactor ?? Balancer.UpsampleFactor);

    private int Copies(string id) => verdicts.TryGetValue(id, out var verdict) ? verdict.Copies : 1;

    private double Rank(BalanceRow row) =>
        KeyedChoice.Rank(seed, "balance", row.Id, !options.QualityWeighted ? 1 : double.IsNaN(row.Quality) ? UnknownQuality : row.Quality);

    private void Missing(SortedDictionary<string, int> sizes, Shares shares)
    {
        var missing = shares.Values.Count(s => s.Value > 0 && !sizes.ContainsKey(s.Key));
        if (missing == 0) return;
        Add(Severity.Warning, "target-class-missing", $"{missing} of {shares.Values.Count} wanted classes have no row; the others keep their proportion.");
    }

    private void Conclude(SortedDictionary<string, int> classes)
    {
        Imbalance();
        if (options.Method == BalanceMethod.None && options.Mix is null) return;
        var all = summary.Rows.Length;
        var removed = verdicts.Values.Count(v => v.Copies == 0);
        if (removed * 2L > all)
            Add(Severity.Warning, "balance-heavy", $"Balancing removes {removed} of {all} training rows, more than half; a cap or repeats lose less.");
        if (options.Method == BalanceMethod.Upsample) Capped(classes, options.MaxFactor ?? Balancer.UpsampleFactor);
        if (options.Method != BalanceMethod.None && summary.Rows.Count(r => r.Class is null) is > 0 and var none)
            Add(Severity.Note, "without-class", $"{none} training rows have no class and pass untouched.");
        if (options.Mix is not null && summary.Rows.Count(r => r.Kind is null) is > 0 and var unknown)
            Add(Severity.Warning, "unknown-origin", $"{unknown} training rows have no known origin and are left out of the source mix.");
        if (options.QualityWeighted && summary.Rows.Count(r => double.IsNaN(r.Quality)) is > 0 and var unscored)
            Add(Severity.Note, "quality-missing", $"{unscored} training rows have no score 'quality' and are weighted by {UnknownQuality}.");
        if (summary.Unsplit > 0)
            Add(Severity.Warning, "not-split", $"{summary.Unsplit} rows are in no split and were taken for training rows; split before balancing.");
    }

    private void Capped(SortedDictionary<string, int> classes, int factor)
    {
        var most = classes.Values.DefaultIfEmpty().Max();
        if (classes.Count(c => (long)c.Value * factor < most) is > 0 and var below)
            Add(Severity.Note, "upsample-capped", $"{below} of {classes.Count} classes stay below the largest, because a row is used at most {factor} times.");
    }

    /// <summary>S4: a model trained on 90% of one category will be biased towards it.</summary>
    private void Imbalance()
    {
        var after = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Class is { } name) after[name] = after.GetValueOrDefault(name) + Copies(row.Id);
        if (after.Count < 2) return;
        var (most, least, all) = (after.Values.Max(), after.Values.Min(), after.Values.Sum());
        Add(most * 10 >= all * 9 ? Severity.Warning : Severity.Note, "class-balance",
            $"Training lines by {options.By.ToString().ToLowerInvariant()}: {after.Count} classes, the largest with {most}, the smallest with {least} of {all}.");
    }

    private static IEnumerable<string> Names(SortedDictionary<string, long> counts) => counts
        .Where(c => c.Key.Length <= LongestName)
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
        .Take(CountedNames).Select(c => c.Key);

    private void Add(Severity severity, string code, FormattableString text) => findings.Add(new(severity, code, FormattableString.Invariant(text)));
}
