using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Words and values that are never masked: a find that lies inside one, or is one, is dropped.</summary>
internal sealed class TermList
{
    private readonly HashSet<string> terms;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly SearchValues<string>? starts;
    private readonly int[] lengths;

    public TermList(IReadOnlyList<string> given)
    {
        terms = new(given.Select(t => t.Trim()).Where(t => t.Length > 0), StringComparer.OrdinalIgnoreCase);
        lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. terms.Select(t => t.Length).Distinct().OrderDescending()];
        starts = terms.Count == 0 ? null : SearchValues.Create([.. terms], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where the find stays in the text. What the owner denies is stronger than a term of just the same text, not than a longer one around it.</summary>
    public bool Allows(ReadOnlySpan<char> text, Span span) => Covers(text, span, span.Recognizer == DeniedValues.By ? 1 : 0);

    /// <summary>True where a term covers the span, and at least as many characters more.</summary>
    private bool Covers(ReadOnlySpan<char> text, Span span, int more)
    {
        if (starts is null) return false;
        var stop = Math.Min(text.Length, span.End + lengths[0]);
        for (var from = Math.Max(0, span.Start - lengths[0]); from <= span.Start;)
        {
            var found = text[from..stop].IndexOfAny(starts);
            if (found < 0 || from + found > span.Start) return false;
            from += found;
            foreach (var length in lengths)
                if (from + length >= span.End && length >= span.Length + more && IsTerm(text, from, length)) return true;
            from++;
        }

        return false;
    }

    private bool IsTerm(ReadOnlySpan<char> text, int start, int length) =>
        start + length <= text.Length && lookup.Contains(text.Slice(start, length)) && Chars.IsBoundary(text, start) && Chars.IsBoundary(text, start + length);
}
