using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>What was in the data before the first stage, and what is in it now.</summary>
internal static class DistributionSection
{
    private const int MostAuthors = 10;

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var (before, after) = (data.Before, data.After);
        var parts = new List<IView>();
        void Bars(string title, Func<DatasetProfile, IReadOnlyList<KeyValuePair<string, long>>> of, string? note = null)
        {
            if (SaysNothing(of(before ?? after)) && SaysNothing(of(after))) return;
            var options = new BeforeAfterOptions { ShowTitle = false, Width = 460, Note = note };
            parts.Add(new Card(title, Chart.BeforeAfter(title, before is null ? null : Masked(of(before), data.Mask), Masked(of(after), data.Mask), options)));
        }

        void Bins(string title, Func<DatasetProfile, Distribution> of)
        {
            var chart = Chart.BeforeAfter(title, before is null ? null : of(before), of(after), new() { ShowTitle = false, Width = 460 });
            parts.Add(new Card(title, chart, Quantiles(before is null ? null : of(before), of(after))));
        }

        Bars("Labels", p => p.Labels);
        Bars("Sources", p => p.Sources);
        Bars("Origins", p => p.Origins);
        Bars("Tasks", p => p.Tasks);
        Bars("Languages", p => p.Languages, "Estimated on up to 2,000 rows of each side.");
        Bins("Input, characters", p => p.InputCharacters);
        Bins("Answer, characters", p => p.OutputCharacters);
        Bins("Whole example, estimated tokens", p => p.Tokens);
        if (before?.Months.Length > 1 || after.Months.Length > 1) parts.Add(new Card("Months", Months(before, after)));
        if (after.Authors.Length > 1 || before?.Authors.Length > 1)
            Bars("Authors", p => Ranked(p.Authors), "By rank, without names: how much of the data is one person's voice.");
        foreach (var (name, bins) in after.Scores)
            parts.Add(new Card($"Score: {name}", Chart.Bar(name, Tenths(bins), new() { ShowTitle = false, Width = 460, YTitle = "examples", XTitle = "from … up", ShowValues = false })));
        yield return new("distributions", "Before and after", "Before: as read. After: as handed over. Bars are shares of each side, numbers are examples.", [new Grid(parts)]);
    }

    private static Table Quantiles(Distribution? before, Distribution after)
    {
        IEnumerable<(string Name, Distribution Of)> rows = before is null ? [("after", after)] : [("before", before), ("after", after)];
        return new()
        {
            InOrder = true,
            Columns = [new(""), .. new[] { "least", "median", "95%", "most", "sum" }.Select(n => new Column(n, true))],
            Rows = [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, .. new[] { r.Of.Least, r.Of.Median, r.Of.P95, r.Of.Most, r.Of.Sum }.Select(Numbers.Count)])],
        };
    }

    private static Chart Months(DatasetProfile? before, DatasetProfile after)
    {
        static DateSeries Series(string name, DatasetProfile profile) => new(name, [.. profile.Months.Select(m => new DatePoint(DateOnly.ParseExact(m.Key + "-01", "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture), m.Value))]);
        return Chart.Line("Examples by month", before is null ? [Series("after", after)] : [Series("before", before), Series("after", after)], new() { ShowTitle = false, Width = 460, YTitle = "examples" });
    }

    private static List<KeyValuePair<string, long>> Ranked(IReadOnlyList<long> authors)
    {
        List<KeyValuePair<string, long>> ranks = [.. authors.Take(MostAuthors).Select((count, i) => KeyValuePair.Create($"author {i + 1}", count))];
        if (authors.Count > MostAuthors) ranks.Add(new("all others", authors.Skip(MostAuthors).Sum()));
        return ranks;
    }

    private static IEnumerable<KeyValuePair<string, long>> Tenths(IReadOnlyList<long> bins) =>
        bins.Select((count, i) => KeyValuePair.Create(FormattableString.Invariant($"{i / (double)bins.Count:0.0}"), count));

    /// <summary>Names that the mask makes the same are one.</summary>
    private static List<KeyValuePair<string, long>> Masked(IReadOnlyList<KeyValuePair<string, long>> counts, TextMask mask) =>
        [.. counts.Select(c => KeyValuePair.Create(mask.Text(c.Key), c.Value)).GroupBy(c => c.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Value)))];

    private static bool SaysNothing(IReadOnlyList<KeyValuePair<string, long>> counts) => counts is [] or [{ Key: DatasetProfile.None or "unknown" }];
}
