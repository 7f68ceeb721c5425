using NotebookKit.Checking;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Finds what gives a set away: terms with weight in the classifier that one set has more often.</summary>
internal static class TellTales
{
    private const int MostTerms = 30;

    /// <summary>The strongest terms first: weight × difference of the shares of rows that have it.</summary>
    public static List<TellTaleTerm> Of(GapSample sample, GapOptions options, Func<ulong, double> weightOf)
    {
        var (train, live) = (TermCounts.Of(Rows(sample.Train), InputMess.TextOf), TermCounts.Of(Rows(sample.Live), InputMess.TextOf));
        var found = new List<(TellTaleTerm Term, double Strength)>();
        void Add(string text, ulong feature, long inTrain, long inLive)
        {
            var weight = Math.Round(weightOf(feature), 6);
            var more = ((double)inLive / live.Rows) - ((double)inTrain / train.Rows);
            if (weight * more > 0) found.Add((new(text, weight > 0, weight, inTrain, inLive), Math.Round(weight * more, 9)));
        }

        foreach (var word in train.Words.Union(live.Words, StringComparer.Ordinal))
            if (train.MayBeShown(word, options.TermRows) || live.MayBeShown(word, options.TermRows)) Add(word, StableHash.Of(word) & ~1UL, train.Of(word), live.Of(word));
        var (trainMarks, liveMarks) = (Marks(sample.TrainWriting, sample.Train), Marks(sample.LiveWriting, sample.Live));
        for (var mark = 0; mark < WritingMarks.Count; mark++)
            if (Math.Max(trainMarks[mark], liveMarks[mark]) >= options.TermRows) Add(WritingMarks.Name(mark), WritingMarks.Feature(mark), trainMarks[mark], liveMarks[mark]);
        return [.. found.OrderByDescending(f => f.Strength).ThenBy(f => f.Term.Text, StringComparer.Ordinal).Take(MostTerms).Select(f => f.Term)];
    }

    private static IEnumerable<Example> Rows(GapLine[] lines) => lines.DistinctBy(l => l.Row.Id).Select(l => l.Row);

    private static long[] Marks(Writing[] writing, GapLine[] lines)
    {
        var counts = new long[WritingMarks.Count];
        foreach (var (_, at) in lines.Select((l, i) => (l.Row.Id, i)).DistinctBy(l => l.Id))
            foreach (var mark in WritingMarks.Of(writing[at])) counts[mark]++;
        return counts;
    }
}
