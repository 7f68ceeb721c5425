using NotebookKit.Checking;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>Describes the topic clusters of two sets.</summary>
internal static class GapClusters
{
    private const int MostTerms = 5, RowsRead = 300;

    /// <summary>All clusters, that with the most live rows first.</summary>
    public static IReadOnlyList<GapCluster> Of(GapTopics topics, GapSample sample, GapOptions options, RunContext run)
    {
        var all = TermCounts.Of(sample.Train.Concat(sample.Live).DistinctBy(l => l.Row.Id).Select(l => l.Row), InputMess.TextOf);
        var (live, train) = (Members(topics.Live.Count, topics.Count, topics.OfLive), Members(topics.Train.Count, topics.Count, topics.OfTrain));
        double liveLines = topics.LiveLines.Sum(), trainLines = topics.TrainLines.Sum();
        var clusters = new GapCluster[topics.Count];
        Chunks.Run(clusters.Length, run, (from, to) =>
        {
            for (var c = from; c < to; c++)
            {
                var rows = live[c].Count > 0 ? live[c].ConvertAll(i => topics.Live[i]) : train[c].ConvertAll(i => topics.Train[i]);
                // Rows come by id, so of equally central ones the first id is taken.
                var central = live[c].Count > 0 ? topics.Live[live[c].MaxBy(i => topics.Cosines[i])].Id : rows[0].Id;
                clusters[c] = new(c + 1, live[c].Count, train[c].Count, Math.Round(topics.LiveLines[c] / liveLines, 6), Math.Round(topics.TrainLines[c] / trainLines, 6),
                    Terms(TermCounts.Of(KeyedDraw.Of(rows, RowsRead, run.Seed, "gap-terms", r => r.Id), InputMess.TextOf), all, options.TermRows), central);
            }

            return 0;
        }, ranges: clusters.Length);
        return clusters;
    }

    /// <summary>Words by the information that they give about the cluster: share of its rows × ln of how much more frequent they are there.</summary>
    private static string[] Terms(TermCounts own, TermCounts all, int least) =>
    [
        .. own.Words.Where(w => own.MayBeShown(w, least))
            .Select(w => (Word: w, Share: (double)own.Of(w) / own.Rows, Usual: (all.Of(w) + 1.0) / (all.Rows + 1)))
            .Select(w => (w.Word, Worth: Math.Round(w.Share * Math.Log(w.Share / w.Usual), 6))).Where(w => w.Worth > 0)
            .OrderByDescending(w => w.Worth).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostTerms).Select(w => w.Word),
    ];

    private static List<int>[] Members(int rows, int clusters, Func<int, int> clusterOf)
    {
        var members = new List<int>[clusters];
        for (var c = 0; c < clusters; c++) members[c] = [];
        for (var i = 0; i < rows; i++) members[clusterOf(i)].Add(i);
        return members;
    }
}
