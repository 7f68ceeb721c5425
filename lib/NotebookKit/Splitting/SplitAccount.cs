using System.Globalization;

namespace NotebookKit.Splitting;

/// <summary>Puts into words what came of a split.</summary>
internal sealed class SplitAccount(
    Splitter options, SplitPolicy policy, SplitRow[] rows, RowGroups groups, byte[] splits, bool[] made, bool[] giant, int[] classes, int classCount, bool dated)
{
    /// <summary>A class share that is off by more than this is worth a warning.</summary>
    private const double Drift = 0.05;

    private readonly int[] sizes = [splits.Count(s => s == 0), splits.Count(s => s == 1), splits.Count(s => s == 2)];

    public IReadOnlyList<Finding> Findings() => rows.Length == 0 ? [] :
    [
        Note("split-sizes",
            $"{sizes[0]} rows for train, {sizes[1]} for validation, {sizes[2]} for test, in {groups.Size.Length} groups that were not cut ({policy.Name})."),
        .. Test(), .. LabelDrift(), .. MadeByModel(), .. Giants(), .. Dates(), .. Crowded(),
    ];

    private IEnumerable<Finding> Test()
    {
        if (policy.Test > 0 && sizes[(int)Split.Test] < options.MinTest)
            yield return Warning("test-too-small", $"The test holds {sizes[(int)Split.Test]} rows; below {options.MinTest} its figures say little.");
    }

    private IEnumerable<Finding> LabelDrift()
    {
        // Against the rows that may be held out: a test is to look like real use, not like what a model made.
        var free = Enumerable.Range(0, rows.Length).Where(r => !made[groups.Of[r]]).ToArray();
        int[] labels = Array.ConvertAll(free, r => classes[r]), of = Array.ConvertAll(free, r => (int)splits[r]);
        var worst = StratifiedGroupSplit.Deviations(labels, of, 3);
        if (classCount < 2 || free.Length == 0) yield break;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"The largest difference of a class's share from its share in the whole is {worst[0]:F4} in train, ") + string.Create(CultureInfo.InvariantCulture,
            $"{worst[1]:F4} in validation, {worst[2]:F4} in test ({classCount} classes).");
        var grave = Enumerable.Range(0, 3).Any(s => worst[s] > Drift && sizes[s] >= options.MinTest);
        yield return new(grave ? Severity.Warning : Severity.Note, "label-drift", text);
    }

    private IEnumerable<Finding> MadeByModel()
    {
        var models = rows.Count(r => r.MadeByModel);
        var others = Enumerable.Range(0, rows.Length).Count(r => made[groups.Of[r]]) - models;
        if (models == 0) yield break;
        // A few synthetic children can bind a whole web of conversations and subjects; more bound than made is worth a look.
        var text = FormattableString.Invariant(
            $"{models} synthetic or distilled rows, and {others} rows that belong to them, were put into train only; the ratios hold for the other rows.");
        yield return new(others > models ? Severity.Warning : Severity.Note, "synthetic-in-train", text);
    }

    private IEnumerable<Finding> Giants()
    {
        var largest = 0;
        var count = 0;
        for (var g = 0; g < giant.Length; g++)
        {
            if (!giant[g]) continue;
            count++;
            largest = Math.Max(largest, groups.Size[g]);
        }

        if (count > 0)
            yield return Warning("giant-group", $"Groups that are larger than any held-out split and stay in train: {count}; the largest has {largest} of {rows.Length} rows.");
    }

    private IEnumerable<Finding> Dates()
    {
        if (!options.ByTime) yield break;
        var missing = rows.Count(r => r.Date is null);
        if (!dated) yield return new(Severity.Warning, "dates-missing", "No row that may be held out has a date, so the split is by label, not by time.");
        else if (missing > 0) yield return Warning("dates-missing", $"{missing} of {rows.Length} rows have no date; groups without any stay in train.");
    }

    private IEnumerable<Finding> Crowded()
    {
        if (groups.Crowded > 0)
            yield return Note("crowded-template", $"{groups.Crowded} rows share templates so common that each was compared with the first rows, but not with every other.");
    }

    private static Finding Note(string code, FormattableString text) => new(Severity.Note, code, FormattableString.Invariant(text));

    private static Finding Warning(string code, FormattableString text) => new(Severity.Warning, code, FormattableString.Invariant(text));
}
