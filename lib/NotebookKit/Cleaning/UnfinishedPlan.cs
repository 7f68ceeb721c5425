namespace NotebookKit.Cleaning;

/// <summary>How sure it is, for each last word of an answer without an end mark, that the answer was cut off.</summary>
/// <remarks>Two kinds of answers have no end mark: those whose writer left it out, whose last words are like those before end marks, and those
/// that were cut off, whose last words are like those inside sentences or are no words at all. Their mix is estimated for each group by
/// expectation maximization with both distributions known (Dempster, Laird and Rubin 1977), drawn towards the mix of all groups where a group
/// is small.</remarks>
public sealed class UnfinishedPlan : IPersisted<UnfinishedPlan>
{
    /// <summary>Ratio of answers with an end mark from which a missing one is unusual where no finished sentence stands before.</summary>
    private const double UsualRatio = 0.9;

    /// <summary>Ratio of cuts that fall inside a word so that no other text has what is left. Own measurement: sentences of support answers, cut
    /// anywhere.</summary>
    private const double NoWord = 0.35;

    /// <summary>Ratio of such remainders that other words begin with, and of rare words. Own measurement on the same.</summary>
    private const double BegunRemainder = 0.85, BegunRare = 0.15;

    /// <summary>Answers that the mix of all groups counts as in the mix of one.</summary>
    private const double Pull = 4;

    /// <summary>What the last word alone counts beside the pairs that were seen.</summary>
    private const double PairWeight = 0.3;

    /// <summary>Most that the style of a source adds, and what is taken off where an answer has no finished sentence, which a label or a
    /// remark has not either. Log odds. Own choice, from reading answers.</summary>
    private const double MostStyleOdds = 3, LoneDoubt = 1.8;

    private const int Rounds = 60;
    private const double MostLogOdds = 4;

    private readonly SortedDictionary<string, SortedDictionary<(uint Word, uint Pair), double>> certainties;

    private UnfinishedPlan(SortedDictionary<string, SortedDictionary<(uint Word, uint Pair), double>> certainties) => this.certainties = certainties;

    static int IPersisted<UnfinishedPlan>.FormatVersion => 1;

    /// <summary>Probability that an answer of a group with this last word was cut off, 0–1; null where nothing is known.</summary>
    internal double? Certainty(string group, OpenSentence end) =>
        certainties.TryGetValue(group, out var words) && words.TryGetValue((end.Word, end.Pair), out var certainty) ? certainty : null;

    internal static UnfinishedPlan Of(EndCounts counts, int minSentences)
    {
        var sums = counts.Sums();
        var certainties = new SortedDictionary<string, SortedDictionary<(uint Word, uint Pair), double>>(StringComparer.Ordinal);
        if (sums.Final < minSentences) return new(certainties);
        var judged = counts.Open.Where(g => g.Key[0] != '-' || counts.Ended(g.Key) >= UsualRatio * (counts.Ended(g.Key) + g.Value.Values.Sum()))
            .Select(g => (g.Key, Odds: g.Value.Select(w => (w.Key, LogOdds: LogOdds(counts, w.Key, sums), Count: w.Value)).ToList())).ToList();
        var all = Mix([.. judged.SelectMany(g => g.Odds).Select(w => (w.LogOdds, w.Count))], 0.5, 1);
        foreach (var (group, odds) in judged)
        {
            var mix = Mix([.. odds.Select(w => (w.LogOdds, w.Count))], all, Pull);
            certainties[group] = [];
            var style = group[0] == '-' ? -LoneDoubt : StyleOdds(counts.Ended(group), odds.Sum(w => w.Count));
            foreach (var (word, logOdds, _) in odds) certainties[group][word] = Math.Round(Posterior(logOdds + style, mix), 6);
        }

        return new(certainties);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(certainties, g =>
        {
            writer.Write(g.Key);
            writer.WriteList(g.Value, w =>
            {
                writer.Write(w.Key.Word);
                writer.Write(w.Key.Pair);
                writer.Write(w.Value);
            });
        });
    }

    /// <inheritdoc/>
    public static UnfinishedPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = new SortedDictionary<string, SortedDictionary<(uint Word, uint Pair), double>>(StringComparer.Ordinal);
        foreach (var (group, words) in reader.ReadList(() => (reader.ReadString(), reader.ReadList(() => ((reader.ReadUInt32(), reader.ReadUInt32()), reader.ReadDouble())))))
            read[group] = new(words.ToDictionary(w => w.Item1, w => w.Item2));
        return new(read);
    }

    /// <summary>Log of how much likelier a last word is after a cut than at the end of a sentence.</summary>
    private static double LogOdds(EndCounts counts, (uint Word, uint Pair) last, (long Final, long Inner, long Rare, long Kinds) sums)
    {
        var word = counts.Of(last.Word);
        // A word that was never seen is what is left of one, or as rare a word as some ends are.
        if (word is (0, 0))
        {
            var begins = counts.IsBeginning(last.Word);
            var rare = Math.Max((sums.Rare + 1.0) / (sums.Final + 1), 0.02);
            return Math.Log(NoWord * (begins ? BegunRemainder : 1 - BegunRemainder) / (rare * (begins ? BegunRare : 1 - BegunRare)));
        }

        var ends = (word.Final + 0.5) / (sums.Final + (0.5 * sums.Kinds));
        var cuts = (word.Inner + 0.5) / (sums.Inner + (0.5 * sums.Kinds));
        // The last two words say more than the last alone, where they were seen together: "for you" is an end, "if you" is none.
        if (counts.OfPair(last.Pair) is var pair and not (0, 0))
        {
            var share = (word.Final + 0.5) / (word.Final + word.Inner + 1.0);
            ends = (pair.Final + (PairWeight * share)) / sums.Final;
            cuts = (pair.Inner + (PairWeight * (1 - share))) / sums.Inner;
        }

        return Math.Clamp(Math.Log((1 - NoWord) * cuts / ends), -MostLogOdds, MostLogOdds);
    }

    /// <summary>What the style of a source adds: where nearly all answers end with a mark, a writer hardly leaves one out. Log odds, 0 at
    /// <see cref="UsualRatio"/>.</summary>
    private static double StyleOdds(long ended, long open) =>
        Math.Clamp(Math.Log((ended + 1.0) / (open + 1.0)) - Math.Log(UsualRatio / (1 - UsualRatio)), 0, MostStyleOdds);

    /// <summary>Ratio of cut answers among open ones.</summary>
    private static double Mix(IReadOnlyList<(double LogOdds, long Count)> words, double start, double weight)
    {
        var mix = start;
        for (var round = 0; round < Rounds; round++)
        {
            double cut = start * weight, total = weight;
            foreach (var (logOdds, count) in words)
            {
                cut += count * Posterior(logOdds, mix);
                total += count;
            }

            mix = Math.Clamp(cut / total, 0.01, 0.99);
        }

        return mix;
    }

    private static double Posterior(double logOdds, double mix) => 1 / (1 + ((1 - mix) / mix * Math.Exp(-logOdds)));
}
