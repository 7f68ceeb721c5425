using System.Runtime.InteropServices;

namespace NotebookKit.Text;

/// <summary>A text as a bag of hashed features: distinct, in rising order, each with its count.</summary>
internal sealed class FeatureBag(ulong[] hashes, ushort[] counts)
{
    /// <summary>Hashes of the features; the lowest bit is 0 for a word and 1 for a character trigram.</summary>
    public ulong[] Hashes { get; } = hashes;

    /// <summary>How often each occurs.</summary>
    public ushort[] Counts { get; } = counts;

    /// <summary>Equal for texts with the same features.</summary>
    public ulong Content { get; } = ContentOf(hashes, counts);

    /// <summary>The bag of features as they were met; the list is put in order.</summary>
    public static FeatureBag Of(List<ulong> hashes)
    {
        var sorted = CollectionsMarshal.AsSpan(hashes);
        HashSort.Sort(sorted);
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) distinct++;
        var (keys, counts) = (new ulong[distinct], new ushort[distinct]);
        var last = -1;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) keys[++last] = sorted[i];
            counts[last]++;
        }

        return new(keys, counts);
    }

    private static ulong ContentOf(ulong[] hashes, ushort[] counts)
    {
        var content = 0UL;
        for (var i = 0; i < hashes.Length; i++) content = StableHash.Combine(content ^ hashes[i], counts[i]);
        return content;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Hashes.Length);
        for (var i = 0; i < Hashes.Length; i++)
        {
            writer.Write(Hashes[i]);
            writer.Write(Counts[i]);
        }
    }

    public static FeatureBag Read(BinaryReader reader)
    {
        var hashes = new ulong[reader.Read7BitEncodedInt()];
        var counts = new ushort[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = reader.ReadUInt64();
            counts[i] = reader.ReadUInt16();
        }

        return new(hashes, counts);
    }
}

/// <summary>Turns text into features: its words, and the character trigrams of its first words. Trigrams let short texts match over
/// inflections and typing errors; long texts have enough words.</summary>
internal static class TextFeatures
{
    /// <summary>Only this much of a text is read, so that one huge message costs no more than a page.</summary>
    public const int MaxChars = 4_000;

    /// <summary>Words that count.</summary>
    public const int MaxWords = 512;

    /// <summary>Words whose trigrams count.</summary>
    public const int TrigramWords = 12;

    private const ulong TrigramSeed = 3;

    /// <summary>True for a trigram, false for a word.</summary>
    public static bool IsTrigram(ulong feature) => (feature & 1) != 0;

    /// <summary>The features of a text.</summary>
    public static FeatureBag Of(ReadOnlySpan<char> text)
    {
        var all = new Collector(null);
        Read(text, all);
        return all.ToBag();
    }

    /// <summary>The text behind each feature, for people. Trigrams are written with _ for the ends of a word.</summary>
    public static IReadOnlyDictionary<ulong, string> NamesOf(ReadOnlySpan<char> text)
    {
        var names = new Dictionary<ulong, string>();
        Read(text, new Collector(names));
        return names;
    }

    /// <summary>The words, and in the place of each placeholder of personal data a word that no other text has: whom it stands for is not what two texts have in common.</summary>
    private static void Read(ReadOnlySpan<char> text, Collector into)
    {
        text = text[..Math.Min(text.Length, MaxChars)];
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var bracket = text[at..].IndexOf('[');
            if (bracket < 0) break;
            at += bracket;
            var end = PlaceholderShape.EndAt(text, at);
            if (end < 0)
            {
                at++;
                continue;
            }

            Words.Each(text[from..at], into, static (word, to) => to.Add(word));
            into.AddUnknown(StableHash.Combine(StableHash.Of(text), (ulong)at));
            from = at = end;
        }

        Words.Each(text[from..], into, static (word, to) => to.Add(word));
    }

    private sealed class Collector(Dictionary<ulong, string>? names)
    {
        private readonly List<ulong> hashes = new(256);
        private int words;

        public void Add(ReadOnlySpan<char> word)
        {
            if (words == MaxWords) return;
            var hash = StableHash.Of(word) & ~1UL;
            hashes.Add(hash);
            names?.TryAdd(hash, word.ToString());
            if (words++ >= TrigramWords) return;
            var (before, at) = ('_', word[0]);
            for (var i = 1; i <= word.Length; i++)
            {
                var after = i < word.Length ? word[i] : '_';
                var trigram = StableHash.Combine(((ulong)before << 32) | ((ulong)at << 16) | after, TrigramSeed) | 1;
                hashes.Add(trigram);
                names?.TryAdd(trigram, new([before, at, after]));
                (before, at) = (at, after);
            }
        }

        /// <summary>Adds a word that only this text has.</summary>
        public void AddUnknown(ulong hash)
        {
            if (words++ < MaxWords) hashes.Add(hash & ~1UL);
        }

        public FeatureBag ToBag() => FeatureBag.Of(hashes);
    }
}
