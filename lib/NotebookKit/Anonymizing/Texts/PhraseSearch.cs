using System.Buffers;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds where the first of some phrases stands, whatever their case. Those with letters beyond ASCII are sought only in texts that have such: one of them would take the
/// whole search off its vectorized way.</summary>
internal sealed class PhraseSearch
{
    private readonly SearchValues<string> plain, accented;
    private readonly int longest;

    /// <summary>Prepares the phrases.</summary>
    public PhraseSearch(IReadOnlyList<string> phrases)
    {
        longest = phrases.Max(p => p.Length);
        plain = SearchValues.Create([.. phrases.Where(p => Ascii.IsValid(p))], StringComparison.OrdinalIgnoreCase);
        accented = SearchValues.Create([.. phrases.Where(p => !Ascii.IsValid(p))], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The index of the first phrase; −1 where there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(plain);
        // A phrase that begins before the other one may end behind it.
        var reach = first < 0 ? text : text[..Math.Min(text.Length, first + longest)];
        if (!reach.ContainsAnyExceptInRange('\0', '\u007F')) return first;
        var other = reach.IndexOfAny(accented);
        return other >= 0 && (first < 0 || other < first) ? other : first;
    }

    /// <summary>The index of the last phrase of a short text; −1 where there is none.</summary>
    public int LastIn(ReadOnlySpan<char> text)
    {
        var last = -1;
        while (last + 1 < text.Length && IndexIn(text[(last + 1)..]) is >= 0 and var at) last += 1 + at;
        return last;
    }
}
