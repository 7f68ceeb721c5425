using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>What each word adds to a score: the score of the text less that of the text without the word (occlusion: Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, 2014).</summary>
internal static class WordShares
{
    /// <summary>Different words of a text that are tried, from its beginning: each costs a score.</summary>
    private const int Most = 64;

    /// <summary>The words that change the score most, strongest first.</summary>
    public static TermShare[] Of(FittedDetector detector, Example example, double score, int count)
    {
        if (count == 0) return [];
        var input = example.Input;
        var places = new Dictionary<string, List<(int From, int To)>>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < Math.Min(input.Length, TextFeatures.MaxChars); at++)
        {
            if (!Fold.IsWord(input[at])) continue;
            var from = at;
            while (at < input.Length && Fold.IsWord(input[at])) at++;
            var word = input[from..at];
            if (places.Count == Most && !places.ContainsKey(word)) continue;
            if (!places.TryGetValue(word, out var found)) places.Add(word, found = []);
            found.Add((from, at));
        }

        if (places.Count < 2) return [];
        var words = places.ToArray();
        Example[] without = [.. words.Select(w => new Example { Id = example.Id, Messages = [new(Role.User, Without(input, w.Value))], Label = example.Label })];
        var scores = new double[without.Length];
        detector.ScoreRange(without, 0, without.Length, scores);
        return [.. words.Select((w, i) => new TermShare(w.Key, Math.Round(score - scores[i], 6))).Where(t => t.Share != 0)
            .OrderByDescending(t => Math.Abs(t.Share)).ThenBy(t => t.Term, StringComparer.Ordinal).Take(count)];
    }

    private static string Without(string text, List<(int From, int To)> places)
    {
        var left = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var (from, to) in places)
        {
            left.Append(text, at, from - at);
            at = to;
        }

        return left.Append(text, at, text.Length - at).ToString();
    }
}
