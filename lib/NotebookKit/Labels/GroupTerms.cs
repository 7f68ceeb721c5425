using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>Words that are typical for groups of texts: those of many of its texts and few others. A word weighs share in the group × ln(share in the group ÷ share in all).</summary>
internal static class GroupTerms
{
    /// <summary>The most typical words of each group.</summary>
    public static string[][] Of(IReadOnlyList<string> texts, int[] groupOf, int groups, int count)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = Enumerable.Range(0, groups).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        var sizes = new int[groups];
        for (var i = 0; i < texts.Count; i++)
        {
            sizes[groupOf[i]]++;
            var words = new HashSet<string>(StringComparer.Ordinal);
            Words.Each(texts[i], words, static (word, to) => to.Add(word.ToString()));
            foreach (var word in words)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(all, word, out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(own[groupOf[i]], word, out _)++;
            }
        }

        return [.. own.Select((words, g) => words
            .Select(w => (Word: w.Key, Weight: Math.Round(w.Value / (double)sizes[g] * Math.Log(w.Value / (double)sizes[g] * texts.Count / all[w.Key]), 9)))
            .Where(w => w.Weight > 0 || groups == 1).OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal).Take(count).Select(w => w.Word).ToArray())];
    }
}
