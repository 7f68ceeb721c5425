using NotebookKit.Text;

namespace NotebookKit.Embeddings;

/// <summary>The sums of words that no table has, as far as they were met lately: names and terms come again, and to find what a word may be a slip of costs more than all else. It changes no result.
/// 20 MB at most, for all threads together.</summary>
internal sealed class RecentWords
{
    private const int Slots = 1 << 15, LongestWord = 32;

    // Each is written whole and never changed, so that threads need not wait for one another.
    private readonly RecentWord?[] words = new RecentWord?[Slots];

    /// <summary>A word, the sum of its rows, and how many these are.</summary>
    private sealed record RecentWord(string Word, int[] Sums, int Rows);

    /// <summary>Adds a word's rows, if it is at its place.</summary>
    public bool TryAdd(ReadOnlySpan<char> word, ref RowSums to)
    {
        if (word.Length > LongestWord || Volatile.Read(ref words[SlotOf(word)]) is not { } held || !word.SequenceEqual(held.Word)) return false;
        to.Add(held.Sums, held.Rows);
        return true;
    }

    /// <summary>Puts a word at its place, instead of the one that was there.</summary>
    /// <param name="word">The word.</param>
    /// <param name="made">The sum of its rows.</param>
    /// <param name="count">How many rows were added up.</param>
    public void Put(ReadOnlySpan<char> word, ReadOnlySpan<int> made, int count)
    {
        if (word.Length <= LongestWord) Volatile.Write(ref words[SlotOf(word)], new(word.ToString(), made.ToArray(), count));
    }

    private static int SlotOf(ReadOnlySpan<char> word) => (int)StableHash.Of(word) & (Slots - 1);
}
