using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>Draws two states of a dataset side by side, each as shares of itself.</summary>
internal static class BeforeAfterFigure
{
    public static Figure OfCounts(string title, IReadOnlyList<KeyValuePair<string, long>>? before, IReadOnlyList<KeyValuePair<string, long>> after, BeforeAfterOptions options)
    {
        var (old, now) = (Sums(before ?? []), Sums(after));
        var names = old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .OrderByDescending(n => Math.Max(old.GetValueOrDefault(n), now.GetValueOrDefault(n))).ThenBy(n => n, StringComparer.Ordinal).ToList();
        var rows = names.Take(options.Most).Select(n => (Name: n, Old: old.GetValueOrDefault(n), Now: now.GetValueOrDefault(n))).ToList();
        var rest = names.Skip(options.Most).ToList();
        if (rest.Count > 0) rows.Add(($"{Numbers.Count(rest.Count)} more", rest.Sum(n => old.GetValueOrDefault(n)), rest.Sum(n => now.GetValueOrDefault(n))));
        var sides = new[] { (Name: options.Before, Paint: Palette.Before, Counts: rows.Select(r => r.Old).ToList()), (Name: options.After, Paint: Palette.Accent, Counts: [.. rows.Select(r => r.Now)]) };
        if (before is null) sides = sides[1..];
        var traces = sides.Select((side, s) => new BarTrace
        {
            Name = side.Name,
            Paint = side.Paint,
            Horizontal = true,
            Bars = [.. side.Counts.Select((count, r) => Row(rows[r].Name, r, s, sides.Length, count, side.Counts.Sum()))],
        }).ToList();
        return new()
        {
            Title = title,
            Kind = "Bar chart of shares before and after",
            Options = options,
            X = new() { Kind = AxisKind.Number, Low = 0, High = traces.SelectMany(t => t.Bars).Select(b => b.To).Append(0.01).Max(), Percent = true, Hidden = true, Loose = false, Title = options.XTitle },
            Y = new() { Kind = AxisKind.Fixed, Low = -0.5, High = Math.Max(1, rows.Count) - 0.5, Down = true, Title = options.YTitle, Fixed = [.. rows.Select((r, i) => new Tick(i, r.Name))] },
            Traces = traces,
            PlotHeight = Math.Max(30, rows.Count * (10 + (14 * sides.Length))),
            Notes = Usable.Notes(options),
            Table = new()
            {
                Caption = title,
                Columns = [new(""), .. sides.SelectMany(s => new[] { new Column(s.Name, true), new Column("share", true) })],
                Rows = [.. rows.Select((r, i) => (IReadOnlyList<string>)[r.Name, .. sides.SelectMany(s => new[] { Numbers.Count(s.Counts[i]), Numbers.Share(s.Counts[i], s.Counts.Sum()) })])],
            },
        };
    }

    public static Figure OfDistributions(string title, Distribution? before, Distribution after, BeforeAfterOptions options)
    {
        List<(string Name, Paint Paint, IReadOnlyList<long> Counts)> sides = [(options.After, Palette.Accent, after.Bins)];
        if (before is not null) sides.Insert(0, (options.Before, Palette.Before, before.Bins));
        var used = Enumerable.Range(0, Distribution.BinStarts.Count).Where(b => sides.Any(s => s.Counts[b] > 0)).DefaultIfEmpty(0).ToList();
        var (first, last) = (used[0], used[^1]);
        var borders = Distribution.BinStarts.Select(b => (double)b).Append(double.PositiveInfinity).Skip(first).Take(last - first + 2).ToList();
        var binned = new Binned(borders, Even: false, [.. sides.Select(s => (s.Name, s.Paint, (IReadOnlyList<long>)[.. s.Counts.Skip(first).Take(last - first + 1)]))]);
        return HistogramFigure.Draw(title, binned, shares: true, options, []);
    }

    public static Figure OfNumbers(string title, IReadOnlyList<double> before, IReadOnlyList<double> after, BeforeAfterOptions options)
    {
        var (old, now) = (before.Where(Usable.Is).ToArray(), after.Where(Usable.Is).ToArray());
        double[] all = [.. old, .. now];
        var borders = options.LogBins ? BinBorders.Log(all) : BinBorders.Even(all, null);
        var binned = new Binned(borders, !options.LogBins, [(options.Before, Palette.Before, BinBorders.Count(borders, old)), (options.After, Palette.Accent, BinBorders.Count(borders, now))]);
        return HistogramFigure.Draw(title, binned, shares: true, options, Usable.LeftOut(before.Count + after.Count - (long)all.Length, log: false));
    }

    private static Bar Row(string name, int row, int series, int of, long count, long whole)
    {
        var (at, width) = BarFigure.Slot(row, series, of);
        var text = $"{Numbers.Count(count)} · {Numbers.Share(count, whole)}";
        return new(row, at, width, 0, whole == 0 ? 0 : (double)count / whole, name, text, text);
    }

    private static Dictionary<string, long> Sums(IReadOnlyList<KeyValuePair<string, long>> counts) =>
        counts.GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => Math.Max(0, c.Value)), StringComparer.Ordinal);
}
