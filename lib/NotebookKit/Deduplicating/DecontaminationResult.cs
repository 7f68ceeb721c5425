using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What of a reference set is in the data: the figures that are published of a benchmark.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Items">Items in it.</param>
/// <param name="Contaminated">Items that at least one row overlaps with.</param>
/// <param name="Ratio">Contaminated ÷ items, 0–1; 0 for an empty set.</param>
/// <param name="Rows">Rows that overlap with at least one item.</param>
/// <param name="TooShort">Items with so few words that nothing of them could be looked for.</param>
public sealed record ContaminatedSet(string Set, int Items, int Contaminated, double Ratio, int Rows, int TooShort);

/// <summary>An item that is in the data.</summary>
/// <param name="Set">Name of its set.</param>
/// <param name="Item">Its id there.</param>
/// <param name="Rows">Rows that overlap with it.</param>
public sealed record ContaminatedItem(string Set, string Item, int Rows);

/// <summary>A row and an item that overlap.</summary>
/// <param name="Row">Id of the row.</param>
/// <param name="Set">Name of the set.</param>
/// <param name="Item">Id of the item there.</param>
/// <param name="Reason">How: one of the reasons of <see cref="Decontamination"/>.</param>
/// <param name="Measured">What was measured, as the reason says.</param>
public sealed record RowOverlap(string Row, string Set, string Item, string Reason, double Measured);

/// <summary>What a comparison with reference sets kept and removed, and what of the sets is in the data.</summary>
public sealed class DecontaminationResult : StageResult
{
    internal DecontaminationResult(Decontamination stage, ContaminationAccount found, int common, StageResult account)
        : base(account.Kept, account.Removed, account.Report)
    {
        Stage = stage;
        (Sets, Items, Overlaps, CommonTexts) = (found.Sets, found.Items, found.Overlaps, common);
    }

    /// <summary>One line for each set, in the order in which they were given.</summary>
    public IReadOnlyList<ContaminatedSet> Sets { get; }

    /// <summary>The contaminated items, those in most rows first.</summary>
    public IReadOnlyList<ContaminatedItem> Items { get; }

    /// <summary>All pairs of a row and an item that overlap, in the order of the rows; the surest overlap of a row first.</summary>
    public IReadOnlyList<RowOverlap> Overlaps { get; }

    /// <summary>Word groups that were ignored because too many rows, or items, have them.</summary>
    public int CommonTexts { get; }

    internal Decontamination Stage { get; }

    /// <summary>The item of an overlap; null where no set has it.</summary>
    public Example? ItemOf(RowOverlap overlap)
    {
        ArgumentNullException.ThrowIfNull(overlap);
        return Stage.Against.FirstOrDefault(s => s.Name == overlap.Set)?.Items.Examples.FirstOrDefault(e => e.Id == overlap.Item);
    }
}

/// <summary>Counts what of the reference sets is in the rows that left or were flagged.</summary>
internal sealed record ContaminationAccount(IReadOnlyList<ContaminatedSet> Sets, IReadOnlyList<ContaminatedItem> Items, IReadOnlyList<RowOverlap> Overlaps)
{
    public static ContaminationAccount Of(Decontamination stage, ReferenceIndex items, DecontaminationPlan plan, IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed)
    {
        string[] reasons = [Decontamination.ContaminatedTurn, Decontamination.ContaminatedNGram, Decontamination.ContaminatedAnswer, Decontamination.ContaminatedNear];
        List<Example> rows = [.. removed.Where(r => OutsideCause.Of(r.CauseId) is not null).Select(r => r.Example)];
        if (stage.Policy == FilterPolicy.Flag) rows.AddRange(kept.Where(e => e.Flags.Any(f => f.Stage == stage.Name && reasons.Contains(f.Reason))));
        var rowsOfItem = new Dictionary<int, int>();
        var rowsOfSet = new int[stage.Against.Count];
        var overlaps = new List<RowOverlap>();
        foreach (var row in rows)
        {
            var sets = new HashSet<int>();
            foreach (var found in items.Find(row, plan, all: true, out _).DistinctBy(f => f.Item))
            {
                var (set, item) = items[found.Item];
                if (sets.Add(set)) rowsOfSet[set]++;
                rowsOfItem[found.Item] = rowsOfItem.GetValueOrDefault(found.Item) + 1;
                overlaps.Add(new(row.Id, stage.Against[set].Name, item.Id, stage.Reason(found.Kind).Reason, found.Measured));
            }
        }

        var contaminated = new int[stage.Against.Count];
        foreach (var item in rowsOfItem.Keys) contaminated[items[item].Set]++;
        var tooShort = new int[stage.Against.Count];
        for (var item = 0; item < items.Count; item++)
            if (items.TooShort[item]) tooShort[items[item].Set]++;
        return new(
            [.. stage.Against.Select((s, i) => new ContaminatedSet(s.Name, s.Items.Count, contaminated[i], s.Items.Count == 0 ? 0 : Math.Round((double)contaminated[i] / s.Items.Count, 6), rowsOfSet[i], tooShort[i]))],
            [.. rowsOfItem.OrderByDescending(i => i.Value).ThenBy(i => i.Key).Select(i => new ContaminatedItem(stage.Against[items[i.Key].Set].Name, items[i.Key].Item.Id, i.Value))],
            overlaps);
    }
}

/// <summary>What was found, for people.</summary>
internal static class ContaminationFindings
{
    public static IReadOnlyList<Finding> Of(Decontamination stage, ContaminationAccount account, int common, long onlyCommon)
    {
        var findings = new List<Finding>();
        foreach (var (set, reference) in account.Sets.Zip(stage.Against))
        {
            var none = set.Items == 0 ? "has no item: nothing was compared with it" : $"none of its {Numbers.Count(set.Items, "item")} is in the data";
            var some = $"{Numbers.Count(set.Contaminated)} of its {Numbers.Count(set.Items, "item")} ({Numbers.Share(set.Contaminated, set.Items)}) {(set.Contaminated == 1 ? "is" : "are")} in {Numbers.Count(set.Rows, "row")} of the data, {(stage.Policy == FilterPolicy.Remove ? "removed" : "listed")}";
            var tooShort = set.TooShort == 0 ? "" : $"; {Numbers.Count(set.TooShort, "item says", "items say")} too little to be looked for";
            // What was removed harms no longer; it is still worth knowing how much there was.
            var severity = set.Items == 0 || (set.Contaminated > 0 && stage.Policy == FilterPolicy.Flag) ? Severity.Warning : Severity.Note;
            findings.Add(new(severity, set.Contaminated > 0 ? "contaminated" : set.Items == 0 ? "empty-reference" : "not-contaminated", $"{set.Set}: {(set.Contaminated > 0 ? some : none)}{tooShort}."));
            if (reference.Items.History.Rejected.Count is > 0 and var rejected)
                findings.Add(new(Severity.Warning, "reference-unread", $"{set.Set}: {Numbers.Count(rejected, "record")} could not be read and {(rejected == 1 ? "was" : "were")} not compared."));
        }

        if (common > 0)
            findings.Add(new(Severity.Note, "common-text", $"{Numbers.Count(common, "word group")} of the references {(common == 1 ? "stands" : "stand")} in more than {stage.MostRows} rows or items and {(common == 1 ? "was" : "were")} ignored; {Numbers.Count(onlyCommon, "row has", "rows have")} nothing else of them."));
        return findings;
    }
}
