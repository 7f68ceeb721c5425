using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>How numbers are spread, as upright bars over bins; two series (before and after) stand side by side, each as shares of
/// itself.</summary>
public sealed record Histogram
{
    private const double Width = 460, Height = 180, Left = 48, Right = 14, Top = 28, Bottom = 24;

    /// <summary>What the chart shows, with its unit.</summary>
    public required string Title { get; init; }

    /// <summary>Names of the series; the last one is drawn in the strong colour.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The numbers of each series.</summary>
    public required IReadOnlyList<Distribution> Values { get; init; }

    /// <summary>The chart as SVG markup.</summary>
    public string ToHtml() => Render().ToString();

    /// <summary>Quantiles of each series as aligned text.</summary>
    public string ToText() => ToTable().ToText();

    /// <summary>Quantiles of each series.</summary>
    public Table ToTable() => new()
    {
        Caption = Title,
        Columns = [new(""), .. new[] { "least", "median", "95%", "most", "sum" }.Select(n => new Column(n, true))],
        Rows = [.. Values.Select((d, s) => (IReadOnlyList<string>)[Series[s], .. new[] { d.Least, d.Median, d.P95, d.Most, d.Sum }.Select(Numbers.Count)])],
    };

    internal Html Render()
    {
        var (first, last) = UsedBins();
        var highest = Math.Max(Values.SelectMany(d => d.Bins.Select(b => Share(b, d.Count))).DefaultIfEmpty().Max(), 0.05);
        var svg = new Svg(Width, Height, Title);
        svg.Legend(Left, 13, Series.Select((name, s) => (name, Fill(s))));
        var plot = Height - Top - Bottom;
        for (var g = 0; g <= 2; g++)
        {
            var y = Top + (plot * g / 2);
            svg.Line(Left, y, Width - Left - Right);
            svg.Text(Left - 7, y + 4, g == 2 ? "0%" : Numbers.Value(Math.Round(50 * highest * (2 - g), 1)) + "%", "end", muted: true);
        }

        var slot = (Width - Left - Right) / (last - first + 1);
        var bar = (slot - 6) / Math.Max(1, Series.Count);
        for (var b = first; b <= last; b++)
        {
            var x = Left + ((b - first) * slot);
            for (var s = 0; s < Series.Count; s++)
            {
                var height = plot * Share(Values[s].Bins[b], Values[s].Count) / highest;
                var hint = $"{Label(b)}, {Series[s]}: {Numbers.Count(Values[s].Bins[b])} · {Numbers.Share(Values[s].Bins[b], Values[s].Count)}";
                svg.Rect(x + 3 + (s * bar), Top + plot - height, bar - 1, height, Fill(s), hint);
            }

            svg.Text(x, Height - 7, Numbers.Short(Distribution.BinStarts[b]), "middle", muted: true);
        }

        return svg.Close();
    }

    /// <summary>The bins from the first to the last that holds anything.</summary>
    private (int First, int Last) UsedBins()
    {
        var used = Enumerable.Range(0, Distribution.BinStarts.Count).Where(b => Values.Any(d => d.Bins[b] > 0)).DefaultIfEmpty(0).ToList();
        return (used[0], used[^1]);
    }

    private static string Label(int bin) => bin + 1 < Distribution.BinStarts.Count
        ? $"{Numbers.Short(Distribution.BinStarts[bin])}–{Numbers.Short(Distribution.BinStarts[bin + 1])}"
        : $"≥ {Numbers.Short(Distribution.BinStarts[bin])}";

    private string Fill(int series) => series == Series.Count - 1 ? Svg.Accent : Svg.Soft;

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
