using System.Diagnostics;
using System.Globalization;
using NotebookKit.Augmenting;
using NotebookKit.Comparing;
using NotebookKit.Embeddings;
using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>What the comparison of two sets finds where it is known what differs, what messy variants and the sampling plan do about it, and how long it takes. Exact counts are asserted.</summary>
internal static class GapBenchmark
{
    private const int Seeds = 20;

    private static readonly List<string> Wrong = [];

    public static int Run(int rows)
    {
        Wrong.Clear();
        var clean = GapSets.Hwu("train", clean: true);
        Halves("HWU64", clean, (18, 155));
        Halves("airline", GapSets.Multidogo("airline", "train"), (19, 154));
        Halves("software", GapSets.Multidogo("software", "train"), (20, 153));
        Apart();
        Messy(clean);
        Planted(clean);
        Accuracy(clean);
        Scale(rows);
        foreach (var line in Wrong) Console.WriteLine("WRONG: " + line);
        return Wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Two halves of one set are one population.</summary>
    private static void Halves(string name, Dataset data, (int Auc, int Features) expected)
    {
        int within = 0, features = 0;
        double most = 0, limit = 0;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var (first, second) = GapSets.Halves(data, seed);
            var gap = Gap.Between(first, second, new() { MaxRows = 2_000 }, new() { Seed = seed });
            if (!gap.Test.CanBeToldApart) within++;
            features += gap.Features.Count(f => f.IsWithinChance);
            (most, limit) = (Math.Max(most, gap.Test.Auc!.Value), Math.Max(limit, gap.Test.ChanceLimit));
        }

        Say($"halves of {name,-18} {data.Count,7:N0} rows: AUC within chance {within} of {Seeds}, the highest {most:F4} (limit {limit:F4}); features within chance {features} of {8 * Seeds}");
        Exactly($"halves of {name}, AUC", within, expected.Auc);
        Exactly($"halves of {name}, features", features, expected.Features);
    }

    /// <summary>Real sets: two parts of one, and two domains.</summary>
    private static void Apart()
    {
        foreach (var (name, train, live, apart) in new[]
        {
            ("airline train, airline test", GapSets.Multidogo("airline", "train"), GapSets.Multidogo("airline", "test"), true),
            ("software, airline", GapSets.Multidogo("software", "train"), GapSets.Multidogo("airline", "train"), true),
            ("HWU64, software", GapSets.Hwu("train", clean: false), GapSets.Multidogo("software", "train"), true),
        })
        {
            var gap = Gap.Between(train, live);
            Say($"{name,-28} AUC {gap.Test.Auc:F4} (limit {gap.Test.ChanceLimit:F4}); thin clusters {gap.ThinClusters().Count} of {gap.Clusters.Count}; live is given away by {string.Join(", ", gap.Test.Terms.Where(t => t.PointsToLive).Take(5).Select(t => t.Text))}");
            Exactly($"{name} can be told apart", gap.Test.CanBeToldApart ? 1 : 0, apart ? 1 : 0);
        }
    }

    /// <summary>Train is clean, live is messy and asks other things in other shares; then variants are added, then rows are repeated.</summary>
    private static void Messy(Dataset clean)
    {
        var (first, second) = GapSets.Halves(clean, 1);
        // Live asks three times as often about what begins with p to z.
        var live = GapSets.Damaged(Dataset.Of(second.Examples.Where(e => string.CompareOrdinal(e.Label, "p") >= 0 || KeyedRandom.Bits(9, "fewer", e.Id) % 3 == 0)));
        var made = new MessyVariants { Share = 1, VariantsPerRow = 3 }.Make(first);
        Say($"messy variants: {made.Created.Count:N0} of {made.Chosen:N0} rows: {string.Join(", ", made.Counts.Select(c => $"{c.Key} {c.Value:N0}"))}; unchanged {made.Unchanged:N0}, known {made.Known:N0}, held out {made.HeldOut:N0}");
        Exactly("messy variants", made.Created.Count, 12_521);
        var before = Told("train, damaged live", Gap.Between(first, live));
        var varied = Told("+ variants", Gap.Between(made.Dataset, live));
        var planned = Told("+ variants + plan", Gap.Between(varied.Plan.Apply(made.Dataset).Kept, live));
        var twins = Told("(damaged, damaged)", Gap.Between(GapSets.Damaged(first), live));
        AtMost("AUC with variants", varied.Test.Auc!.Value, before.Test.Auc!.Value - 0.1);
        AtMost("PSI of topics after the plan", planned.Feature("topics").Psi, varied.Feature("topics").Psi / 2);
        AtMost("AUC of what only topics differ in", twins.Test.Auc!.Value, varied.Test.Auc!.Value);
        Exactly("lines after the plan", (int)planned.Plan.LinesBefore, (int)varied.Plan.LinesAfter);
    }

    private static GapResult Told(string name, GapResult gap)
    {
        Say($"{name,-22} AUC {gap.Test.Auc:F4} ({gap.Test.Low:F3}–{gap.Test.High:F3}; limit {gap.Test.ChanceLimit:F4}); PSI {string.Join(", ", gap.Features.Select(f => $"{f.Name} {f.Psi:F3}"))}; plan: {gap.Plan.Repeats.Count:N0} rows repeated, {gap.Plan.ToLabel.Count:N0} to label, topics {gap.Plan.PsiBefore:F3} → {gap.Plan.PsiRepeated:F3} → {gap.Plan.PsiLabelled:F3}");
        return gap;
    }

