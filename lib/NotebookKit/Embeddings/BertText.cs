using System.Globalization;
using System.Text;

namespace NotebookKit.Embeddings;

/// <summary>Makes a text ready and cuts it into words as BERT's tokenizer does. Source: the reference in huggingface/tokenizers (BertNormalizer, BertPreTokenizer).</summary>
internal static class BertText
{
    /// <summary>The text without control characters, ideographs apart, without accents, in lower case; every white space is a space.</summary>
    public static string Ready(ReadOnlySpan<char> text, WordPieceOptions options)
    {
        var ready = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at += Width(text, at))
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c)) ready.Append(options.Lower ? char.ToLowerInvariant(c) : c);
            else if (c is ' ' or '\t' or '\n' or '\r' || char.IsWhiteSpace(c) && !options.Clean) ready.Append(' ');
            else if (options.Clean && IsControl(text, at)) continue;
            else if (char.IsWhiteSpace(c)) ready.Append(' ');
            else if (Width(text, at) == 2) Pair(text.Slice(at, 2), ready, options);
            else if (options.Ideographs && IsIdeograph(c)) Letter(ready.Append(' '), c, options).Append(' ');
            else Letter(ready, c, options);
        }

        return ready.ToString();
    }

    /// <summary>Takes the next word off a text made ready: a mark, or what is between marks and spaces; empty at the end.</summary>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> ready)
    {
        ready = ready.TrimStart(' ');
        if (ready.IsEmpty) return ready;
        var end = Width(ready, 0);
        if (!IsMark(ready, 0))
            while (end < ready.Length && ready[end] != ' ' && !IsMark(ready, end)) end += Width(ready, end);
        var word = ready[..end];
        ready = ready[end..];
        return word;
    }

    private static StringBuilder Letter(StringBuilder ready, char c, WordPieceOptions options)
    {
        var from = ready.Length;
        if (options.Bare) Accents.Append(c, ready);
        else ready.Append(c);
        for (; options.Lower && from < ready.Length; from++) ready[from] = char.ToLowerInvariant(ready[from]);
        return ready;
    }

    private static void Pair(ReadOnlySpan<char> pair, StringBuilder ready, WordPieceOptions options)
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

    public static int Width(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
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
