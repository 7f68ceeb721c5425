using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>Words that are typical for groups of rows: those of many of its rows and few others. A word weighs share in the group × ln(share in the group ÷ share in all). Only words that three people of
/// the group used are named, and neither placeholders nor words with digits (<see cref="TermCounts"/>).</summary>
internal static class GroupTerms
{
    /// <summary>The most typical words of each group.</summary>
    public static string[][] Of(IReadOnlyList<Example> rows, int[] groupOf, int groups, int count)
    {
        var all = TermCounts.Of(rows, LabelledRow.TextOf);
        var members = Enumerable.Range(0, rows.Count).ToLookup(i => groupOf[i], i => rows[i]);
        return [.. Enumerable.Range(0, groups).Select(group =>
        {
            var own = TermCounts.Of(members[group], LabelledRow.TextOf);
            return own.Words.Where(w => own.MayBeShown(w, TermCounts.People))
                .Select(w => (Word: w, Share: own.Of(w) / (double)own.Rows)).Select(w => (w.Word, Weight: Math.Round(w.Share * Math.Log(w.Share * all.Rows / all.Of(w.Word)), 9)))
                .Where(w => w.Weight > 0 || groups == 1).OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal).Take(count).Select(w => w.Word).ToArray();
        })];
    }
}
