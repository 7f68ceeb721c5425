using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Names that the record gives, joined as names of files, accounts and keys are: <c>cv_jane_fairweather.pdf</c>, <c>jane-fairweather</c>, <c>JaneFairweather</c>,
/// <c>janefairweather</c>.</summary>
internal sealed class JoinedNameRecognizer : Recognizer
{
    /// <summary>Longer words are data, not names of things. UTF-16 units.</summary>
    private const int MaxWord = 256;

    /// <summary>A part that stands alone in a joined word must be longer than this: "jo" is in many words.</summary>
    private const int MinPart = 3;

    private const int MaxParts = 64;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (context.Known.Count == 0) return;
        System.Span<(int Start, int End, ulong Hash)> parts = stackalloc (int, int, ulong)[MaxParts];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && !char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var joined = false;
            for (; i < text.Length && IsJoined(text, i, start); i++)
                joined |= !char.IsLetter(text[i]) || i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (i - start > MaxWord) continue;
            var count = joined ? Split(text, start, i, parts) : 0;
            foreach (var name in context.Known)
                if (joined) Match(name, parts[..count], into);
                else if (Glued(text.AsSpan(start, i - start), name)) into.Add(At(start, i, 0.85) with { Identity = name.Full });
        }
    }

    /// <summary>Letters and digits; one mark between them.</summary>
    private static bool IsJoined(string text, int at, int start) =>
        char.IsLetterOrDigit(text[at]) || at > start && text[at] is '_' or '-' or '.' or '+' && (char.IsLetterOrDigit(Chars.At(text, at + 1)) || Chars.At(text, at + 1) == '_');

    private static int Split(string text, int start, int end, System.Span<(int Start, int End, ulong Hash)> parts)
    {
        var count = 0;
        for (var i = start; i < end && count < parts.Length;)
        {
            var from = i;
            while (i < end && char.IsLetter(text[i]) && !(i > from && char.IsUpper(text[i]) && char.IsLower(text[i - 1]))) i++;
            if (i == from) i++;
            else parts[count++] = (from, i, NameTokens.Hash(text.AsSpan(from, i - from)));
        }

        return count;
    }

    private void Match(KnownName name, ReadOnlySpan<(int Start, int End, ulong Hash)> parts, List<Span> into)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var length = 0;
            while (i + length < parts.Length && length < name.Words.Length && Array.IndexOf(name.Words, parts[i + length].Hash) >= 0) length++;
            if (length == 0) continue;
            var (start, end) = (parts[i].Start, parts[i + length - 1].End);
            var whole = length > 1 && length == name.Words.Length;
            if (whole || name.Parts.Contains(parts[i].Hash) && end - start > MinPart && NameTable.Find(parts[i].Hash).Common < 2) into.Add(At(start, end, whole ? 0.9 : 0.7) with { Identity = name.Full });
            i += length - 1;
        }
    }

    /// <summary>All words of a name of two or more, one behind the other.</summary>
    private static bool Glued(ReadOnlySpan<char> word, KnownName name)
    {
        if (name.Words.Length < 2 || word.Length < 6 || word.Length > name.Full.Length) return false;
        var at = 0;
        foreach (var c in name.Full)
        {
            if (!char.IsLetter(c)) continue;
            if (at >= word.Length || Fold.Char(word[at]) != Fold.Char(c)) return false;
            at++;
        }

        return at == word.Length;
    }
}
