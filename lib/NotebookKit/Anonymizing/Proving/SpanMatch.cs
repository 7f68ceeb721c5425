namespace NotebookKit.Anonymizing;

/// <summary>Brings spans that were found and spans that were marked together.</summary>
internal static class SpanMatch
{
    /// <summary>Least intersection over union of a pair, as in object detection (M. Everingham and others, "The PASCAL Visual Object Classes (VOC)
    /// Challenge", IJCV 88, 2010, 303–338) and in span evaluators of PII detectors.</summary>
    public const double LeastOverlap = 0.5;

    /// <summary>Characters in both spans as a share of characters in any of them, 0–1.</summary>
    public static double Overlap(Span a, Span b)
    {
        var both = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return both <= 0 ? 0 : both / (double)(Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }

    /// <summary>The spans without those that lie inside a longer one, in the order of the text.</summary>
    public static List<Span> WithoutInner(IReadOnlyList<Span> spans)
    {
        var sorted = spans.Where(s => s.End > s.Start).OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Type, StringComparer.Ordinal).ToList();
        var kept = new List<Span>(sorted.Count);
        var (end, longest) = (int.MinValue, 0);
        foreach (var span in sorted)
        {
            // Earlier spans start at or before this one: it lies inside the one that reaches furthest, if inside any.
            if (span.End < end || (span.End == end && span.Length < longest)) continue;
            if (span.End > end) (end, longest) = (span.End, span.Length);
            kept.Add(span);
        }

        return kept;
    }

    /// <summary>Of spans that overlap, the longest, then the first; in the order of the text.</summary>
    public static List<Span> Apart(IEnumerable<Span> spans)
    {
        var kept = new SortedList<int, Span>();
        foreach (var span in spans.OrderByDescending(s => s.Length).ThenBy(s => s.Start).ThenBy(s => s.Type, StringComparer.Ordinal))
        {
            var at = FirstEndingBehind(kept.Values, span.Start);
            if (at == kept.Count || kept.Values[at].Start >= span.End) kept.Add(span.Start, span);
        }

        return [.. kept.Values];
    }

    /// <summary>Pairs of a marked and a found span, the most alike first, each span in one pair at most.</summary>
    /// <param name="gold">What was marked.</param>
    /// <param name="found">What was found: in the order of the text, apart.</param>
    public static List<(int Gold, int Found)> Pairs(IReadOnlyList<Span> gold, IReadOnlyList<Span> found)
    {
        var candidates = new List<(double Overlap, int Gold, int Found)>();
        for (var g = 0; g < gold.Count; g++)
        {
            for (var f = FirstEndingBehind(found, gold[g].Start); f < found.Count && found[f].Start < gold[g].End; f++)
            {
                var overlap = Overlap(gold[g], found[f]);
                if (overlap >= LeastOverlap) candidates.Add((overlap, g, f));
            }
        }

        candidates.Sort(static (a, b) => b.CompareTo(a));
        var pairs = new List<(int, int)>();
        var (usedGold, usedFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, g, f) in candidates)
        {
            if (usedGold.Contains(g) || usedFound.Contains(f)) continue;
            usedGold.Add(g);
            usedFound.Add(f);
            pairs.Add((g, f));
        }

        return pairs;
    }

    /// <summary>Index of the first of spans that are apart and in order which ends behind a place.</summary>
    public static int FirstEndingBehind(IList<Span> spans, int place) => Search(spans.Count, i => spans[i].End, place);

    /// <inheritdoc cref="FirstEndingBehind(IList{Span}, int)"/>
    public static int FirstEndingBehind(IReadOnlyList<Span> spans, int place) => Search(spans.Count, i => spans[i].End, place);

    private static int Search(int count, Func<int, int> end, int place)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (end(middle) > place) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
