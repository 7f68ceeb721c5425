using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Finds what two texts have in common, word by word. Words that occur once in each text and stand in the same order in both are
/// anchors (Bram Cohen's "patience diff"); between two anchors the longest common subsequence is found exactly, in blocks of bounded size.</summary>
internal sealed class WordDifferences
{
    /// <summary>Words of one side that are compared with each other at once: 1,000 × 1,000 is two megabytes and a few milliseconds.</summary>
    private const int Block = 1_000;

    private readonly int[] first, second;
    private readonly bool[] inFirst, inSecond;

    /// <summary>Lengths of common subsequences of the block at hand; made once.</summary>
    private ushort[]? lengths;

    private WordDifferences(int[] first, int[] second)
    {
        (this.first, this.second) = (first, second);
        (inFirst, inSecond) = (new bool[first.Length], new bool[second.Length]);
    }

    /// <summary>The parts of both texts; neighbours of one kind are one part, and deleted text stands before inserted text.</summary>
    public static IReadOnlyList<DifferencePart> Of(string first, string second)
    {
        if (first == second) return first.Length == 0 ? [] : [new(Change.Same, first)];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (left, right) = (Cut(first), Cut(second));
        var work = new WordDifferences(Numbered(left, numbers), Numbered(right, numbers));
        work.Compare(0, left.Count, 0, right.Count, true);
        return work.Parts(left, right);
    }

    /// <summary>Cuts a text into runs of letters and digits, runs of white space, and single other characters; nothing is lost.</summary>
    private static List<string> Cut(string text)
    {
        var pieces = new List<string>(text.Length / 3);
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (char.IsWhiteSpace(text[start])) while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            else if (IsWord(text[start])) while (end < text.Length && IsWord(text[end])) end++;
            else if (char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    /// <summary>True where a character goes with its neighbours: characters of scripts without spaces are words of their own.</summary>
    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark) && !Fold.IsIdeograph(c);

    private static int[] Numbered(List<string> pieces, Dictionary<string, int> numbers)
    {
        var numbered = new int[pieces.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, pieces[i], out var known);
            if (!known) number = numbers.Count;
            numbered[i] = number;
        }

        return numbered;
    }

    /// <summary>Compares a stretch of both texts.</summary>
    private void Compare(int from, int to, int otherFrom, int otherTo, bool anchors)
    {
        while (from < to && otherFrom < otherTo && first[from] == second[otherFrom]) Pair(from++, otherFrom++);
        while (from < to && otherFrom < otherTo && first[to - 1] == second[otherTo - 1]) Pair(--to, --otherTo);
        if (from == to || otherFrom == otherTo) return;
        if (to - from <= Block && otherTo - otherFrom <= Block)
        {
            Longest(from, to, otherFrom, otherTo);
            return;
        }

        if (anchors && Anchors(from, to, otherFrom, otherTo) is { Count: > 0 } found)
        {
            foreach (var (at, otherAt) in found)
            {
                // Between anchors no further ones are looked for: each level could cost as much as the first.
                if (at >= from && otherAt >= otherFrom) Compare(from, at, otherFrom, otherAt, false);
                (from, otherFrom) = (at, otherAt);
            }

            Compare(from, to, otherFrom, otherTo, false);
            return;
        }

        // Nothing to hold on to: as many words of one side as of the other, block by block.
        var (size, otherSize) = (to - from, otherTo - otherFrom);
        var blocks = (Math.Max(size, otherSize) + Block - 1) / Block;
        for (var b = 0; b < blocks; b++)
            Longest(from + Part(size, b, blocks), from + Part(size, b + 1, blocks), otherFrom + Part(otherSize, b, blocks), otherFrom + Part(otherSize, b + 1, blocks));
    }

    private static int Part(int size, int part, int parts) => (int)((long)size * part / parts);

    private void Pair(int at, int otherAt) => inFirst[at] = inSecond[otherAt] = true;

    /// <summary>Pairs of words that occur once on each side, as many as stand in the same order on both.</summary>
    private List<(int At, int OtherAt)> Anchors(int from, int to, int otherFrom, int otherTo)
    {
        var once = new Dictionary<int, (int At, int OtherAt, int Count, int OtherCount)>();
        for (var i = from; i < to; i++)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(once, first[i], out _);
            (entry.At, entry.Count) = (i, entry.Count + 1);
        }

