using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>The sums of words that no table has, as far as they were met lately: names and terms come again, and to find what a word may be a slip of costs more than all else. It changes no result.
/// 20 MB at most, for all threads together.</summary>
internal sealed class RecentWords
{
    /// <summary>Words are looked for in the places that their hash says; with one place each, half of 20,000 words would push another one out.</summary>
    private const int Places = 4;

    private const int Slots = 1 << 15, LongestWord = 32;

    // Each is written whole and never changed, so that threads need not wait for one another.
    private readonly RecentWord?[] words = new RecentWord?[Slots];

    /// <summary>A word, the sum of its rows, and how many these are.</summary>
    private sealed record RecentWord(string Word, int[] Sums, int Rows);

    /// <summary>Adds a word's rows, if it is at its place.</summary>
    public bool TryAdd(ReadOnlySpan<char> word, ref RowSums to)
    {
        if (word.Length > LongestWord) return false;
        var first = FirstPlace(word);
        for (var place = first; place < first + Places; place++)
        {
            if (Volatile.Read(ref words[place]) is not { } held) return false;
            if (!word.SequenceEqual(held.Word)) continue;
            to.Add(held.Sums, held.Rows);
            return true;
        }

        return false;
    }

    /// <summary>Puts a word at the first of its places; the others move on, and the one in the last place goes.</summary>
    /// <param name="word">The word.</param>
    /// <param name="made">The sum of its rows.</param>
    /// <param name="count">How many rows were added up.</param>
    public void Put(ReadOnlySpan<char> word, ReadOnlySpan<int> made, int count)
    {
        if (word.Length > LongestWord) return;
        var first = FirstPlace(word);
        for (var place = first + Places - 1; place > first; place--) Volatile.Write(ref words[place], Volatile.Read(ref words[place - 1]));
        Volatile.Write(ref words[first], new(word.ToString(), made.ToArray(), count));
    }

    private static int FirstPlace(ReadOnlySpan<char> word) => (int)StableHash.Of(word) & (Slots - Places);
}
