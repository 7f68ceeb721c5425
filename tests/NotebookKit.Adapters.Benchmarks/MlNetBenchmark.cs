using System.Diagnostics;
using NotebookKit.Benchmarks;
using NotebookKit.MLNet;
using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Adapters.Benchmarks;

/// <summary>ML.NET's detectors beside ours on public requests with intents left out. Detectors with a background get one of which three quarters belong; its rows are not scored.
/// Returns 1 where the numbers of rows are not those that the settings have.</summary>
internal static class MlNetBenchmark
{
    /// <summary>Seeds of the table.</summary>
    public const int Seeds = 3;

    /// <summary>Rows to learn from, of the background, and normal and strange ones to score, of all seeds of a setting.</summary>
    private static readonly Dictionary<string, (int Known, int Background, int Normal, int Strange)> Expected = new(StringComparer.Ordinal)
    {
        ["HWU64 near"] = (20_194, 3_166, 2_479, 801),
        ["HWU64 domains"] = (21_600, 2_476, 3_337, 631),
        ["SNIPS 2 of 7"] = (29_571, 999, 750, 300),
        ["HWU64 / SNIPS far"] = (21_555, 2_400, 4_656, 600),
    };

    private static readonly (string Name, Func<Dataset, OutlierDetector> Make)[] Detectors =
    [
        ("domain", b => new DomainDetector(b)),
        ("mlnet-domain", b => new MlNetDomainDetector(b)),
        ("linear-energy", _ => new LinearDetector()),
        ("linear-max-probability", _ => new LinearDetector { Score = LinearScore.MaxProbability }),
        ("mlnet-labels-energy", _ => new MlNetLabelDetector { Score = MlNetLabelScore.Energy }),
        ("mlnet-labels-max-probability", _ => new MlNetLabelDetector()),
        ("pca-residual", _ => new PcaResidualDetector()),
        ("mlnet-pca", _ => new MlNetPcaDetector()),
        ("knn-embedding", _ => new EmbeddingNeighboursDetector()),
        ("pseudo-classes", _ => new PseudoClassDetector()),
        ("mlnet-kmeans", _ => new MlNetKMeansDetector()),
        ("ensemble", _ => new EnsembleDetector()),
        ("ensemble with mlnet-labels", _ => new EnsembleDetector { Members = [new(new EmbeddingNeighboursDetector()), new(new LinearDetector(), 2), new(new MlNetLabelDetector())] }),
    ];

    public static int Run(int seeds)
    {
        var wrong = new List<string>();
        var means = Detectors.ToDictionary(d => d.Name, _ => new List<double>());
        foreach (var (setting, make) in OutlierRows.Settings)
        {
            var figures = Detectors.ToDictionary(d => d.Name, _ => new List<double[]>());
            var counts = (Known: 0, Background: 0, Normal: 0, Strange: 0);
            for (var seed = 1UL; seed <= (ulong)seeds; seed++)
            {
                var task = make(seed);
                var (background, normal, strange) = Parted(task, seed);
                counts = (counts.Known + task.Known.Count, counts.Background + background.Count, counts.Normal + normal.Count, counts.Strange + strange.Count);
                foreach (var (name, detector) in Detectors)
                {
                    var watch = Stopwatch.StartNew();
                    var fitted = detector(background).Fit(task.Known, new() { Seed = seed });
                    var fit = watch.Elapsed.TotalSeconds;
                    var quality = DetectionQuality.Of(fitted, normal, strange);
                    figures[name].Add([quality.Auroc, quality.Aupr, quality.Fpr95, fit, watch.Elapsed.TotalSeconds - fit]);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"\n{setting}: {counts.Known:N0} rows to learn from, background of {counts.Background:N0}, {counts.Normal:N0} normal and {counts.Strange:N0} strange rows to score, {seeds} seeds"));
            Console.WriteLine($"  {"",-30} {"AUROC",7} {"AUPR",7} {"FPR95",7} {"fit s",8} {"score s",8}");
            foreach (var (name, all) in figures)
            {
                double Mean(int at) => all.Average(f => f[at]);
                means[name].Add(Mean(0));
                Console.WriteLine(FormattableString.Invariant($"  {name,-30} {Mean(0),7:F4} {Mean(1),7:F4} {Mean(2),7:F4} {Mean(3),8:F2} {Mean(4),8:F2}"));
            }

            if (seeds == Seeds && Expected.GetValueOrDefault(setting) != counts) wrong.Add($"{setting}: rows {counts}, expected {Expected.GetValueOrDefault(setting)}");
        }

        Console.WriteLine("\nmean AUROC of the settings");
        foreach (var (name, all) in means) Console.WriteLine(FormattableString.Invariant($"  {name,-30} {all.Average():F4}"));
        foreach (var one in wrong) Console.WriteLine("WRONG: " + one);
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Half of the strange rows and three times as many normal ones become the background; the others are scored.</summary>
    private static (Dataset Background, Dataset Normal, Dataset Strange) Parted(OutlierTask task, ulong seed)
    {
        Example[] Mixed(Dataset rows) => [.. rows.Examples.OrderBy(e => KeyedRandom.Bits(seed, "background", e.Id))];
        var (normal, strange) = (Mixed(task.Normal), Mixed(task.Strange));
        var odd = strange.Length / 2;
        var usual = Math.Min(3 * odd, normal.Length / 2);
        return (Dataset.Of([.. strange[..(usual / 3)], .. normal[..usual]]), Dataset.Of(normal[usual..]), Dataset.Of(strange[odd..]));
    }
}
