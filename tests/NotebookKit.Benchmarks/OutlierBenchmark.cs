using System.Diagnostics;
using NotebookKit.Embeddings;
using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>How well detectors tell requests of intents that they have not seen from those of intents that they have, near and far, clean and with a tenth of the characters damaged; and whether the
/// conformal limit flags as many normal rows as it says. Returns 1 where the ensemble does not beat the best single detector, or the peer by two points, or where the limit is wrong.</summary>
internal static class OutlierBenchmark
{
    private const string Ensemble = "ensemble", Unlabelled = "ensemble without labels", Peer = "potion + 10-NN";

    /// <summary>Detectors that learn from labels: the ensemble without labels is not held against them.</summary>
    private static readonly string[] Labelled = ["linear-energy", "linear-max-logit", "linear-max-probability", "mahalanobis, relative", "knn-tuned"];

    private const double LeastLead = 0.02, MostOff = 0.005;

    private static readonly string Model = Path.Combine(PublicTexts.Folder, "potion_base_4m_int8", "test_model");

    /// <summary>Rows to learn from, normal and strange ones, of all seeds of a setting.</summary>
    private static readonly Dictionary<string, (int Known, int Normal, int Strange)> Expected = new(StringComparer.Ordinal)
    {
        ["HWU64 near"] = (33_863, 8_142, 2_618),
        ["HWU64 domains"] = (36_840, 8_858, 1_902),
        ["SNIPS 2 of 7"] = (49_253, 2_500, 1_000),
        ["HWU64 / SNIPS far"] = (35_925, 10_760, 2_000),
    };

    private const int ExpectedHeldBack = 58_617;

