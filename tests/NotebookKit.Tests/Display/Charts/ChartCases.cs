using NotebookKit.Display;
using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

/// <summary>A chart of each kind: as it is used, comparing before and after, and at the edges.</summary>
public static class ChartCases
{
    /// <summary>What hostile data brings along: script, closing tags, Plotly's own tags and templates, formulas, other directions, hidden
    /// characters, and a very long word.</summary>
    public static readonly string[] HostileLabels =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</text></svg><svg onload=alert(1)>", "<b>bold</b> & <a href=\"javascript:alert(1)\">link</a>",
        "%{x} $\\href{javascript:alert(1)}{x}$", "&lt;b&gt; &#60; &amp;", "שלום עולם 12", "مرحبا بالعالم", "evil\u202Egnp.exe", "a\u0000b\u001b[31mred\ud800\u2028\u2029",
        "漢字かな交じり文の長いラベル", "👩‍👩‍👧‍👦 family", "` ' \" javascript:/*--></title></style>", "very" + string.Concat(Enumerable.Repeat(" long label", 60)), new string('W', 500),
    ];

    private static readonly string[] Topics = ["billing", "shipping", "login", "refund", "hardware", "newsletter"];

    public static IReadOnlyDictionary<string, Func<Chart>> All { get; } = new SortedDictionary<string, Func<Chart>>(StringComparer.Ordinal)
    {
        ["histogram"] = () => Chart.Histogram("Length of answers", Numbers(1, 400).Select(n => 20 + (n * n * 3)), new() { XTitle = "characters" }),
        ["histogram-series"] = () => Chart.Histogram("Quality by source", [new("chat", [.. Numbers(2, 300)]), new("mail", [.. Numbers(3, 120).Select(n => n * n)])], new() { XTitle = "score" }),
        ["histogram-log"] = () => Chart.Histogram("Tokens of examples", Numbers(4, 500).Select(n => Math.Floor(Math.Exp(n * 10))), new() { LogBins = true, XTitle = "tokens" }),
        ["histogram-edge"] = () => Chart.Histogram("One value, and some that are none", [7.25, 7.25, double.NaN, double.PositiveInfinity, 1e305]),
        ["bar"] = () => Chart.Bar("Examples by topic", Counts(Topics, 5, 4_000), new() { YTitle = "examples" }),
        ["bar-lying"] = () => Chart.Bar("Why rows were removed", Counts(["too short", "near duplicate", "refusal in the answer", "personal data that could not be masked safely", "wrong language"], 6, 900), new() { Horizontal = true, Sorted = true }),
        ["bar-negative"] = () => Chart.Bar("Change by topic", Topics.Zip([12.5, -3.75, 0, 40, -22, 1e-5], KeyValuePair.Create), new() { YTitle = "change, points" }),
        ["bar-many"] = () => Chart.Bar("Examples by customer", Counts(Enumerable.Range(1, 80).Select(i => $"customer number {i}"), 7, 700), new() { Note = "Names are numbers." }),
        ["bar-hostile"] = () => Chart.Bar("<img src=x onerror=alert(1)> & \"labels\"", Counts(HostileLabels, 8, 90), new() { Horizontal = true, XTitle = "</text>count", Note = "<b>note</b>" }),
        ["bar-hostile-upright"] = () => Chart.Bar("Labels of 500 characters", Counts(HostileLabels, 8, 90)),
        ["grouped"] = () => Chart.GroupedBar("Topics by split", Topics, [new("train", Some(9, 6)), new("validation", Some(10, 6)), new("test", Some(11, 6))], new() { YTitle = "examples" }),
        ["grouped-lying"] = () => Chart.GroupedBar("Topics by year", Topics.Take(4), [new("2024", Some(12, 4)), new("2025", [5, double.NaN, 60])], new() { Horizontal = true }),
        ["stacked"] = () => Chart.StackedBar("Kept and removed by source", ["chat", "mail", "forum", "voice"], [new("kept", Some(13, 4)), new("removed", Some(14, 4)), new("flagged", Some(15, 4)), new("open", Some(16, 4))], new() { YTitle = "examples" }),
        ["stacked-shares"] = () => Chart.StackedBar("Languages by source", ["chat", "mail", "forum"], [new("English", [70, 20, 5]), new("German", [20, 60, 5]), new("other", [10, 20, 0])], new() { Shares = true, Horizontal = true }),
        ["line"] = () => Chart.Line("Loss by step", [new("train", Curve(17, 24, 2.4)), new("validation", Curve(18, 24, 2.7))], new() { XTitle = "step", YTitle = "loss" }),
        ["line-dates"] = () => Chart.Line("Tickets per day", Enumerable.Range(0, 90).Select(i => new DatePoint(new DateOnly(2025, 11, 3).AddDays(i), 40 + (30 * At(19, i)) + (i / 3.0))), new() { YTitle = "tickets" }),
        ["line-hours"] = () => Chart.Line("Requests", Enumerable.Range(0, 30).Select(i => new DatePoint(new DateTimeOffset(2025, 12, 31, 8, 0, 0, TimeSpan.Zero).AddHours(i), At(20, i) * 900)), new() { FromZero = true }),
        ["line-eight"] = () => Chart.Line("Eight series", Enumerable.Range(0, 8).Select(s => new PointSeries($"series {s + 1}", [.. Enumerable.Range(0, 10).Select(i => new ChartPoint(i, (s * 2) + At(21 + s, i)))]))),
        ["line-log"] = () => Chart.Line("Growth", [new("rows", [.. Enumerable.Range(0, 12).Select(i => new ChartPoint(i, Math.Pow(7, i)))]), new("bytes", [new(0, -1), new(2, double.NaN), new(3, 1e-3), new(4, 5), new(9, 2e4)])], new() { LogY = true }),
        ["scatter"] = () => Chart.Scatter("Length and quality", [new("kept", Cloud(30, 120)), new("removed", Cloud(31, 40)), new("<i>flagged</i>", Cloud(32, 20))], new() { XTitle = "length", YTitle = "quality" }),
        ["scatter-log"] = () => Chart.Scatter("Cost and length", Enumerable.Range(0, 80).Select(i => new ChartPoint(Math.Exp(At(33, i) * 12), Math.Exp(At(34, i) * 4) / 1e6, $"row {i}")), new() { LogX = true, LogY = true, XTitle = "tokens", YTitle = "price" }),
        ["box"] = () => Chart.Box("Score by source", [new("chat", [.. Numbers(35, 200), 1.9, 2.2]), new("mail", [.. Numbers(36, 80).Select(n => n / 2)]), new("forum", [0.4]), new("voice", [])], new() { YTitle = "score" }),
        ["box-log"] = () => Chart.Box("Tokens by task", Topics.Select((t, i) => new NumberSeries(t, [.. Numbers(37 + i, 150).Select(n => Math.Exp(n * 9))])), new() { Log = true, YTitle = "tokens" }),
        ["heatmap"] = () => Chart.HeatMap("Label by source", Topics, ["chat", "mail", "forum", "voice"], Topics.Select((_, r) => (IReadOnlyList<double>)[.. Some(50 + r, 4)]), new() { XTitle = "source", YTitle = "label" }),
        ["heatmap-shares"] = () => Chart.HeatMap("Agreement of raters", ["Ada", "Ben", "Cleo"], ["Ada", "Ben", "Cleo"], [[1, 0.82, 0.5], [0.82, 1, double.NaN], [0.5, double.NaN, 1]], new() { Percent = true, Low = 0, High = 1 }),
        ["heatmap-large"] = () => Chart.HeatMap("Words by day", Enumerable.Range(1, 12).Select(r => $"a rather long row label {r}"), Enumerable.Range(1, 48).Select(c => $"day {c}"), Enumerable.Range(0, 12).Select(r => (IReadOnlyList<double>)[.. Some(60 + r, 48)])),
        ["funnel"] = () => Chart.Funnel("What each stage kept", [new("anonymizer", 12_345, 0), new("cleaner", 11_020, 1_325), new("near-duplicates", 7_400, 3_620), new("outliers with a long name", 7_399, 1), new("balancer", 5_000, 2_399)]),
        ["funnel-edge"] = () => Chart.Funnel("Nothing left", [new("a", 3, 0), new("b", 0, 3), new("c", 0, 0), new("<b>d</b>", -4, -1)], new() { Width = 420 }),
        ["sankey"] = () => Chart.Sankey("Where rows went", [new("chat", "cleaner", 600), new("mail", "cleaner", 300), new("forum", "cleaner", 100), new("cleaner", "kept", 720), new("cleaner", "too short", 180), new("cleaner", "refusal", 95), new("cleaner", "error", 5), new("kept", "train", 600), new("kept", "validation", 60), new("kept", "test", 60)], new() { Unit = "rows" }),
        ["sankey-edge"] = () => Chart.Sankey("Circles and nothing", [new("a", "b", 5), new("b", "a", 2), new("b", "b", 9), new("b", "c", -1), new("b", new string('<', 200), 1e-9), new("a", "c", double.NaN), new("b", "c", 4)]),
        ["before-after-counts"] = () => Chart.BeforeAfter("Labels", Counts(Enumerable.Range(1, 20).Select(i => $"label {i}"), 70, 4_000), Counts(Enumerable.Range(1, 18).Select(i => $"label {i}"), 71, 900)),
        ["before-after-narrow"] = () => Chart.BeforeAfter("Sources", Counts(Topics, 70, 40_000), Counts(Topics, 71, 900), new() { Width = 460, ShowTitle = false }),
        ["before-after-bins"] = () => Chart.BeforeAfter("Answer, characters", Distribution.Of([.. Numbers(72, 500).Select(n => (int)Math.Exp(n * 9))]), Distribution.Of([.. Numbers(73, 300).Select(n => (int)Math.Exp(3 + (n * 4)))]), new() { Width = 460, XTitle = "characters" }),
        ["before-after-numbers"] = () => Chart.BeforeAfter("Quality", Numbers(74, 500), Numbers(75, 200).Select(n => Math.Sqrt(n)), new() { XTitle = "score" }),
        ["empty"] = () => Chart.Bar("Nothing yet", Array.Empty<KeyValuePair<string, long>>()),
    };

    /// <summary>A number from 0 to 1 that depends on its place alone.</summary>
    public static double At(int seed, int index) => NotebookKit.Text.KeyedRandom.Unit((ulong)seed, "chart cases", index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<double> Numbers(int seed, int count) => Enumerable.Range(0, count).Select(i => (At(seed, i) + At(seed, i + count)) / 2);

    private static double[] Some(int seed, int count) => [.. Enumerable.Range(0, count).Select(i => Math.Floor(At(seed, i) * 200))];

    private static IEnumerable<KeyValuePair<string, long>> Counts(IEnumerable<string> labels, int seed, int most) =>
        labels.Select((l, i) => KeyValuePair.Create(l, (long)(Math.Pow(At(seed, i), 2) * most)));

    private static ChartPoint[] Curve(int seed, int count, double top) => [.. Enumerable.Range(0, count).Select(i => new ChartPoint(i * 50, (top / (1 + (i * 0.3))) + (At(seed, i) * 0.1)))];

    private static ChartPoint[] Cloud(int seed, int count) => [.. Enumerable.Range(0, count).Select(i => new ChartPoint(100 + (At(seed, i) * 900), (At(seed, i + count) + At(seed, i)) / 2, $"example {i}"))];
}
