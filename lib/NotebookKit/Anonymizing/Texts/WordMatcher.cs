using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Finds given words in text, the longest where several begin at one place. Linear in the length of the text.</summary>
internal sealed class WordMatcher
{
    /// <summary>Longer words are refused: each place is compared with every length that occurs. In characters.</summary>
    public const int MaxLength = 256;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly SearchValues<string>? starts;
    private readonly int[] lengths;
    private readonly bool whole;

    /// <summary>Prepares the words; empty ones are left out.</summary>
    public WordMatcher(IEnumerable<string> given, bool ignoreCase, bool whole)
    {
        var set = new HashSet<string>(given.Select(w => w.Trim()).Where(w => w.Length > 0), ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. set.Select(w => w.Length).Distinct().OrderDescending()];
        starts = set.Count == 0 ? null : SearchValues.Create([.. set], ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        this.whole = whole;
        Count = set.Count;
    }

    /// <summary>How many different words there are.</summary>
    public int Count { get; }

    /// <summary>The next word at or after an index, which is moved behind it; false where there is none.</summary>
    public bool Next(ReadOnlySpan<char> text, ref int from, out int start, out int end)
    {
        while (starts is not null && from < text.Length)
        {
            var found = text[from..].IndexOfAny(starts);
            if (found < 0) break;
            start = from + found;
            from = start + 1;
            if (whole && !Chars.IsBoundary(text, start)) continue;
            foreach (var length in lengths)
            {
                end = start + length;
                if (end > text.Length || (whole && !Chars.IsBoundary(text, end)) || !words.Contains(text.Slice(start, length))) continue;
                from = end;
                return true;
            }
        }

        (from, start, end) = (text.Length, 0, 0);
        return false;
    }
}