    /// <summary>Intents that train lacks: are they the thin clusters, and are their rows the ones to label?</summary>
    private static void Planted(Dataset clean)
    {
        var found = 0;
        string[] missing = ["cooking_recipe", "transport_taxi", "music_query", "iot_coffee", "email_sendemail", "alarm_set", "qa_currency", "audio_volume_mute", "takeaway_order", "recommendation_movies"];
        foreach (var intent in missing)
        {
            var (first, live) = GapSets.Halves(clean, 2);
            var gap = Gap.Between(Dataset.Of(first.Examples.Where(e => e.Label != intent)), live);
            var labels = live.Examples.ToDictionary(e => e.Id, e => e.Label, StringComparer.Ordinal);
            var thin = gap.ThinClusters();
            var hits = gap.Plan.ToLabel.Count(r => labels[r.Id] == intent);
            var best = thin.FirstOrDefault(c => labels[c.Central] == intent);
            if (best is not null) found++;
            Say($"missing {intent,-22} {live.Examples.Count(e => e.Label == intent),4} live rows: {thin.Count,2} thin clusters; {(best is null ? "not found" : $"cluster with {best.Live} live and {best.Train} training rows: {string.Join(", ", best.Terms)}")}; to label {gap.Plan.ToLabel.Count,3}, of it {hits,3}");
        }

        Say($"missing intents found and named: {found} of {missing.Length}");
        Exactly("missing intents found", found, 6);
    }

    /// <summary>Intents of damaged questions, learnt from clean ones with and without variants.</summary>
    private static void Accuracy(Dataset clean)
    {
        var test = GapSets.Hwu("test", clean: true);
        var damaged = GapSets.Damaged(test);
        var variants = new MessyVariants { Share = 1, VariantsPerRow = 3 }.Make(clean).Dataset;
        var right = new List<int>();
        foreach (var (name, judge) in new (string, Func<Dataset, Func<string, string>>)[] { ("logistic regression", Regressions), ("nearest row", Nearest) })
            foreach (var (set, train) in new[] { ("clean", clean), ("clean + variants", variants) })
            {
                var classify = judge(train);
                int Right(Dataset rows) => rows.Examples.AsParallel().Count(e => classify(e.LastUserTurn) == e.Label);
                var (onClean, onDamaged) = (Right(test), Right(damaged));
                right.AddRange([onClean, onDamaged]);
                Say($"{name,-20} trained on {set,-17} {train.Count,7:N0} rows: {onClean,5} of {test.Count} clean questions right ({100.0 * onClean / test.Count:F1}%), {onDamaged,5} damaged ({100.0 * onDamaged / test.Count:F1}%)");
            }

        Exactly("answers right", string.Join(' ', right), "900 861 917 884 861 793 854 825");
    }

    private static Func<string, string> Regressions(Dataset train)
    {
        var rows = train.Examples.OrderBy(e => KeyedRandom.Bits(1, "order", e.Id)).Select(e => (e.Label, Features: TextFeatures.Of(e.LastUserTurn))).ToList();
        var labels = rows.Select(r => r.Label!).Distinct().Order(StringComparer.Ordinal).ToArray();
        var models = labels.AsParallel().AsOrdered().Select(l => LogisticRegression.Train([.. rows.Select(r => (r.Features, r.Label == l))])).ToArray();
        return text =>
        {
            var features = TextFeatures.Of(text);
            return labels[Enumerable.Range(0, labels.Length).MaxBy(i => Math.Round(models[i].LogOdds(features), 6))];
        };
    }

    private static Func<string, string> Nearest(Dataset train)
    {
        var embedder = new BuiltInEmbedder();
        var rows = train.Examples.Select(e => (e.Label, Vector: embedder.Embed(e.LastUserTurn))).ToList();
        return text =>
        {
            var query = embedder.Embed(text);
            return rows.MaxBy(r =>
            {
                var sum = 0.0;
                for (var d = 0; d < query.Length; d++) sum += query[d] * r.Vector[d];
                return Math.Round(sum, 6);
            }).Label!;
        };
    }

    private static void Scale(int rows)
    {
        var (train, live) = (Many(0), Many(rows));
        Dataset Many(int from) => Dataset.Of(Enumerable.Range(from, rows).Select(i => GapSets.Row(FormattableString.Invariant($"q-{i:D7}"), Questions.Of(i))));
        var watch = Stopwatch.StartNew();
        var gap = Gap.Between(train, live);
        var compared = watch.Elapsed;
        watch.Restart();
        var made = new MessyVariants { Share = 1 }.Make(train);
        Say($"scale: {rows:N0} against {rows:N0} rows in {compared.TotalSeconds:F1} s; {made.Created.Count:N0} variants of {rows:N0} rows in {watch.Elapsed.TotalSeconds:F1} s; AUC {gap.Test.Auc:F4}");
        Exactly("rows in clusters", gap.Clusters.Sum(c => c.Live + c.Train), 2 * rows);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Exactly<T>(string what, T found, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(found, expected)) Wrong.Add(FormattableString.Invariant($"{what}: {found}, not {expected}"));
    }

    private static void AtMost(string what, double found, double limit)
    {
        if (!(found <= limit)) Wrong.Add(FormattableString.Invariant($"{what}: {found}, above {limit}"));
    }
}