    public static int Run(int seeds)
    {
        (string Name, OutlierDetector Detector)[] detectors =
        [
            (Peer, new EmbeddingNeighboursDetector { Embedder = StaticEmbedder.Load(Model), Neighbours = 10 }),
            ("knn-embedding", new EmbeddingNeighboursDetector()),
            ("knn-embedding, k = 10", new EmbeddingNeighboursDetector { Neighbours = 10 }),
            ("knn-terms", new TermNeighboursDetector()),
            ("pca-residual", new PcaResidualDetector()),
            ("pseudo-classes", new PseudoClassDetector()),
            (Unlabelled, new EnsembleDetector { UseLabels = false }),
            ("linear-energy", new LinearDetector()),
            ("linear-max-logit", new LinearDetector { Score = LinearScore.MaxLogit }),
            ("linear-max-probability", new LinearDetector { Score = LinearScore.MaxProbability }),
            ("mahalanobis, relative", new MahalanobisDetector()),
            ("knn-tuned", new TunedNeighboursDetector()),
            (Ensemble, new EnsembleDetector()),
        ];
        var all = new Dictionary<(string Setting, string Detector), Figures>();
        var rows = new Dictionary<string, (int Known, int Normal, int Strange)>(StringComparer.Ordinal);
        foreach (var (setting, make) in OutlierRows.Settings)
            for (var seed = 1UL; seed <= (ulong)seeds; seed++)
            {
                var task = make(seed);
                var sum = rows.GetValueOrDefault(setting);
                rows[setting] = (sum.Known + task.Known.Count, sum.Normal + task.Normal.Count, sum.Strange + task.Strange.Count);
                Measure(all, setting, task, detectors, seed);
            }

        var wrong = new List<string>();
        if (seeds == Seeds)
            foreach (var (setting, counts) in rows)
                if (Expected.GetValueOrDefault(setting) != counts) wrong.Add($"{setting}: rows {counts}, expected {Expected.GetValueOrDefault(setting)}");
        Print(all, detectors, wrong);
        Conformal(wrong);
        foreach (var one in wrong) Console.WriteLine("WRONG: " + one);
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Seeds of the table.</summary>
    public const int Seeds = 5;

    private static void Measure(Dictionary<(string Setting, string Detector), Figures> all, string setting, OutlierTask task, (string Name, OutlierDetector Detector)[] detectors, ulong seed)
    {
        var (normal, strange) = (OutlierRows.Damaged(task.Normal, seed), OutlierRows.Damaged(task.Strange, seed));
        foreach (var (name, detector) in detectors)
        {
            var watch = Stopwatch.StartNew();
            var fitted = detector.Fit(task.Known, new() { Seed = seed });
            var fit = watch.Elapsed.TotalSeconds;
            var clean = DetectionQuality.Of(fitted, task.Normal, task.Strange);
            var score = watch.Elapsed.TotalSeconds - fit;
            Add(all, (setting, name), clean, fit, score);
            watch.Restart();
            var damaged = DetectionQuality.Of(fitted, normal, strange);
            Add(all, (setting + ", damaged", name), damaged, fit, watch.Elapsed.TotalSeconds);
        }
    }

    private static void Add(Dictionary<(string Setting, string Detector), Figures> all, (string Setting, string Detector) key, DetectionQuality quality, double fit, double score)
    {
        if (!all.TryGetValue(key, out var figures)) all.Add(key, figures = new());
        figures.Auroc.Add(quality.Auroc);
        figures.Aupr.Add(quality.Aupr);
        figures.Fpr95.Add(quality.Fpr95);
        figures.Fit.Add(fit);
        figures.Score.Add(score);
    }

    private static void Print(Dictionary<(string Setting, string Detector), Figures> all, (string Name, OutlierDetector Detector)[] detectors, List<string> wrong)
    {
        foreach (var setting in all.Keys.Select(k => k.Setting).Distinct().OrderBy(s => s.Contains("damaged", StringComparison.Ordinal)).ToArray())
        {
            Console.WriteLine($"\n{setting,-32} {"AUROC",15} {"AUPR",15} {"FPR95",15} {"fit s",7} {"score s",7}");
            foreach (var (name, _) in detectors)
            {
                var f = all[(setting, name)];
                Console.WriteLine(FormattableString.Invariant($"  {name,-30} {Told(f.Auroc),15} {Told(f.Aupr),15} {Told(f.Fpr95),15} {f.Fit.Average(),7:F2} {f.Score.Average(),7:F2}"));
            }
        }

        foreach (var isDamaged in (bool[])[false, true])
        {
            var means = detectors.ToDictionary(d => d.Name, d => all.Where(a => a.Key.Detector == d.Name && a.Key.Setting.Contains("damaged", StringComparison.Ordinal) == isDamaged).Average(a => a.Value.Auroc.Average()));
            var kind = isDamaged ? "damaged" : "clean";
            Console.WriteLine($"\nmean AUROC, {kind}");
            foreach (var (name, mean) in means) Console.WriteLine(FormattableString.Invariant($"  {name,-30} {mean:F4}"));
            foreach (var ensemble in (string[])[Ensemble, Unlabelled])
            {
                // Without labels it is held against what needs none.
                var best = means.Where(m => m.Key is not (Ensemble or Unlabelled) && (ensemble == Ensemble || !Labelled.Contains(m.Key))).MaxBy(m => m.Value);
                if (means[ensemble] <= best.Value) wrong.Add(FormattableString.Invariant($"{kind}: {ensemble} ({means[ensemble]:F4}) does not beat {best.Key} ({best.Value:F4})"));
                if (means[ensemble] < means[Peer] + LeastLead) wrong.Add(FormattableString.Invariant($"{kind}: {ensemble} ({means[ensemble]:F4}) does not beat the peer ({means[Peer]:F4}) by {LeastLead}"));
            }
        }
    }

    /// <summary>20 random halves of held-back rows: one gives the limit, the other tells how many rows it flags.</summary>
    private static void Conformal(List<string> wrong)
    {
        var (known, heldBack) = OutlierRows.Conformal();
        var scores = new EnsembleDetector { UseLabels = false }.Fit(known).Score(heldBack.Examples);
        var shares = new List<double>();
        for (var half = 0UL; half < 20; half++)
        {
            bool IsLimit(int row) => (KeyedRandom.Bits(half, "half", heldBack.Examples[row].Id) & 1) == 0;
            var decision = OutlierDecision.Conformal(scores.Where((_, i) => IsLimit(i)));
            var judged = scores.Where((_, i) => !IsLimit(i)).ToArray();
            shares.Add((double)judged.Count(decision.IsOdd) / judged.Length);
        }

        Console.WriteLine(FormattableString.Invariant($"\nconformal limit at {OutlierDecision.UsualShare:P0} · {known.Count:N0} rows to learn from, {scores.Length:N0} held back · flagged {shares.Average():P2} on average, {shares.Min():P2} to {shares.Max():P2} in {shares.Count} halves"));
        if (scores.Length != ExpectedHeldBack) wrong.Add($"{scores.Length} rows are held back, expected {ExpectedHeldBack}");
        if (shares.Any(s => Math.Abs(s - OutlierDecision.UsualShare) > MostOff)) wrong.Add("the conformal limit flags too many rows or too few");
    }

    private static string Told(List<double> values)
    {
        var mean = values.Average();
        var spread = values.Count < 2 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        return FormattableString.Invariant($"{mean:F4} ±{spread:F4}");
    }

    private sealed class Figures
    {
        public List<double> Auroc { get; } = [];

        public List<double> Aupr { get; } = [];

        public List<double> Fpr95 { get; } = [];

        public List<double> Fit { get; } = [];

        public List<double> Score { get; } = [];
    }
}
