using NotebookKit.Checking;
using NotebookKit.Display;

namespace NotebookKit.Comparing;

/// <summary>Compares how two sets are written and what they are about.</summary>
internal static class GapFeatures
{
    /// <summary>Name of the bin of texts that are too short to tell their language.</summary>
    public const string TooShort = "too short to tell";

    /// <summary>A language with a smaller share of both sets goes into one bin with others: naive Bayes takes one short text in some hundred for a language that nobody writes.</summary>
    private const double LeastLanguage = 0.01;

    private const string Others = "others";

    /// <summary>All features, in a fixed order.</summary>
    public static IReadOnlyList<GapFeature> Of(GapSample sample, GapTopics topics)
    {
        var rows = (Train: Different(sample.Train), Live: Different(sample.Live));
        var lengths = LengthBins.Of(sample.TrainWriting.Select(w => w.Length), (int)Math.Min(rows.Live, int.MaxValue));
        var languages = Languages(sample);
        GapFeature Make(string name, IReadOnlyList<string> bins, Func<Writing, int> binOf)
        {
            var (train, live) = (new long[bins.Count], new long[bins.Count]);
            foreach (var line in sample.TrainWriting) train[binOf(line)]++;
            foreach (var line in sample.LiveWriting) live[binOf(line)]++;
            return Compare(name, bins, train, live, rows.Train, rows.Live);
        }

        return
        [
            Make("length", lengths.Names, w => lengths.BinOf(w.Length)),
            Compare("topics", [.. Enumerable.Range(1, topics.Count).Select(n => FormattableString.Invariant($"cluster {n}"))], topics.TrainLines, topics.LiveLines, topics.Train.Count, topics.Live.Count),
            Make("language", languages, w => languages.IndexOf(w.Language) is >= 0 and var at ? at : languages.Count - 1),
            Make("typos", InputMess.TypoKinds, w => InputMess.TypoBin(w.Typos)),
            Make("abbreviations", InputMess.TypoKinds, w => InputMess.TypoBin(w.Abbreviations)),
            Make("fragments", InputMess.FragmentKinds, w => w.Fragment),
            Make("punctuation", InputMess.PunctuationKinds, w => w.Punctuation),
            Make("case", InputMess.CaseKinds, w => w.Case),
        ];
    }

    private static GapFeature Compare(string name, IReadOnlyList<string> names, long[] train, long[] live, long trainRows, long liveRows)
    {
        var shift = Shift.Of(train, live, Math.Max(1, trainRows), Math.Max(1, liveRows));
        var state = Math.Min(trainRows, liveRows) < Gap.FewestRows ? CheckState.Pass : shift.State;
        return new(name, shift.Psi, shift.Chance, GapFeature.Divergence(train, live), state, [.. names.Select((n, i) => new GapBin(n, train[i], live[i]))]);
    }

    private static long Different(GapLine[] lines) => (long)Math.Round(GapSample.Effective(lines.GroupBy(l => l.Row.Id, StringComparer.Ordinal).Select(g => g.LongCount())));

    private static List<string> Languages(GapSample sample)
    {
        static IEnumerable<string> Frequent(Writing[] lines) =>
            lines.GroupBy(l => l.Language, StringComparer.Ordinal).Where(g => g.Count() >= LeastLanguage * lines.Length).Select(g => g.Key);
        return [.. Frequent(sample.TrainWriting).Union(Frequent(sample.LiveWriting), StringComparer.Ordinal).Order(StringComparer.Ordinal), Others];
    }
}
