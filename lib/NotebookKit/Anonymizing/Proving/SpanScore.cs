namespace NotebookKit.Anonymizing;

/// <summary>How well personal data is found in texts where somebody marked it. A marked and a found span agree where at least half of the characters that
/// either covers are covered by both; the most alike pairs are taken first, and each span is in one pair. Of found spans that overlap, the longest counts.</summary>
public sealed partial class SpanScore
{
    private SpanScore(int texts, IReadOnlyList<SpanCounts> byType, SpanCounts anyType, long clean)
    {
        Texts = texts;
        ByType = byType;
        AnyType = anyType;
        CleanFinds = clean;
        Overall = SpanCounts.Sum("all", byType);
    }

    /// <summary>Texts that were compared.</summary>
    public int Texts { get; }

    /// <summary>The counts of each type that was marked or found, in ordinal order.</summary>
    public IReadOnlyList<SpanCounts> ByType { get; }

    /// <summary>All types together; a find of the wrong type is wrong.</summary>
    public SpanCounts Overall { get; }

    /// <summary>All types together; a find in the right place is right, whatever its type.</summary>
    public SpanCounts AnyType { get; }

    /// <summary>Finds that share no character with anything marked.</summary>
    public long CleanFinds { get; }

    /// <summary>The counts of some types together.</summary>
    /// <param name="name">The name of the group.</param>
    /// <param name="types">Its types; one that is neither marked nor found adds nothing.</param>
    public SpanCounts Of(string name, IReadOnlyCollection<string> types) => SpanCounts.Sum(name, ByType.Where(c => types.Contains(c.Type)));

    /// <summary>Lets a masker find what it finds in each text, and compares.</summary>
    /// <param name="texts">The texts; their types are compared as they are written.</param>
    /// <param name="masker">What finds; <see cref="Anonymizer.For"/> makes it. Only types that it looks for can be found.</param>
    public static SpanScore Measure(IEnumerable<GoldText> texts, Masker masker)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(masker);
        return Of(texts.Select(t => (t, masker.Find(t.Text))));
    }

    /// <summary>Compares what was marked with what somebody found.</summary>
    public static SpanScore Of(IEnumerable<(GoldText Text, IReadOnlyList<Span> Found)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var types = new SortedDictionary<string, Counter>(StringComparer.Ordinal);
        var any = new Counter();
        long clean = 0;
        var count = 0;
        foreach (var (text, all) in texts)
        {
            count++;
            var gold = text.Spans;
            var outer = SpanMatch.WithoutInner(all);
            var apart = SpanMatch.Apart(outer);
            foreach (var type in gold.Select(s => s.Type).Concat(outer.Select(s => s.Type)).Distinct(StringComparer.Ordinal))
            {
                if (!types.TryGetValue(type, out var counter)) counter = types[type] = new();
                List<Span> marked = [.. gold.Where(s => s.Type == type)], found = SpanMatch.Apart(outer.Where(s => s.Type == type));
                counter.Gold += marked.Count;
                counter.Found += found.Count;
                counter.Hits += SpanMatch.Pairs(marked, found).Count;
                foreach (var span in marked) counter.AddMarked(text.Text, span, outer, apart);
            }

            any.Gold += gold.Count;
            any.Found += apart.Count;
            any.Hits += SpanMatch.Pairs(gold, apart).Count;
            foreach (var span in gold) any.AddMarked(text.Text, span, outer, apart);
            clean += apart.Count(f => !gold.Any(f.Overlaps));
        }

        return new(count, [.. types.Select(t => t.Value.As(t.Key))], any.As("any type"), clean);
    }

    private sealed class Counter
    {
        private long anyHits, tokens, masked;

        public long Gold { get; set; }

        public long Found { get; set; }

        public long Hits { get; set; }

        public SpanCounts As(string type) => new(type, Gold, Found, Hits, anyHits, tokens, masked);

        /// <summary>Counts a marked span that whatever find agrees with, and its words and numbers that finds cover whole.</summary>
        public void AddMarked(string text, Span span, List<Span> found, List<Span> apart)
        {
            if (found.Exists(f => SpanMatch.Overlap(span, f) >= SpanMatch.LeastOverlap)) anyHits++;
            for (var start = span.Start; start < span.End; start++)
            {
                if (!char.IsLetterOrDigit(text[start])) continue;
                var end = start + 1;
                while (end < span.End && char.IsLetterOrDigit(text[end])) end++;
                tokens++;
                if (IsCovered(start, end, apart)) masked++;
                start = end;
            }
        }

        private static bool IsCovered(int start, int end, List<Span> apart)
        {
            for (var i = SpanMatch.FirstEndingBehind((IReadOnlyList<Span>)apart, start); i < apart.Count && apart[i].Start <= start; i++)
            {
                if (apart[i].End >= end) return true;
                start = apart[i].End;
            }

            return false;
        }
    }
}
