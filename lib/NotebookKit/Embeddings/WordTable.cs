using System.Runtime.CompilerServices;

namespace NotebookKit.Embeddings;

/// <summary>Words by number and numbers by word.</summary>
internal sealed class WordTable
{
    private readonly string letters;
    private readonly int[] starts, slots;
    private readonly int longest;

    /// <param name="words">Different words without line breaks, the first one has the number 0.</param>
    public WordTable(IReadOnlyList<string> words)
    {
        (letters, starts, slots) = (string.Concat(words), new int[words.Count + 1], new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Count * 2 + 2)]);
        for (var i = 0; i < words.Count; i++)
        {
            starts[i + 1] = starts[i] + words[i].Length;
            longest = Math.Max(longest, words[i].Length);
            var slot = (int)Hash(words[i]) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = i + 1;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Characters of the longest word.</summary>
    public int Longest => longest;

    /// <summary>The word with a number.</summary>
    public ReadOnlySpan<char> this[int number] => letters.AsSpan(starts[number], starts[number + 1] - starts[number]);

    /// <summary>The number of a word; −1 where it is none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > longest) return -1;
        for (var slot = (int)Hash(word) & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            if (this[slots[slot] - 1].SequenceEqual(word)) return slots[slot] - 1;
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var c in word) hash = (hash ^ c) * 0xD6E8FEB86659FD93;
        return (uint)(hash >> 32) ^ (uint)(hash >> 50);
    }
}
