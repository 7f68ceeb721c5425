namespace NotebookKit.Embeddings;

/// <summary>Hashed stretches of 3 to 5 characters of a word and its ends: what is left of a word that is misspelled, bent or unknown. Source of the idea: Bojanowski and others, Enriching Word
/// Vectors with Subword Information (2017).</summary>
internal static class CharacterGrams
{
    /// <summary>Characters of a word that count.</summary>
    public const int LongestWord = 40;

    /// <summary>Most stretches of a word.</summary>
    public const int Most = 3 * (LongestWord + 2);

    private const int Shortest = 3, Longest = 5;
    private const ulong Start = 0x9E3779B97F4A7C15, Factor = 0xD6E8FEB86659FD93;

    /// <summary>Writes the numbers of a word's buckets and says how many; the same stretch twice counts twice.</summary>
    /// <param name="word">The word as it stands in the text, made ready; what is behind <see cref="LongestWord"/> does not count.</param>
    /// <param name="buckets">How many buckets there are.</param>
    /// <param name="into">At least <see cref="Most"/> places.</param>
    public static int Of(ReadOnlySpan<char> word, int buckets, Span<int> into)
    {
        Span<char> marked = stackalloc char[LongestWord + 2];
        var length = Math.Min(word.Length, LongestWord);
        word[..length].CopyTo(marked[1..]);
        (marked[0], marked[length + 1]) = ('<', '>');
        marked = marked[..(length + 2)];
        var count = 0;
        for (var from = 0; from + Shortest <= marked.Length; from++)
        {
            var hash = Start;
            for (var at = from; at < marked.Length && at < from + Longest; at++)
            {
                hash = (hash ^ marked[at]) * Factor;
                hash ^= hash >> 32;
                if (at - from >= Shortest - 1) into[count++] = (int)(((hash * Factor) >> 32) * (ulong)buckets >> 32);
            }
        }

        return count;
    }
}
