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
        var before = first < 0 ? text : text[..first];
        if (!before.ContainsAnyExceptInRange('\0', '\u007F')) return first;
        // A phrase that begins before the other one may end behind it.
        var other = text[..(first < 0 ? text.Length : Math.Min(text.Length, first + longest))].IndexOfAny(accented);
        return other >= 0 && (first < 0 || other < first) ? other : first;
    }
}
