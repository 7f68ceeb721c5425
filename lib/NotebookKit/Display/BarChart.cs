using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>One row of a <see cref="BarChart"/>.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Values">One count for each series.</param>
public sealed record BarRow(string Label, IReadOnlyList<long> Values);

/// <summary>Counts by name as horizontal bars, for one series or for two side by side (before and after). Bars show the share of
/// each series, so that series of different sizes can be compared; the numbers beside them are counts.</summary>
public sealed record BarChart
{
    private const double Bar = 12, Values = 126, LetterWidth = 6.7;

    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>Names of the series; the last one is drawn in the strong colour.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The rows, top to bottom.</summary>
    public required IReadOnlyList<BarRow> Rows { get; init; }

    /// <summary>Width in pixels, at least 300; it shrinks with its place and never grows beyond. Default 460.</summary>
    public int Width { get; init => field = Guard.AtLeast(value, 300); } = 460;

    /// <summary>A chart of counts before and after. At most <paramref name="most"/> names, the most frequent ones; the rest is one row.</summary>
    internal static BarChart Compare(string title, IReadOnlyList<KeyValuePair<string, long>>? before, IReadOnlyList<KeyValuePair<string, long>> after, int most = 12)
    {
        var old = (before ?? []).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var now = after.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var names = old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .OrderByDescending(n => Math.Max(old.GetValueOrDefault(n), now.GetValueOrDefault(n))).ThenBy(n => n, StringComparer.Ordinal).ToList();
        IReadOnlyList<long> Sums(IEnumerable<string> of)
        {
            var list = of.ToList();
            var sum = list.Sum(n => now.GetValueOrDefault(n));
            return before is null ? [sum] : [list.Sum(n => old.GetValueOrDefault(n)), sum];
        }

        var rows = names.Take(most).Select(n => new BarRow(n, Sums([n]))).ToList();
        if (names.Count > most) rows.Add(new($"{Numbers.Count(names.Count - most)} more", Sums(names.Skip(most))));
        return new() { Title = title, Series = before is null ? ["after"] : ["before", "after"], Rows = rows };
    }

    /// <summary>The chart as SVG markup.</summary>
    public string ToHtml() => Render().ToString();

    /// <summary>The chart's numbers as a table.</summary>
    public Table ToTable() => new()
    {
        Caption = Title,
        Columns = [new(""), .. Series.Select(s => new Column(s, true))],
        Rows = [.. Rows.Select(r => (IReadOnlyList<string>)[r.Label, .. r.Values.Select(Numbers.Count)])],
    };

    /// <summary>The chart's numbers as aligned text.</summary>
    public string ToText() => ToTable().ToText();

    internal Html Render()
    {
        var gutter = Math.Round(Width * 0.34);
        var bars = Width - gutter - Values;
        var totals = Series.Select((_, s) => Rows.Sum(r => r.Values[s])).ToArray();
        var widest = Rows.SelectMany(r => r.Values.Select((v, s) => Share(v, totals[s]))).DefaultIfEmpty().Max();
        var rowHeight = (Series.Count * (Bar + 1)) + 9;
        var top = Series.Count > 1 ? 24 : 4;
        var svg = new Svg(Width, top + Math.Max(rowHeight * Rows.Count, 20), Title);
        if (Series.Count > 1) svg.Legend(gutter, 12, Series.Select((name, s) => (name, Fill(s))));
        if (Rows.Count == 0) svg.Text(gutter, top + 14, "nothing to show", muted: true);
        for (var r = 0; r < Rows.Count; r++)
        {
            var y = top + (r * rowHeight);
            svg.Text(gutter - 10, y + (rowHeight / 2) + 1, Rows[r].Label, "end", most: (int)((gutter - 10) / LetterWidth));
            for (var s = 0; s < Series.Count; s++)
            {
                var at = y + (s * (Bar + 1)) + 2;
                var length = widest == 0 ? 0 : bars * Share(Rows[r].Values[s], totals[s]) / widest;
                var value = $"{Numbers.Count(Rows[r].Values[s])} · {Numbers.Share(Rows[r].Values[s], totals[s])}";
                svg.Rect(gutter, at, Math.Max(length, Rows[r].Values[s] > 0 ? 1.5 : 0), Bar, Fill(s), $"{Rows[r].Label}, {Series[s]}: {value}");
                svg.Text(gutter + length + 7, at + Bar - 2, value, muted: s < Series.Count - 1);
            }
        }

        return svg.Close();
    }

    private string Fill(int series) => series == Series.Count - 1 ? Svg.Accent : Svg.Soft;

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
