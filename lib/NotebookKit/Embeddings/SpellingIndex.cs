using System.Runtime.CompilerServices;

namespace NotebookKit.Embeddings;

/// <summary>Finds known words that one or two slips of the finger (a letter replaced, left out, put in, two changed places) lead to a word. Two words that are so near become one when
/// up to as many letters are left out of each. Source of the idea: Bocek and others, Fast Similarity Search in Large Dictionaries (2007).</summary>
internal sealed class SpellingIndex
{
    /// <summary>Most words that are found.</summary>
    public const int Most = 3;

    private const int Shortest = 3, Longest = 18, ShortestTwice = 6, Seen = 64;
    private const double OneSlip = 1e-3, TwoSlips = 3e-6, FirstWrong = 0.3, Usual = 10;
    private const ulong Base = 0xD6E8FEB86659FD93;

    private readonly WordTable words;
    private readonly int[] heads, next;
    private readonly uint[] entries;
    private readonly int twice;
    private int count;

    /// <param name="words">The words, usual ones first.</param>
    /// <param name="twice">So many of them may have two slips, all may have one; fewer than 65,536 words count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SpellingIndex(WordTable words, int twice)
    {
        (this.words, this.twice) = (words, twice);
        var (room, once) = (0, Math.Min(words.Count, ushort.MaxValue));
        for (var i = 0; i < once; i++)
            if (IsFit(words[i])) room += Leftovers(words[i].Length, i < twice);
        (heads, next, entries) = (new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(room, 16))], new int[room + 1], new uint[room + 1]);
        Span<uint> hashes = stackalloc uint[1 + Longest + (Longest * (Longest - 1) / 2)];
        for (var i = 0; i < once; i++)
        {
            if (!IsFit(words[i])) continue;
            var left = Leave(words[i], i < twice && words[i].Length >= ShortestTwice, hashes);
            for (var h = 0; h < left; h++) Put(hashes[h], i);
        }
    }

    /// <summary>The likeliest words that a word may be a slip of, and how likely each is.</summary>
    /// <param name="word">The word.</param>
    /// <param name="found">Their numbers: <see cref="Most"/> places.</param>
    /// <param name="scores">How likely, not normalized.</param>
    /// <returns>How many there are.</returns>
    public int Find(ReadOnlySpan<char> word, Span<int> found, Span<double> scores)
    {
        if (word.Length > Longest + 2 || word.Length < Shortest - 1) return 0;
        foreach (var c in word)
            if (!char.IsAsciiLetterLower(c)) return 0;
        Span<uint> hashes = stackalloc uint[1 + (Longest + 2) + ((Longest + 2) * (Longest + 1) / 2)];
        Span<int> seen = stackalloc int[Seen];
        var (left, met, kept) = (Leave(word, word.Length >= ShortestTwice - 1, hashes), 0, 0);
        for (var h = 0; h < left; h++)
        {
            for (var at = heads[hashes[h] & (uint)(heads.Length - 1)]; at != 0; at = next[at])
            {
                if ((entries[at] ^ hashes[h]) >> 16 != 0) continue;
                var number = (int)(entries[at] & 0xFFFF);
                if (seen[..met].Contains(number)) continue;
                if (met == Seen) return kept;
                seen[met++] = number;
                var slips = Slips(word, words[number]);
                if (slips > (number < twice && words[number].Length >= ShortestTwice ? 2 : 1)) continue;
                kept = Keep(number, Likelihood(number, slips, word[0] == words[number][0]), found, scores, kept);
            }
        }

        return kept;
    }

    /// <summary>How likely it is that a text means that word and that the fingers slip so: usual words by Zipf's law, and the first letter is seldom wrong.</summary>
    private static double Likelihood(int number, int slips, bool isFirstRight) => (slips == 1 ? OneSlip : TwoSlips) * (isFirstRight ? 1 : FirstWrong) / (number + Usual);

    private static int Keep(int number, double score, Span<int> found, Span<double> scores, int kept)
    {
        var at = kept < Most ? kept : Most - 1;
        if (kept == Most && (score < scores[at] || (score == scores[at] && number > found[at]))) return kept;
        for (; at > 0 && (scores[at - 1] < score || (scores[at - 1] == score && found[at - 1] > number)); at--) (found[at], scores[at]) = (found[at - 1], scores[at - 1]);
        (found[at], scores[at]) = (number, score);
        return Math.Min(kept + 1, Most);
    }

    private static bool IsFit(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest) return false;
        foreach (var c in word)
            if (!char.IsAsciiLetterLower(c)) return false;
        return true;
    }

    private static int Leftovers(int length, bool twice) => 1 + length + (twice && length >= ShortestTwice ? length * (length - 1) / 2 : 0);

    /// <summary>Hashes of the word without none, one, and where asked for two of its letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Leave(ReadOnlySpan<char> word, bool twice, Span<uint> into)
    {
        // A hash is a polynomial of the letters, so that what is left over is put together from sums up to each letter.
        Span<ulong> upTo = stackalloc ulong[Longest + 3], powers = stackalloc ulong[Longest + 3];
        powers[0] = 1;
        for (var i = 0; i < word.Length; i++)
        {
            upTo[i + 1] = (upTo[i] * Base) + word[i];
            powers[i + 1] = powers[i] * Base;
        }

        var count = 0;
        into[count++] = Mixed(upTo[word.Length]);
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1]) continue;
            into[count++] = Mixed((upTo[i] * powers[word.Length - i - 1]) + Between(i + 1, word.Length, upTo, powers));
            for (var j = i + 1; twice && j < word.Length; j++)
                into[count++] = Mixed((((upTo[i] * powers[j - i - 1]) + Between(i + 1, j, upTo, powers)) * powers[word.Length - j - 1]) + Between(j + 1, word.Length, upTo, powers));
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Between(int from, int to, ReadOnlySpan<ulong> upTo, ReadOnlySpan<ulong> powers) => upTo[to] - (upTo[from] * powers[to - from]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mixed(ulong hash) => (uint)(((hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15) >> 32);

    private void Put(uint hash, int number)
    {
        ref var head = ref heads[hash & (uint)(heads.Length - 1)];
        (next[++count], entries[count], head) = (head, (hash & 0xFFFF0000) | (uint)number, count);
    }

    /// <summary>Slips between two words, neighbours that changed places counted once; 3 for more than two.</summary>
    private static int Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return 3;
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        for (same = 0; same < Math.Min(a.Length, b.Length) && a[^(same + 1)] == b[^(same + 1)];) same++;
        a = a[..^same];
        b = b[..^same];
        if (a.IsEmpty || b.IsEmpty) return Math.Min(a.Length + b.Length, 3);
        Span<int> two = stackalloc int[Longest + 4], one = stackalloc int[Longest + 4], row = stackalloc int[Longest + 4];
        for (var j = 0; j <= b.Length; j++) one[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(one[j] + 1, row[j - 1] + 1), one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], two[j - 2] + 1);
            }

            one.CopyTo(two);
            row.CopyTo(one);
        }

        return Math.Min(one[b.Length], 3);
    }
}