        for (var i = otherFrom; i < otherTo; i++)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(once, second[i]);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry)) continue;
            (entry.OtherAt, entry.OtherCount) = (i, entry.OtherCount + 1);
        }

        var pairs = once.Values.Where(e => e.Count == 1 && e.OtherCount == 1).OrderBy(e => e.At).Select(e => (e.At, e.OtherAt)).ToList();
        return Rising(pairs);
    }

    /// <summary>The longest run of pairs that rises on the other side, too (patience sorting).</summary>
    private static List<(int At, int OtherAt)> Rising(List<(int At, int OtherAt)> pairs)
    {
        var (piles, before) = (new List<int>(), new int[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, piles.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[piles[middle]].OtherAt < pairs[i].OtherAt) low = middle + 1;
                else high = middle;
            }

            before[i] = low == 0 ? -1 : piles[low - 1];
            if (low == piles.Count) piles.Add(i);
            else piles[low] = i;
        }

        var rising = new List<(int, int)>();
        for (var i = piles.Count == 0 ? -1 : piles[^1]; i >= 0; i = before[i]) rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }

    /// <summary>Marks a longest common subsequence of two short stretches.</summary>
    private void Longest(int from, int to, int otherFrom, int otherTo)
    {
        var (rows, columns) = (to - from, otherTo - otherFrom);
        if (rows == 0 || columns == 0) return;
        var width = columns + 1;
        lengths ??= new ushort[(Block + 1) * (Block + 1)];
        lengths.AsSpan(rows * width, width).Clear();
        for (var r = rows - 1; r >= 0; r--)
        {
            var word = first[from + r];
            var line = lengths.AsSpan(r * width, width);
            var below = lengths.AsSpan((r + 1) * width, width);
            line[columns] = 0;
            for (var c = columns - 1; c >= 0; c--) line[c] = word == second[otherFrom + c] ? (ushort)(below[c + 1] + 1) : Math.Max(below[c], line[c + 1]);
        }

        for (int r = 0, c = 0; r < rows && c < columns;)
            if (first[from + r] == second[otherFrom + c]) Pair(from + r++, otherFrom + c++);
            else if (lengths[((r + 1) * width) + c] >= lengths[(r * width) + c + 1]) r++;
            else c++;
    }

    private List<DifferencePart> Parts(List<string> left, List<string> right)
    {
        var parts = new List<DifferencePart>();
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            var (same, deleted, inserted) = (i, i, j);
            while (deleted < left.Count && !inFirst[deleted]) deleted++;
            while (inserted < right.Count && !inSecond[inserted]) inserted++;
            var isChange = deleted > i || inserted > j;
            // White space alone between two changes is part of them, or every second word would be a part by itself.
            while (isChange && deleted < left.Count && inserted < right.Count && IsSpaceBetweenChanges(left, deleted, inserted))
            {
                (deleted, inserted) = (deleted + 1, inserted + 1);
                while (deleted < left.Count && !inFirst[deleted]) deleted++;
                while (inserted < right.Count && !inSecond[inserted]) inserted++;
            }

            if (deleted > i) parts.Add(new(Change.Deleted, Text(left, i, deleted)));
            if (inserted > j) parts.Add(new(Change.Inserted, Text(right, j, inserted)));
            (i, j, same) = (deleted, inserted, deleted);
            while (same < left.Count && inFirst[same] && j < right.Count && inSecond[j]) (same, j) = (same + 1, j + 1);
            if (same > i) parts.Add(new(Change.Same, Text(left, i, same)));
            i = same;
        }

        return parts;
    }

    private static string Text(List<string> pieces, int from, int to) => string.Concat(CollectionsMarshal.AsSpan(pieces)[from..to]);

    private bool IsSpaceBetweenChanges(List<string> left, int at, int otherAt)
    {
        if (!string.IsNullOrWhiteSpace(left[at])) return false;
        var ends = at + 1 == left.Count || otherAt + 1 == inSecond.Length;
        return !ends && !inFirst[at + 1] && !inSecond[otherAt + 1];
    }
}
