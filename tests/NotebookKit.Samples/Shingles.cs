namespace NotebookKit.Samples;

/// <summary>Word 3-shingles of a text, case and the digits of numbers left out, and how alike two texts are by them.</summary>
internal static class Shingles
{
    public static ulong[] Of(string text, bool numbers = false)
    {
        var words = Words(text, numbers);
        var set = new HashSet<ulong>();
        for (var i = 0; i < Math.Max(1, words.Count - 2); i++)
        {
            var hash = 14695981039346656037UL;
            for (var j = i; j < Math.Min(words.Count, i + 3); j++)
                foreach (var c in words[j] + " ")
                    hash = (hash ^ c) * 1099511628211UL;
            set.Add(hash);
        }

        return [.. set];
    }

    public static double Jaccard(string a, string b, bool numbers = false)
    {
        var left = Of(a, numbers).ToHashSet();
        var right = Of(b, numbers);
        var both = right.Count(left.Contains);
        return (double)both / (left.Count + right.Length - both);
    }

    /// <summary>Lower-case words; every number counts as the same word, or (<paramref name="numbers"/>) as itself.</summary>
    public static List<string> Words(string text, bool numbers = false)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            var word = text[start..i];
            words.Add(!numbers && word.All(char.IsDigit) ? "0" : word.ToLowerInvariant());
        }

        return words;
    }
}

/// <summary>Finds the most similar of the texts added so far.</summary>
internal sealed class Likeness
{
    private readonly Dictionary<ulong, List<int>> postings = [];
    private readonly List<int> sizes = [];

    public int Count => sizes.Count;

    /// <summary>The highest Jaccard similarity with a text added before, and which one that is (−1: none).</summary>
    public (double Value, int Index) Nearest(string text)
    {
        var shingles = Shingles.Of(text);
        var shared = new Dictionary<int, int>();
        foreach (var shingle in shingles)
        {
            if (!postings.TryGetValue(shingle, out var list)) continue;
            foreach (var other in list) shared[other] = shared.GetValueOrDefault(other) + 1;
        }

        var best = (Value: 0.0, Index: -1);
        foreach (var (other, both) in shared.OrderBy(s => s.Key))
        {
            var value = (double)both / (sizes[other] + shingles.Length - both);
            if (value > best.Value) best = (value, other);
        }

        return best;
    }

    public void Add(string text)
    {
        var shingles = Shingles.Of(text);
        foreach (var shingle in shingles)
        {
            if (!postings.TryGetValue(shingle, out var list)) postings[shingle] = list = [];
            list.Add(sizes.Count);
        }

        sizes.Add(shingles.Length);
    }
}
