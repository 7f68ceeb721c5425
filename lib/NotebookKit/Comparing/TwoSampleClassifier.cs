using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Trains the classifier of the two-sample test: logistic regression over words, trigrams and habits of writing, in five folds; each line is judged by the model that has seen neither it, nor a line of the
/// same text, the same id, or made from the same row.</summary>
internal static class TwoSampleClassifier
{
    private const int Folds = 5, MostRows = 10;

    /// <summary>97.5% and 95% quantiles of the standard normal distribution.</summary>
    private const double Z975 = 1.959964, Z95 = 1.644854;

    private readonly record struct Line(string Id, string Root, bool IsLive, FeatureBag Features, int Fold);

    /// <summary>Runs the test.</summary>
    public static TwoSampleTest Test(GapSample sample, GapOptions options, RunContext run)
    {
        if (Math.Min(Rows(sample.Train), Rows(sample.Live)) < Gap.FewestRows) return new(null, 0, 1, 0.5, [], [], []);
        var lines = Lines(sample, run);
        var models = new LogisticRegression?[Folds];
        Chunks.Run(Folds, run, (from, to) =>
        {
            for (var fold = from; fold < to; fold++)
            {
                var seen = lines.Where(l => l.Fold != fold).ToList();
                if (seen.Any(l => l.IsLive) && seen.Any(l => !l.IsLive)) models[fold] = LogisticRegression.Train([.. seen.Select(l => (l.Features, l.IsLive))]);
            }

            return 0;
        }, ranges: Folds);
        var odds = Array.ConvertAll(lines, l => models[l.Fold] is { } model ? Math.Round(model.LogOdds(l.Features), 6) : 0);
        var (auc, low, high, chance) = Judge(lines, odds);
        var terms = auc > chance ? TellTales.Of(sample, options, f => models.Average(m => m?.WeightOf(f) ?? 0)) : [];
        return new(auc, low, high, chance, terms, Surest(lines, odds, live: false), Surest(lines, odds, live: true));
    }

    private static int Rows(GapLine[] lines) => lines.Select(l => l.Row.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Lines of both sets in the order of keys, with what must be in one fold in one fold.</summary>
    private static Line[] Lines(GapSample sample, RunContext run)
    {
        var all = sample.Train.Select((l, i) => (Line: l, IsLive: false, Writing: sample.TrainWriting[i])).Concat(sample.Live.Select((l, i) => (Line: l, IsLive: true, Writing: sample.LiveWriting[i])))
            .Select(l => (l.Line, l.IsLive, l.Writing, Key: KeyedRandom.Bits(run.Seed, "gap-order", l.Line.Row.Id, (ulong)l.Line.Copy)))
            .OrderBy(l => l.Key).ThenBy(l => l.Line.Row.Id, StringComparer.Ordinal).ThenBy(l => l.IsLive).ToArray();
        var bags = Chunks.Run(all.Length, run, (from, to) => Array.ConvertAll(all[from..to], l => WritingMarks.Features(l.Line.Text, l.Writing))).SelectMany(b => b).ToArray();
        var sets = new UnionFind(all.Length);
        var holders = new Dictionary<ulong, int>(all.Length * 2);
        void Join(int line, ulong key)
        {
            if (!holders.TryAdd(key, line)) sets.Union(holders[key], line);
        }

        for (var i = 0; i < all.Length; i++)
        {
            var row = all[i].Line.Row;
            Join(i, StableHash.Of(row.Id, 1));
            Join(i, StableHash.Combine(TextFeatures.Of(all[i].Line.Text).Content, 2));
            if (!string.IsNullOrWhiteSpace(row.ParentId)) Join(i, StableHash.Of(row.ParentId, 1));
        }

        return [.. all.Select((l, i) => new Line(l.Line.Row.Id, l.Line.Row.ParentId ?? l.Line.Row.Id, l.IsLive, bags[i], (int)(KeyedRandom.Bits(run.Seed, "gap-fold", all[sets.Find(i)].Line.Row.Id) % Folds)))];
    }

    /// <summary>The AUC of each fold by ranks, weighed by its pairs; copies of a row, and what was made from one row, prove hardly more than one line does. Without a difference, what is known
    /// of a line from another one is known of that one from it: each pair of folds counts twice, and the variance of their mean is twice that of single folds.</summary>
    private static (double Auc, double Low, double High, double Chance) Judge(Line[] lines, double[] odds)
    {
        double pairs = 0, wins = 0, variance = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var here = Enumerable.Range(0, lines.Length).Where(i => lines[i].Fold == fold).ToArray();
            double live = here.Count(i => lines[i].IsLive), train = here.Length - live;
            if (live == 0 || train == 0) continue;
            wins += Wins(here, lines, odds);
            pairs += live * train;
            var (n, m) = (Effective(here, lines, live: true), Effective(here, lines, live: false));
            variance += 2 * live * train * live * train * (n + m + 1) / (12 * n * m);
        }

        if (pairs == 0) return (0.5, 0, 1, 0.5);
        var auc = Math.Round(wins / pairs, 6);
        var everything = Enumerable.Range(0, lines.Length).ToArray();
        var spread = Z975 * Math.Sqrt(HanleyMcNeil(auc, Effective(everything, lines, live: true), Effective(everything, lines, live: false)));
        return (auc, Math.Round(Math.Max(0, auc - spread), 6), Math.Round(Math.Min(1, auc + spread), 6), Math.Round(0.5 + (Z95 * Math.Sqrt(variance) / pairs), 6));
    }

    /// <summary>Pairs of a live and a training line of which the live one has the higher odds; equal odds are half a win.</summary>
    private static double Wins(int[] here, Line[] lines, double[] odds)
    {
        Array.Sort(here, (a, b) => odds[a] != odds[b] ? odds[a].CompareTo(odds[b]) : a.CompareTo(b));
        double wins = 0, below = 0;
        for (var from = 0; from < here.Length;)
        {
            var to = from;
            double live = 0, train = 0;
            while (to < here.Length && odds[here[to]] == odds[here[from]])
            {
                if (lines[here[to++]].IsLive) live++;
                else train++;
            }

            wins += live * (below + (train / 2));
            below += train;
            from = to;
        }

        return wins;
    }

    private static double Effective(int[] here, Line[] lines, bool live) => Math.Max(1, GapSample.Effective(here.Where(i => lines[i].IsLive == live).GroupBy(i => lines[i].Root, StringComparer.Ordinal).Select(g => g.LongCount())));

    private static double HanleyMcNeil(double auc, double n, double m)
    {
        var (first, second) = (auc / (2 - auc), 2 * auc * auc / (1 + auc));
        return Math.Max(0, ((auc * (1 - auc)) + ((n - 1) * (first - (auc * auc))) + ((m - 1) * (second - (auc * auc)))) / (n * m));
    }

    private static List<TellTaleRow> Surest(Line[] lines, double[] odds, bool live) =>
    [
        .. lines.Select((l, i) => (l.Id, l.IsLive, Odds: odds[i])).Where(l => l.IsLive == live).DistinctBy(l => l.Id)
            .OrderBy(l => live ? -l.Odds : l.Odds).ThenBy(l => l.Id, StringComparer.Ordinal).Take(MostRows).Select(l => new TellTaleRow(l.Id, l.Odds)),
    ];
}
