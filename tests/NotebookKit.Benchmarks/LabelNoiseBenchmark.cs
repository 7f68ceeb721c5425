using System.Diagnostics;
using System.Globalization;
using NotebookKit.Embeddings;
using NotebookKit.Labels;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Flips labels of HWU64 and looks for them: precision and recall of the stage as it is by default, average precision of its order, seconds, and what the other rules would find. Prints all
/// tables of one run with <c>label-noise tables</c>.</summary>
internal static class LabelNoiseBenchmark
{
    private const double LeastPrecision = 0.8, LeastRecall = 0.6;

    private const int Seeds = 5;

    private static readonly double[] Rates = [0.05, 0.10, 0.20];

    /// <summary>Rows found and planted rows among them with the first seed, by kind and rate: what the same code and data give again.</summary>
    private static readonly Dictionary<string, (int Found, int Right)> Expected = new()
    {
        ["any label 0.05"] = (363, 338),
        ["any label 0.1"] = (687, 665),
        ["any label 0.2"] = (1_258, 1_237),
        ["near label 0.05"] = (335, 271),
        ["near label 0.1"] = (606, 542),
        ["near label 0.2"] = (1_118, 1_038),
    };

    public static int Run(bool tables)
    {
        var folder = Path.Combine(PublicTexts.Folder, "fewshot_intent_oos", "HWU64", "train");
        if (!Directory.Exists(folder))
        {
            Console.WriteLine("public data sets are absent (set NOTEBOOKKIT_DATA to their folder)");
            return 0;
        }

        var rows = File.ReadLines(Path.Combine(folder, "seq.in")).Zip(File.ReadLines(Path.Combine(folder, "label"))).ToArray();
        var labels = rows.Select(r => r.Second).Distinct().Order(StringComparer.Ordinal).ToArray();
        var near = Neighbours(rows, labels);
        var exact = true;
        if (tables)
        {
            var data = Planted(rows, labels, null, 0.1, 1);
            var result = (LabelNoiseResult)data.Apply(new LabelNoise());
            Console.WriteLine(result.ToText());
            var found = (result.Issues.Count, result.Issues.Count(i => i.Example.Label != rows[(int)i.Example.Position.Record].Second));
            exact = found == Expected["any label 0.1"];
            if (!exact) Console.WriteLine($"WRONG: found and right {found}, not {Expected["any label 0.1"]}");
        }

        foreach (var kind in new[] { "any label", "near label" })
            foreach (var rate in tables ? [] : Rates)
                exact &= Measure(rows, labels, kind == "any label" ? null : near, kind, rate);
        return exact ? 0 : 1;
    }

    private static bool Measure((string Text, string Label)[] rows, string[] labels, string[][]? near, string kind, double rate)
    {
        var others = Enum.GetValues<LabelFilter>().Where(f => f != LabelFilter.LowInEach).ToDictionary(f => f, _ => new Score(0, 0, 0));
        var (all, seconds, order) = (new Score(0, 0, 0), 0.0, 0.0);
        var first = all;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var data = Planted(rows, labels, near, rate, seed);
            bool IsFlipped(int i) => data.Examples[i].Label != rows[i].Label;
            var watch = Stopwatch.StartNew();
            var result = (LabelNoiseResult)data.Apply(new LabelNoise());
            seconds += watch.Elapsed.TotalSeconds / Seeds;
            var flips = Enumerable.Range(0, data.Count).Count(IsFlipped);
            all += new Score(result.Issues.Count, result.Issues.Count(i => IsFlipped((int)i.Example.Position.Record)), flips);
            if (seed == 1) first = all;
            var counted = Counted(result, data);
            order += AveragePrecision([.. Enumerable.Range(0, data.Count).OrderBy(counted.SelfConfidence).ThenBy(i => i).Select(IsFlipped)]) / Seeds;
            foreach (var filter in others.Keys)
            {
                var found = counted.Find(filter);
                others[filter] += new Score(found.Count, found.Count(IsFlipped), flips);
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{kind,-10} {100 * rate,2:F0}% flipped: {all}, average precision {order:F3}, {seconds:F1} s a run"));
        foreach (var (filter, score) in others) Console.WriteLine($"    {filter,-20} {score}");
        var key = FormattableString.Invariant($"{kind} {rate}");
        var expected = Expected.GetValueOrDefault(key);
        if (expected != (first.Found, first.Right)) Console.WriteLine($"    the first seed is not what is expected: found {expected.Found} and right {expected.Right}, but was {first.Found} and {first.Right}");
        var isReached = all.Precision >= LeastPrecision && all.Recall >= LeastRecall;
        if (!isReached) Console.WriteLine(FormattableString.Invariant($"    WRONG: precision should be {LeastPrecision} and recall {LeastRecall} at least"));
        return expected == (first.Found, first.Right) && isReached;
    }

    private static ConfidentLearning Counted(LabelNoiseResult result, Dataset data) => new(
        [.. data.Examples.Select(e => result.Plan.Labels.ToList().IndexOf(e.Label!))],
        [.. data.Examples.Select(e => LabelModel.Doubles(result.Plan.Predict(e, out _)!))]);

    /// <summary>The rows with some labels flipped: to any other label, or to one of the three nearest ones.</summary>
    private static Dataset Planted((string Text, string Label)[] rows, string[] labels, string[][]? near, double rate, ulong seed) => Dataset.Of(rows.Select((r, i) =>
    {
        var id = i.ToString("D5", CultureInfo.InvariantCulture);
        var at = Array.IndexOf(labels, r.Label);
        var draw = KeyedRandom.Unit(seed, "to", id);
        var label = KeyedRandom.Unit(seed, "flip", id) >= rate ? r.Label
            : near is not null ? near[at][(int)(draw * near[at].Length)]
            : labels[(at + 1 + (int)(draw * (labels.Length - 1))) % labels.Length];
        return new Example { Id = id, Position = new(0, i), Messages = [new(Role.User, r.Text), new(Role.Assistant, label)], Label = label };
    }));

    /// <summary>The three labels nearest to each, by the middles of their embeddings.</summary>
    private static string[][] Neighbours((string Text, string Label)[] rows, string[] labels)
    {
        var embedder = new BuiltInEmbedder();
        var middles = labels.Select(label =>
        {
            var sum = new double[embedder.Dimensions];
            foreach (var (text, _) in rows.Where(r => r.Label == label))
                foreach (var (d, value) in embedder.Embed(text).Index()) sum[d] += value;
            var length = Math.Sqrt(sum.Sum(s => s * s));
            return sum.Select(s => s / length).ToArray();
        }).ToArray();
        return [.. labels.Select((_, a) => Enumerable.Range(0, labels.Length).Where(b => b != a)
            .OrderByDescending(b => middles[a].Zip(middles[b], (x, y) => x * y).Sum()).Take(3).Select(b => labels[b]).ToArray())];
    }

    private static double AveragePrecision(bool[] order)
    {
        double right = 0, sum = 0;
        for (var i = 0; i < order.Length; i++)
            if (order[i]) sum += ++right / (i + 1);
        return sum / right;
    }

    private readonly record struct Score(int Found, int Right, int Planted)
    {
        public double Precision => (double)Right / Found;

        public double Recall => (double)Right / Planted;

        public static Score operator +(Score a, Score b) => new(a.Found + b.Found, a.Right + b.Right, a.Planted + b.Planted);

        public override string ToString() => FormattableString.Invariant(
            $"found {Found,6:N0}, planted {Planted,6:N0}, precision {Precision:F3}, recall {Recall:F3}, F1 {2 * Precision * Recall / (Precision + Recall):F3}");
    }
}
