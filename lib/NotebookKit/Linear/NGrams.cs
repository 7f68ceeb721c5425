using NotebookKit.Text;

namespace NotebookKit.Linear;

/// <summary>Turns text into hashed n-grams: words and pairs of neighbouring words, and 2 to 5 characters in a row within a word and its ends. Words say what a text is about, parts of
/// words carry over to inflections and slips of the pen. The lowest bit of a hash is 0 for words and 1 for characters.</summary>
internal static class NGrams
{
    /// <summary>Only this much of a text is read, so that one huge message costs no more than a few pages.</summary>
    public const int MaxChars = 8_000;

    /// <summary>Characters in a row.</summary>
    public const int Shortest = 2, Longest = 5;

    /// <summary>Stands for the end of a word.</summary>
    private const char End = '_';

    private const ulong PairSeed = 11, GramSeed = 13;

    /// <summary>True for characters, false for words.</summary>
    public static bool IsGram(ulong hash) => (hash & 1) != 0;

    /// <summary>The n-grams of a text.</summary>
    public static FeatureBag Of(ReadOnlySpan<char> text)
    {
        var all = new Collector(null);
        Words.Each(Start(text), all, static (word, to) => to.Add(word));
        return all.ToBag();
    }

    /// <summary>The text behind each n-gram, for people.</summary>
    public static IReadOnlyDictionary<ulong, string> NamesOf(ReadOnlySpan<char> text)
    {
        var names = new Dictionary<ulong, string>();
        Words.Each(Start(text), new Collector(names), static (word, to) => to.Add(word));
        return names;
    }

    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaxChars)];

    private sealed class Collector(Dictionary<ulong, string>? names)
    {
        private readonly List<ulong> hashes = new(256);
        private ulong before;
        private string? nameBefore;

        public void Add(ReadOnlySpan<char> word)
        {
            var whole = StableHash.Of(word);
            Keep(whole & ~1UL, names is null ? null : word.ToString());
            if (before != 0) Keep(StableHash.Combine(StableHash.Combine(before, whole), PairSeed) & ~1UL, names is null ? null : $"{nameBefore} {word}");
            (before, nameBefore) = (whole, names is null ? null : word.ToString());
            AddGrams(word);
        }

        public FeatureBag ToBag() => FeatureBag.Of(hashes);

        private void AddGrams(ReadOnlySpan<char> word)
        {
            Span<char> ends = stackalloc char[Words.Longest + 2];
            ends = ends[..(word.Length + 2)];
            ends[0] = ends[^1] = End;
            word.CopyTo(ends[1..]);
            for (var from = 0; from + Shortest <= ends.Length; from++)
            {
                ulong packed = 0, hash = GramSeed;
                for (var length = 1; length <= Longest && from + length <= ends.Length; length++)
                {
                    // Four characters fill a number; the fifth goes into the next.
                    packed = length == Longest ? ends[from + length - 1] : (packed << 16) | ends[from + length - 1];
                    if (length == Longest - 1) hash = StableHash.Combine(packed, GramSeed);
                    if (length < Shortest) continue;
                    var gram = (length switch { < Longest - 1 => StableHash.Combine(packed, GramSeed), Longest - 1 => hash, _ => StableHash.Combine(hash, packed) }) | 1;
                    Keep(gram, names is null ? null : ends.Slice(from, length).ToString());
                }
            }
        }

        private void Keep(ulong hash, string? name)
        {
            hashes.Add(hash);
            if (name is not null) names!.TryAdd(hash, name);
        }
    }
}
