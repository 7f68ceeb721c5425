using System.Buffers;
using System.Globalization;
using System.Text;

namespace NotebookKit.Embeddings;

/// <summary>Splits a text into the pieces of words that a table knows, as BERT's tokenizer does: clean, without accents, in lower case, at spaces and marks, then the
/// longest piece first. Source: Devlin et al., BERT (2019), and the reference in huggingface/tokenizers (BertNormalizer, BertPreTokenizer, WordPiece). Thread-safe.</summary>
internal sealed class WordPieces
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> starts, insides;
    private readonly Dictionary<string, int> added;
    private readonly SearchValues<string>? addedWords;
    private readonly int longest;
    private readonly WordPieceOptions options;

    /// <param name="vocabulary">The pieces with their numbers; those inside a word begin with the prefix.</param>
    /// <param name="added">Words that are pieces by themselves wherever they stand in the raw text, such as <c>[CLS]</c>.</param>
    /// <param name="options">How the text is made ready.</param>
    public WordPieces(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyDictionary<string, int> added, WordPieceOptions options)
    {
        var (first, inner) = (new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (piece, number) in vocabulary)
        {
            first[piece] = number;
            if (piece.Length > options.Prefix.Length && piece.StartsWith(options.Prefix, StringComparison.Ordinal)) inner[piece[options.Prefix.Length..]] = number;
        }

        (starts, insides) = (first.GetAlternateLookup<ReadOnlySpan<char>>(), inner.GetAlternateLookup<ReadOnlySpan<char>>());
        longest = vocabulary.Count == 0 ? 0 : vocabulary.Keys.Max(k => k.Length);
        this.options = options;
        this.added = new(added.Where(a => a.Key.Length > 0), StringComparer.Ordinal);
        if (this.added.Count > 0) addedWords = SearchValues.Create([.. this.added.Keys], StringComparison.Ordinal);
    }

    /// <summary>Adds the numbers of a text's pieces; a word with a part that no piece fits is left out.</summary>
    public void Split(ReadOnlySpan<char> text, List<int> into)
    {
        while (addedWords is not null && text.IndexOfAny(addedWords) is >= 0 and var at)
        {
            Plain(text[..at], into);
            var (length, number) = (0, 0);
            foreach (var (word, its) in added)
                if (word.Length > length && text[at..].StartsWith(word, StringComparison.Ordinal)) (length, number) = (word.Length, its);
            if (number != options.Unknown) into.Add(number);
            text = text[(at + length)..];
        }

        Plain(text, into);
    }

    private void Plain(ReadOnlySpan<char> text, List<int> into)
    {
        if (text.IsEmpty) return;
        var ready = Ready(text);
        for (var at = 0; at < ready.Length;)
        {
            if (ready[at] == ' ')
            {
                at++;
                continue;
            }

            var end = at + Width(ready, at);
            if (!IsMark(ready, at))
                while (end < ready.Length && ready[end] != ' ' && !IsMark(ready, end)) end += Width(ready, end);
            Word(ready.AsSpan(at, end - at), into);
            at = end;
        }
    }

    private void Word(ReadOnlySpan<char> word, List<int> into)
    {
        var kept = into.Count;
        if (word.Length > options.LongestWord && Runes(word) > options.LongestWord) return;
        for (var at = 0; at < word.Length;)
        {
            var pieces = at == 0 ? starts : insides;
            var length = Math.Min(longest, word.Length - at);
            var number = 0;
            while (length > 0 && !pieces.TryGetValue(word.Slice(at, length), out number)) length--;
            if (length == 0)
            {
                into.RemoveRange(kept, into.Count - kept);
                return;
            }

            into.Add(number);
            at += length;
        }

        if (into.Count == kept + 1 && into[kept] == options.Unknown) into.RemoveAt(kept);
    }

    /// <summary>The text without control characters, ideographs apart, without accents, in lower case; every white space is a space.</summary>
    private string Ready(ReadOnlySpan<char> text)
    {
        var ready = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at += Width(text, at))
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c)) ready.Append(options.Lower ? char.ToLowerInvariant(c) : c);
            else if (c is ' ' or '\t' or '\n' or '\r' || char.IsWhiteSpace(c) && !options.Clean) ready.Append(' ');
            else if (options.Clean && IsControl(text, at)) continue;
            else if (char.IsWhiteSpace(c)) ready.Append(' ');
            else if (Width(text, at) == 2) Pair(text.Slice(at, 2), ready);
            else if (options.Ideographs && IsIdeograph(c)) Letter(ready.Append(' '), c).Append(' ');
            else Letter(ready, c);
        }

        return ready.ToString();
    }

    private StringBuilder Letter(StringBuilder ready, char c)
    {
        var from = ready.Length;
        if (options.Bare) Accents.Append(c, ready);
        else ready.Append(c);
        for (; options.Lower && from < ready.Length; from++) ready[from] = char.ToLowerInvariant(ready[from]);
        return ready;
    }

    private void Pair(ReadOnlySpan<char> pair, StringBuilder ready)
    {
        var rune = new Rune(pair[0], pair[1]);
        if (options.Bare && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) return;
        var isIdeograph = options.Ideographs && rune.Value is (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);
        if (isIdeograph) ready.Append(' ');
        ready.Append((options.Lower ? Rune.ToLowerInvariant(rune) : rune).ToString());
        if (isIdeograph) ready.Append(' ');
    }

    private static bool IsControl(ReadOnlySpan<char> text, int at) => text[at] == '\uFFFD' || Category(text, at) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF';

    private static bool IsMark(ReadOnlySpan<char> text, int at) => char.IsAscii(text[at])
        ? char.IsAsciiLetterOrDigit(text[at]) is false && text[at] is > ' ' and < '\u007F'
        : Category(text, at) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    private static UnicodeCategory Category(ReadOnlySpan<char> text, int at) => Width(text, at) == 2 ? Rune.GetUnicodeCategory(new Rune(text[at], text[at + 1])) : CharUnicodeInfo.GetUnicodeCategory(text[at]);

    private static int Width(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static int Runes(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var at = 0; at < word.Length; at += Width(word, at)) count++;
        return count;
    }
}

/// <summary>How <see cref="WordPieces"/> reads a text.</summary>
internal sealed record WordPieceOptions
{
    /// <summary>What pieces inside a word begin with.</summary>
    public string Prefix { get; init; } = "##";

    /// <summary>Number of the piece for what is unknown; −1 for none.</summary>
    public int Unknown { get; init; } = -1;

    /// <summary>Characters of the longest word that is split; longer ones are unknown.</summary>
    public int LongestWord { get; init; } = 100;

    /// <summary>Control characters vanish.</summary>
    public bool Clean { get; init; } = true;

    /// <summary>Chinese characters are words of their own.</summary>
    public bool Ideographs { get; init; } = true;

    /// <summary>Letters lose their accents.</summary>
    public bool Bare { get; init; } = true;

    /// <summary>Letters become small.</summary>
    public bool Lower { get; init; } = true;
}
