using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>What an operator wrote into a record, or left there on purpose, and what looks like personal data: it is left alone when the record is looked at again.</summary>
internal sealed class StandIns
{
    private readonly HashSet<string> texts;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly SearchValues<string> search;
    private readonly int[] lengths;

    private StandIns(IReadOnlyList<string> given)
    {
        texts = new(given, StringComparer.Ordinal);
        lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        search = SearchValues.Create([.. texts], StringComparison.Ordinal);
        lengths = [.. texts.Select(t => t.Length).Distinct().OrderDescending()];
    }

    /// <summary>Null where there are none.</summary>
    public static StandIns? Of(IReadOnlyList<string> texts) => texts.Count == 0 ? null : new(texts);

    /// <summary>True for a replacement that another look could take for personal data.</summary>
    public static bool IsOne(string replacement) =>
        replacement.Length > 1 && Text.PlaceholderShape.EndAt(replacement, 0) != replacement.Length && replacement.AsSpan().IndexOfAnyExcept('*', ' ') >= 0;

    /// <summary>True where the text is one of them.</summary>
    public bool IsWhole(string text) => texts.Contains(text);

    /// <summary>Adds where they stand, among ranges that are in order and do not overlap.</summary>
    public void Find(ReadOnlySpan<char> text, List<(int Start, int End)> into)
    {
        var count = into.Count;
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOfAny(search);
            if (found < 0) break;
            from += found;
            var end = EndAt(text, from);
            if (end > 0) into.Add((from, end));
            from = Math.Max(end, from + 1);
        }

        if (into.Count == count || count == 0) return;
        into.Sort();
        var last = 0;
        for (var i = 1; i < into.Count; i++)
            if (into[i].Start < into[last].End) into[last] = (into[last].Start, Math.Max(into[last].End, into[i].End));
            else into[++last] = into[i];
        into.RemoveRange(last + 1, into.Count - last - 1);
    }

    private int EndAt(ReadOnlySpan<char> text, int start)
    {
        if (!Chars.IsBoundary(text, start)) return -1;
        foreach (var length in lengths)
            if (start + length <= text.Length && lookup.Contains(text.Slice(start, length)) && Chars.IsBoundary(text, start + length)) return start + length;
        return -1;
    }
}
