using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Makes the sampling plan. Repeats: of all sizes of the training set that give some cluster exactly its live share, the one with the least index (of those that are within chance the one with the least lines) is taken; each cluster gets
/// its share of that size, never less than it has and never more than the largest factor allows.</summary>
internal sealed class SamplingPlanner(GapTopics topics, GapOptions options, ulong seed)
{
    /// <summary>Rows of a cluster among which different ones are looked for.</summary>
    private const int MostCandidates = 1_000;

    /// <summary>An index that is so much better is worth more lines.</summary>
    private const int Digits = 3;

    private readonly long[] live = topics.LiveLines, before = topics.TrainLines;

    /// <summary>Makes it.</summary>
    public SamplingPlan Plan()
    {
        var chance = PopulationStability.Chance95(Enumerable.Range(0, live.Length).Count(c => live[c] + before[c] > 0), topics.Train.Count, topics.Live.Count);
        var differ = Index(before) > chance;
        var after = Repeated(Most(), chance);
        var repeats = Repeats(after);
        var (rows, liveLines, trainLines) = (TrainRows(), live.Sum(), after.Sum());
        var lack = new long[topics.Count];
        for (var c = 0; c < lack.Length; c++)
            if (live[c] > 0) lack[c] = Math.Max(rows[c] < options.ThinRows ? options.ThinRows - rows[c] : 0, !differ ? 0 : Math.Max(0, (long)Math.Round((double)live[c] * trainLines / liveLines) - after[c]));
        var quotas = Quotas(lack);
        var toLabel = Enumerable.Range(0, lack.Length).Where(c => quotas[c] > 0).OrderByDescending(c => lack[c]).ThenBy(c => c).SelectMany(c => Different(c, quotas[c])).ToList();
        return new(toLabel, repeats, [.. Enumerable.Range(0, lack.Length).Select(c => new PlannedCluster(c + 1, Math.Round((double)live[c] / liveLines, 6), before[c], after[c], lack[c], quotas[c]))],
            Index(before), Index(after), Index([.. after.Select((a, c) => a + quotas[c])]));
    }

    private double Index(long[] train) => PopulationStability.Index(train, live);

    private int[] TrainRows()
    {
        var rows = new int[topics.Count];
        for (var i = 0; i < topics.Train.Count; i++) rows[topics.OfTrain(i)]++;
        return rows;
    }

    /// <summary>Lines that each cluster may have: each row that may be repeated the largest factor times.</summary>
    private long[] Most()
    {
        var most = new long[topics.Count];
        for (var i = 0; i < topics.Train.Count; i++)
            most[topics.OfTrain(i)] += IsFree(topics.Train[i]) ? Math.Max(RunNumbers.CopiesOf(topics.Train[i]), options.MaxFactor) : RunNumbers.CopiesOf(topics.Train[i]);
        return most;
    }

    private long[] Repeated(long[] most, double chance)
    {
        // What is within chance is as good as none: no line is repeated for it.
        double Psi(long[] counts) => Math.Round(Math.Max(Index(counts), chance), Digits);
        var all = live.Sum();
        // A set that grows until this cluster is no longer too frequent, or until that one reaches its limit.
        var sizes = Enumerable.Range(0, live.Length).Where(c => live[c] > 0 && before[c] > 0).SelectMany(c => new[] { before[c], most[c] }.Select(n => (long)Int128.Min((Int128)n * all / live[c], long.MaxValue / 2))).Distinct();
        var best = (Psi: Psi(before), Lines: before.Sum(), Counts: before);
        foreach (var size in sizes)
        {
            var counts = before.Select((b, c) => Math.Clamp((long)((Int128)size * live[c] / all), b, Math.Max(b, most[c]))).ToArray();
            var (psi, lines) = (Psi(counts), counts.Sum());
            if (psi < best.Psi || (psi == best.Psi && lines < best.Lines)) best = (psi, lines, counts);
        }

        return best.Counts;
    }

    /// <summary>Copies of each row: all rows of a cluster alike, those with the smallest keys once more.</summary>
    private SortedDictionary<string, int> Repeats(long[] after)
    {
        var repeats = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var rows in Enumerable.Range(0, topics.Train.Count).Where(i => after[topics.OfTrain(i)] > before[topics.OfTrain(i)] && IsFree(topics.Train[i])).GroupBy(topics.OfTrain))
        {
            var more = after[rows.Key] - before[rows.Key];
            var ranked = KeyedDraw.Of([.. rows], int.MaxValue, seed, "gap-repeats", i => topics.Train[i].Id);
            var copies = ranked.ConvertAll(i => RunNumbers.CopiesOf(topics.Train[i]));
            // Round by round, so that no row is used twice more before another is used once more.
            for (var given = true; more > 0 && given;)
            {
                given = false;
                for (var i = 0; i < copies.Count && more > 0; i++)
                {
                    if (copies[i] >= options.MaxFactor) continue;
                    copies[i]++;
                    more--;
                    given = true;
                }
            }

            for (var i = 0; i < copies.Count; i++)
                if (copies[i] > RunNumbers.CopiesOf(topics.Train[ranked[i]])) repeats.Add(topics.Train[ranked[i]].Id, copies[i]);
        }

        return repeats;
    }

    private static bool IsFree(Example row) => row.Split is null or Split.Train;

    /// <summary>Rows to label, by what clusters lack: largest remainders, never more than a cluster has.</summary>
    private int[] Quotas(long[] lack)
    {
        var rows = new int[topics.Count];
        for (var i = 0; i < topics.Live.Count; i++) rows[topics.OfLive(i)]++;
        var wanted = lack.Select((l, c) => Math.Min(l, rows[c])).ToArray();
        var all = wanted.Sum();
        if (all <= options.MaxToLabel) return [.. wanted.Select(w => (int)w)];
        var quotas = wanted.Select(w => (int)((Int128)w * options.MaxToLabel / all)).ToArray();
        foreach (var c in Enumerable.Range(0, quotas.Length).OrderByDescending(c => (Int128)wanted[c] * options.MaxToLabel % all).ThenBy(c => c).Take(options.MaxToLabel - quotas.Sum())) quotas[c]++;
        return quotas;
    }

    /// <summary>The most central row, then always the one that is least like those that are chosen; of equal texts one.</summary>
    private IEnumerable<RowToLabel> Different(int cluster, int count)
    {
        var rows = KeyedDraw.Of([.. Enumerable.Range(0, topics.Live.Count).Where(i => topics.OfLive(i) == cluster)], MostCandidates, seed, "gap-label", i => topics.Live[i].Id);
        var first = rows.DistinctBy(i => Fold.Key(InputMess.TextOf(topics.Live[i]))).OrderByDescending(i => topics.Cosines[i]).ThenBy(i => topics.Live[i].Id, StringComparer.Ordinal).ToList();
        var nearest = new double[first.Count];
        Array.Fill(nearest, -1);
        var query = new short[topics.Vectors.Stride];
        for (int next = 0, taken = 0; taken < Math.Min(count, first.Count); taken++)
        {
            if (taken > 0) next = Enumerable.Range(0, first.Count).MinBy(i => nearest[i]);
            nearest[next] = double.MaxValue;
            yield return new(topics.Live[first[next]].Id, cluster + 1);
            if (topics.VectorOfLive[first[next]] is not (>= 0 and var vector)) continue;
            topics.Vectors.Widen(vector, query);
            var norm = topics.Vectors.Norm(vector);
            for (var i = 0; i < first.Count; i++)
                if (nearest[i] < double.MaxValue && topics.VectorOfLive[first[i]] is >= 0 and var other) nearest[i] = Math.Max(nearest[i], Math.Round(topics.Vectors.Cosine(query, norm, other), 6));
        }
    }
}
